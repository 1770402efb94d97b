import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { bridgeGaps } from '../../src/log/bridgeGaps.ts';
import { customerMovements } from '../../src/rates/customerMovements.ts';
import { winBackRate } from '../../src/rates/winBackRate.ts';
import { type WinBackRates, winBackRates } from '../../src/rates/winBackRates.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { anyPeriodOptions } from '../cohorts/cohortOracle.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTenures, type TenureRow, tenures } from './movementOracle.ts';
import { byCustomer, DAY, earliest, HOUR, plainOutcomes, plainPeriods, type Wait } from './periodOracle.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const row = (customer: string, from: string, to?: string): TenureRow => ({
  customer,
  from: day(from),
  to: to === undefined ? Infinity : day(to),
});

const countsOf = ({ periods }: WinBackRates) =>
  periods.map(({ label, state, losses, lostCustomers, wonBackCustomers, pending, wonBackEarly }) => [
    label,
    state,
    losses,
    lostCustomers,
    wonBackCustomers,
    pending,
    wonBackEarly,
  ]);

const MONTHS = { period: 'month', within: 30 } as const;

/** The losses of one customer, in days since 1970: how many, and how many won back within 30 days. */
function lossesOf(rows: readonly (readonly [from: number, to: number])[], asOf = 1000): number[] {
  const own = rows.map(([from, to]) => ({ customer: 'ada', from: from * DAY, to: to * DAY }));
  const { periods } = winBackRates(tenures(own, asOf * DAY), { period: 'year', within: 30 });
  const total = (name: 'losses' | 'wonBackCustomers') => periods.reduce((sum, period) => sum + period[name], 0);
  return [total('losses'), total('wonBackCustomers')];
}

