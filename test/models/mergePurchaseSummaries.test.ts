import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../src/core/types.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { takeEvents } from '../../src/log/takeRows.ts';
import { toRows } from '../../src/log/toRows.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { mergePurchaseSummaries, type PurchaseSummaryInput } from '../../src/models/mergePurchaseSummaries.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import type { PurchaseSummary } from '../../src/models/purchaseTypes.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from './cdnow.ts';
import { anyOrderCase, byCustomer, logOf } from './purchaseOracle.ts';

const DAY = 86_400_000;
const options = { asOf: 9 * DAY, unit: 'day' } as const;

/** A log by days from day 0: each order's customer, day and amount. */
function partOf(...orders: readonly (readonly [customer: CustomerId, day: number, amount: number])[]) {
  return eventLogFromColumns({
    customer: orders.map(([customer]) => customer),
    at: orders.map(([, day]) => day * DAY),
    amount: orders.map(([, , amount]) => amount),
  });
}

const north = partOf(['ada', 0, 5], ['ada', 2, 10], ['ada', 2, 4], ['bob', 3, 7], ['cyd', 9, 1]);
const south = partOf(['dan', 1, 6], ['dan', 5, 8], ['dan', 10, 3]);
const nobody = partOf();

describe('two summaries of purchases', () => {
  const [one, other] = [purchaseSummary(north, options), purchaseSummary(south, options)];

  test('make one of the customers of both, whose counts add up', () => {
    expect(mergePurchaseSummaries(one, other)).toStrictEqual({
      customers: ['ada', 'bob', 'dan'],
      firstAt: Float64Array.of(0, 3 * DAY, DAY),
      frequency: Int32Array.of(1, 0, 1),
      recency: Float64Array.of(2, 0, 4),
      age: Float64Array.of(8, 5, 7),
      meanSpend: Float64Array.of(14, Number.NaN, 8),
      spendCount: Int32Array.of(1, 0, 1),
      joinedOrders: 1,
      laterCustomers: 1,
      laterOrders: 2,
      definition: one.definition,
    });
  });

  test('of any two logs that share no customer are that of one log of both', () => {
    fc.assert(
      fc.property(anyOrderCase, ({ orders, asOf, unit, timeZone, spend }) => {
        const of = (list: typeof orders) => purchaseSummary(logOf(list), { asOf, unit, timeZone, spend });
        const merged = mergePurchaseSummaries(
          of(orders.filter(([customer]) => customer % 2 === 0)),
          of(orders.filter(([customer]) => customer % 2 === 1)),
        );
        const { customers, joinedOrders, laterCustomers, laterOrders, definition } = of(orders);
        expect(byCustomer(toRows(merged))).toEqual(byCustomer(toRows(of(orders))));
        expect(merged).toMatchObject({ joinedOrders, laterCustomers, laterOrders, definition });
        expect(merged.customers).toHaveLength(customers.length);
      }),
      runs(100),
    );
  });

  test('merge in any grouping', () => {
    const third = purchaseSummary(partOf(['eve', 4, 2]), options);
    expect(mergePurchaseSummaries(mergePurchaseSummaries(one, other), third)).toStrictEqual(
      mergePurchaseSummaries(one, mergePurchaseSummaries(other, third)),
    );
  });

  test('are taken frozen, and share no column with what they make', () => {
    const merged = mergePurchaseSummaries(deepFrozen(structuredClone(one)), deepFrozen(structuredClone(other)));
    expect(merged).toStrictEqual(mergePurchaseSummaries(one, other));
    merged.frequency.fill(9);
    expect(one.frequency).toEqual(Int32Array.of(1, 0));
  });

  test('may have plain arrays for columns, as they have after JSON', () => {
    const plain = (summary: PurchaseSummary): PurchaseSummaryInput => ({
      ...summary,
      firstAt: [...summary.firstAt],
      frequency: [...summary.frequency],
      recency: [...summary.recency],
      age: [...summary.age],
      meanSpend: [...summary.meanSpend],
      spendCount: [...summary.spendCount],
    });
    expect(mergePurchaseSummaries(plain(one), plain(other))).toStrictEqual(mergePurchaseSummaries(one, other));
  });

  test('may be those of all purchases, and of the calibration of a split', () => {
    const all = { ...options, spend: 'all' } as const;
    const merged = mergePurchaseSummaries(purchaseSummary(north, all), purchaseSummary(south, all));
    expect([merged.meanSpend, merged.spendCount]).toEqual([Float64Array.of(9.5, 7, 7), Int32Array.of(2, 1, 2)]);
    const split = calibrationHoldoutSummary(north, { calibrationEnd: 9 * DAY, holdoutEnd: 12 * DAY, unit: 'day' });
    expect(mergePurchaseSummaries(split, other)).toStrictEqual(mergePurchaseSummaries(one, other));
  });
});

