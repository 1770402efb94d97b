import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { RetentionPooling } from '../../src/cohorts/pooledRate.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import { suppressSmallCells } from '../../src/cohorts/suppressSmallCells.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };
import { anyAsked, isTold } from './anyTables.ts';
import { anyAsOf, anyEvents, type EventRow, events } from './cohortOracle.ts';
import { plainTable } from './plainTables.ts';

const DAY = 86_400_000;

/** A log by days from day 0: each customer's name with the days on which they were active. */
function active(...customers: readonly (readonly [name: string, ...days: number[]])[]) {
  const rows = customers.flatMap(([customer, ...days]) =>
    days.map((at) => ({ customer, at: at * DAY, amount: 0, plan: null })),
  );
  return events(rows);
}

const daily = (days: number) => ({ period: 'day', asOf: days * DAY }) as const;
const told = (table: CohortTable) =>
  retentionCurve(table).points.map(({ period, cohorts, members, retained }) => [period, cohorts, members, retained]);

describe('retentionCurve', () => {
  const log = active(['ada', 0, 1, 2], ['bob', 0, 2], ['cyd', 1, 2], ['dan', 2]);

  test('pools, period by period, the cohorts that have been observed for so long', () => {
    expect(told(cohortTable(log, daily(3)))).toEqual([
      [0, 3, 4, 4],
      [1, 2, 3, 2],
      [2, 1, 2, 2],
    ]);
  });

  test('counts every cohort by its size: 1 of 3 and 1 of 1 are a half, not two thirds', () => {
    const uneven = active(['ada', 0, 1], ['bob', 0], ['cyd', 0], ['dan', 1, 2]);
    const [, second] = retentionCurve(cohortTable(uneven, daily(3))).points;
    expect([second!.members, second!.retained, second!.rate]).toEqual([4, 2, 0.5]);
  });

  test('leaves partial cells out: in the middle of day 2 nothing of day 2 counts', () => {
    expect(told(cohortTable(log, daily(2.5)))).toEqual([
      [0, 2, 3, 3],
      [1, 1, 2, 1],
    ]);
  });

  test('leaves cohorts of nobody out', () => {
    const gap = active(['ada', 0], ['bob', 2]);
    expect(told(cohortTable(gap, daily(3)))).toEqual([
      [0, 2, 2, 2],
      [1, 1, 1, 0],
      [2, 1, 1, 0],
    ]);
  });

  test('has no point where nothing has been observed yet, and none of an empty table', () => {
    expect(told(cohortTable(log, daily(0.5)))).toEqual([]);
    expect(told(cohortTable(events([]), daily(1)))).toEqual([]);
  });

  test('carries the definition of the table and how it pooled', () => {
    const table = cohortTable(log, { ...daily(3), level: 0.9 });
    const { definition } = table;
    expect(retentionCurve(table).definition).toStrictEqual({
      ...{ ...definition, pooling: 'pooledMature', band: 'bonferroni' },
    });
    expect(retentionCurve(table, { pooling: 'median' }).definition).toStrictEqual({
      ...{ ...definition, pooling: 'median', band: undefined },
    });
  });

  test('has intervals at the level of the table: 2 of 3 by Wilson at 90 %', () => {
    // z = 1.6448536269514727: ends (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), worked with 30 digits.
    const { interval } = retentionCurve(cohortTable(log, { ...daily(3), level: 0.9 })).points[1]!;
    expect(interval.lower).toBeCloseTo(0.253533868281224, 14);
    expect(interval.upper).toBeCloseTo(0.921734273666271, 14);
  });

  test('reads a table that went through JSON', () => {
    const table = cohortTable(log, daily(3));
    expect(retentionCurve(JSON.parse(JSON.stringify(table)))).toEqual(retentionCurve(table));
  });

  test('pools an attribute by the members that have had the time', () => {
    const rows: EventRow[] = [
      { customer: 'ada', at: 0, amount: 0, plan: 'S' },
      { customer: 'ada', at: DAY, amount: 0, plan: 'S' },
      { customer: 'bob', at: DAY, amount: 0, plan: 'S' },
      { customer: 'cyd', at: 0, amount: 0, plan: 'L' },
    ];
    expect(told(cohortTable(events(rows), { ...daily(2), attribute: 'plan' }))).toEqual([
      [0, 2, 3, 3],
      [1, 2, 2, 1],
    ]);
  });
});

