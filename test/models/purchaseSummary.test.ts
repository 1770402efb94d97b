import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { type PurchaseSummaryOptions, purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from './cdnow.ts';
import { anyOrderCase, byCustomer, joinedAmong, logOf, oracleRows } from './purchaseOracle.ts';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);

/** The summary of one customer's orders, each an instant and perhaps an amount. */
function adas(orders: readonly (readonly [instant: string, amount?: number])[], options: PurchaseSummaryOptions) {
  const log = eventLogFromColumns({
    customer: orders.map(() => 'ada'),
    at: orders.map(([instant]) => at(instant)),
    amount: orders.map(([, amount = 1]) => amount),
  });
  const [row] = toRows(purchaseSummary(log, options));
  return row!;
}

const march = { asOf: at('2024-03-01T00:00Z'), unit: 'day' } as const;

describe('the summary of purchases', () => {
  const log = eventLogFromColumns({
    customer: ['ada', 'ada', 'bob', 'ada', 'cyd', 'ada', 'dan'],
    at: ['01-01T09:00', '01-15T08:00', '02-05T10:00', '01-15T20:00', '02-12T00:00', '01-29T12:00', '02-13T00:00'].map(
      (text) => at(`2024-${text}Z`),
    ),
    amount: [50, 10, 35, 20, 5, 60, 99],
  });

  test('says how often, until when, for how long and for how much each customer bought', () => {
    expect(purchaseSummary(log, { asOf: at('2024-02-13T00:00Z'), unit: 'week' })).toStrictEqual({
      customers: ['ada', 'bob', 'cyd'],
      firstAt: Float64Array.of(at('2024-01-01T09:00Z'), at('2024-02-05T10:00Z'), at('2024-02-12T00:00Z')),
      frequency: Int32Array.of(2, 0, 0),
      // Of Ada 28 days to 29 January; to 12 February, the last day observed, 42, 7 and 0 days.
      recency: Float64Array.of(4, 0, 0),
      age: Float64Array.of(6, 1, 0),
      // (10 + 20 on the 15th, 60 on the 29th) / 2
      meanSpend: Float64Array.of(45, Number.NaN, Number.NaN),
      spendCount: Int32Array.of(2, 0, 0),
      joinedOrders: 1,
      laterCustomers: 1,
      laterOrders: 1,
      definition: {
        asOf: at('2024-02-13T00:00Z'),
        timeUnit: 'week',
        timeZone: 'UTC',
        spend: 'repeat',
        currency: undefined,
      },
    });
  });

  test('is the one that a map of arrays and the days of Intl give, of any orders in zones that change their clocks', () => {
    fc.assert(
      fc.property(anyOrderCase, (one) => {
        const { orders, asOf, unit, timeZone, spend } = one;
        const summary = purchaseSummary(logOf(orders), { asOf, unit, timeZone, spend });
        expect(byCustomer(toRows(summary))).toEqual(oracleRows(one));
        const known = orders.filter((order) => order[1] < asOf);
        const customersOf = (list: typeof orders) => new Set(list.map(([customer]) => customer)).size;
        expect([summary.joinedOrders, summary.laterCustomers, summary.laterOrders]).toEqual([
          joinedAmong(known, timeZone),
          customersOf(orders) - customersOf(known),
          orders.length - known.length,
        ]);
      }),
      runs(300),
    );
  });

  test('is the same for any order of the rows', () => {
    fc.assert(
      fc.property(anyOrderCase, ({ orders, asOf, unit, timeZone, spend }) => {
        const rowsOf = (list: typeof orders) =>
          byCustomer(toRows(purchaseSummary(logOf(list), { asOf, unit, timeZone, spend })));
        expect(rowsOf([...orders].reverse())).toEqual(rowsOf(orders));
      }),
      runs(50),
    );
  });

  test('takes frozen options and a frozen log', () => {
    const options = { asOf: new Date('2024-02-13T00:00Z'), unit: 'week' } as const;
    const frozen = purchaseSummary(deepFrozen(log), deepFrozen({ ...options }));
    expect(frozen).toStrictEqual(purchaseSummary(log, options));
  });

  test('of a log without orders, or as of a time before all of them, is of nobody', () => {
    const nobody = { customers: [], frequency: new Int32Array(0), age: new Float64Array(0), joinedOrders: 0 };
    const empty = eventLogFromColumns({ customer: [], at: [], amount: [] });
    expect(purchaseSummary(empty, march)).toMatchObject({ ...nobody, laterCustomers: 0, laterOrders: 0 });
    const early = purchaseSummary(log, { ...march, asOf: at('2024-01-01T09:00Z') });
    expect(early).toMatchObject({ ...nobody, laterCustomers: 4, laterOrders: 7 });
    expect(purchaseSummary(log, { ...march, asOf: -8.64e15 })).toMatchObject({ ...nobody, laterCustomers: 4 });
  });

  test('names the currency of the amounts', () => {
    const euros = eventLogFromColumns({ customer: [1], at: [0], amount: [5], currency: ['EUR'] });
    expect(purchaseSummary(euros, { asOf: DAY, unit: 'day' }).definition.currency).toBe('EUR');
  });
});

