import { describe, expect, test } from 'vitest';
import { toRows } from '../../src/log/toRows.ts';
import { refusalOf } from '../core/refusalOf.ts';

describe('rows of columns', () => {
  test('are one record a customer, in order', () => {
    const columns = {
      customers: ['ada', 7] as const,
      orders: Int32Array.of(3, 1),
      paid: Float64Array.of(9.5, Number.NaN),
      definition: { timeZone: 'UTC' },
      note: 'left out',
    };
    expect(toRows(columns)).toEqual([
      { customer: 'ada', orders: 3, paid: 9.5 },
      { customer: 7, orders: 1, paid: Number.NaN },
    ]);
  });

  test('of no customers are none', () => {
    expect(toRows({ customers: [], orders: new Int32Array(0) })).toEqual([]);
  });

  test('may have a column of any name, without harm to what all objects share', () => {
    const columns = Object.fromEntries([
      ['customers', ['ada']],
      ['__proto__', Int32Array.of(5)],
      ['toString', Int32Array.of(6)],
    ]) as { customers: string[] };
    const [row] = toRows(columns);
    expect(Object.entries(row!)).toEqual([
      ['customer', 'ada'],
      ['__proto__', 5],
      ['toString', 6],
    ]);
    expect(Object.prototype).toEqual({});
  });

  test('of columns that do not fit are refused by name', () => {
    expect(refusalOf(() => toRows({ customers: ['ada'], orders: Int32Array.of(1, 2) }))).toMatchObject({
      code: 'length-mismatch',
      path: ['columns', 'orders'],
      received: '2',
    });
    for (const none of [undefined, null, 5, 'x'])
      expect(refusalOf(() => toRows(none as never)).code).toBe('not-a-record');
    for (const customers of [undefined, 5, 'ada', Int32Array.of(1)])
      expect(refusalOf(() => toRows({ customers } as never))).toMatchObject({ code: 'not-rows' });
  });
});
