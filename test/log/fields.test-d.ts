import { describe, expectTypeOf, test } from 'vitest';
import type { CustomerId, Instant } from '../../src/core/types.ts';
import { civilDate } from '../../src/log/civilDate.ts';
import { decimalNumber } from '../../src/log/decimalNumber.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { KeyOf } from '../../src/log/field.ts';
import { isoInstant } from '../../src/log/isoInstant.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { toRows } from '../../src/log/toRows.ts';
import type { EventLog, TenureLog } from '../../src/log/types.ts';

interface Order {
  readonly buyer: string;
  readonly number: number;
  readonly placed: Date;
  readonly paidAt: number;
  readonly total: number;
  readonly coupon?: string;
  readonly shipped: Date | null;
  readonly gift: boolean;
  readonly lines: readonly string[];
}

interface Text {
  readonly user: string;
  readonly day: string;
  readonly total: string;
}

declare const orders: readonly Order[];
declare const texts: readonly Text[];
// biome-ignore lint/suspicious/noExplicitAny: rows from JSON.parse are just that.
declare const anything: readonly any[];
declare const pairs: readonly (readonly [who: string, when: number])[];

describe('names of properties', () => {
  test('are those that hold a value of the right type, and no optional ones', () => {
    expectTypeOf<KeyOf<Order, CustomerId>>().toEqualTypeOf<'buyer' | 'number' | 'paidAt' | 'total'>();
    expectTypeOf<KeyOf<Order, Instant>>().toEqualTypeOf<'number' | 'placed' | 'paidAt' | 'total'>();
    expectTypeOf<KeyOf<Order, Instant | null>>().toEqualTypeOf<'number' | 'placed' | 'paidAt' | 'total' | 'shipped'>();
    expectTypeOf<KeyOf<Text, number>>().toEqualTypeOf<never>();
  });

  test('are taken where they fit', () => {
    const log = eventLog(orders, { customer: 'buyer', at: 'placed', amount: 'total', attributes: { gift: 'gift' } });
    expectTypeOf(log).toEqualTypeOf<EventLog>();
    eventLog(new Set<Order>(), { customer: 'number', at: 'paidAt', name: 'buyer', id: 'number' });
    tenureLog(orders, { customer: 'buyer', from: 'placed', to: 'shipped' }, { asOf: 0 });
  });

  test('that are misspelt are errors', () => {
    // @ts-expect-error there is no "buyr"
    eventLog(orders, { customer: 'buyr', at: 'placed' });
    // @ts-expect-error there is no "palced"
    eventLog(orders, { customer: 'buyer', at: 'palced' });
    // @ts-expect-error there is no "plan"
    eventLog(orders, { customer: 'buyer', at: 'placed', attributes: { plan: 'plan' } });
    // @ts-expect-error there is no "end"
    tenureLog(orders, { customer: 'buyer', from: 'placed', to: 'end' }, { asOf: 0 });
  });

  test('of properties of another type are errors', () => {
    // @ts-expect-error a date is no id
    eventLog(orders, { customer: 'placed', at: 'placed' });
    // @ts-expect-error a text is no instant until a reader stands before it
    eventLog(orders, { customer: 'buyer', at: 'buyer' });
    // @ts-expect-error a text is no amount
    eventLog(orders, { customer: 'buyer', at: 'placed', amount: 'buyer' });
    // @ts-expect-error a coupon may be missing
    eventLog(orders, { customer: 'buyer', at: 'placed', name: 'coupon' });
    // @ts-expect-error an array is no attribute
    eventLog(orders, { customer: 'buyer', at: 'placed', attributes: { lines: 'lines' } });
  });

  test('of rows of any type are any names', () => {
    eventLog(anything, { customer: 'who', at: 'when', amount: 'paid' });
  });
});

