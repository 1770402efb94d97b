import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { type OpportunitySummaryOptions, opportunitySummary } from '../../src/models/opportunitySummary.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { cdnowLog, hasCdnow } from './cdnow.ts';
import { anyOrderCase, byCustomer, dayNumber, logOf, type Order } from './purchaseOracle.ts';

const at = (text: string): number => Date.parse(text);

/** Frequency, recency and age of one customer's orders. */
function figuresOf(instants: readonly string[], options: OpportunitySummaryOptions): number[] {
  const log = eventLogFromColumns({ customer: instants.map(() => 'ada'), at: instants.map(at) });
  const { frequency, recency, age } = opportunitySummary(log, options);
  return [frequency[0]!, recency[0]!, age[0]!];
}

describe('the summary of opportunities', () => {
  const gifts = eventLogFromColumns({
    customer: ['ada', 'ada', 'ada', 'ada', 'bob', 'cyd', 'cyd', 'dan'],
    at: [
      '2019-05-15',
      '2020-02-15',
      '2020-09-15',
      '2022-01-15',
      '2021-03-15',
      '2023-12-31',
      '2024-02-01',
      '2025-01-01',
    ].map(at),
  });

  test('says in how many of the periods after the first each customer bought, and in which last', () => {
    expect(opportunitySummary(gifts, { period: 'year', asOf: at('2024-03-01') })).toStrictEqual({
      customers: ['ada', 'bob', 'cyd'],
      firstAt: Float64Array.of(at('2019-05-15'), at('2021-03-15'), at('2023-12-31')),
      // Of Ada 2020 and 2022, the first and the third of 2020 to 2023; 2024 is under way, and Cyd's gift in it is left out.
      frequency: Int32Array.of(2, 0, 0),
      recency: Int32Array.of(3, 0, 0),
      age: Int32Array.of(4, 2, 0),
      joinedOrders: 1,
      openOrders: 1,
      laterCustomers: 1,
      laterOrders: 1,
      definition: {
        period: 'year',
        timeZone: 'UTC',
        weekStartsOn: 'monday',
        asOf: at('2024-03-01'),
        timeUnit: 'year',
      },
    });
  });

  test('takes a frozen log and frozen options', () => {
    const options = { period: 'year', asOf: new Date('2024-03-01') } as const;
    expect(opportunitySummary(deepFrozen(gifts), deepFrozen({ ...options }))).toStrictEqual(
      opportunitySummary(gifts, options),
    );
  });

  test('names periods made of several as their unit', () => {
    const options = { period: 'week', every: 2, anchor: 0, asOf: at('2024-03-01') } as const;
    expect(opportunitySummary(gifts, options).definition).toMatchObject({ timeUnit: '2 weeks', every: 2, anchor: 0 });
  });

  test('of a log without orders, or as of a time before all of them, is of nobody', () => {
    const nobody = { customers: [], frequency: new Int32Array(0), age: new Int32Array(0), openOrders: 0 };
    const empty = eventLogFromColumns({ customer: [], at: [] });
    expect(opportunitySummary(empty, { period: 'day', asOf: 0 })).toMatchObject({ ...nobody, laterOrders: 0 });
    const early = { period: 'day', asOf: at('2019-05-15') } as const;
    expect(opportunitySummary(gifts, early)).toMatchObject({ ...nobody, laterCustomers: 4, laterOrders: 8 });
  });
});

describe('an opportunity', () => {
  test('is a period after that of the first order, however late in it the order came', () => {
    const options = { period: 'month', asOf: at('2024-04-01') } as const;
    expect(figuresOf(['2024-01-31', '2024-02-01'], options)).toEqual([1, 1, 2]);
  });

  test('is over by the instant not observed: a period under way is none, and orders in it do not count', () => {
    const orders = ['2024-01-10', '2024-03-31'];
    expect(figuresOf(orders, { period: 'month', asOf: at('2024-04-01') })).toEqual([1, 2, 2]);
    expect(figuresOf(orders, { period: 'month', asOf: at('2024-04-01') - 1 })).toEqual([0, 0, 1]);
  });

  test('is none yet for who came in the period under way', () => {
    const log = eventLogFromColumns({
      customer: [1, 1, 2],
      at: [at('2024-03-02'), at('2024-03-05'), at('2024-01-01')],
    });
    const summary = opportunitySummary(log, { period: 'month', asOf: at('2024-03-20') });
    expect(summary).toMatchObject({ customers: [1, 2], age: Int32Array.of(0, 1), joinedOrders: 1, openOrders: 0 });
  });

  test('is taken once, by one order or by several', () => {
    const options = { period: 'month', asOf: at('2024-05-01') } as const;
    expect(figuresOf(['2024-01-10', '2024-03-01', '2024-03-01', '2024-03-31'], options)).toEqual([1, 2, 3]);
  });

  test('is of the zone told, and of weeks that start on the day told', () => {
    const orders = ['2024-01-07T23:30Z', '2024-01-08T01:00Z'];
    const weekly = { period: 'week', asOf: at('2024-02-01') } as const;
    expect(figuresOf(orders, weekly).slice(0, 2)).toEqual([1, 1]);
    expect(figuresOf(orders, { ...weekly, timeZone: 'Europe/Berlin' }).slice(0, 2)).toEqual([0, 0]);
    expect(figuresOf(orders, { ...weekly, weekStartsOn: 'sunday' }).slice(0, 2)).toEqual([0, 0]);
  });

  test('is no day that the zone skipped: after 29 December 2011 Apia had two days to New Year, not three', () => {
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: at('2012-01-01T10:00Z') } as const;
    expect(figuresOf(['2011-12-30T09:59Z', '2011-12-30T10:00Z'], options)).toEqual([1, 1, 2]);
  });
});