describe('how cohorts are pooled', () => {
  // 1 of 2, 3 of 4 and 1 of 10.
  const three = plainTable({ '2024-01': [[2, 1]], '2024-02': [[4, 3]], '2024-03': [[10, 1]] });
  const rateBy = (pooling: RetentionPooling, table: CohortTable = three) =>
    retentionCurve(table, { pooling }).points[1]!.rate;

  test('all members together unless told, the mean of the rates, or the one in the middle', () => {
    expect(retentionCurve(three).points[1]!.rate).toBe(5 / 16);
    expect(rateBy('pooledMature')).toBe(5 / 16);
    expect(rateBy('simpleMean')).toBeCloseTo(0.45, 15);
    expect(rateBy('median')).toBe(0.5);
    // (2 x 1 + 4 x 3 + 10 x 1) / (2 x 2 + 4 x 4 + 10 x 10).
    expect(rateBy('sizeWeightedTwice')).toBe(24 / 120);
  });

  test('the median of an even number of cohorts is half way between the two in the middle', () => {
    const two = { ...three, cohorts: three.cohorts.slice(1) };
    expect(rateBy('median', two)).toBeCloseTo((0.75 + 0.1) / 2, 15);
  });

  test('counts are those of all cohorts however they are pooled', () => {
    for (const pooling of ['pooledMature', 'simpleMean', 'median', 'sizeWeightedTwice'] as const)
      expect(retentionCurve(three, { pooling }).points[1]).toMatchObject({
        ...{ period: 1, lastPeriod: 1, cohorts: 3, members: 16, retained: 5, base: 16 },
      });
  });

  test('only the pooled rate has intervals', () => {
    const none = { lower: Number.NaN, upper: Number.NaN };
    for (const pooling of ['simpleMean', 'median', 'sizeWeightedTwice'] as const)
      for (const { interval, band } of retentionCurve(three, { pooling }).points)
        expect([interval, band]).toEqual([none, none]);
  });

  test('with base previousPeriod: of those of the period before; who has no base has no rate, and is in no mean', () => {
    const log = active(['ada', 0, 1, 2], ['bob', 0, 1], ['cyd', 1, 3], ['dan', 1]);
    const table = cohortTable(log, { ...daily(4), base: 'previousPeriod' });
    // Of the two of day 0 both came on day 1 and Ada on day 2; of the two of day 1 nobody came on day 2, Cyd on day 3.
    const told = retentionCurve(table).points.map(({ retained, base, rate }) => [retained, base, rate]);
    expect(told).toEqual([
      [4, 4, 1],
      [2, 4, 0.5],
      [2, 2, 1],
      [0, 1, 0],
    ]);
    const means = retentionCurve(table, { pooling: 'simpleMean' }).points.map(({ rate }) => rate);
    expect(means).toEqual([1, 0.5, 0.5, 0]);
  });

  test('with base previousPeriod no interval where more than the base may be retained, and by streak there is one', () => {
    const log = active(['ada', 0, 1, 2], ['bob', 0, 1], ['cyd', 0, 2]);
    const has = (match: 'on' | 'streak' | 'onOrAfter' | 'onOrBefore') =>
      retentionCurve(cohortTable(log, { ...daily(3), base: 'previousPeriod', match })).points.map(
        ({ interval, band }) => [interval, band].every(({ lower, upper }) => lower <= upper),
      );
    expect(has('on')).toEqual([true, true, false]);
    expect(has('onOrBefore')).toEqual([true, true, false]);
    expect(has('streak')).toEqual([true, true, true]);
    expect(has('onOrAfter')).toEqual([true, true, true]);
  });

  test('points are in order of their periods, where the first cohort has none of a day that the zone skipped', () => {
    const [first, ...rest] = three.cohorts.map((cohort) => ({
      ...cohort,
      cells: [...cohort.cells, { ...cohort.cells[1]!, period: 2, lastPeriod: 2 }],
    }));
    const skipped = { ...first!, cells: first!.cells.filter(({ period }) => period !== 1) };
    const { points } = retentionCurve({ ...three, cohorts: [skipped, ...rest] });
    expect(points.map(({ period, members }) => [period, members])).toEqual([
      [0, 16],
      [1, 14],
      [2, 16],
    ]);
  });

  test('brackets keep their periods', () => {
    const log = active(['ada', 0, 2], ['bob', 0, 5]);
    const { points } = retentionCurve(cohortTable(log, { ...daily(7), brackets: [2, 4] }));
    expect(points.map(({ period, lastPeriod, retained }) => [period, lastPeriod, retained])).toEqual([
      [0, 0, 2],
      [1, 2, 1],
      [3, 6, 1],
    ]);
  });
});

