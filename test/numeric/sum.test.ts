import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../../src/numeric/sum.ts';

describe('sum', () => {
  test('nothing adds up to 0', () => {
    expect(sum([])).toBe(0);
  });

  test('a large value that comes and goes does not take the small ones with it', () => {
    expect(sum([1e100, 1, -1e100])).toBe(1);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  test('a tenth, ten times, is 1', () => {
    expect(sum(new Array(10).fill(0.1))).toBe(1);
  });

  test('an infinite value makes an infinite sum, not NaN', () => {
    expect(sum([Infinity, 1])).toBe(Infinity);
    expect(sum([1e308, 1e308])).toBe(Infinity);
    expect(sum([Infinity, -Infinity])).toBeNaN();
  });

  test('whole minor units add up exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 200 }), (amounts) => {
        const exact = Number(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
        expect(sum(amounts)).toBe(exact);
        expect(sum(Float64Array.from(amounts).reverse())).toBe(exact);
      }),
    );
  });
});