describe('orders of one day', () => {
  test('are one purchase, whose spend is their sum', () => {
    const orders = [['2024-01-01T00:00Z'], ['2024-01-02T00:00Z', 10], ['2024-01-02T23:59:59.999Z', 30]] as const;
    expect(adas(orders, march)).toMatchObject({ frequency: 1, recency: 1, meanSpend: 40 });
  });

  test('are no repeat of the first order, and their spend is not that of a repeat', () => {
    expect(
      adas(
        [
          ['2024-01-01T08:00Z', 10],
          ['2024-01-01T20:00Z', 30],
        ],
        march,
      ),
    ).toMatchObject({
      frequency: 0,
      recency: 0,
      meanSpend: Number.NaN,
    });
  });

  test('are of the day in the zone told', () => {
    const night = [['2024-01-05T03:00Z'], ['2024-01-05T06:00Z']] as const;
    const frequencyIn = (timeZone: string) => adas(night, { ...march, timeZone }).frequency;
    expect(['UTC', 'America/New_York', 'Asia/Tokyo'].map(frequencyIn)).toEqual([0, 1, 0]);
  });
});

describe('the first purchase', () => {
  const orders = [
    ['2024-01-01T00:00Z', 100],
    ['2024-01-03T00:00Z', 10],
    ['2024-01-05T00:00Z', 40],
  ] as const;

  test('is the acquisition: it is no repeat and not in the mean spend', () => {
    expect(adas(orders, march)).toMatchObject({ frequency: 2, meanSpend: 25, spendCount: 2 });
  });

  test('is in the mean spend where all purchases are asked for, which then is of one purchase more', () => {
    expect(adas(orders, { ...march, spend: 'all' })).toMatchObject({ frequency: 2, meanSpend: 50, spendCount: 3 });
  });

  test('alone gives a mean spend where all are asked for', () => {
    const row = adas([['2024-01-01T00:00Z', 100]], { ...march, spend: 'all' });
    expect(row).toMatchObject({ frequency: 0, meanSpend: 100, spendCount: 1 });
  });
});