describe('winBackRates', () => {
  const rows = [
    row('ada', '2024-01-01', '2024-02-05'),
    row('ada', '2024-02-20'),
    row('bob', '2024-01-01', '2024-02-09'),
    row('cyd', '2024-01-01', '2024-03-25'),
  ];

  test('is one record a month from the first tenure to asOf, with counts, rate, interval, state and definition', () => {
    const { lower, upper } = proportionInterval({ successes: 1, trials: 2 });
    const undefinedRate = { rate: Number.NaN, interval: { lower: Number.NaN, upper: Number.NaN } };
    expect(winBackRates(tenures(rows, day('2024-04-01')), MONTHS)).toStrictEqual({
      periods: [
        {
          ...{ label: '2024-01', from: day('2024-01-01'), to: day('2024-02-01'), state: 'observed', losses: 0 },
          ...{ lostCustomers: 0, wonBackCustomers: 0, pending: 0, wonBackEarly: 0, ...undefinedRate },
        },
        {
          ...{ label: '2024-02', from: day('2024-02-01'), to: day('2024-03-01'), state: 'observed', losses: 2 },
          ...{ lostCustomers: 2, wonBackCustomers: 1, pending: 0, wonBackEarly: 0 },
          ...{ rate: 0.5, interval: { lower, upper } },
        },
        {
          ...{ label: '2024-03', from: day('2024-03-01'), to: day('2024-04-01'), state: 'partial', losses: 1 },
          ...{ lostCustomers: 0, wonBackCustomers: 0, pending: 1, wonBackEarly: 0, ...undefinedRate },
        },
      ],
      definition: {
        ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ basis: 'losses', within: 30, asOf: day('2024-04-01'), level: 0.95, method: 'wilson' },
      },
    });
  });

  test('each record goes straight into winBackRate', () => {
    const { periods } = winBackRates(tenures(rows, day('2024-04-01')), MONTHS);
    expect(periods.map(winBackRate)).toEqual([Number.NaN, 0.5, Number.NaN]);
  });

  test('an end with another tenure open is no loss, nor is one with a tenure that begins at that very instant', () => {
    expect(
      lossesOf([
        [0, 50],
        [20, 100],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 100],
        [20, 50],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 50],
        [50, 100],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 50],
        [51, 100],
      ]),
    ).toEqual([2, 1]);
    expect(
      lossesOf([
        [0, 50],
        [20, Infinity],
      ]),
    ).toEqual([0, 0]);
  });

  test('a tenure of no length is a loss, and a return, unless another holds it', () => {
    expect(lossesOf([[10, 10]])).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 50],
        [60, 60],
      ]),
    ).toEqual([2, 1]);
    expect(
      lossesOf([
        [0, 50],
        [50, 50],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 50],
        [20, 20],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [5, 5],
        [5, 20],
      ]),
    ).toEqual([1, 0]);
  });

  test('the next tenure must begin less than the time after the loss, not exactly then', () => {
    expect(
      lossesOf([
        [0, 50],
        [80, Infinity],
      ]),
    ).toEqual([1, 0]);
    expect(
      lossesOf([
        [0, 50],
        [80 - 1 / DAY, Infinity],
      ]),
    ).toEqual([1, 1]);
  });

  test('who is lost twice counts twice, each loss with its own next start', () => {
    expect(
      lossesOf([
        [0, 50],
        [60, 70],
        [200, 300],
      ]),
    ).toEqual([3, 1]);
    expect(
      lossesOf([
        [0, 50],
        [60, 70],
        [75, Infinity],
      ]),
    ).toEqual([2, 2]);
  });

  test('a loss belongs to the period that its instant begins: paid up to 1 March is lost in March', () => {
    const log = tenures([row('ada', '2024-01-10', '2024-03-01')], day('2024-06-01'));
    const lost = winBackRates(log, MONTHS).periods.filter(({ losses }) => losses > 0);
    expect(lost.map(({ label }) => label)).toEqual(['2024-03']);
    const moved = customerMovements(log, { period: 'month' }).periods.filter(({ lostCustomers }) => lostCustomers > 0);
    expect(moved.map(({ label }) => label)).toEqual(['2024-03']);
  });

  test('who joins and leaves within one period is a loss here, though a movement has them in neither flow', () => {
    const log = tenures([row('ada', '2024-01-10', '2024-01-20')], day('2024-03-01'));
    expect(winBackRates(log, MONTHS).periods[0]!.losses).toBe(1);
    expect(customerMovements(log, { period: 'month' }).periods[0]!.lostCustomers).toBe(0);
  });

  test('an end at asOf or after it is not known to be a loss yet, and a start from asOf on is no return', () => {
    expect(lossesOf([[0, 50]], 50)).toEqual([0, 0]);
    expect(lossesOf([[0, 49]], 50)).toEqual([1, 0]);
    const rebooked = tenures([row('ada', '2024-01-01', '2024-02-05'), row('ada', '2024-02-10')], day('2024-02-10'));
    expect(countsOf(winBackRates(rebooked, MONTHS))[1]).toEqual(['2024-02', 'partial', 1, 0, 0, 1, 0]);
  });

  test('a loss has had the time exactly when it ends at asOf', () => {
    const own = [
      row('ada', '2024-01-01', '2024-02-02'),
      row('bob', '2024-01-01', '2024-02-03'),
      row('bob', '2024-02-04'),
    ];
    const told = (asOf: string) => countsOf(winBackRates(tenures(own, day(asOf)), MONTHS))[1];
    expect(told('2024-03-02')).toEqual(['2024-02', 'partial', 2, 0, 0, 1, 1]);
    expect(told('2024-03-03')).toEqual(['2024-02', 'partial', 2, 1, 0, 0, 1]);
    expect(told('2024-03-04')).toEqual(['2024-02', 'observed', 2, 2, 1, 0, 0]);
  });

  test('late renewals that bridgeGaps closes are no losses', () => {
    const log = tenures([row('ada', '2024-01-01', '2024-02-01'), row('ada', '2024-02-04')], day('2024-06-01'));
    const losses = (of: typeof log) => winBackRates(of, MONTHS).periods.reduce((sum, period) => sum + period.losses, 0);
    expect([losses(log), losses(bridgeGaps(log, { grace: 7 }))]).toEqual([1, 0]);
  });

  test('a log without tenures before asOf has no periods', () => {
    expect(winBackRates(tenures([], 0), MONTHS).periods).toEqual([]);
    expect(winBackRates(tenures([row('ada', '2024-05-10')], day('2024-05-10')), MONTHS).periods).toEqual([]);
  });

  test('a day that the zone skipped has no record', () => {
    const own = [{ customer: 'ada', from: Date.parse('2011-12-29T12:00Z'), to: Date.parse('2011-12-30T10:00Z') }];
    const log = tenures(own, Date.parse('2011-12-31T09:00Z'));
    const { periods } = winBackRates(log, { period: 'day', timeZone: 'Pacific/Apia', within: 1 });
    expect(periods.map(({ label, losses }) => [label, losses])).toEqual([
      ['2011-12-29', 0],
      ['2011-12-31', 1],
    ]);
  });

  test('the level makes the interval wider or narrower, and is in the definition', () => {
    const { periods, definition } = winBackRates(tenures(rows, day('2024-04-01')), { ...MONTHS, level: 0.5 });
    const { lower, upper } = proportionInterval({ successes: 1, trials: 2 }, { level: 0.5 });
    expect([periods[1]!.interval, definition.level]).toEqual([{ lower, upper }, 0.5]);
  });
});

