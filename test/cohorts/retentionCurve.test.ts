import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };
import { anyAsOf, anyEvents, anyPeriodOptions, type EventRow, events } from './cohortOracle.ts';

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
    expect(told(cohortTable(log, daily(0)))).toEqual([]);
  });

  test('carries the definition of the table and how it pooled', () => {
    const table = cohortTable(log, { ...daily(3), level: 0.9 });
    expect(retentionCurve(table).definition).toStrictEqual({ ...table.definition, pooling: 'pooledMature' });
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

describe('retentionCurve of any table', () => {
  test('lies, in every period, between the lowest and the highest rate that it pools, within its interval', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyAsOf, fc.boolean(), (rows, options, asOf, byPlan) => {
        const table = cohortTable(events(rows), { ...options, asOf, ...(byPlan && { attribute: 'plan' }) });
        const cells = table.cohorts.flatMap((cohort) => cohort.cells).filter(({ state }) => state === 'observed');
        for (const { period, rate, members, retained, interval, cohorts } of retentionCurve(table).points) {
          const pooled = cells.filter((cell) => cell.period === period && cell.members > 0);
          const rates = pooled.map((cell) => cell.rate);
          expect(Math.min(...rates) <= rate && rate <= Math.max(...rates)).toBe(true);
          expect(interval.lower <= rate && rate <= interval.upper).toBe(true);
          expect(members).toBe(pooled.reduce((sum, cell) => sum + cell.members, 0));
          expect(retained).toBe(pooled.reduce((sum, cell) => sum + cell.retained, 0));
          expect(cohorts).toBe(pooled.length);
        }
      }),
      runs(80),
    );
  });

  test('starts at 1 and rests on no more members from period to period, where periods of the calendar make cohorts', () => {
    fc.assert(
      fc.property(anyEvents, anyAsOf, fc.constantFrom('week', 'month'), (rows, asOf, period) => {
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