describe('amounts', () => {
  const columns = { customer: [1, 1, 1], at: [0, 2 * DAY, 4 * DAY] };
  const options = { asOf: 9 * DAY, unit: 'day' } as const;

  test('below 0 are refused, with what to do', () => {
    const kept = eventLogFromColumns({ ...columns, amount: [10, 20, -5] }, { refunds: 'keep' });
    const error = refusalOf(() => purchaseSummary(kept, options));
    expect(error).toMatchObject({ code: 'not-a-quantity', metric: 'purchaseSummary', path: ['log', 'amount', 2] });
    expect(error.message).toMatch(/at least 0: build the log with refunds 'net' or 'drop'; received -5/);
  });

  test('below 0 are refused on the first day too, though it is not in the mean', () => {
    const kept = eventLogFromColumns({ ...columns, amount: [-5, 20, 10] }, { refunds: 'keep' });
    expect(refusalOf(() => purchaseSummary(kept, options)).path).toEqual(['log', 'amount', 0]);
  });

  test('below 0 that come after the time looked at are not asked about', () => {
    const kept = eventLogFromColumns({ ...columns, amount: [10, 20, -5] }, { refunds: 'keep' });
    expect(purchaseSummary(kept, { ...options, asOf: 4 * DAY }).meanSpend).toEqual(Float64Array.of(20));
  });

  test('of refunds that were netted are what was paid in the end', () => {
    const ids = { id: ['a', 'b', 'b'] };
    const netted = eventLogFromColumns({ ...columns, ...ids, amount: [10, 20, -5] }, { refunds: 'net' });
    expect(purchaseSummary(netted, options)).toMatchObject({
      frequency: Int32Array.of(1),
      meanSpend: Float64Array.of(15),
    });
  });

  test('of 0 are purchases, and their mean is 0', () => {
    const free = eventLogFromColumns({ ...columns, amount: [10, 0, 0] });
    expect(purchaseSummary(free, options)).toMatchObject({
      frequency: Int32Array.of(2),
      meanSpend: Float64Array.of(0),
    });
  });

  test('that are not there leave the mean spend NaN and the times as they are', () => {
    const log = eventLogFromColumns({ ...columns, amount: [10, 20, 30] });
    const bare = purchaseSummary(withoutAmounts(log), options);
    expect(bare).toStrictEqual({ ...purchaseSummary(log, options), meanSpend: Float64Array.of(Number.NaN) });
  });

  test('are added up without losing what rounding would take', () => {
    // 1e16, and 4 times 1 that a plain sum loses, on five days.
    const big = eventLogFromColumns({
      customer: Array.from({ length: 6 }, () => 1),
      at: Array.from({ length: 6 }, (_, day) => day * DAY),
      amount: [0, 1e16, 1, 1, 1, 1],
    });
    expect(purchaseSummary(big, options).meanSpend[0]).toBe((1e16 + 4) / 5);
  });

  test('of several currencies are refused', () => {
    const mixed = eventLogFromColumns({ ...columns, amount: [1, 2, 3], currency: ['EUR', 'USD', 'EUR'] });
    expect(refusalOf(() => purchaseSummary(mixed, options))).toMatchObject({
      code: 'mixed-currencies',
      metric: 'purchaseSummary',
    });
    expect(purchaseSummary(withoutAmounts(mixed), options).frequency).toEqual(Int32Array.of(2));
  });
});

describe('time', () => {
  test('ends with the last day that has begun before the instant not observed', () => {
    const ageAsOf = (asOf: string) => adas([['2024-01-01T18:00Z']], { asOf: at(asOf), unit: 'day' }).age;
    expect(ageAsOf('2024-01-11T00:00Z')).toBe(9);
    expect(ageAsOf('2024-01-11T00:00:00.001Z')).toBe(10);
    expect(ageAsOf('2024-01-12T00:00Z')).toBe(10);
  });

  test('does not take in an order at the instant not observed', () => {
    const orders = [['2024-01-01T00:00Z'], ['2024-01-10T23:59:59.999Z'], ['2024-01-11T00:00Z']] as const;
    expect(adas(orders, { asOf: at('2024-01-11T00:00Z'), unit: 'day' })).toMatchObject({ frequency: 1, recency: 9 });
  });

  test('runs in whole days of the calendar, whatever the hours of two orders', () => {
    const evening = [['2024-01-01T23:00Z'], ['2024-01-02T01:00Z']] as const;
    expect(adas(evening, march)).toMatchObject({ frequency: 1, recency: 1 });
  });

  test('passes days of 23 and 25 hours as days', () => {
    const berlin = { unit: 'day', timeZone: 'Europe/Berlin' } as const;
    // Midnights in Berlin: 30 March and 1 April 2024 are 47 hours apart, 26 and 28 October 49.
    const spring = [['2024-03-29T23:00Z'], ['2024-03-31T22:00Z']] as const;
    expect(adas(spring, { ...berlin, asOf: at('2024-04-02T22:00Z') })).toMatchObject({ recency: 2, age: 3 });
    const autumn = [['2024-10-25T22:00Z'], ['2024-10-27T23:00Z']] as const;
    expect(adas(autumn, { ...berlin, asOf: at('2024-10-28T23:00Z') })).toMatchObject({ recency: 2, age: 2 });
  });

  test('passes a day that the zone skipped as the calendar does: from 29 to 31 December 2011 are two days in Apia', () => {
    const apia = { unit: 'day', timeZone: 'Pacific/Apia', asOf: at('2012-01-01T10:00Z') } as const;
    const orders = [['2011-12-30T09:59Z'], ['2011-12-30T10:00Z']] as const;
    expect(adas(orders, apia)).toMatchObject({ frequency: 1, recency: 2, age: 3 });
  });

  test('is counted in days, weeks, mean months or mean years of the Gregorian calendar', () => {
    // 2000-01-01 to 2400-01-01, an instant of 400 years: 146097 days, which are 4800 months and 400 years.
    const orders = [['2000-01-01T12:00Z'], ['2400-01-01T12:00Z']] as const;
    const recencyIn = (unit: 'day' | 'week' | 'month' | 'year') =>
      adas(orders, { asOf: at('2400-01-02T00:00Z'), unit }).recency;
    expect((['day', 'week', 'month', 'year'] as const).map(recencyIn)).toEqual([146_097, 20_871, 4800, 400]);
  });
});

