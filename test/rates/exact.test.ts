import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionOf, nearestDouble, quotientOf, ulpsApart, ulpsOff } from './exact.ts';

describe('the exact oracle itself', () => {
  test('a double goes to its fraction and back, subnormal ones too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(nearestDouble(fractionOf(value)) + 0).toBe(value + 0);
      }),
    );
    expect(nearestDouble(fractionOf(5e-324))).toBe(5e-324);
    expect(nearestDouble(fractionOf(Number.MAX_VALUE))).toBe(Number.MAX_VALUE);
  });

  test('halves go to the even neighbour', () => {
    expect(nearestDouble({ numerator: 2n ** 53n + 1n, denominator: 1n })).toBe(2 ** 53);
    expect(nearestDouble({ numerator: 2n ** 53n + 3n, denominator: 1n })).toBe(2 ** 53 + 4);
    expect(nearestDouble({ numerator: 1n, denominator: 2n ** 1075n })).toBe(0);
    expect(nearestDouble({ numerator: 3n, denominator: 2n ** 1075n })).toBe(1e-323);
  });

  test('one third is the double that decimals of it name', () => {
    expect(nearestDouble(quotientOf(1, 3))).toBe(0.3333333333333333);
    expect(nearestDouble(quotientOf(2, 3))).toBe(0.6666666666666666);
  });

  test('distances are in units of the last place', () => {
    expect(ulpsOff(1 + Number.EPSILON, fractionOf(1))).toBe(1);
    expect(ulpsOff(0.5 + Number.EPSILON, fractionOf(0.5))).toBe(2);
    expect(ulpsOff(0.1, { numerator: 1n, denominator: 10n })).toBe(0.4);
    expect(ulpsApart(3, 3 - 2 * Number.EPSILON)).toBe(1);
  });
});