/** Of orders by day: the days of an opportunity each, those a zone skipped left out, up to the last that is over. */
function slowDays(orders: readonly Order[], asOf: number, timeZone: string) {
  const hours = Array.from(
    { length: 60 * 24 * 2 },
    (_, half) => Math.min(...orders.map(([, at]) => at)) + half * 1_800_000,
  );
  const seen = [...new Set(hours.map((hour) => dayNumber(hour, timeZone)))];
  const today = dayNumber(asOf, timeZone);
  const over = seen.filter((day) => day < today);
  const known = orders.filter(([, at]) => at < asOf);
  return [...new Set(known.map(([customer]) => customer))]
    .sort((one, other) => one - other)
    .map((customer) => {
      const days = new Set(known.filter((order) => order[0] === customer).map(([, at]) => dayNumber(at, timeZone)));
      const first = Math.min(...days);
      const chances = over.filter((day) => day > first);
      const taken = chances.map((day) => days.has(day));
      return {
        customer,
        frequency: taken.filter(Boolean).length,
        recency: taken.lastIndexOf(true) + 1,
        age: chances.length,
      };
    });
}

test('days as opportunities are those that Intl writes, of any orders in zones that change their clocks', () => {
  fc.assert(
    fc.property(anyOrderCase, ({ orders, asOf, timeZone }) => {
      fc.pre(orders.length > 0);
      const summary = opportunitySummary(logOf(orders), { period: 'day', timeZone, asOf });
      expect(byCustomer(toRows(summary))).toMatchObject(slowDays(orders, asOf, timeZone));
      const purchases = summary.frequency.reduce((sum, count) => sum + count, summary.customers.length);
      const { joinedOrders, openOrders, laterOrders } = summary;
      expect(purchases + joinedOrders + openOrders + laterOrders).toBe(orders.length);
    }),
    runs(100),
  );
});

describe('the input', () => {
  const log = eventLogFromColumns({ customer: [1], at: [0] });
  const refused = (options: object) => refusalOf(() => opportunitySummary(log, options as never));

  test.each([
    [{ period: 'decade', asOf: 5 }, 'not-an-option', 'period'],
    [{ period: 'day' }, 'not-an-instant', 'asOf'],
    [{ period: 'day', asOf: 5, every: 2 }, 'not-an-instant', 'anchor'],
    [{ period: 'day', asOf: 5, unit: 'day' }, 'unknown-option', 'options'],
    [{ period: 'hour', asOf: 8e15 }, 'too-many-periods', 'to'],
  ])('%o is refused', (options, code, name) => {
    expect(refused(options)).toMatchObject({ code, metric: 'opportunitySummary', path: [name] });
  });

  test('of an unknown zone or no log is refused', () => {
    expect(refused({ period: 'day', asOf: 5, timeZone: 'Mars/Base' }).code).toBe('unknown-time-zone');
    expect(refusalOf(() => opportunitySummary({} as never, { period: 'day', asOf: 5 })).code).toBe('not-a-log');
  });
});

describe.skipIf(!hasCdnow)('CDNOW by quarters', () => {
  // Python, by sets of quarters, on the same file: customers by number of the five quarters after the first of 1997 with
  // an order, and the sum of the last such.
  test('has 1,381 customers who never came back in another quarter', () => {
    const { frequency, recency, age } = opportunitySummary(cdnowLog(), {
      period: 'quarter',
      asOf: at('1998-07-01T00:00Z'),
    });
    const histogram = [0, 1, 2, 3, 4, 5].map((count) => frequency.filter((own) => own === count).length);
    expect(histogram).toEqual([1381, 424, 260, 140, 94, 58]);
    expect(recency.reduce((sum, last) => sum + last, 0)).toBe(3287);
    expect(new Set(age)).toEqual(new Set([5]));
  });
});
