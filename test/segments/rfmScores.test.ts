import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { type RfmMethod, type RfmScores, rfmScores } from '../../src/segments/rfmScores.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import reference from '../reference/rfm/rfm.generated.json' with { type: 'json' };
import {
  AS_OF,
  anyOrders,
  DAY,
  type OrderRow,
  orderLog,
  type PlainCustomer,
  plainCustomers,
  plainNtileScores,
  plainQuantileScores,
} from './rfmOracle.ts';

/** Ten customers who ordered once each, on days 1 to 10, for 10, 20, … 100. */
const TEN = eventLogFromColumns({
  customer: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
  at: Array.from({ length: 10 }, (_, place) => (place + 1) * DAY),
  amount: Array.from({ length: 10 }, (_, place) => 10 * (place + 1)),
});

/** A log in which customer 1, 2, … placed so many orders on day 0. */
function ordersOf(counts: readonly number[]) {
  const customer = counts.flatMap((count, place) => new Array<number>(count).fill(place + 1));
  return eventLogFromColumns({ customer, at: customer.map(() => 0), amount: customer.map(() => 1) });
}

const any = fc.record({
  rows: anyOrders,
  bins: fc.integer({ min: 2, max: 9 }),
  method: fc.constantFrom<RfmMethod>('quantile', 'ntile'),
});

const SCORES = ['recencyScore', 'frequencyScore', 'monetaryScore'] as const;

/** The scores by customer. */
function scoresById(scores: RfmScores): Map<string | number, readonly number[]> {
  return new Map(scores.customers.map((id, place) => [id, SCORES.map((name) => scores[name][place]!)]));
}

describe('the figures behind RFM scores', () => {
  const log = eventLogFromColumns(
    {
      customer: ['ada', 'bob', 'ada', 'cyd', 'dan', 'ada'],
      at: [0, 9.5 * DAY, 4 * DAY, 12 * DAY, 10 * DAY, 11 * DAY],
      amount: [10, 20, 30, 40, 50, 60],
    },
    { refunds: 'keep' },
  );

  test('are days of 24 hours since the last order, number of orders and revenue, of orders before asOf', () => {
    expect(toRows(rfmScores(log, { asOf: 10 * DAY, bins: 2 }))).toMatchObject([
      { customer: 'ada', recencyDays: 6, orderCount: 2, revenue: 40 },
      { customer: 'bob', recencyDays: 0.5, orderCount: 1, revenue: 20 },
    ]);
  });

  test('leave out whoever had not ordered by then, one who ordered on the instant itself too', () => {
    expect(rfmScores(log, { asOf: 10 * DAY }).customers).toEqual(['ada', 'bob']);
    expect(rfmScores(log, { asOf: 10 * DAY + 1 }).customers).toEqual(['ada', 'bob', 'dan']);
  });

  test('take refunds off that the log has kept', () => {
    const columns = { customer: ['ada', 'ada'], at: [1, 2], amount: [50, -80] };
    const scores = rfmScores(eventLogFromColumns(columns, { refunds: 'keep' }), { asOf: DAY });
    expect([scores.revenue[0], scores.orderCount[0]]).toEqual([-30, 2]);
  });

  test('come with what they rest on', () => {
    const euros = eventLogFromColumns({ customer: [1], at: [0], amount: [5], currency: ['EUR'] });
    expect(rfmScores(euros, { asOf: new Date(DAY) }).definition).toEqual({
      asOf: DAY,
      bins: 5,
      method: 'quantile',
      currency: 'EUR',
    });
  });

  test('of no customers are empty columns, with thresholds of NaN and classes of nobody', () => {
    for (const method of ['quantile', 'ntile'] as const) {
      const scores = rfmScores(TEN, { asOf: 0, bins: 3, method });
      expect(scores.customers).toEqual([]);
      expect(scores.thresholds.recencyDays).toEqual([Number.NaN, Number.NaN]);
      expect(scores.classSizes.revenue).toEqual([0, 0, 0]);
    }
  });
});

