import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyEvent, anyTenure } from './arbitraries.ts';
import { brokenPromises, eventsOf, type PlainEvent, tenuresOf } from './readBack.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'bob', 'cyd'],
  at: [10, 20, 30, 40, 50],
  amount: [1, 2, 3, 4, 5],
  attributes: { plan: ['S', 'S', 'L', 'S', 'L'] },
});

describe('splitting a log', () => {
  const parts = (value: 'first' | 'last' | 'each') =>
    splitBy(log, 'plan', { value }).map((part) => [part.value, part.log.customers, Array.from(part.log.at)]);

  test('by the first value puts each customer, with all rows, where they began', () => {
    expect(parts('first')).toEqual([
      ['S', ['ada', 'bob'], [10, 30, 20, 40]],
      ['L', ['cyd'], [50]],
    ]);
  });

  test('by the last value puts each customer, with all rows, where they are', () => {
    expect(parts('last')).toEqual([
      ['S', ['bob'], [20, 40]],
      ['L', ['ada', 'cyd'], [10, 30, 50]],
    ]);
  });

  test('by each row puts rows where they belong, and customers in several parts', () => {
    expect(parts('each')).toEqual([
      ['S', ['ada', 'bob'], [10, 20, 40]],
      ['L', ['ada', 'cyd'], [30, 50]],
    ]);
  });

  test('lists parts as their values first appeared in the rows, or in the dictionary, and leaves out empty ones', () => {
    const order = { customer: [2, 1], at: [20, 10] };
    const rows = eventLogFromColumns({ ...order, attributes: { plan: ['L', 'S'] } });
    expect(splitBy(rows, 'plan', { value: 'each' }).map(({ value }) => value)).toEqual(['L', 'S']);
    const plan = { codes: [2, 0], values: ['S', 'M', 'L'] };
    const coded = eventLogFromColumns({ ...order, attributes: { plan } });
    expect(splitBy(coded, 'plan', { value: 'each' }).map(({ value }) => value)).toEqual(['S', 'L']);
  });

  test('keeps values of different types apart', () => {
    const values = ['1', 1, true, 'true', null, 'null', '', 0, false];
    const odd = eventLogFromColumns({
      customer: values.map((_, id) => id),
      at: values.map(() => 5),
      attributes: { odd: values },
    });
    expect(splitBy(odd, 'odd', { value: 'first' }).map(({ value }) => value)).toEqual(values);
  });

  test('goes by name and currency of events, status and reason of tenures', () => {
    const events = eventLogFromColumns({ customer: [1, 1], at: [1, 2], name: ['a', 'b'], currency: ['EUR', 'USD'] });
    expect(splitBy(events, 'name', { value: 'each' }).map(({ value }) => value)).toEqual(['a', 'b']);
    expect(splitBy(events, 'currency', { value: 'each' }).map(({ value }) => value)).toEqual(['EUR', 'USD']);
    const columns = {
      customer: [1, 1],
      from: [1, 2],
      to: [3, null],
      status: ['ended', 'active'],
      reason: ['price', null],
    };
    const tenures = tenureLogFromColumns(columns, { asOf: 9 });
    expect(
      splitBy(tenures, 'status', { value: 'last' }).map(({ value, log: part }) => [value, part.from.length]),
    ).toEqual([['active', 2]]);
    expect(splitBy(tenures, 'reason', { value: 'each' }).map(({ value, log: part }) => [value, part.to[0]])).toEqual([
      ['price', 3],
      [null, Infinity],
    ]);
  });

  test('of no rows gives no parts', () => {
    const none = eventLogFromColumns({ customer: [], at: [], attributes: { plan: [] } });
    expect(splitBy(none, 'plan', { value: 'each' })).toEqual([]);
  });

  test('puts every row into exactly one part, by a rule that plain records confirm, for any log', () => {
    const fields = { customer: 'customer', at: 'at', amount: 'amount', attributes: { plan: 'plan' } } as const;
    const plan = (event: PlainEvent | undefined) => event?.attributes?.plan;
    fc.assert(
      fc.property(fc.array(anyEvent), fc.constantFrom('first', 'last', 'each'), (rows, value) => {
        const whole = eventLog(rows, { ...fields, id: (_, row) => row });
        const events = eventsOf(whole);
        const belongs = (event: PlainEvent) => {
          const own = events.filter(({ customer }) => customer === event.customer);
          return plan(value === 'each' ? event : value === 'first' ? own[0] : own.at(-1));
        };
        const parts = splitBy(whole, 'plan', { value });
        for (const part of parts) {
          expect(brokenPromises(part.log)).toEqual([]);
          expect(eventsOf(part.log)).toEqual(events.filter((event) => belongs(event) === part.value));
        }
        const ids = parts.flatMap((part) => part.log.ids!);
        expect(new Set(ids).size).toBe(rows.length);
        expect(ids).toHaveLength(rows.length);
      }),
    );
  });

  test('puts every tenure into exactly one part, for any log', () => {
    const fields = { customer: 'customer', from: 'from', to: 'to', billing: 'billing', status: 'status' };
    fc.assert(
      fc.property(fc.array(anyTenure), fc.constantFrom('first', 'last', 'each'), (rows, value) => {
        const whole = tenureLog(rows, { ...fields, id: (_: unknown, row: number) => row } as never, { asOf: 100 });
        const parts = splitBy(whole, 'status', { value });
        expect(parts.flatMap((part) => part.log.ids!).sort()).toEqual(rows.map((_, row) => row).sort());
        if (value === 'each')
          for (const part of parts)
            expect(tenuresOf(part.log)).toEqual(tenuresOf(whole).filter(({ status }) => status === part.value));
      }),
    );
  });
});

describe('a split that is wrong', () => {
  test('is refused', () => {
    const refuse = (field: unknown, options: unknown) =>
      refusalOf(() => splitBy(log, field as string, options as never));
    expect(refuse('paln', { value: 'first' })).toMatchObject({
      code: 'unknown-field',
      path: ['field'],
      received: '"paln"',
    });
    expect(refuse('currency', { value: 'first' }).code).toBe('unknown-field');
    for (const field of ['at', 'amount', 'customers', 'offsets', 'intake', 'attributes', '__proto__', 'ids'])
      expect(refuse(field, { value: 'first' }).code).toBe('unknown-field');
    expect(refuse('plan', undefined).code).toBe('not-a-record');
    expect(refuse('plan', {})).toMatchObject({ code: 'not-an-option', path: ['value'] });
    expect(refuse('plan', { value: 'any' }).code).toBe('not-an-option');
    expect(refuse('plan', { value: 'first', by: 'x' }).code).toBe('unknown-option');
    for (const none of [undefined, null, {}, { kind: 'events' }, JSON.parse(JSON.stringify(log))])
      expect(refusalOf(() => splitBy(none, 'plan', { value: 'first' })).code).toBe('not-a-log');
  });

  test.each(HOSTILE_VALUES)('because something is %s gives parts or an InputError', (_, value) => {
    const calls = [
      () => splitBy(value as never, 'plan', { value: 'first' }),
      () => splitBy(log, value as never, { value: 'first' }),
      () => splitBy(log, 'plan', value as never),
      () => splitBy(log, 'plan', { value } as never),
    ];
    for (const call of calls)
      try {
        call();
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
  });
});
