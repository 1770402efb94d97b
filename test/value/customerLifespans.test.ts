import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { toRows } from '../../src/log/toRows.ts';
import { customerLifespans } from '../../src/value/customerLifespans.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { type TenureRow, tenures } from '../rates/movementOracle.ts';
import { anyTenures, DAY } from './tenureRows.ts';

/** Each customer with a tenure before asOf: days from the least start to the greatest end, cut at asOf. */
function plainLifespans(rows: readonly TenureRow[], asOf: number): object[] {
  const known = rows.filter(({ from }) => from < asOf);
  return [...new Set(rows.map(({ customer }) => customer))].flatMap((customer) => {
    const own = known.filter((row) => row.customer === customer);
    if (own.length === 0) return [];
    const begin = Math.min(...own.map(({ from }) => from));
    const end = Math.max(...own.map(({ to }) => to));
    const isOver = end <= asOf;
    return [{ customer, time: ((isOver ? end : asOf) - begin) / DAY, ended: Number(isOver) }];
  });
}

describe('customerLifespans', () => {
  const rows: TenureRow[] = [
    { customer: 'ada', from: 0, to: 30 * DAY },
    { customer: 'bob', from: 5 * DAY, to: Infinity },
    { customer: 'ada', from: 40 * DAY, to: 50 * DAY },
  ];

  test('are from the first start to the last end, with the gap between two tenures, or up to asOf', () => {
    const lifespans = customerLifespans(tenures(rows, 90 * DAY));
    expect(toRows(lifespans)).toEqual([
      { customer: 'ada', time: 50, ended: 1 },
      { customer: 'bob', time: 85, ended: 0 },
    ]);
    expect(lifespans.definition).toEqual({ asOf: 90 * DAY, unit: 'days' });
  });

  test('have not ended where the end lies after asOf, and have where it is asOf', () => {
    expect(toRows(customerLifespans(tenures(rows, 49 * DAY)))[0]).toEqual({ customer: 'ada', time: 49, ended: 0 });
    expect(toRows(customerLifespans(tenures(rows, 50 * DAY)))[0]).toEqual({ customer: 'ada', time: 50, ended: 1 });
  });

  test('do not look at tenures from asOf on, and say how many there were', () => {
    const lifespans = customerLifespans(tenures(rows, 40 * DAY));
    expect(toRows(lifespans)[0]).toEqual({ customer: 'ada', time: 30, ended: 1 });
    expect(lifespans.laterTenures).toBe(1);
    expect(customerLifespans(tenures(rows, 5 * DAY)).customers).toEqual(['ada']);
    expect(customerLifespans(tenures([], 5 * DAY)).customers).toEqual([]);
  });

  test('are those that a look at all of a customer’s rows gives', () => {
    fc.assert(
      fc.property(anyTenures, fc.nat(60), (all, days) => {
        const found = customerLifespans(tenures(all, days * DAY));
        expect(toRows(found)).toEqual(plainLifespans(all, days * DAY));
        expect(found.laterTenures).toBe(all.filter(({ from }) => from >= days * DAY).length);
      }),
    );
  });

  test('of the subscriptions of the shop are those of its rows', () => {
    const asOf = Date.UTC(2025, 5, 1);
    const all = generateShop().subscriptions.map(({ customer_id, started_at, ended_at }) => ({
      ...{ customer: customer_id, from: Date.parse(started_at) },
      to: ended_at === '' ? Infinity : Date.parse(ended_at),
    }));
    const log = tenureLog(all, { customer: 'customer', from: 'from', to: 'to' }, { asOf });
    expect(toRows(customerLifespans(log))).toEqual(plainLifespans(all, asOf));
  });

  test('are refused of anything but a tenure log', () => {
    expect(refusalOf(() => customerLifespans(rows as never)).code).toBe('not-a-log');
  });
});