describe('scores by quantile', () => {
  test('of ten different values put two into each of five classes', () => {
    // quantile i/5 of 10, 20, … 100 has rank 9 i / 5 = 1.8, 3.6, 5.4, 7.2 from 0: 28, 46, 64, 82.
    const scores = rfmScores(TEN, { asOf: 11 * DAY });
    expect(scores.thresholds.revenue.map((value) => value.toFixed(9))).toEqual(
      [28, 46, 64, 82].map((value) => value.toFixed(9)),
    );
    expect([...scores.monetaryScore]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(scores.classSizes.revenue).toEqual([2, 2, 2, 2, 2]);
  });

  test('of recency count down: who ordered yesterday has the highest', () => {
    const scores = rfmScores(TEN, { asOf: 11 * DAY });
    expect([...scores.recencyDays]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect([...scores.recencyScore]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  test('give a value that equals a threshold the lower class by value: the better one where small is good', () => {
    // Two classes of 1, 2, 3: the median 2 is the threshold.
    const three = eventLogFromColumns({ customer: [1, 2, 3], at: [0, DAY, 2 * DAY], amount: [1, 2, 3] });
    const scores = rfmScores(three, { asOf: 3 * DAY, bins: 2 });
    expect([...scores.monetaryScore]).toEqual([1, 1, 2]);
    expect([...scores.recencyDays]).toEqual([3, 2, 1]);
    expect([...scores.recencyScore]).toEqual([1, 2, 2]);
  });

  test('leave classes empty where most customers are equal, and say so', () => {
    // Eight of ten ordered once. Ranks 1.8, 3.6 and 5.4 lie among them; 7.2 lies between 1 and 2, at 1 + 0.2 x 1.
    const scores = rfmScores(ordersOf([1, 1, 1, 1, 1, 1, 1, 1, 2, 9]), { asOf: DAY });
    expect([...scores.frequencyScore]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 5, 5]);
    expect(scores.thresholds.orderCount.slice(0, 3)).toEqual([1, 1, 1]);
    expect(scores.classSizes.orderCount).toEqual([8, 0, 0, 0, 2]);
  });

  test('are all the lowest, and for recency the highest, where all customers are equal', () => {
    const scores = rfmScores(ordersOf([2, 2, 2]), { asOf: DAY });
    expect(scores.classSizes).toEqual({
      recencyDays: [0, 0, 0, 0, 3],
      orderCount: [3, 0, 0, 0, 0],
      revenue: [3, 0, 0, 0, 0],
    });
  });

  test('never tell customers of equal value apart', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 2, max: 9 }), (rows, bins) => {
        const scores = rfmScores(orderLog(rows), { asOf: AS_OF, bins });
        const scoreOf = new Map<number, number>();
        scores.revenue.forEach((value, place) => {
          const score = scores.monetaryScore[place]!;
          expect(scoreOf.get(value) ?? score).toBe(score);
          scoreOf.set(value, score);
        });
      }),
      runs(100),
    );
  });
});

