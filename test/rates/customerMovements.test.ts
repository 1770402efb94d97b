import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRate } from '../../src/rates/churnRate.ts';
import { type CustomerMovements, customerMovements, type MovementsOptions } from '../../src/rates/customerMovements.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };
import { addCounts, anyTenures, countsOf, plainMovement, type TenureRow, tenures } from './movementOracle.ts';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** A row of which either end may be a date. */
const row = (customer: string, from: string, to?: string | null): TenureRow => ({
  customer,
  from: day(from),
  to: to ? day(to) : Infinity,
});

function series(rows: readonly TenureRow[], asOf: string, options: MovementsOptions) {
  return customerMovements(tenures(rows, day(asOf)), options);
}

const told = ({ periods }: CustomerMovements) =>
  periods.map((period) => [
    period.label,
    period.customersAtStart,
    period.newCustomers,
    period.lostCustomers,
    period.customersAtEnd,
  ]);

describe('customerMovements', () => {
  test('is one record a month from the first start to asOf, with names, ends and state', () => {
    const rows = [row('ada', '2024-01-10', '2024-02-05'), row('bob', '2024-02-01'), row('ada', '2024-03-03')];
    const movements = series(rows, '2024-03-10', { period: 'month' });
    expect(movements).toStrictEqual({
      periods: [
        {
          ...{ label: '2024-01', from: day('2024-01-01'), to: day('2024-02-01'), state: 'observed' },
          ...{ customersAtStart: 0, customersAtEnd: 1, newCustomers: 1, firstTimeCustomers: 1, returnedCustomers: 0 },
          ...{ lostCustomers: 0, retainedCustomers: 0, joinedAndLeft: 0, formerCustomersAtStart: 0 },
        },
        {
          ...{ label: '2024-02', from: day('2024-02-01'), to: day('2024-03-01'), state: 'observed' },
          ...{ customersAtStart: 1, customersAtEnd: 1, newCustomers: 1, firstTimeCustomers: 1, returnedCustomers: 0 },
          ...{ lostCustomers: 1, retainedCustomers: 0, joinedAndLeft: 0, formerCustomersAtStart: 0 },
        },
        {
          ...{ label: '2024-03', from: day('2024-03-01'), to: day('2024-04-01'), state: 'partial' },
          ...{ customersAtStart: 1, customersAtEnd: 2, newCustomers: 1, firstTimeCustomers: 0, returnedCustomers: 1 },
          ...{ lostCustomers: 0, retainedCustomers: 1, joinedAndLeft: 0, formerCustomersAtStart: 1 },
        },
      ],
      definition: {
        ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ basis: 'tenures', asOf: day('2024-03-10') },
      },
    });
  });

  test('data by the day puts who joins on the 1st, and who ends on it, into the month that the 1st begins', () => {
    const rows = [row('stays', '2024-01-15'), row('joins', '2024-02-01'), row('ends', '2024-01-20', '2024-02-01')];
    expect(told(series(rows, '2024-03-01', { period: 'month' }))).toEqual([
      ['2024-01', 0, 2, 0, 2],
      ['2024-02', 2, 1, 1, 2],
    ]);
  });

  test('who joins on the 1st is not lost in that very month: there on 1 January, gone by March, lost in March', () => {
    const rows = [row('ada', '2024-01-01', '2024-03-15')];
    expect(told(series(rows, '2024-04-01', { period: 'month' }))).toEqual([
      ['2024-01', 0, 1, 0, 1],
      ['2024-02', 1, 0, 0, 1],
      ['2024-03', 1, 0, 1, 0],
    ]);
  });

  test('a period that ends with asOf is observed, one millisecond less makes it partial', () => {
    const log = (asOf: number) => tenures([row('ada', '2024-01-10')], asOf);
    const states = (asOf: number) =>
      customerMovements(log(asOf), { period: 'month' }).periods.map(({ state }) => state);
    expect(states(day('2024-02-01'))).toEqual(['observed']);
    expect(states(day('2024-02-01') - 1)).toEqual(['partial']);
    expect(states(day('2024-02-01') + 1)).toEqual(['observed', 'partial']);
  });

  test('a partial period tells what is known on its last known instant: who is to end later in it is still there', () => {
    const rows = [row('ada', '2024-01-10', '2024-02-20'), row('bob', '2024-01-10', '2024-02-05')];
    expect(told(series(rows, '2024-02-10', { period: 'month' }))[1]).toEqual(['2024-02', 2, 0, 1, 1]);
  });

  test('from and to choose periods, whole ones, which count the same as in the whole series', () => {
    const rows = [row('ada', '2024-01-10', '2024-03-05'), row('bob', '2024-02-02'), row('cyd', '2024-04-09')];
    const whole = series(rows, '2024-06-01', { period: 'month' });
    const chosen = series(rows, '2024-06-01', { period: 'month', from: day('2024-02-29'), to: new Date('2024-04-01') });
    expect(whole.periods).toHaveLength(5);
    expect(chosen.periods).toStrictEqual(whole.periods.slice(1, 3));
  });

  test('from may lie before everyone: those periods are empty', () => {
    const movements = series([row('ada', '2024-03-10')], '2024-04-01', { period: 'month', from: day('2024-01-01') });
    expect(told(movements)).toEqual([
      ['2024-01', 0, 0, 0, 0],
      ['2024-02', 0, 0, 0, 0],
      ['2024-03', 0, 1, 0, 1],
    ]);
  });

  test('an empty interval has no periods, and neither has a log without tenures or one that starts after asOf', () => {
    const at = day('2024-02-15');
    expect(series([row('ada', '2024-01-10')], '2024-04-01', { period: 'month', from: at, to: at }).periods).toEqual([]);
    expect(series([], '2024-04-01', { period: 'month' }).periods).toEqual([]);
    expect(series([row('ada', '2024-05-10')], '2024-04-01', { period: 'month' }).periods).toEqual([]);
    expect(told(series([], '2024-02-01', { period: 'month', from: day('2024-01-01') }))).toEqual([
      ['2024-01', 0, 0, 0, 0],
    ]);
  });

  test('months are those of the zone: New York begins April at 04:00 UTC, after its clocks went forward', () => {
    const rows = ['03:59:59.999', '04:00:00.000'].map((time) => ({
      customer: time,
      from: Date.parse(`2024-04-01T${time}Z`),
      to: Infinity,
    }));
    const options = { period: 'month', timeZone: 'America/New_York' } as const;
    const { periods } = series(rows, '2024-05-02', options);
    expect(periods.map(({ label, newCustomers }) => [label, newCustomers])).toEqual([
      ['2024-03', 1],
      ['2024-04', 1],
      ['2024-05', 0],
    ]);
    expect(periods.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2024-03-01T05:00:00.000Z',
      '2024-04-01T04:00:00.000Z',
      '2024-05-01T04:00:00.000Z',
    ]);
  });

  test('days are as long as the clock makes them: 23 hours when it goes forward in New York', () => {
    const rows = [{ customer: 'ada', from: Date.parse('2024-03-10T05:00Z'), to: Date.parse('2024-03-11T04:00Z') }];
    const options = { period: 'day', timeZone: 'America/New_York' } as const;
    expect(told(series(rows, '2024-03-12', options))).toEqual([
      ['2024-03-10', 0, 1, 0, 1],
      ['2024-03-11', 1, 0, 1, 0],
    ]);
  });

  test('a day that the zone skipped has a record in which nothing moves', () => {
    // Apia went from 29 to 31 December 2011 at 10:00 UTC on the 30th.
    const rows = [{ customer: 'ada', from: Date.parse('2011-12-29T12:00Z'), to: Date.parse('2011-12-30T10:00Z') }];
    const options = { period: 'day', timeZone: 'Pacific/Apia' } as const;
    expect(told(series(rows, '2011-12-31', options))).toEqual([
      ['2011-12-29', 0, 1, 0, 1],
      ['2011-12-30', 1, 0, 0, 1],
      ['2011-12-31', 1, 0, 1, 0],
    ]);
  });

  test('weeks start on the day told', () => {
    const rows = [row('sunday', '2024-03-03'), row('monday', '2024-03-04')];
    const options = { period: 'week', weekStartsOn: 'sunday' } as const;
    expect(told(series(rows, '2024-03-10', options))).toEqual([['week of 2024-03-03', 0, 2, 0, 2]]);
    expect(told(series(rows, '2024-03-11', { period: 'week' }))).toEqual([
      ['2024-W09', 0, 1, 0, 1],
      ['2024-W10', 1, 1, 0, 2],
    ]);
  });
});

