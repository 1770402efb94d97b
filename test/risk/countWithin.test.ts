// What the three indicators that count within a window have in common: complaintCount, failedPaymentCount, contactCount.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../src/core/types.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { complaintCount } from '../../src/risk/complaintCount.ts';
import { contactCount } from '../../src/risk/contactCount.ts';
import type { CountWithin, CountWithinOptions } from '../../src/risk/countWithin.ts';
import { failedPaymentCount } from '../../src/risk/failedPaymentCount.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyEvents, DAY, type EventRow, logOf, rowsBefore } from './eventRows.ts';

interface Counter {
  readonly name: string;
  readonly withinDays: number;
  /** The number from which on the risk is 1. */
  readonly risky: number;
  readonly count: (rows: readonly EventRow[], options: CountWithinOptions) => CountWithin;
}

/** Events as tickets, of which some are resolved. */
const tickets = (rows: readonly EventRow[]) =>
  tenureLog(
    rows,
    { customer: 'customer', from: 'at', to: ({ at, amount }) => (amount > 5 ? null : at + amount * DAY) },
    { asOf: 500 * DAY },
  );

const COUNTERS: readonly Counter[] = [
  { name: 'complaintCount', withinDays: 90, risky: 3, count: (rows, options) => complaintCount(logOf(rows), options) },
  {
    name: 'failedPaymentCount',
    withinDays: 60,
    risky: 3,
    count: (rows, options) => failedPaymentCount(logOf(rows), options),
  },
  { name: 'contactCount', withinDays: 90, risky: 5, count: (rows, options) => contactCount(tickets(rows), options) },
];

const rowsOf = (days: Readonly<Record<string, readonly number[]>>): EventRow[] =>
  Object.entries(days).flatMap(([customer, own]) => own.map((day) => ({ customer, at: day * DAY, amount: 2 })));

const anyIds = fc.uniqueArray(fc.constantFrom<CustomerId>('ada', 'bob', 'cyd', 'zoe', 1, 2, '1', '', 0), {
  maxLength: 8,
});