describe('the band', () => {
  // Ends p and n of Wilson's interval, worked with 40 digits at 1 - 0.05 / 3 and at 0.95.
  const table = plainTable({
    '2024-01': [
      [1500, 900],
      [1500, 900],
      [1500, 900],
    ],
  });
  const [first, ...later] = retentionCurve(table).points;

  test('is the interval at 1 - (1 - level) / 3 of three points after period 0, so that all three hold at once', () => {
    expect(later).toHaveLength(3);
    for (const { band, interval } of later) {
      expect(band.lower).toBeCloseTo(0.5693929507272312, 14);
      expect(band.upper).toBeCloseTo(0.6298458058963886, 14);
      expect(interval.lower).toBeCloseTo(0.574983122720598, 14);
      expect(interval.upper).toBeCloseTo(0.62450599113537, 14);
    }
  });

  test('is the interval itself in period 0, where nothing is uncertain, and of a single later point', () => {
    expect(first!.band).toEqual(first!.interval);
    const [, only] = retentionCurve(plainTable({ '2024-01': [[1500, 900]] })).points;
    expect(only!.band).toEqual(only!.interval);
  });

  test('holds a whole curve of ten points as often as promised, where the intervals together miss it every third time', () => {
    // Cohorts of 400 with true rates 0.9, 0.85, … drawn anew 1500 times.
    const { uniform } = seededRandom(5);
    const rates = Array.from({ length: 10 }, (_, period) => 0.9 - 0.05 * period);
    const draw = (rate: number): number => Array.from({ length: 400 }).filter(() => uniform() < rate).length;
    let [within, withinBand] = [0, 0];
    for (let trial = 0; trial < 1500; trial++) {
      const drawn = plainTable({ '2024-01': rates.map((rate) => [400, draw(rate)] as const) });
      const { points } = retentionCurve(drawn);
      const holds = (which: 'interval' | 'band') =>
        rates.every((rate, place) => {
          const { lower, upper } = points[place + 1]![which];
          return lower <= rate && rate <= upper;
        });
      if (holds('interval')) within++;
      if (holds('band')) withinBand++;
    }
    // 0.95 and, of independent points, 0.95^10 = 0.60; four standard errors of 1500 trials are 0.023 and 0.05.
    expect(withinBand / 1500).toBeGreaterThan(0.95 - 0.023);
    expect(Math.abs(within / 1500 - 0.5987)).toBeLessThan(0.06);
  });
});