describe('the input', () => {
  const log = eventLogFromColumns({ customer: [1], at: [0], amount: [5] });
  const options = { asOf: DAY, unit: 'day' } as const;
  const refused = (changed: object) => refusalOf(() => purchaseSummary(log, { ...options, ...changed } as never));

  test.each([
    [{ asOf: Number.NaN }, 'not-an-instant', 'asOf'],
    [{ asOf: undefined }, 'not-an-instant', 'asOf'],
    [{ unit: 'weeks' }, 'not-an-option', 'unit'],
    [{ unit: undefined }, 'not-an-option', 'unit'],
    [{ spend: 'first' }, 'not-an-option', 'spend'],
    [{ timeZone: 'Mars/Base' }, 'unknown-time-zone', 'timeZone'],
    [{ horizon: 39 }, 'unknown-option', 'options'],
  ])('%o is refused', (changed, code, name) => {
    expect(refused(changed)).toMatchObject({ code, metric: 'purchaseSummary', path: [name] });
  });

  test('that is no log is refused', () => {
    expect(refusalOf(() => purchaseSummary({} as never, options)).code).toBe('not-a-log');
  });

  test('of more days than there is room for is refused', () => {
    const old = eventLogFromColumns({ customer: [1], at: [-1e14], amount: [5] });
    expect(refusalOf(() => purchaseSummary(old, options))).toMatchObject({
      code: 'too-many-periods',
      metric: 'purchaseSummary',
    });
  });
});

describe.skipIf(!hasCdnow)('CDNOW, nine months from January 1997', () => {
  const total = (column: ArrayLike<number>): number => Array.from(column).reduce((sum, value) => sum + value, 0);

  // Fader, Hardie and Lee (2005): 2,357 customers. The sums of days: Python, by dictionaries of dates, on the same file.
  test('are 2,357 customers, 946 of whom bought again, on 2,457 days', () => {
    const summary = purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'day' });
    expect(summary.customers).toHaveLength(2357);
    expect(summary.frequency.filter((repeats) => repeats > 0)).toHaveLength(946);
    expect([summary.frequency, summary.recency, summary.age].map(total)).toEqual([2457, 112_949, 539_779]);
    expect([summary.laterCustomers, summary.laterOrders]).toEqual([0, 1959]);
  });

  test('are to two decimals the rows that the published data have', () => {
    const rows = toRows(purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' }));
    const rounded = rows
      .slice(0, 3)
      .map(({ frequency, recency, age, meanSpend }) => [
        frequency,
        ...[recency, age].map((weeks) => Math.round(weeks * 100) / 100),
        Math.round(meanSpend * 1000) / 1000,
      ]);
    expect(rounded).toEqual([
      [2, 30.43, 38.86, 22.345],
      [1, 1.71, 38.86, 11.77],
      [0, 0, 38.86, Number.NaN],
    ]);
  });

  test('are the same in a zone whose dates they are taken for, though its clock changes', () => {
    const log = cdnowLog('America/New_York');
    const options = { asOf: at('1997-10-01T04:00Z'), unit: 'day', timeZone: 'America/New_York' } as const;
    const { frequency, recency, age } = purchaseSummary(log, options);
    expect([frequency, recency, age].map(total)).toEqual([2457, 112_949, 539_779]);
  });
});
