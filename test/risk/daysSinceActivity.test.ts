import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysSinceActivity } from '../../src/risk/daysSinceActivity.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfDays, rowsBefore } from './eventRows.ts';

const map = { kind: 'linear', safe: 10, risky: 60 } as const;

describe('daysSinceActivity', () => {
  test('is the time since the last event before asOf, in days of 24 hours', () => {
    const found = daysSinceActivity(logOfDays({ ada: [0, 50, 95.5], bob: [65, 100], cyd: [100, 101] }), {
      asOf: AS_OF,
      map,
    });
    expect(found.customers).toEqual(['ada', 'bob']);
    expect([...found.value]).toEqual([4.5, 35]);
    expect([...found.risk]).toEqual([0, 0.5]);
    expect([...found.eventCount]).toEqual([3, 1]);
    expect([...found.observedAt]).toEqual([AS_OF, AS_OF]);
    expect(found.definition).toEqual({
      name: 'daysSinceActivity',
      kind: 'daysSinceActivity',
      asOf: AS_OF,
      map,
      settings: {},
    });
  });

  test('is never 0: an event at asOf itself does not count', () => {
    const { value } = daysSinceActivity(logOf([{ customer: 'ada', at: AS_OF - 1, amount: 0 }]), { asOf: AS_OF, map });
    expect([...value]).toEqual([1 / DAY]);
  });

  test('has no map unless told, since no length of silence suits every business', () => {
    const error = refusalOf(() => daysSinceActivity(logOfDays({}), { asOf: AS_OF } as never));
    expect(error.message).toBe('daysSinceActivity: "map" must be an object; received undefined');
  });

  test('is what plain loops over the rows find, for any log', () => {
    fc.assert(
      fc.property(anyEvents(fc.constant(0)), (rows) => {
        const found = daysSinceActivity(logOf(rows), { asOf: AS_OF, map });
        const plain = rowsBefore(rows, AS_OF).map(([customer, own]) => {
          const since = Math.min(...own.map(({ at }) => AS_OF - at));
          return { customer, since, count: own.length };
        });
        expect(found.customers).toEqual(plain.map(({ customer }) => customer));
        expect([...found.value]).toEqual(plain.map(({ since }) => since / DAY));
        expect([...found.eventCount]).toEqual(plain.map(({ count }) => count));
      }),
      runs(200),
    );
  });
});