describe('customerMovements refuses', () => {
  const log = tenures([row('ada', '2024-01-10')], day('2024-04-01'));
  const codeOf = (options: unknown) => refusalOf(() => customerMovements(log, options as never)).code;

  test('an end after asOf, by name and value', () => {
    const error = refusalOf(() => customerMovements(log, { period: 'month', to: day('2024-04-01') + 1 }));
    expect([error.code, error.metric, error.path]).toEqual(['after-as-of', 'customerMovements', ['to']]);
    expect(error.received).toBe('2024-04-01T00:00:00.001Z');
  });

  test('a reversed interval, an unknown zone, period, week start or option, and no options', () => {
    expect(codeOf({ period: 'month', from: day('2024-03-02'), to: day('2024-03-01') })).toBe('reversed-interval');
    expect(codeOf({ period: 'month', from: day('2024-04-02') })).toBe('reversed-interval');
    expect(codeOf({ period: 'month', timeZone: 'Mars/Olympus' })).toBe('unknown-time-zone');
    expect(codeOf({ period: 'fortnight' })).toBe('not-an-option');
    expect(codeOf({ period: 'week', weekStartsOn: 'Monday' })).toBe('not-an-option');
    expect(codeOf({ period: 'month', asOf: 5 })).toBe('unknown-option');
    expect(codeOf({ period: 'month', from: '2024-01-01' })).toBe('not-an-instant');
    for (const options of [undefined, null, 'month']) expect(codeOf(options)).toBe('not-a-record');
    expect(codeOf({})).toBe('not-an-option');
  });

  test('more days than anyone can want', () => {
    const old = tenures([{ customer: 'ada', from: -8e15, to: Infinity }], 0);
    expect(refusalOf(() => customerMovements(old, { period: 'day' })).code).toBe('too-many-periods');
  });
});