describe('a part of nobody', () => {
  const euros = (customer: string[]) =>
    purchaseSummary(
      eventLogFromColumns({
        customer,
        at: customer.map(() => 0),
        amount: customer.map(() => 5),
        currency: customer.map(() => 'EUR'),
      }),
      options,
    );

  test('changes nothing, whichever side it is on', () => {
    const some = euros(['ada']);
    for (const empty of [euros([]), purchaseSummary(nobody, options), purchaseSummary(withoutAmounts(nobody), options)])
      for (const merged of [mergePurchaseSummaries(some, empty), mergePurchaseSummaries(empty, some)])
        expect(merged).toStrictEqual(some);
  });

  test('is refused where it names another currency', () => {
    const dollars = { ...euros([]), definition: { ...euros(['ada']).definition, currency: 'USD' } };
    expect(refusalOf(() => mergePurchaseSummaries(euros(['ada']), dollars)).code).toBe('unlike-definitions');
  });
});

describe('a merge is refused', () => {
  const one = purchaseSummary(north, options);
  const other = purchaseSummary(south, options);
  const refused = (changed: object) => refusalOf(() => mergePurchaseSummaries(one, { ...other, ...changed } as never));

  test('for a customer of both, whose purchases cannot be told apart', () => {
    expect(refused({ customers: ['bob'] })).toMatchObject({
      code: 'duplicate-id',
      metric: 'mergePurchaseSummaries',
      path: ['other', 'customers', 0],
      received: '"bob"',
    });
  });

  test('not for 1 and "1", which are two customers', () => {
    const [number, text] = [purchaseSummary(partOf([1, 0, 5]), options), purchaseSummary(partOf(['1', 0, 5]), options)];
    expect(mergePurchaseSummaries(number, text).customers).toEqual([1, '1']);
  });

  test.each([
    ['asOf', 8 * DAY],
    ['timeUnit', 'week'],
    ['timeZone', 'Europe/Berlin'],
    ['currency', 'EUR'],
  ])('for another "%s" in the definition', (field, value) => {
    expect(refused({ definition: { ...other.definition, [field]: value } })).toMatchObject({
      code: 'unlike-definitions',
      metric: 'mergePurchaseSummaries',
      path: ['other', 'definition', field],
    });
  });

  test('for a mean spend of all purchases beside one of repeats', () => {
    const all = purchaseSummary(south, { ...options, spend: 'all' });
    expect(refused(all).path).toEqual(['other', 'definition', 'spend']);
  });

  test('for amounts that one part has not', () => {
    const bare = purchaseSummary(withoutAmounts(south), options);
    expect(refused(bare)).toMatchObject({ code: 'missing-field', path: ['other', 'meanSpend'] });
    expect(refusalOf(() => mergePurchaseSummaries(bare, one)).path).toEqual(['one', 'meanSpend']);
  });

  test.each([
    [{ customers: 'dan' }, 'not-rows', ['customers']],
    [{ customers: [''] }, 'not-an-id', ['customers', 0]],
    [{ frequency: { length: 1 } }, 'not-rows', ['frequency']],
    [{ frequency: [1, 2] }, 'length-mismatch', ['frequency']],
    [{ frequency: [0.5] }, 'not-a-count', ['frequency', 0]],
    [{ frequency: [2 ** 31] }, 'not-a-count', ['frequency', 0]],
    [{ firstAt: [9 * DAY] }, 'after-as-of', ['firstAt', 0]],
    [{ firstAt: [0.5] }, 'not-an-instant', ['firstAt', 0]],
    [{ recency: [8] }, 'above-limit', ['recency', 0]],
    [{ recency: [0] }, 'below-limit', ['recency', 0]],
    [{ recency: [Number.NaN] }, 'not-a-quantity', ['recency', 0]],
    [{ frequency: [0], spendCount: [0], meanSpend: [Number.NaN] }, 'above-limit', ['recency', 0]],
    [{ age: [-1] }, 'not-a-quantity', ['age', 0]],
    [{ meanSpend: [-5] }, 'not-a-quantity', ['meanSpend', 0]],
    [{ meanSpend: ['5'] }, 'not-a-quantity', ['meanSpend', 0]],
    [{ frequency: [0], recency: [0], spendCount: [0] }, 'not-a-quantity', ['meanSpend', 0]],
    [{ spendCount: [2] }, 'not-a-count', ['spendCount', 0]],
    [{ joinedOrders: -1 }, 'not-a-count', ['joinedOrders']],
    [{ laterCustomers: undefined }, 'not-a-count', ['laterCustomers']],
    [{ laterOrders: 0.5 }, 'not-a-count', ['laterOrders']],
    [{ definition: undefined }, 'not-a-record', ['definition']],
    [{ definition: { ...other.definition, timeUnit: 'weeks' } }, 'not-an-option', ['definition', 'timeUnit']],
    [{ definition: { ...other.definition, spend: 'some' } }, 'not-an-option', ['definition', 'spend']],
    [{ definition: { ...other.definition, timeZone: 'Mars/Base' } }, 'unknown-time-zone', ['timeZone']],
    [{ definition: { ...other.definition, currency: '' } }, 'not-a-text', ['definition', 'currency']],
    [{ definition: { ...other.definition, asOf: 'now' } }, 'not-an-instant', ['definition', 'asOf']],
  ])('for %o, which no summary has', (changed, code, path) => {
    const error = refused(changed);
    expect(error).toMatchObject({ code, metric: 'mergePurchaseSummaries' });
    expect(error.path.join('.').replace(/^other\./, '')).toBe(path.join('.'));
  });

  test('for a mean spend that is missing in some of the customers with purchases alone', () => {
    const both = purchaseSummary(partOf(['dan', 1, 6], ['dan', 5, 8], ['eve', 1, 6], ['eve', 5, 8]), options);
    expect(refused({ ...both, meanSpend: [8, Number.NaN] })).toMatchObject({
      code: 'not-a-quantity',
      path: ['other', 'meanSpend', 1],
    });
    expect(refused({ ...both, meanSpend: [Number.NaN, 8] }).path).toEqual(['other', 'meanSpend', 1]);
  });

  test('for what is no summary', () => {
    expect(refusalOf(() => mergePurchaseSummaries(null as never, one)).path).toEqual(['one']);
    expect(refusalOf(() => mergePurchaseSummaries(one, 5 as never)).path).toEqual(['other']);
  });
});

test.skipIf(!hasCdnow)('CDNOW in two shards by customer is CDNOW', () => {
  const log = cdnowLog();
  const week = { asOf: CALIBRATION_END, unit: 'week' } as const;
  const whole = purchaseSummary(log, week);
  const shard = (from: number, to: number): PurchaseSummary => {
    const [first, end] = [log.offsets[from]!, log.offsets[to]!];
    const rows = Int32Array.from({ length: end - first }, (_, place) => first + place);
    return purchaseSummary(takeEvents(log, rows), week);
  };
  expect(mergePurchaseSummaries(shard(0, 1000), shard(1000, log.customers.length))).toStrictEqual(whole);
});
