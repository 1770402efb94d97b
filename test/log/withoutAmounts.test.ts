import { expect, test } from 'vitest';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';

const log = eventLogFromColumns({
  customer: ['a', 'b'],
  at: [1, 2],
  amount: [5, 6],
  currency: ['EUR', 'USD'],
  name: ['x', 'y'],
});

test('a log without its amounts has all else', () => {
  expect(withoutAmounts(log)).toEqual({ ...log, amount: undefined, currency: undefined });
  expect(log.amount).toEqual(Float64Array.of(5, 6));
});

test('a log of several currencies can be counted without its amounts', () => {
  expect(refusalOf(() => purchaseTotals(log)).code).toBe('mixed-currencies');
  expect(purchaseTotals(withoutAmounts(log))).toMatchObject({ orders: 2, buyers: 2, revenue: Number.NaN });
  expect(customerSummaries(withoutAmounts(log)).eventCount).toEqual(Int32Array.of(1, 1));
});

test('what is no log is refused', () => {
  for (const none of [undefined, null, {}, 5, { kind: 'events' }])
    expect(refusalOf(() => withoutAmounts(none as never)).code).toBe('not-a-log');
});