describe('scores by ntile', () => {
  test('cut a line of customers into classes of equal size, the larger first', () => {
    const scores = rfmScores(TEN, { asOf: 11 * DAY, bins: 4, method: 'ntile' });
    expect([...scores.monetaryScore]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 4, 4]);
    expect(scores.thresholds.revenue).toEqual([30, 60, 80]);
    expect(scores.classSizes.revenue).toEqual([3, 3, 2, 2]);
  });

  test('of recency line up from the longest silence, with thresholds in days ascending', () => {
    const scores = rfmScores(TEN, { asOf: 11 * DAY, bins: 4, method: 'ntile' });
    expect([...scores.recencyScore]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 4, 4]);
    // The two of score 4 have 1 and 2 days, those of score 3 have 3 and 4, those of score 2 have 5, 6 and 7.
    expect(scores.thresholds.recencyDays).toEqual([2, 4, 7]);
    expect(scores.classSizes.recencyDays).toEqual([3, 3, 2, 2]);
  });

  test('split customers of equal value by id: numbers ascending, then texts by code unit', () => {
    const customer = ['b', 10, '1', 'B', 1, '10', 2];
    const log = eventLogFromColumns({ customer, at: customer.map(() => 0), amount: customer.map(() => 5) });
    const scores = rfmScores(log, { asOf: DAY, bins: 7, method: 'ntile' });
    // The line: 1, 2, 10, '1', '10', 'B', 'b'.
    expect([...scores.frequencyScore]).toEqual([7, 3, 4, 6, 1, 5, 2]);
    expect(scores.recencyScore).toEqual(scores.frequencyScore);
  });

  test('of fewer customers than classes leave the last classes empty, as SQL does', () => {
    const scores = rfmScores(ordersOf([3, 5]), { asOf: DAY, bins: 4, method: 'ntile' });
    expect([...scores.frequencyScore]).toEqual([1, 2]);
    expect(scores.classSizes.orderCount).toEqual([1, 1, 0, 0]);
    expect(scores.thresholds.orderCount).toEqual([3, 5, 5]);
    expect(scores.thresholds.recencyDays).toEqual([Number.NaN, Number.NaN, 1]);
  });

  test('have classes whose sizes differ by at most 1', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 2, max: 9 }), (rows, bins) => {
        const { classSizes } = rfmScores(orderLog(rows), { asOf: AS_OF, bins, method: 'ntile' });
        for (const sizes of Object.values(classSizes)) expect(sizes[0]! - sizes.at(-1)!).toBeLessThanOrEqual(1);
      }),
      runs(100),
    );
  });
});

describe('any scores', () => {
  const column = (customers: readonly PlainCustomer[], name: 'days' | 'orders' | 'cents', sign = 1) =>
    customers.map((customer) => sign * customer[name]);

  test('are those of plain loops over rows and sorted records', () => {
    fc.assert(
      fc.property(any, ({ rows, bins, method }) => {
        const customers = plainCustomers(rows, AS_OF);
        const scores = rfmScores(orderLog(rows), { asOf: AS_OF, bins, method });
        expect(scores.customers).toEqual(customers.map(({ customer }) => customer));
        expect([...scores.recencyDays]).toEqual(column(customers, 'days'));
        expect([...scores.orderCount]).toEqual(column(customers, 'orders'));
        expect([...scores.revenue]).toEqual(column(customers, 'cents'));
        const expected =
          method === 'ntile'
            ? [
                plainNtileScores(customers, ({ days }) => -days, bins),
                plainNtileScores(customers, ({ orders }) => orders, bins),
                plainNtileScores(customers, ({ cents }) => cents, bins),
              ]
            : [
                plainQuantileScores(column(customers, 'days'), bins).map((score) => bins + 1 - score),
                plainQuantileScores(column(customers, 'orders'), bins),
                plainQuantileScores(column(customers, 'cents'), bins),
              ];
        expect(SCORES.map((name) => [...scores[name]])).toEqual(expected);
      }),
      runs(500),
    );
  });

  test('do not depend on the order of rows, nor on what came after asOf', () => {
    const shuffledToo = any.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.rows, { minLength: one.rows.length })),
    );
    fc.assert(
      fc.property(shuffledToo, ([{ rows, bins, method }, other]) => {
        const options = { asOf: AS_OF, bins, method };
        const later: OrderRow[] = [...other, { customer: 'z', at: AS_OF, amount: 1e6 }];
        const expected = scoresById(rfmScores(orderLog(rows), options));
        const found = scoresById(rfmScores(orderLog(later), options));
        expect(found).toEqual(expected);
      }),
      runs(100),
    );
  });

  test('are the same after amounts are counted in another unit', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(2 ** -20, 4, 1024), ({ rows, bins, method }, unit) => {
        const options = { asOf: AS_OF, bins, method };
        const other = rows.map((row) => ({ ...row, amount: row.amount * unit }));
        expect(rfmScores(orderLog(other), options).monetaryScore).toEqual(
          rfmScores(orderLog(rows), options).monetaryScore,
        );
      }),
      runs(100),
    );
  });

  test('have classes that hold as many customers as are said to be in them', () => {
    fc.assert(
      fc.property(any, ({ rows, bins, method }) => {
        const scores = rfmScores(orderLog(rows), { asOf: AS_OF, bins, method });
        const counted = SCORES.map((name) =>
          Array.from({ length: bins }, (_, place) => scores[name].filter((score) => score === place + 1).length),
        );
        const { recencyDays, orderCount, revenue } = scores.classSizes;
        expect([recencyDays, orderCount, revenue]).toEqual(counted);
      }),
      runs(100),
    );
  });
});