describe.each(COUNTERS)('$name', ({ name, withinDays, risky, count }) => {
  test('counts within the days before asOf, its first instant too and asOf not', () => {
    const start = 200 - withinDays;
    const days = { ada: [start, 150, 199, 200, 201], bob: [start - 1, 300], cyd: [200] };
    const found = count(rowsOf(days), { asOf: 200 * DAY });
    expect(found.customers).toEqual(['ada', 'bob']);
    expect([...found.value]).toEqual([3, 0]);
    expect([...found.daysSinceLast]).toEqual([1, withinDays + 1]);
    expect([...found.observedAt]).toEqual([200 * DAY, 200 * DAY]);
    expect([...found.risk]).toEqual([Math.min(1, 3 / risky), 0]);
    expect(count(rowsOf(days), { asOf: 200 * DAY + 1 }).value[0]).toBe(3);
  });

  test('counts within the days told', () => {
    const rows = rowsOf({ ada: [10, 20, 30] });
    const ask = (within: number) => count(rows, { asOf: 31 * DAY, withinDays: within }).value[0];
    expect([ask(0.5), ask(1), ask(11), ask(20.5), ask(21), ask(1e308)]).toEqual([0, 1, 2, 2, 3, 3]);
  });

  test('has a risk that grows evenly with the number', () => {
    const rows = rowsOf(
      Object.fromEntries([1, 2, 3, 4, 5, 6].map((times) => [`c${times}`, new Array(times).fill(90)])),
    );
    const { risk } = count(rows, { asOf: AS_OF });
    expect([...risk]).toEqual([1, 2, 3, 4, 5, 6].map((times) => (times > risky ? 1 : times / risky)));
  });

  test('is of exactly the customers given, in their order: who is not in the log has none', () => {
    const customers = ['zoe', 'bob', 'ada'];
    const found = count(rowsOf({ ada: [95], cyd: [95], bob: [150] }), { asOf: AS_OF, customers });
    expect(found.customers).toEqual(customers);
    expect([...found.value]).toEqual([0, 0, 1]);
    expect([...found.risk]).toEqual([0, 0, 1 / risky]);
    expect([...found.daysSinceLast]).toEqual([Number.NaN, Number.NaN, 5]);
    expect([...found.observedAt]).toEqual([AS_OF, AS_OF, AS_OF]);
    expect(found.definition.settings).toEqual({ withinDays, population: 'given' });
    expect([...count([], { asOf: AS_OF, customers }).value]).toEqual([0, 0, 0]);
    expect(count(rowsOf({ ada: [95] }), { asOf: AS_OF, customers: [] }).customers).toEqual([]);
  });

  test('tells ids of texts and of numbers apart', () => {
    const rows = [{ customer: '1', at: 95 * DAY, amount: 0 }];
    expect([...count(rows, { asOf: AS_OF, customers: [1, '1'] }).value]).toEqual([0, 1]);
  });

  test('finds customers alike whether ids ascend or not', () => {
    const rows = [9, 4, 4, 7, 4].map((customer) => ({ customer, at: 95 * DAY, amount: 0 }));
    const log = [...rows].sort((one, other) => one.customer - other.customer);
    const ask = (own: EventRow[], customers: number[]) => [...count(own, { asOf: AS_OF, customers }).value];
    for (const own of [rows, log]) {
      expect(ask(own, [3, 4, 5, 7, 8, 9, 10])).toEqual([0, 3, 0, 1, 0, 1, 0]);
      expect(ask(own, [10, 9, 8, 7, 5, 4, 3])).toEqual([0, 1, 0, 1, 0, 3, 0]);
      expect(ask(own, [-1.5, 9])).toEqual([0, 1]);
    }
  });

  test('carries what it rests on', () => {
    expect(count([], { asOf: new Date(DAY) }).definition).toEqual({
      ...{ name, kind: name, asOf: DAY, map: { kind: 'linear', safe: 0, risky } },
      settings: { withinDays, population: 'known' },
    });
  });

  test('is what plain loops over the rows find, for any log', () => {
    const given = fc.option(
      anyIds.map((ids) => ids.filter((id) => id !== '')),
      { nil: undefined },
    );
    fc.assert(
      fc.property(anyEvents(fc.nat(9)), fc.integer({ min: 1, max: 90 }), given, (rows, days, customers) => {
        const found = count(rows, { asOf: AS_OF, withinDays: days, ...(customers && { customers }) });
        const before = new Map(rowsBefore(rows, AS_OF));
        expect(found.customers).toEqual(customers ?? [...before.keys()]);
        found.customers.forEach((customer, place) => {
          const own = before.get(customer) ?? [];
          expect(found.value[place]).toBe(own.filter(({ at }) => AS_OF - at <= days * DAY).length);
          const since = own.length === 0 ? Number.NaN : Math.min(...own.map(({ at }) => AS_OF - at)) / DAY;
          expect(found.daysSinceLast[place]).toBe(since);
        });
      }),
      runs(150),
    );
  });

  test('refuses customers that are no ids, each once', () => {
    const ask = (customers: unknown) =>
      refusalOf(() => count(rowsOf({ ada: [1] }), { asOf: AS_OF, customers } as never));
    expect(ask(['ada', 'bob', 'ada']).message).toBe(`${name}: "customers[2]" must be there once; received "ada"`);
    expect(ask(['ada', '']).message).toBe(
      `${name}: "customers[1]" must be a text that is not empty or a finite number; received ""`,
    );
    expect(ask([1, 2, 2]).code).toBe('duplicate-id');
    expect(ask([1, Infinity]).code).toBe('not-an-id');
    expect(ask([Number.NaN]).code).toBe('not-an-id');
    for (const wrong of ['ada', null, { length: 1 }, Int32Array.of(1)]) expect(ask(wrong).code).toBe('not-rows');
  });

  test('refuses a window that is none', () => {
    for (const wrong of [0, -1, Number.NaN, Infinity, '9', null]) {
      const error = refusalOf(() => count([], { asOf: AS_OF, withinDays: wrong } as never));
      expect([error.code, error.path, error.metric]).toEqual(['not-a-quantity', ['withinDays'], name]);
    }
  });
});

test('contactCount refuses an instant of which the tickets do not tell', () => {
  const error = refusalOf(() => contactCount(tickets([]), { asOf: 500 * DAY + 1 }));
  expect(error.message).toBe(
    `contactCount: "asOf" must be at or before the log's "asOf" (1971-05-16T00:00:00.000Z); received 1971-05-16T00:00:00.001Z`,
  );
  expect(error.code).toBe('after-as-of');
});

test('contactCount counts tickets by their opening, resolved or not, before asOf or after', () => {
  const at = (day: number, amount: number) => ({ customer: 'ada', at: day * DAY, amount });
  const found = contactCount(tickets([at(90, 0), at(91, 9), at(95, 2), at(96, 5)]), { asOf: 98 * DAY });
  expect([...found.value, ...found.daysSinceLast]).toEqual([4, 2]);
});