describe('winBackRates refuses', () => {
  const log = tenures([row('ada', '2024-01-01')], day('2024-02-01'));
  const refuse = (options: object) => refusalOf(() => winBackRates(log, { ...MONTHS, ...options } as never));

  test('what is no tenure log, and options that are none', () => {
    expect(refusalOf(() => winBackRates({} as never, MONTHS)).code).toBe('not-a-log');
    for (const options of [undefined, null, 30])
      expect(refusalOf(() => winBackRates(log, options as never)).code).toBe('not-a-record');
  });

  test('a time that is not above 0, an unknown period, zone, level or option', () => {
    for (const within of [0, -1, Number.NaN, Infinity, '30', undefined])
      expect(refuse({ within })).toMatchObject({ code: 'not-a-quantity', path: ['within'] });
    expect(refuse({ period: 'fortnight' }).code).toBe('not-an-option');
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ level: 0 })).toMatchObject({ code: 'not-an-option', path: ['level'] });
    expect(refuse({ asOf: 5 })).toMatchObject({ code: 'unknown-option', metric: 'winBackRates' });
  });

  test('more days than anyone can want', () => {
    const old = tenures([{ customer: 'ada', from: -8e15, to: Infinity }], 0);
    expect(refusalOf(() => winBackRates(old, { period: 'day', within: 30 })).code).toBe('too-many-periods');
  });
});

/** The losses of one customer: ends before `asOf` at which none of their tenures is open or begins and lasts. */
function plainLosses(own: readonly TenureRow[], asOf: number): Wait[] {
  const ends = [...new Set(own.map(({ to }) => to))].filter((end) => end < asOf);
  return ends
    .filter((end) => !own.some(({ from, to }) => from <= end && end < to))
    .map((at) => ({ at, nextAt: earliest(own.map(({ from }) => from).filter((from) => from > at)) }));
}

/** What the table is to say, by asking of each end who was there. */
function plainTable(rows: readonly TenureRow[], options: PeriodOptions, hours: number, asOf: number): unknown[] {
  const losses = byCustomer(rows, (one) => one).flatMap((own) => plainLosses(own, asOf));
  const first = earliest(rows.map(({ from }) => from)) ?? asOf;
  return plainPeriods(first, asOf, options).map(({ label, from, to }) => {
    const own = losses.filter(({ at }) => from <= at && at < to);
    const { all, mature, met, pending, early } = plainOutcomes(own, hours * HOUR, asOf);
    return [label, to <= asOf && mature === all ? 'observed' : 'partial', all, mature, met, pending, early];
  });
}