describe.each(reference.cases)('scores in $bins classes', ({ bins, ntile, quantiles }) => {
  const rows = reference.orders as [string | number, number, number][];
  const log = orderLog(rows.map(([customer, at, amount]) => ({ customer, at, amount })));

  test('by ntile are those of SQLite', () => {
    const scores = rfmScores(log, { asOf: reference.asOf, bins, method: 'ntile' });
    const expected = (ntile as unknown as (readonly [string | number, ...number[]])[]).map(
      ([customer, days, orders, cents, ...own]) => [customer, [days, orders, cents, ...own]] as const,
    );
    const found = scores.customers.map((customer, place) => [
      customer,
      [scores.recencyDays, scores.orderCount, scores.revenue, ...SCORES.map((name) => scores[name])].map(
        (figures) => figures[place]!,
      ),
    ]);
    expect(new Map(found as [string, number[]][])).toEqual(new Map(expected));
  });

  test('by quantile have the thresholds that Python finds', () => {
    const { thresholds } = rfmScores(log, { asOf: reference.asOf, bins });
    for (const name of ['recencyDays', 'orderCount', 'revenue'] as const)
      quantiles[name].forEach((value, place) => {
        expect(Math.abs(thresholds[name][place]! - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
      });
  });
});

describe('rfmScores refuses', () => {
  const ask =
    (options: unknown, log: unknown = TEN) =>
    () =>
      rfmScores(log as never, options as never);

  test('a log without amounts, which has no money to score', () => {
    const error = refusalOf(ask({ asOf: DAY }, withoutAmounts(TEN)));
    expect(error.code).toBe('missing-field');
    expect(error.message).toBe('rfmScores: "log.amount" must be in the log; received undefined');
  });

  test('amounts of several currencies', () => {
    const mixed = eventLogFromColumns({ customer: [1, 1], at: [1, 2], amount: [5, 6], currency: ['EUR', 'USD'] });
    expect(refusalOf(ask({ asOf: DAY }, mixed))).toMatchObject({ code: 'mixed-currencies', metric: 'rfmScores' });
  });

  test.each([0, 1, 101, 2.5, -5, Number.NaN, Infinity, '5', null])('%s classes', (bins) => {
    const error = refusalOf(ask({ asOf: DAY, bins }));
    expect([error.code, error.path, error.expected]).toEqual([
      'not-an-option',
      ['bins'],
      'a whole number from 2 to 100',
    ]);
  });

  test('no instant, another method, another option, and what is no log', () => {
    expect(refusalOf(ask({})).code).toBe('not-an-instant');
    expect(refusalOf(ask({ asOf: DAY, method: 'kmeans' })).message).toBe(
      'rfmScores: "method" must be one of \'quantile\', \'ntile\'; received "kmeans"',
    );
    expect(refusalOf(ask({ asOf: DAY, classes: 5 })).code).toBe('unknown-option');
    expect(refusalOf(ask(undefined)).code).toBe('not-a-record');
    expect(refusalOf(ask({ asOf: DAY }, {})).code).toBe('not-a-log');
  });

  test.each(HOSTILE_VALUES)('%s as an option, unless it is one', (_, value) => {
    if (value === undefined) return;
    expect(refusalOf(ask({ asOf: DAY, bins: value })).path).toEqual(['bins']);
    expect(refusalOf(ask({ asOf: DAY, method: value })).path).toEqual(['method']);
  });
});

test('rfmScores leaves log and options as they were', () => {
  const options = Object.freeze({ asOf: 11 * DAY, bins: 3, method: 'ntile' } as const);
  const before = structuredClone(TEN);
  rfmScores(Object.freeze(TEN), options);
  expect(TEN).toStrictEqual(before);
});
