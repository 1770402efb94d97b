import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type SecondPurchaseTimes,
  type TimesToSecondPurchase,
  timesToSecondPurchase,
} from '../../src/cohorts/timesToSecondPurchase.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import { survivalAt } from '../../src/statistics/survivalAt.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { exactSurvival, type Lasted, ulpsFrom } from '../statistics/survivalOracle.ts';

const DAY = 86_400_000;
const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);

interface Order {
  readonly customer: string;
  readonly at: number;
}

const logOf = (orders: readonly Order[]): EventLog =>
  eventLogFromColumns({ customer: orders.map((one) => one.customer), at: orders.map((one) => one.at) });
const orders = (...given: readonly (readonly [customer: string, ...at: number[]])[]): EventLog =>
  logOf(given.flatMap(([customer, ...at]) => at.map((own) => ({ customer, at: own }))));
const told = ({ customers, returned, medianDays }: SecondPurchaseTimes) => [customers, returned, medianDays];

describe('timesToSecondPurchase', () => {
  const log = orders(
    ['ada', day(1, 5), day(1, 25), day(2, 20)],
    ['bob', day(1, 9)],
    ['cyd', day(2, 3)],
    ['dan', day(2, 4), day(2, 9)],
  );

  test('gives each cohort its curve, by hand', () => {
    const { cohorts, pooled } = timesToSecondPurchase(log, { period: 'month', asOf: day(2, 13) });
    expect(cohorts.map(({ label, from }) => [label, from])).toEqual([
      ['2024-01', day(1, 1)],
      ['2024-02', day(2, 1)],
    ]);
    // January: Ada after 20 days, Bob not in 35. February: Cyd not in 10, Dan after 5.
    expect(cohorts[0]!.curve).toMatchObject({ time: Float64Array.of(20), survival: Float64Array.of(0.5), longest: 35 });
    expect(cohorts[1]!.curve).toMatchObject({ time: Float64Array.of(5), survival: Float64Array.of(0.5), longest: 10 });
    // The curves lie level at a half from 20 to 35 and from 5 to 10: the middles.
    expect(cohorts.map(told)).toEqual([
      [2, 1, 27.5],
      [2, 1, 7.5],
    ]);
    // All together: 1 of 4 at 5 days; Cyd goes out of sight after 10; 1 of 2 at 20.
    expect(pooled.curve).toMatchObject({ time: Float64Array.of(5, 20), survival: Float64Array.of(0.75, 0.375) });
    expect(told(pooled)).toEqual([4, 2, 20]);
  });

  test('the second purchase is what counts, and not those after it', () => {
    const { pooled } = timesToSecondPurchase(orders(['ada', day(1, 1), day(1, 3), day(1, 30)]), {
      ...{ period: 'month', asOf: day(3, 1) },
    });
    expect(pooled.curve.time).toEqual(Float64Array.of(2));
  });

  test('orders at the very instant of the first are one purchase with it, and counted', () => {
    const twice = orders(['ada', day(1, 1), day(1, 1), day(1, 1), day(1, 8)], ['bob', day(1, 1), day(1, 1)]);
    const { pooled, joinedOrders } = timesToSecondPurchase(twice, { period: 'month', asOf: day(2, 1) });
    expect([told(pooled), joinedOrders]).toEqual([[2, 1, 19], 3]);
    expect(pooled.curve.time).toEqual(Float64Array.of(7));
  });

  test('orders at asOf or later are not looked at, and counted', () => {
    const { cohorts, pooled, laterOrders } = timesToSecondPurchase(log, { period: 'month', asOf: day(1, 25) });
    expect([cohorts.length, told(pooled), laterOrders]).toEqual([1, [2, 0, Number.NaN], 5]);
    expect(pooled.curve.longest).toBe(20);
  });

  test('who came late has been looked at for less: a cohort of yesterday is no worse for it', () => {
    // Everyone comes back after 30 days; of the second cohort half have not had them.
    const rows = Array.from({ length: 40 }, (_, place): Order[] => {
      const first = day(1, 1) + place * DAY;
      return [first, first + 30 * DAY].map((at) => ({ customer: `${place}`, at }));
    }).flat();
    const { cohorts } = timesToSecondPurchase(logOf(rows), { period: 'month', asOf: day(3, 5) + DAY / 2 });
    // The last of January came on the 31st, and of February on the 9th; those up to the 4th have had their 30 days.
    expect(cohorts.map((cohort) => [cohort.label, cohort.customers, cohort.returned, cohort.medianDays])).toEqual([
      ['2024-01', 31, 31, 30],
      ['2024-02', 9, 4, 30],
      ['2024-03', 0, 0, Number.NaN],
    ]);
    expect(cohorts[1]!.returned / cohorts[1]!.customers).toBeLessThan(0.5);
    expect(survivalAt(cohorts[1]!.curve, { time: 30 })).toBe(0);
  });

  test('a month of nobody has its record, and a day that the zone skipped has none', () => {
    const gap = timesToSecondPurchase(orders(['ada', day(1, 5)], ['bob', day(3, 5)]), {
      ...{ period: 'month', asOf: day(4, 1) },
    });
    expect(gap.cohorts.map((cohort) => [cohort.label, cohort.customers])).toEqual([
      ['2024-01', 1],
      ['2024-02', 0],
      ['2024-03', 1],
    ]);
    expect(gap.cohorts[1]!.curve.longest).toBeNaN();
    // Samoa went from 29 to 31 December 2011.
    const samoa = timesToSecondPurchase(orders(['ada', Date.UTC(2011, 11, 29, 12)]), {
      ...{ period: 'day', timeZone: 'Pacific/Apia', asOf: Date.UTC(2011, 11, 31, 12) },
    });
    expect(samoa.cohorts.map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });

  test('nobody: no cohort, and a curve of nothing', () => {
    const { cohorts, pooled } = timesToSecondPurchase(orders(), { period: 'month', asOf: day(1, 1) });
    expect([cohorts, told(pooled)]).toEqual([[], [0, 0, Number.NaN]]);
  });

  test('says what it rests on, and has curves of its level', () => {
    const { definition, cohorts, pooled } = timesToSecondPurchase(log, {
      ...{ period: 'week', timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', asOf: new Date(day(2, 13)), level: 0.8 },
    });
    expect(definition).toEqual({
      ...{ period: 'week', timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', entry: 'firstEvent' },
      ...{ asOf: day(2, 13), unit: 'days', level: 0.8 },
    });
    expect([cohorts[0]!.curve.definition.level, pooled.curve.definition.level]).toEqual([0.8, 0.8]);
  });
});

/** Cohorts the slow way: a look through all rows for each customer, and periods stepped through one by one. */
function plainCohorts(
  rows: readonly Order[],
  options: PeriodOptions,
  asOf: number,
): { readonly label: string; readonly things: readonly Lasted[] }[] {
  const known = rows.filter(({ at }) => at < asOf);
  if (known.length === 0) return [];
  const times = [...new Set(known.map(({ customer }) => customer))].map((name) => {
    const own = known.filter(({ customer }) => customer === name).map(({ at }) => at);
    const first = Math.min(...own);
    const second = Math.min(...own.filter((at) => at > first));
    const isBack = second !== Infinity;
    return { first, time: ((isBack ? second : asOf) - first) / DAY, ended: isBack ? (1 as const) : (0 as const) };
  });
  const cohorts: { label: string; things: Lasted[] }[] = [];
  const origin = periodStart(Math.min(...times.map(({ first }) => first)), options);
  for (let step = 0; ; step++) {
    const [from, to] = [addPeriods(origin, step, options), addPeriods(origin, step + 1, options)].map(Number);
    if (from! >= asOf) return cohorts;
    const things = times.filter(({ first }) => first >= from! && first < to!);
    cohorts.push({ label: periodLabel(from!, options), things });
  }
}

const anyOrders = fc.array(
  fc.record({
    customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'),
    at: fc.nat(60 * 4).map((quarters) => day(1, 1) + (quarters * DAY) / 4),
  }),
  { maxLength: 40 },
);
const anyOptions = fc.record({
  period: fc.constantFrom<PeriodOptions['period'][]>('week', 'month'),
  timeZone: fc.constantFrom('UTC', 'America/New_York'),
});

describe('timesToSecondPurchase of any orders', () => {
  test('has the cohorts, counts and curves of a plain look through all rows', () => {
    fc.assert(
      fc.property(anyOrders, anyOptions, fc.integer({ min: 0, max: 70 }), (rows, options, days) => {
        const asOf = day(1, 1) + days * DAY;
        fc.pre(rows.length === 0 || rows.some(({ at }) => at < asOf));
        const found = timesToSecondPurchase(logOf(rows), { ...options, asOf });
        const expected = plainCohorts(rows, options, asOf);
        expect(found.cohorts.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
        const all = { label: 'all', things: expected.flatMap(({ things }) => things) };
        [...found.cohorts, found.pooled].forEach((cohort, place) => {
          const { things } = expected[place] ?? all;
          const returned = things.filter(({ ended }) => ended === 1).length;
          expect([cohort.customers, cohort.returned]).toEqual([things.length, returned]);
          const ends = new Set(things.filter(({ ended }) => ended === 1).map(({ time }) => time));
          expect(Array.from(cohort.curve.time)).toEqual([...ends].sort((one, other) => one - other));
          cohort.curve.survival.forEach((left, step) => {
            const exact = exactSurvival(things, cohort.curve.time[step]!);
            if (exact.numerator === 0n) expect(left).toBe(0);
            else expect(ulpsFrom(left, exact)).toBeLessThanOrEqual(8);
          });
        });
      }),
      runs(200),
    );
  });

  test('counts every row that it does not look at', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 0, max: 70 }), (rows, days) => {
        const asOf = day(1, 1) + days * DAY;
        fc.pre(rows.length === 0 || rows.some(({ at }) => at < asOf));
        const { joinedOrders, laterOrders } = timesToSecondPurchase(logOf(rows), { period: 'month', asOf });
        expect(laterOrders).toBe(rows.filter(({ at }) => at >= asOf).length);
        const known = rows.filter(({ at }) => at < asOf);
        const firsts = new Map<string, number>();
        for (const { customer, at } of known) firsts.set(customer, Math.min(at, firsts.get(customer) ?? Infinity));
        const atFirst = known.filter(({ customer, at }) => firsts.get(customer) === at).length;
        expect(joinedOrders).toBe(atFirst - firsts.size);
      }),
      runs(100),
    );
  });
});

