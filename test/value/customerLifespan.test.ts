import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerLifespan } from '../../src/value/customerLifespan.ts';
import { customerLifespans } from '../../src/value/customerLifespans.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { tenures } from '../rates/movementOracle.ts';
import { DAY, exactMedian } from './gapOracle.ts';

const LIFESPANS = { time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] };
const anyLifespans = fc
  .array(fc.record({ days: fc.nat(30), ended: fc.constantFrom(0, 1) }), { maxLength: 20 })
  .map((rows) => rows.map((row, place) => ({ ...row, customer: place })));

describe('customerLifespan', () => {
  test('is the day up to which half of the customers stay, who still are counting for as long as seen', () => {
    // Longer than 20: 4/5; than 35: 3/5; than 80: 3/5 x 1/2. Taking who still are for gone would give 50, leaving them out 35.
    expect(customerLifespan(LIFESPANS)).toBe(80);
  });

  test('is the plain median where everyone has left', () => {
    expect(customerLifespan({ time: [7, 1, 5], ended: [1, 1, 1] })).toBe(5);
    expect(customerLifespan({ time: [7, 1, 5, 2], ended: [1, 1, 1, 1] })).toBe(3.5);
  });

  test('is NaN of nobody, of nobody who left, and where more than half are still there', () => {
    expect(customerLifespan({ time: [], ended: [] })).toBeNaN();
    expect(customerLifespan({ time: [5, 9], ended: [0, 0] })).toBeNaN();
    expect(customerLifespan({ time: [5, 9, 9], ended: [1, 0, 0] })).toBeNaN();
  });

  test('takes what customerLifespans gives', () => {
    const rows = [0, 1, 2].map((start) => ({ customer: `${start}`, from: start * DAY, to: 12 * DAY }));
    expect(customerLifespan(customerLifespans(tenures(rows, 20 * DAY)))).toBe(11);
  });

  test('is what exact fractions give', () => {
    fc.assert(
      fc.property(anyLifespans, (rows) => {
        const columns = { time: rows.map(({ days }) => days), ended: rows.map(({ ended }) => ended) };
        expect(customerLifespan(Object.freeze(columns))).toBe(exactMedian(rows, 'gap'));
      }),
    );
  });

  test('refuses columns that are none, by its own name', () => {
    const refusal = (columns: unknown) => refusalOf(() => customerLifespan(columns as never));
    expect(refusal(null).message).toBe('customerLifespan: "lifespans" must be an object; received null');
    expect(refusal({ time: [-1], ended: [1] }).path).toEqual(['lifespans', 'time', 0]);
    expect(refusal({ time: [1], ended: [true] }).code).toBe('not-an-option');
    expect(refusal({ time: [1], ended: [] }).code).toBe('length-mismatch');
  });
});
