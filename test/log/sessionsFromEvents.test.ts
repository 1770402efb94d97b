import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { sessionsFromEvents } from '../../src/log/sessionsFromEvents.ts';
import { tenuresFromEvents } from '../../src/log/tenuresFromEvents.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyEvent } from './arbitraries.ts';
import { brokenPromises, eventsOf } from './readBack.ts';

const MINUTE = 60_000;

/** When the sessions of one customer begin, in minutes. */
function sessions(minutes: readonly number[], idle: number): number[] {
  const at = minutes.map((minute) => Math.round(minute * MINUTE));
  const log = eventLogFromColumns({ customer: at.map(() => 'ada'), at });
  return Array.from(sessionsFromEvents(log, { idle }).at, (instant) => instant / MINUTE);
}

describe('sessions from events', () => {
  test('go on while the next event comes in time, and are the first event of each run', () => {
    expect(sessions([0, 10, 25, 60, 61, 200], 30)).toEqual([0, 60, 200]);
  });

  test('go on where the gap is exactly the time of silence, and end where it is longer by a millisecond', () => {
    expect(sessions([0, 30], 30)).toEqual([0]);
    expect(sessions([0, 30 + 1 / MINUTE], 30)).toEqual([0, 30 + 1 / MINUTE]);
  });

  test('may last longer than the time of silence: it is the gap between neighbours that counts', () => {
    expect(sessions([0, 20, 40, 60, 80], 30)).toEqual([0]);
  });

  test('do not cross midnight differently from noon', () => {
    expect(sessions([24 * 60 - 5, 24 * 60 + 5], 30)).toEqual([24 * 60 - 5]);
  });

  test('are one of several events at one instant', () => {
    expect(sessions([5, 5, 5], 0.001)).toEqual([5]);
  });

  test('are of one customer each: two people at the same time have two', () => {
    const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [0, 1, 2] });
    const { customers, at } = sessionsFromEvents(log, { idle: 30 });
    expect([customers, Array.from(at)]).toEqual([
      ['ada', 'bob'],
      [0, 1],
    ]);
  });

  test('keep name, id and attributes of their first event, and leave amounts and currencies out', () => {
    const log = eventLogFromColumns({
      ...{ customer: ['ada', 'ada', 'ada'], at: [0, MINUTE, 60 * MINUTE], amount: [1, 2, 3] },
      ...{ currency: ['EUR', 'USD', 'EUR'], name: ['view', 'click', 'click'], id: [7, 8, 9] },
      attributes: { channel: ['ad', 'web', 'web'] },
    });
    const result = sessionsFromEvents(log, { idle: 30 });
    const none = { amount: undefined, currency: undefined };
    expect(eventsOf(result)).toEqual([
      { customer: 'ada', at: 0, name: 'view', id: 7, attributes: { channel: 'ad' }, ...none },
      { customer: 'ada', at: 60 * MINUTE, name: 'click', id: 9, attributes: { channel: 'web' }, ...none },
    ]);
    expect([result.amount, result.currency, result.intake]).toEqual([undefined, undefined, log.intake]);
  });

  test('of no events are none', () => {
    const result = sessionsFromEvents(eventLogFromColumns({ customer: [], at: [] }), { idle: 30 });
    expect([result.customers, Array.from(result.offsets), result.at.length]).toEqual([[], [0], 0]);
  });

  test('leave the log as it was', () => {
    const log = eventLogFromColumns({ customer: ['ada', 'ada'], at: [0, 1], amount: [1, 2] });
    const before = structuredClone(log);
    sessionsFromEvents(Object.freeze(log), { idle: 30 });
    expect(log).toStrictEqual(before);
  });

  test('begin with the events that no other of the customer precedes within the time, for any events', () => {
    const rows = fc.array(fc.record({ customer: fc.constantFrom('ada', 'bob', 'cyd'), at: fc.nat(300) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (events, idle) => {
        const log = eventLog(events, { customer: 'customer', at: ({ at }) => at * MINUTE });
        const result = sessionsFromEvents(log, { idle });
        const isFirst = (one: { customer: string; at: number }): boolean =>
          !events.some(({ customer, at }) => customer === one.customer && at < one.at && at >= one.at - idle);
        const expected = new Set(events.filter(isFirst).map(({ customer, at }) => `${customer} ${at}`));
        const found = eventsOf(result).map(({ customer, at }) => `${customer} ${at / MINUTE}`);
        expect(new Set(found)).toEqual(expected);
        expect(found).toHaveLength(expected.size);
        expect(result.customers).toEqual(log.customers);
        expect(brokenPromises(result)).toEqual([]);
      }),
    );
  });

  test('are as many as the tenures of the same silence, which end by the same rule', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.constantFrom(1, 60, 1440), (events, idle) => {
        const log = eventLog(events, { customer: 'customer', at: 'at' });
        const { from, offsets } = tenuresFromEvents(log, { lapseAfter: idle / 1440, asOf: 8.64e15 });
        const result = sessionsFromEvents(log, { idle });
        // At the last instant there is, tenuresFromEvents looks no further.
        fc.pre(events.every(({ at }) => at < 8.64e15));
        expect([Array.from(result.at), Array.from(result.offsets)]).toEqual([Array.from(from), Array.from(offsets)]);
      }),
    );
  });
});

describe('a silence that is wrong', () => {
  const log = eventLogFromColumns({ customer: [1], at: [1] });
  const refuse = (options: unknown) => refusalOf(() => sessionsFromEvents(log, options as never));

  test('is refused, by name and value', () => {
    for (const idle of [0, -1, Number.NaN, Infinity, '30', null, undefined])
      expect(refuse({ idle })).toMatchObject({ code: 'not-a-quantity', path: ['idle'] });
    expect(refuse({ idle: -1 }).message).toBe(
      'sessionsFromEvents: "idle" must be a finite number above 0; received -1',
    );
    expect(refuse({ idle: 30, gap: 5 }).code).toBe('unknown-option');
    expect(refuse(undefined).code).toBe('not-a-record');
    expect(refusalOf(() => sessionsFromEvents({} as never, { idle: 30 })).code).toBe('not-a-log');
  });
});