const ZONES = ['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Australia/Lord_Howe'];

/** Logs around turns of the year in which Apia skipped a day and clocks were changed. */
const anyCase = fc.record({
  rows: anyTenures(6 * 3_600_000, 600).map((rows) =>
    rows.map((row) => ({ ...row, from: row.from + day('2011-09-20'), to: row.to + day('2011-09-20') })),
  ),
  asOf: fc.integer({ min: 0, max: 200 * 24 }).map((hours) => day('2011-09-25') + hours * 3_600_000),
  options: fc.record<PeriodOptions>({
    period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
    timeZone: fc.constantFrom(...ZONES),
    weekStartsOn: fc.constantFrom('monday', 'sunday', 'wednesday'),
  }),
});

describe('customerMovements of any log', () => {
  test('is, period by period, what asking every tenure about both ends gives', () => {
    fc.assert(
      fc.property(anyCase, ({ rows, asOf, options }) => {
        const { periods } = customerMovements(tenures(rows, asOf), options);
        const first = Math.min(...rows.map(({ from }) => from), asOf);
        const origin = periodStart(first, options);
        const expected: unknown[] = [];
        for (let place = 0; first < asOf && addPeriods(origin, place, options) < asOf; place++) {
          const from = addPeriods(origin, place, options);
          const to = addPeriods(origin, place + 1, options);
          const state = to <= asOf ? 'observed' : 'partial';
          expected.push({ from, to, state, ...plainMovement(rows, from, Math.min(to, asOf)) });
        }
        expect(
          periods.map((period) => ({ ...countsOf(period), from: period.from, to: period.to, state: period.state })),
        ).toEqual(expected);
      }),
      runs(60),
    );
  });

  test('the identities hold in each period, and each one starts as the one before ended', () => {
    fc.assert(
      fc.property(anyCase, ({ rows, asOf, options }) => {
        const { periods } = customerMovements(tenures(rows, asOf), options);
        periods.forEach((period, place) => {
          expect(period.customersAtStart - period.lostCustomers + period.newCustomers).toBe(period.customersAtEnd);
          expect(period.firstTimeCustomers + period.returnedCustomers).toBe(period.newCustomers);
          expect(period.retainedCustomers + period.lostCustomers).toBe(period.customersAtStart);
          expect(period.customersAtStart).toBe(place === 0 ? 0 : periods[place - 1]!.customersAtEnd);
        });
        const came = periods.reduce((sum, period) => sum + period.firstTimeCustomers, 0);
        expect(came).toBeLessThanOrEqual(new Set(rows.map(({ customer }) => customer)).size);
      }),
      runs(60),
    );
  });

  test('moving asOf later, with what became known since, does not change observed periods', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(100), ({ rows, asOf, options }, days) => {
        const known = rows
          .filter(({ from }) => from < asOf)
          .map((row) => ({ ...row, to: row.to >= asOf ? Infinity : row.to }));
        const before = customerMovements(tenures(known, asOf), options).periods;
        const after = customerMovements(tenures(rows, asOf + days * DAY), options).periods;
        const observed = before.filter(({ state }) => state === 'observed');
        const from = observed[0]?.from ?? 0;
        const same = after.filter((period) => period.from >= from).slice(0, observed.length);
        expect(same).toStrictEqual(observed);
      }),
      runs(60),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anyCase, ({ rows, asOf, options }) => {
        const from = day('2011-09-20');
        fc.pre(asOf > from);
        const half = (isFirst: boolean) => rows.filter(({ customer }) => customer < 'cz' === isFirst);
        const [one, other, all] = [half(true), half(false), rows].map((part) =>
          customerMovements(tenures(part, asOf), { ...options, from }).periods.map(countsOf),
        );
        expect(one!.map((counts, place) => addCounts(counts, other![place]!))).toEqual(all);
      }),
      runs(60),
    );
  });
});

