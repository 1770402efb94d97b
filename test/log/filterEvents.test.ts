import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { filterEvents, type LoggedEvent } from '../../src/log/filterEvents.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyEvent } from './arbitraries.ts';
import { brokenPromises, eventsOf } from './readBack.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd'],
  at: [10, 20, 30, 40],
  amount: [1, 2, 3, 4],
  name: ['visit', 'order', 'order', 'visit'],
  currency: ['EUR', 'EUR', 'USD', 'USD'],
  id: ['a', 'b', 'c', 'd'],
  attributes: { plan: ['S', 'M', 'L', null] },
});
const ids = (filter: Parameters<typeof filterEvents>[1]) => eventsOf(filterEvents(log, filter)).map(({ id }) => id);

describe('filtering events', () => {
  test('by name keeps the events of that name and the customers who have one', () => {
    const orders = filterEvents(log, { name: 'order' });
    expect(orders.customers).toEqual(['ada', 'bob']);
    expect(ids({ name: 'order' })).toEqual(['c', 'b']);
  });

  test('by time keeps what lies at the first instant or later and before the last', () => {
    expect(ids({ from: 20, to: 40 })).toEqual(['c', 'b']);
    expect(ids({ from: new Date(20) })).toEqual(['c', 'b', 'd']);
    expect(ids({ to: 20 })).toEqual(['a']);
    expect(ids({ from: 20, to: 20 })).toEqual([]);
  });

  test('by everything at once keeps what passes all', () => {
    expect(ids({ name: 'order', from: 21, where: ({ amount }) => amount! > 2 })).toEqual(['c']);
  });

  test('by nothing keeps the log', () => {
    expect(filterEvents(log, {})).toEqual(log);
  });

  test('by a name that no event has leaves no events', () => {
    expect(filterEvents(log, { name: 'refund' })).toMatchObject({ customers: [], at: new Float64Array(0) });
  });

  test('by a test of one’s own shows it each event in full, in order', () => {
    const seen: unknown[] = [];
    filterEvents(log, {
      where: ({ attribute, ...event }: LoggedEvent) => {
        seen.push({ ...event, attributes: { plan: attribute('plan') }, other: attribute('toString') });
        return false;
      },
    });
    expect(seen).toEqual(eventsOf(log).map((event) => ({ ...event, other: undefined })));
  });

  test('leaves undefined what the log has no column for', () => {
    const bare = eventLogFromColumns({ customer: [1], at: [5] });
    filterEvents(bare, {
      where: ({ attribute, ...event }) => {
        const none = { amount: undefined, name: undefined, currency: undefined, id: undefined };
        expect(event).toEqual({ customer: 1, at: 5, ...none });
        expect(attribute('plan')).toBeUndefined();
        return true;
      },
    });
  });

  test('keeps the events that a plain filter of records keeps, for any log', () => {
    const fields = { customer: 'customer', at: 'at', amount: 'amount', name: 'name' } as const;
    fc.assert(
      fc.property(fc.array(anyEvent), fc.integer({ min: -3, max: 3 }), fc.nat(4), (rows, from, length) => {
        const all = eventLog(rows, fields);
        const to = from + length;
        const kept = filterEvents(all, { name: 'order', from, to });
        expect(brokenPromises(kept)).toEqual([]);
        expect(eventsOf(kept)).toEqual(
          eventsOf(all).filter(({ name, at }) => name === 'order' && at >= from && at < to),
        );
        const cheap = filterEvents(all, { where: ({ amount }) => amount! < 1000 });
        expect(eventsOf(cheap)).toEqual(eventsOf(all).filter(({ amount }) => amount! < 1000));
      }),
    );
  });

  test('leaves the log alone', () => {
    const copy = structuredClone(log);
    const kept = filterEvents(log, {});
    for (const column of [kept.at, kept.amount!, kept.offsets, kept.name!.codes]) column.fill(9);
    expect(log).toEqual(copy);
  });
});

describe('a filter that is wrong', () => {
  const refuse = (filter: unknown) => refusalOf(() => filterEvents(log, filter as never));

  test('is refused', () => {
    expect(refuse({ names: 'order' }).code).toBe('unknown-option');
    expect(refuse({ from: 5, to: 4 }).code).toBe('reversed-interval');
    expect(refuse({ from: '2024-01-01' })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ to: null })).toMatchObject({ code: 'not-an-instant', path: ['to'] });
    expect(refuse({ where: 'amount > 5' }).code).toBe('not-a-function');
    expect(refuse({ name: 5 })).toMatchObject({ code: 'not-a-text', path: ['name'] });
    expect(refuse(undefined).code).toBe('not-a-record');
  });

  test('because it asks for names where the log has none is refused, not answered with nothing', () => {
    const bare = eventLogFromColumns({ customer: [1], at: [5] });
    expect(refusalOf(() => filterEvents(bare, { name: 'order' }))).toMatchObject({
      code: 'missing-field',
      path: ['log', 'name'],
    });
  });

  test.each(HOSTILE_VALUES)('because something in it is %s gives a log or an InputError', (_, value) => {
    for (const filter of [value, { name: value }, { from: value }, { to: value }, { where: value }])
      try {
        filterEvents(log, filter as never);
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
  });
});