describe('timesToSecondPurchase refuses', () => {
  const log = orders(['ada', day(1, 5)]);

  test('a time to look at that ends before the log begins', () => {
    const refusal = refusalOf(() => timesToSecondPurchase(log, { period: 'month', asOf: day(1, 5) }));
    expect(refusal).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
  });
  const ask = (given: unknown, options: unknown) => (): TimesToSecondPurchase =>
    timesToSecondPurchase(given as never, options as never);

  test('what is no log, no calendar, no instant, no level and no option', () => {
    const options = { period: 'month', asOf: day(2, 1) };
    expect(refusalOf(ask([], options)).code).toBe('not-a-log');
    expect(refusalOf(ask(log, { ...options, period: 'fortnight' })).code).toBe('not-an-option');
    expect(refusalOf(ask(log, { ...options, timeZone: 'Mars/Base' })).code).toBe('unknown-time-zone');
    expect(refusalOf(ask(log, { period: 'month' })).path).toEqual(['asOf']);
    expect(refusalOf(ask(log, { ...options, level: 95 })).path).toEqual(['level']);
    expect(refusalOf(ask(log, { ...options, within: 30 })).code).toBe('unknown-option');
  });

  test('more cohorts than it could hold, before any work', () => {
    const { code, metric, path } = refusalOf(ask(log, { period: 'hour', asOf: day(1, 5) + 65_537 * 3_600_000 }));
    expect([code, metric, path]).toEqual(['too-many-periods', 'timesToSecondPurchase', ['period']]);
    expect(refusalOf(ask(log, { period: 'day', asOf: Date.UTC(9000, 0, 1) })).metric).toBe('timesToSecondPurchase');
  });

  test.each(HOSTILE_VALUES)('%s in place of the log or of the options', (_, value) => {
    expect(refusalOf(ask(value, { period: 'month', asOf: 0 })).metric).toBe('timesToSecondPurchase');
    expect(refusalOf(ask(log, value)).metric).toBe('timesToSecondPurchase');
  });
});
