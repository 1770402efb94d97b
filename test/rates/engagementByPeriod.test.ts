import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { type EngagementByPeriod, engagementByPeriod } from '../../src/rates/engagementByPeriod.ts';
import { engagementFrequency } from '../../src/rates/engagementFrequency.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { anyAsOf, anyEvents, anyPeriodOptions } from '../cohorts/cohortOracle.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { DAY, earliest, plainPeriods } from './periodOracle.ts';

interface Visit {
  readonly customer: string;
  readonly at: number;
}

const logOf = (rows: readonly Visit[]): EventLog => eventLog(rows, { customer: 'customer', at: 'at' });
const at = (text: string): number => Date.parse(`${text}Z`);
const visits = (...rows: readonly (readonly [customer: string, at: string])[]): EventLog =>
  logOf(rows.map(([customer, text]) => ({ customer, at: at(text) })));

const countsOf = ({ periods }: EngagementByPeriod) =>
  periods.map(({ label, state, activities, customers, activeDays }) => [
    label,
    state,
    activities,
    customers,
    activeDays,
  ]);

describe('engagementByPeriod', () => {
  const log = visits(
    ['ada', '2024-01-05T08:00'],
    ['ada', '2024-01-05T20:00'],
    ['ada', '2024-01-06T08:00'],
    ['bob', '2024-01-31T23:00'],
    ['bob', '2024-03-01T00:00'],
  );

  test('is one record a month from the first event to asOf, with counts, state and definition', () => {
    expect(engagementByPeriod(log, { period: 'month', asOf: at('2024-03-10T00:00') })).toStrictEqual({
      periods: [
        {
          ...{ label: '2024-01', from: at('2024-01-01T00:00'), to: at('2024-02-01T00:00'), state: 'observed' },
          ...{ activities: 4, customers: 2, activeDays: 3 },
        },
        {
          ...{ label: '2024-02', from: at('2024-02-01T00:00'), to: at('2024-03-01T00:00'), state: 'observed' },
          ...{ activities: 0, customers: 0, activeDays: 0 },
        },
        {
          ...{ label: '2024-03', from: at('2024-03-01T00:00'), to: at('2024-04-01T00:00'), state: 'partial' },
          ...{ activities: 1, customers: 1, activeDays: 1 },
        },
      ],
      definition: {
        ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ basis: 'activeCustomers', asOf: at('2024-03-10T00:00') },
      },
    });
  });

  test('each record goes straight into engagementFrequency: per active customer', () => {
    const { periods } = engagementByPeriod(log, { period: 'month', asOf: at('2024-03-10T00:00') });
    expect(periods.map(engagementFrequency)).toEqual([2, Number.NaN, 1]);
  });

  test('active days are those of the zone: half past eight in the evening in New York is the next day in UTC', () => {
    const evenings = visits(['ada', '2024-01-06T00:30'], ['ada', '2024-01-06T15:00']);
    const days = (timeZone: string): number =>
      engagementByPeriod(evenings, { period: 'month', timeZone, asOf: at('2024-02-10T00:00') }).periods[0]!.activeDays;
    expect([days('UTC'), days('America/New_York')]).toEqual([1, 2]);
  });

  test('by the day, everyone active has one active day', () => {
    const { periods } = engagementByPeriod(log, { period: 'day', asOf: at('2024-03-10T00:00') });
    expect(periods).toHaveLength(65);
    expect(periods.filter(({ customers, activeDays }) => customers !== activeDays)).toEqual([]);
  });

  test('from chooses the first period, a whole one, which counts as in the whole series', () => {
    const options = { period: 'month', asOf: at('2024-03-10T00:00') } as const;
    const whole = engagementByPeriod(log, options).periods;
    expect(engagementByPeriod(log, { ...options, from: at('2024-02-29T12:00') }).periods).toStrictEqual(whole.slice(1));
    expect(engagementByPeriod(log, { ...options, from: at('2024-01-31T23:30') }).periods).toStrictEqual(whole);
    expect(countsOf(engagementByPeriod(log, { ...options, from: at('2023-12-05T00:00') }))[0]).toEqual([
      ...['2023-12', 'observed', 0, 0, 0],
    ]);
  });

  test('events at asOf and after it are not looked at, and a period that ends with asOf is observed', () => {
    const told = (asOf: number) => countsOf(engagementByPeriod(log, { period: 'month', asOf }));
    expect(told(at('2024-01-31T23:00'))).toEqual([['2024-01', 'partial', 3, 1, 2]]);
    expect(told(at('2024-01-31T23:00') + 1)).toEqual([['2024-01', 'partial', 4, 2, 3]]);
    expect(told(at('2024-02-01T00:00'))).toEqual([['2024-01', 'observed', 4, 2, 3]]);
  });

  test('a log without events before asOf has no periods, and neither has an empty interval', () => {
    expect(engagementByPeriod(logOf([]), { period: 'day', asOf: 0 }).periods).toEqual([]);
    expect(engagementByPeriod(log, { period: 'day', asOf: at('2024-01-05T08:00') }).periods).toEqual([]);
    const instant = at('2024-01-05T12:00');
    expect(engagementByPeriod(log, { period: 'month', from: instant, asOf: instant }).periods).toEqual([]);
  });

  test('a day that the zone skipped has no record', () => {
    // Apia went from 29 to 31 December 2011 at 10:00 UTC on the 30th.
    const around = visits(['ada', '2011-12-30T09:59'], ['ada', '2011-12-30T10:00']);
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: at('2011-12-31T09:00') } as const;
    expect(countsOf(engagementByPeriod(around, options))).toEqual([
      ['2011-12-29', 'observed', 1, 1, 1],
      ['2011-12-31', 'partial', 1, 1, 1],
    ]);
  });
});