describe('published cases', () => {
  const polar = (subscriptions: readonly { customer: string; from: string; to: string | null }[]) =>
    subscriptions.map(({ customer, from, to }) => row(customer, from, to));

  test('Polar, by month: ended on 1 March 2024 is active in February and churned in March', () => {
    const { periods } = series(polar(vendors.polarMonth.subscriptions), '2024-04-01', { period: 'month' });
    expect(periods.map(({ label, customersAtEnd, lostCustomers }) => [label, customersAtEnd, lostCustomers])).toEqual(
      vendors.polarMonth.months.map(({ month, active, churned }) => [month, active, churned]),
    );
    expect(periods.slice(1).map(churnRate)).toEqual(vendors.polarMonth.months.slice(1).map(({ rate }) => rate));
  });

  test('Polar, by month, differs where nobody was there at the start: it prints 0, here the rate is undefined', () => {
    const { periods } = series(polar(vendors.polarMonth.subscriptions), '2024-04-01', { period: 'month' });
    expect(vendors.polarMonth.months[0]!.rate).toBe(0);
    expect(churnRate(periods[0]!)).toBeNaN();
  });

  test('Polar, by year, differs: it takes who joins on the first instant of 2024 for there at its start, here they are new', () => {
    const { periods } = series(polar(vendors.polarYear.subscriptions), '2026-01-01', { period: 'year' });
    expect(vendors.polarYear.rates).toEqual({ '2024': 0.2, '2025': 0 });
    expect([periods[0]!.customersAtStart, periods[0]!.newCustomers, periods[0]!.joinedAndLeft]).toEqual([0, 4, 1]);
    expect(periods.map(churnRate)).toEqual([Number.NaN, 0]);
  });

  test('PostHog, pull request 39439: churn falls into the first day without the subscription, and stock follows flow', () => {
    const { active, churned, rejected } = vendors.postHogDays;
    const old = Array.from({ length: 10 }, (_, place) => ({ customer: `old ${place}`, from: -DAY, to: Infinity }));
    const rows = [{ ...old[0]!, to: 4 * DAY }, ...old.slice(1), { customer: 'new', from: DAY, to: Infinity }];
    const { periods } = customerMovements(tenures(rows, 6 * DAY), { period: 'day', from: 0 });
    expect(periods.map(({ customersAtEnd }) => customersAtEnd)).toEqual(active);
    expect(periods.map(({ newCustomers }) => newCustomers)).toEqual(vendors.postHogDays.new);
    expect(periods.map(({ lostCustomers }) => lostCustomers)).toEqual(churned);
    expect(churned).not.toEqual(rejected);
  });
});