describe('retentionCurve of any table', () => {
  test('lies, in every period, between the lowest and the highest rate that it pools, however it does, within interval and band', () => {
    const anyPooling = fc.constantFrom(...(['pooledMature', 'simpleMean', 'median', 'sizeWeightedTwice'] as const));
    fc.assert(
      fc.property(anyAsked, anyPooling, ({ rows, options }, pooling) => {
        fc.pre(isTold(rows, options));
        const table = cohortTable(events(rows), options);
        const cells = table.cohorts.flatMap((cohort) => cohort.cells).filter(({ state }) => state === 'observed');
        const { points } = retentionCurve(table, { pooling });
        const periods = new Set(cells.filter(({ members }) => members > 0).map(({ period }) => period));
        expect(points.map(({ period }) => period)).toEqual([...periods].sort((one, other) => one - other));
        for (const { period, rate, members, retained, base, interval, band, cohorts } of points) {
          const pooled = cells.filter((cell) => cell.period === period && cell.members > 0);
          const rates = pooled.filter((cell) => cell.base > 0).map((cell) => cell.rate);
          const slack = 1e-12;
          if (rates.length === 0) expect(rate).toBeNaN();
          else if (pooled.every((cell) => cell.base > 0)) {
            expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) - slack);
            expect(rate).toBeLessThanOrEqual(Math.max(...rates) + slack);
          }
          if (!Number.isNaN(interval.lower)) {
            expect(band.lower <= interval.lower && interval.lower <= rate).toBe(true);
            expect(rate <= interval.upper && interval.upper <= band.upper).toBe(true);
          }
          expect(members).toBe(pooled.reduce((sum, cell) => sum + cell.members, 0));
          expect(retained).toBe(pooled.reduce((sum, cell) => sum + cell.retained, 0));
          expect(base).toBe(pooled.reduce((sum, cell) => sum + cell.base, 0));
          expect(cohorts).toBe(pooled.length);
        }
      }),
      runs(80),
    );
  });

  test('starts at 1 and rests on no more members from period to period, where periods of the calendar make cohorts', () => {
    fc.assert(
      fc.property(anyEvents, anyAsOf, fc.constantFrom('week', 'month'), (rows, asOf, period) => {
        fc.pre(isTold(rows, { period, asOf }));
        const { points } = retentionCurve(cohortTable(events(rows), { period, asOf }));
        points.forEach(({ rate, members }, place) => {
          if (place === 0) expect(rate).toBe(1);
          else expect(members).toBeLessThanOrEqual(points[place - 1]!.members);
        });
      }),
      runs(80),
    );
  });
});