describe('engagementByPeriod refuses', () => {
  const log = visits(['ada', '2024-01-05T08:00']);
  const refuse = (options: object) =>
    refusalOf(() => engagementByPeriod(log, { period: 'day', asOf: at('2024-02-01T00:00'), ...options } as never));

  test('a start after asOf, by name and value', () => {
    const error = refuse({ from: at('2024-02-01T00:00') + 1 });
    expect([error.code, error.path]).toEqual(['after-as-of', ['from']]);
    expect(error.message).toBe(
      'engagementByPeriod: "from" must be at or before "asOf" (2024-02-01T00:00:00.000Z); received 2024-02-01T00:00:00.001Z',
    );
  });

  test('what is no event log, instants that are none, and unknown options', () => {
    expect(refusalOf(() => engagementByPeriod({} as never, { period: 'day', asOf: 0 })).code).toBe('not-a-log');
    expect(refuse({ asOf: undefined })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ from: '2024-01-01' })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ period: 'minute' }).code).toBe('not-an-option');
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ to: 5 }).code).toBe('unknown-option');
    for (const options of [undefined, null, 'day'])
      expect(refusalOf(() => engagementByPeriod(log, options as never)).code).toBe('not-a-record');
  });

  test('more days than anyone can want', () => {
    const old = logOf([{ customer: 'ada', at: -8e15 }]);
    expect(refusalOf(() => engagementByPeriod(old, { period: 'year', asOf: 0 })).code).toBe('too-many-periods');
  });
});

/** The counts by sets of customers and of days, each found by the period that it starts. */
function plainTable(rows: readonly Visit[], options: PeriodOptions, asOf: number, from?: number): unknown[] {
  const first = from ?? earliest(rows.map((row) => row.at)) ?? asOf;
  const days = { ...options, period: 'day' } as const;
  return plainPeriods(first, asOf, options).map((period) => {
    const own = rows.filter((row) => period.from <= row.at && row.at < Math.min(period.to, asOf));
    const customers = new Set(own.map(({ customer }) => customer));
    const activeDays = new Set(own.map((row) => `${row.customer} ${periodStart(row.at, days)}`));
    const state = period.to <= asOf ? 'observed' : 'partial';
    return [period.label, state, own.length, customers.size, activeDays.size];
  });
}

describe('engagementByPeriod of any log', () => {
  test('is what sets of customers and days count', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyAsOf, (rows, options, asOf) => {
        const table = engagementByPeriod(logOf(rows), { ...options, asOf });
        expect(countsOf(table)).toEqual(plainTable(rows, options, asOf));
      }),
      runs(100),
    );
  });

  test('is that from any start on, too', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyAsOf, fc.nat(200), (rows, options, asOf, days) => {
        const from = asOf - days * DAY;
        const table = engagementByPeriod(logOf(rows), { ...options, from, asOf });
        expect(countsOf(table)).toEqual(plainTable(rows, options, asOf, from));
      }),
      runs(60),
    );
  });

  test('active days lie between active customers and activities', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyAsOf, (rows, options, asOf) => {
        for (const period of engagementByPeriod(logOf(rows), { ...options, asOf }).periods) {
          expect(period.activeDays).toBeGreaterThanOrEqual(period.customers);
          expect(period.activeDays).toBeLessThanOrEqual(period.activities);
        }
      }),
      runs(60),
    );
  });
});

test('the shop: visits by the week in the zone of a market, as sets count them', () => {
  const rows = generateShop().visits.map((visit) => ({ customer: visit.customer_id, at: Date.parse(visit.at) }));
  expect(rows.length).toBeGreaterThan(1000);
  const from = earliest(rows.map((row) => row.at))! + 300 * DAY;
  const options = { period: 'week', timeZone: 'Europe/Berlin' } as const;
  const table = engagementByPeriod(logOf(rows), { ...options, from, asOf: from + 70 * DAY });
  expect(countsOf(table)).toEqual(plainTable(rows, options, from + 70 * DAY, from));
});