/** Tenures on a grid of six hours around a turn of the year in which Apia skipped a day. */
const anyRows = anyTenures(6 * HOUR, 600).map((rows) =>
  rows.map((one) => ({ ...one, from: one.from + day('2011-09-20'), to: one.to + day('2011-09-20') })),
);
const anyAsOf = fc.integer({ min: 0, max: 250 * 24 }).map((hours) => day('2011-09-25') + hours * HOUR);
const anyHours = fc.oneof(fc.constantFrom(6, 24, 30 * 24, 60 * 24), fc.integer({ min: 1, max: 100 * 24 }));

describe('winBackRates of any log', () => {
  const tableOf = (rows: readonly TenureRow[], options: PeriodOptions, hours: number, asOf: number) =>
    winBackRates(tenures(rows, asOf), { ...options, within: hours / 24 });

  test('is what asking every tenure about every end gives', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        expect(countsOf(tableOf(rows, options, hours, asOf))).toEqual(plainTable(rows, options, hours, asOf));
      }),
      runs(100),
    );
  });

  test('counts every loss once: mature, pending or early, and the same in all whatever the period', () => {
    const total = ({ periods }: WinBackRates) =>
      ['losses', 'lostCustomers', 'wonBackCustomers', 'pending', 'wonBackEarly'].map((name) =>
        periods.reduce((sum, period) => sum + Number(period[name as 'losses']), 0),
      );
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        const table = tableOf(rows, options, hours, asOf);
        for (const { losses, lostCustomers, pending, wonBackEarly } of table.periods)
          expect(lostCustomers + pending + wonBackEarly).toBe(losses);
        expect(total(table)).toEqual(total(tableOf(rows, { period: 'year' }, hours, asOf)));
      }),
      runs(60),
    );
  });

  test('has at least the lost customers of each period that customerMovements has', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyAsOf, (rows, options, asOf) => {
        const losses = new Map(tableOf(rows, options, 24, asOf).periods.map((period) => [period.label, period.losses]));
        for (const { label, lostCustomers } of customerMovements(tenures(rows, asOf), options).periods)
          expect(losses.get(label) ?? 0).toBeGreaterThanOrEqual(lostCustomers);
      }),
      runs(60),
    );
  });

  test('what is observed stays as it is when asOf moves on', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyHours, anyAsOf, fc.nat(100), (rows, options, hours, asOf, days) => {
        const before = tableOf(rows, options, hours, asOf).periods;
        const after = tableOf(rows, options, hours, asOf + days * DAY).periods;
        before.forEach((period, place) => {
          if (period.state === 'observed') expect(after[place]).toStrictEqual(period);
        });
      }),
      runs(60),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        const counts = (part: readonly TenureRow[]) =>
          new Map(tableOf(part, options, hours, asOf).periods.map((period) => [period.label, period]));
        const halves = [true, false].map((isFirst) =>
          counts(rows.filter(({ customer }) => customer < 'cz' === isFirst)),
        );
        for (const [label, { losses, lostCustomers, wonBackCustomers }] of counts(rows)) {
          const sum = (name: 'losses' | 'lostCustomers' | 'wonBackCustomers') =>
            halves.reduce((total, half) => total + (half.get(label)?.[name] ?? 0), 0);
          const sums = [sum('losses'), sum('lostCustomers'), sum('wonBackCustomers')];
          expect(sums).toEqual([losses, lostCustomers, wonBackCustomers]);
        }
      }),
      runs(60),
    );
  });
});

test('the shop: all its subscriptions, as asking every one about every end gives', () => {
  const rows = generateShop().subscriptions.map(({ customer_id, started_at, ended_at }) => ({
    customer: customer_id,
    from: Date.parse(started_at),
    to: ended_at === '' ? Infinity : Date.parse(ended_at),
  }));
  expect(rows.length).toBeGreaterThan(100);
  const asOf = rows.reduce((last, { from }) => Math.max(last, from), 0);
  const options = { period: 'quarter', timeZone: 'Europe/Berlin' } as const;
  const table = winBackRates(tenures(rows, asOf), { ...options, within: 90 });
  expect(countsOf(table)).toEqual(plainTable(rows, options, 90 * 24, asOf));
  expect(table.periods.some(({ wonBackCustomers }) => wonBackCustomers > 0)).toBe(true);
});