describe('retentionCurve refuses', () => {
  const table = cohortTable(active(['ada', 0, 1]), daily(2));
  const asJson = (): { cohorts: { cells: Record<string, unknown>[] }[]; definition: Record<string, unknown> } =>
    JSON.parse(JSON.stringify(table));

  test.each(HOSTILE_VALUES)(
    '%s in place of the table, its cohorts, a cohort, its cells, a cell or the definition',
    (_, value) => {
      const wrongs: unknown[] = [value, { ...asJson(), cohorts: value }, { ...asJson(), definition: value }];
      wrongs.push({ ...asJson(), cohorts: [value] }, { ...asJson(), cohorts: [{ cells: value }] });
      wrongs.push({ ...asJson(), cohorts: [{ cells: [value] }] });
      for (const wrong of wrongs) {
        const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;
        const { cohorts } = (wrong ?? {}) as CohortTable;
        if (isEmpty(cohorts) || isEmpty(cohorts?.[0]?.cells)) continue;
        expect(refusalOf(() => retentionCurve(wrong as never)).metric).toBe('retentionCurve');
      }
    },
  );

  test.each(['period', 'members', 'retained'])('a cell of which "%s" is no count, by name and value', (name) => {
    for (const value of [-1, 0.5, Number.NaN, '1', null, undefined]) {
      const wrong = asJson();
      wrong.cohorts[0]!.cells[1]![name] = value;
      const error = refusalOf(() => retentionCurve(wrong as never));
      expect([error.code, error.path]).toEqual(['not-a-count', [`table.cohorts[0].cells[1].${name}`]]);
    }
  });

  test('a cell of more retained than members', () => {
    const wrong = asJson();
    wrong.cohorts[0]!.cells[1]!.retained = 2;
    expect(refusalOf(() => retentionCurve(wrong as never)).code).toBe('above-limit');
  });

  test('a base of more than the members, and a bracket that ends before it begins', () => {
    const wrong = asJson();
    wrong.cohorts[0]!.cells[1]!.base = 2;
    expect(refusalOf(() => retentionCurve(wrong as never)).path).toEqual(['table.cohorts[0].cells[1].base']);
    const reversed = asJson();
    reversed.cohorts[0]!.cells[1]!.lastPeriod = 0;
    expect(refusalOf(() => retentionCurve(reversed as never)).path).toEqual(['table.cohorts[0].cells[1].lastPeriod']);
  });

  test('a period that is there twice: it would count twice', () => {
    const wrong = asJson();
    wrong.cohorts[0]!.cells.push(wrong.cohorts[0]!.cells[1]!);
    expect(refusalOf(() => retentionCurve(wrong as never)).message).toBe(
      'retentionCurve: "table.cohorts[0].cells[2].period" must be at least 2; received 1',
    );
  });

  test('suppressed cells, which would be left out unseen', () => {
    const hidden = suppressSmallCells(table, { minimumCustomers: 2 });
    expect(refusalOf(() => retentionCurve(hidden)).message).toBe(
      `retentionCurve: "table.cohorts[0].cells[0].state" must be one of 'observed', 'partial'; received "suppressed"`,
    );
  });

  test('a pooling that is none, and an option that is none', () => {
    const error = refusalOf(() => retentionCurve(table, { pooling: 'mean' as never }));
    expect([error.code, error.path]).toEqual(['not-an-option', ['pooling']]);
    expect(refusalOf(() => retentionCurve(table, { level: 0.9 } as never)).code).toBe('unknown-option');
  });

  test('a level that is none', () => {
    const wrong = asJson();
    wrong.definition.level = 95;
    expect(refusalOf(() => retentionCurve(wrong as never)).path).toEqual(['level']);
  });
});

describe('published cases', () => {
  /** Cohorts of these sizes on consecutive days, of whom the given numbers are active so many days later. */
  function cohortsOf(sizes: readonly { size: number; retained: readonly number[] }[]) {
    return sizes.flatMap(({ size, retained }, came) =>
      Array.from({ length: size }, (_, member) => {
        const days = retained.flatMap((kept, period) => (member < kept || period === 0 ? [came + period] : []));
        return [`${came}-${member}`, ...days] as [string, ...number[]];
      }),
    );
  }

  test('PostHog, issue 25998: 2 of 10 and 0 of 100 are 1.8 % pooled, not the 10 % of their mean', () => {
    const { cohorts, pooledPercent, simpleMeanPercent } = vendors.postHogPooling;
    const sizes = cohorts.map(({ size, retained }) => ({ size, retained: [size, retained] }));
    const [, second] = retentionCurve(cohortTable(active(...cohortsOf(sizes)), daily(3))).points;
    expect([second!.cohorts, second!.members, second!.retained]).toEqual([2, 110, 2]);
    expect(Math.round(second!.rate * 1000) / 10).toBe(pooledPercent);
    expect(simpleMeanPercent).toBe(10);
  });

  test('OpenPanel differs: it counts zeros that were not observed (25 of 240), here only cohorts that were are asked (25 of 180)', () => {
    const { cohorts, rateAt } = vendors.openPanelPooling;
    const { points } = retentionCurve(cohortTable(active(...cohortsOf(cohorts)), daily(4)));
    expect(rateAt).toEqual({ '2': 0.1, '3': 0.04 });
    expect([25 / 240, 10 / 240].map((rate) => Math.round(rate * 100) / 100)).toEqual([0.1, 0.04]);
    expect(points.map(({ members, retained, rate }) => [members, retained, rate])).toEqual([
      [240, 240, 1],
      [240, 120, 0.5],
      [180, 25, 25 / 180],
      [100, 10, 0.1],
    ]);
  });
});