describe('fields', () => {
  test('that are missing or misspelt are errors', () => {
    // @ts-expect-error without "at"
    eventLog(orders, { customer: 'buyer' });
    // @ts-expect-error there is no field "amuont"
    eventLog(orders, { customer: 'buyer', at: 'placed', amuont: 'total' });
    // @ts-expect-error without options
    tenureLog(orders, { customer: 'buyer', from: 'placed', to: 'shipped' });
    // @ts-expect-error there is no option "refund"
    eventLog(orders, { customer: 'buyer', at: 'placed' }, { refund: 'net' });
    // @ts-expect-error there is no rule "nett"
    eventLog(orders, { customer: 'buyer', at: 'placed' }, { refunds: 'nett' });
  });
});

describe('functions of the row', () => {
  test('know the row and its index', () => {
    eventLog(orders, {
      customer: (row, index) => {
        expectTypeOf(row).toEqualTypeOf<Order>();
        expectTypeOf(index).toEqualTypeOf<number>();
        return row.buyer;
      },
      at: ({ placed }) => placed,
      name: ({ coupon }) => coupon ?? 'none',
    });
  });

  test('know rows that are arrays or single values', () => {
    eventLog(pairs, { customer: ([who]) => who, at: ([, when]) => when });
    eventLog(['ada', 'bob'], { customer: (who) => who, at: (_, index) => index });
    eventLog([[1, 2]], { customer: (row) => row[0]!, at: (row) => row[1]! });
  });

  test('that give a value of another type are errors', () => {
    // @ts-expect-error a coupon may be missing
    eventLog(orders, { customer: 'buyer', at: 'placed', name: ({ coupon }) => coupon });
    // @ts-expect-error an amount is no text
    eventLog(orders, { customer: 'buyer', at: 'placed', amount: ({ total }) => total.toFixed(2) });
    // @ts-expect-error null is no instant of an event
    eventLog(orders, { customer: 'buyer', at: ({ shipped }) => shipped });
  });
});

describe('readers of text', () => {
  test('stand where their column is a text of the row', () => {
    const timeZone = 'Europe/Berlin';
    eventLog(texts, { customer: 'user', at: civilDate('day', { timeZone }), amount: decimalNumber('total') });
    tenureLog(
      texts,
      { customer: 'user', from: isoInstant('day'), to: isoInstant('day', { empty: 'open' }) },
      { asOf: 0 },
    );
    const table: readonly Record<string, string>[] = [];
    eventLog(table, { customer: 'user', at: isoInstant('day') });
  });

  test('of a column that the row has not, or not as a text, are errors', () => {
    // @ts-expect-error there is no "dya"
    eventLog(texts, { customer: 'user', at: isoInstant('dya') });
    // @ts-expect-error "placed" is a date already
    eventLog(orders, { customer: 'buyer', at: isoInstant('placed') });
    // @ts-expect-error there is no zone option of this name
    civilDate('day', { timezone: 'UTC' });
  });
});

describe('columns', () => {
  test('are arrays, typed arrays or codes with values', () => {
    eventLogFromColumns({ customer: Int32Array.of(1), at: Float64Array.of(1), amount: [5] });
    eventLogFromColumns({ customer: { codes: Uint8Array.of(0), values: ['ada'] }, at: [new Date(0)] });
    // @ts-expect-error instants are no texts
    eventLogFromColumns({ customer: ['ada'], at: ['2024-01-01'] });
    // @ts-expect-error there is no column of this name
    eventLogFromColumns({ customer: ['ada'], at: [1], amuont: [5] });
  });
});

test('parts of a log are logs of its kind', () => {
  expectTypeOf(splitBy({} as EventLog, 'plan', { value: 'each' })[0]!.log).toEqualTypeOf<EventLog>();
  expectTypeOf(splitBy({} as TenureLog, 'plan', { value: 'each' })[0]!.log).toEqualTypeOf<TenureLog>();
});

test('rows of columns have the names of the typed arrays, as numbers', () => {
  const [row] = toRows({ customers: ['ada'], orders: Int32Array.of(1), paid: Float64Array.of(5), note: 'none' });
  expectTypeOf(row!).toEqualTypeOf<
    { readonly customer: CustomerId } & { readonly orders: number; readonly paid: number }
  >();
});
