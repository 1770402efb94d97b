import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { customerLifespan } from '../../src/value/customerLifespan.ts';
import { customerLifespanWithin } from '../../src/value/customerLifespanWithin.ts';
import { refusalOf } from '../core/refusalOf.ts';

const LIFESPANS = { time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] };

describe('customerLifespanWithin', () => {
  test('is the area under the curve: 20 whole days, 15 at 4/5 and 25 at 3/5 within 60', () => {
    expect(customerLifespanWithin(LIFESPANS, { horizon: 60 })).toBeCloseTo(20 + 12 + 15, 12);
  });

  test('is the horizon itself before anyone left, and 0 within nothing', () => {
    expect(customerLifespanWithin(LIFESPANS, { horizon: 12.5 })).toBe(12.5);
    expect(customerLifespanWithin(LIFESPANS, { horizon: 0 })).toBe(0);
  });

  test('is NaN beyond what was seen, and not where nobody is left', () => {
    expect(customerLifespanWithin(LIFESPANS, { horizon: 90 })).toBeCloseTo(47 + 20 * 0.6 + 10 * 0.3, 12);
    expect(customerLifespanWithin(LIFESPANS, { horizon: 90.5 })).toBeNaN();
    expect(customerLifespanWithin({ time: [4, 8], ended: [1, 1] }, { horizon: 1000 })).toBe(6);
    expect(customerLifespanWithin({ time: [], ended: [] }, { horizon: 1 })).toBeNaN();
  });

  test('is the mean of the lesser of lifespan and horizon where everyone has left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }), fc.nat(100), (time, horizon) => {
        const mean = time.reduce((sum, days) => sum + Math.min(days, horizon), 0) / time.length;
        expect(customerLifespanWithin({ time, ended: time.map(() => 1) }, { horizon })).toBeCloseTo(mean, 10);
      }),
    );
  });

  test('comes to the truth for customers who leave by chance and are looked at after different times', () => {
    // A mean stay of 50 days, seen for 0 to 200 days: within 100 days 50 x (1 - exp(-2)) = 43.2 on average.
    const { uniform } = seededRandom(31);
    const people = Array.from({ length: 20_000 }, () => ({
      stay: -50 * Math.log(1 - uniform()),
      seen: 200 * uniform(),
    }));
    const time = people.map(({ stay, seen }) => Math.min(stay, seen));
    const ended = people.map(({ stay, seen }) => Number(stay <= seen));
    const truth = 50 * (1 - Math.exp(-2));
    expect(Math.abs(customerLifespanWithin({ time, ended }, { horizon: 100 }) - truth)).toBeLessThan(0.8);
    expect(Math.abs(customerLifespan({ time, ended }) - 50 * Math.log(2))).toBeLessThan(1.2);
    // The mean of what was seen so far is far too short.
    expect(time.reduce((sum, days) => sum + Math.min(days, 100), 0) / time.length).toBeLessThan(0.85 * truth);
  });

  test('refuses a horizon that is none, by its own name', () => {
    for (const horizon of [-1, Number.NaN, Infinity, undefined as never]) {
      const error = refusalOf(() => customerLifespanWithin(LIFESPANS, { horizon }));
      expect([error.metric, error.code, error.path]).toEqual(['customerLifespanWithin', 'not-a-quantity', ['horizon']]);
    }
    expect(refusalOf(() => customerLifespanWithin(LIFESPANS, { horizon: 5, level: 0.9 } as never)).code).toBe(
      'unknown-option',
    );
    expect(refusalOf(() => customerLifespanWithin(5 as never, { horizon: 5 })).path).toEqual(['lifespans']);
  });
});
