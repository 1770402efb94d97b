import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenuresFromEvents } from '../../src/log/tenuresFromEvents.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { brokenPromises } from './readBack.ts';

const DAY = 86_400_000;

/** Tenures of one customer with events on the days given, as days. */
function tenures(days: readonly number[], lapseAfter: number, asOf: number): number[][] {
  const log = eventLogFromColumns({ customer: days.map(() => 'ada'), at: days.map((day) => Math.round(day * DAY)) });
  const { from, to } = tenuresFromEvents(log, { lapseAfter, asOf: Math.round(asOf * DAY) });
  return Array.from(from, (start, row) => [start / DAY, to[row]! / DAY]);
}

describe('tenures from events', () => {
  test('go on while the next event comes in time, and end the time of silence after the last', () => {
    expect(tenures([0, 20, 100], 30, 200)).toEqual([
      [0, 50],
      [100, 130],
    ]);
  });

  test('go on where the gap is exactly the time of silence, and end where it is longer by a millisecond', () => {
    expect(tenures([0, 30], 30, 200)).toEqual([[0, 60]]);
    expect(tenures([0, 30 + 1 / DAY], 30, 200)).toEqual([
      [0, 30],
      [30 + 1 / DAY, 60 + 1 / DAY],
    ]);
  });

  test('are open where the silence may still be broken', () => {
    expect(tenures([0, 100], 30, 120)).toEqual([
      [0, 30],
      [100, Infinity],
    ]);
  });

  test('are closed where they end exactly at asOf, open where that is a millisecond later', () => {
    expect(tenures([100], 30, 130)).toEqual([[100, 130]]);
    expect(tenures([100], 30, 130 - 1 / DAY)).toEqual([[100, Infinity]]);
  });

  test('do not see events at asOf or after it', () => {
    expect(tenures([0, 20, 40], 30, 40)).toEqual([[0, Infinity]]);
    expect(tenures([0, 20, 60], 30, 60)).toEqual([[0, 50]]);
    expect(tenures([60], 30, 60)).toEqual([]);
  });

  test('are the same of several events at one instant as of one', () => {
    expect(tenures([0, 0, 0, 10, 10], 30, 200)).toEqual(tenures([0, 10], 30, 200));
  });

  test('begin before 1970 as after', () => {
    expect(tenures([-100, -80], 30, 0)).toEqual([[-100, -50]]);
  });

  test('leave out customers without an event before asOf, and keep the order of the others', () => {
    const log = eventLogFromColumns({ customer: ['cyd', 'ada', 'bob'], at: [5, 500, 6] });
    const result = tenuresFromEvents(log, { lapseAfter: 1, asOf: 100 });
    expect(result.customers).toEqual(['cyd', 'bob']);
    expect(result.offsets).toEqual(Int32Array.of(0, 1, 2));
    expect(result.asOf).toBe(100);
  });

  test('of no events are none', () => {
    const result = tenuresFromEvents(eventLogFromColumns({ customer: [], at: [] }), { lapseAfter: 1, asOf: 0 });
    expect([result.customers, result.offsets]).toEqual([[], Int32Array.of(0)]);
  });

  test('hold exactly the instants that lie less than the time of silence after an event, for any events', () => {
    const events = fc.array(fc.tuple(fc.nat(3), fc.nat(60)), { maxLength: 30 });
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 12 }), fc.nat(70), (rows, lapseAfter, asOf) => {
        const log = eventLogFromColumns({
          customer: Int32Array.from(rows, ([customer]) => customer),
          at: rows.map(([, day]) => day * DAY),
        });
        const result = tenuresFromEvents(log, { lapseAfter, asOf: asOf * DAY });
        expect(brokenPromises(result)).toEqual([]);
        const seen = rows.filter(([, day]) => day < asOf);
        const customers = [...new Set(seen.map(([customer]) => customer))].sort();
        expect(result.customers).toEqual(customers);
        customers.forEach((customer, place) => {
          const days = seen.filter(([who]) => who === customer).map(([, day]) => day);
          for (let day = 0; day < asOf; day += 0.5) {
            const expected = days.some((event) => event <= day && day < event + lapseAfter);
            let held = 0;
            for (let row = result.offsets[place]!; row < result.offsets[place + 1]!; row++)
              if (result.from[row]! <= day * DAY && day * DAY < result.to[row]!) held++;
            expect(held).toBe(expected ? 1 : 0);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test('of one customer never touch: each begins later than the one before it ends', () => {
    const days = fc.array(fc.nat(200), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (events, lapseAfter) => {
        const all = tenures(events, lapseAfter, 300);
        for (let row = 1; row < all.length; row++) expect(all[row]![0]!).toBeGreaterThan(all[row - 1]![1]!);
      }),
    );
  });
});

describe('a lapse that is wrong', () => {
  const log = eventLogFromColumns({ customer: [1], at: [1] });
  const refuse = (options: unknown) => refusalOf(() => tenuresFromEvents(log, options as never));

  test('is refused', () => {
    for (const lapseAfter of [0, -1, Number.NaN, Infinity, '30', null, undefined])
      expect(refuse({ lapseAfter, asOf: 0 })).toMatchObject({ code: 'not-a-quantity', path: ['lapseAfter'] });
    expect(refuse({ lapseAfter: 30 })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ lapseAfter: 30, asOf: 0, grace: 5 }).code).toBe('unknown-option');
    expect(refuse(undefined).code).toBe('not-a-record');
    expect(refusalOf(() => tenuresFromEvents({} as never, { lapseAfter: 1, asOf: 1 })).code).toBe('not-a-log');
  });
});
