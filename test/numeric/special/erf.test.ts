import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erf, erfc } from '../../../src/numeric/special/erf.ts';

const number = fc.double({ min: -30, max: 30, noNaN: true });

test('erf is 0 at 0 and odd, exactly', () => {
  expect(erf(0)).toBe(0);
  fc.assert(fc.property(number, (x) => Object.is(erf(-x), -erf(x))));
});

test('both ends are reached', () => {
  expect([erf(Infinity), erf(-Infinity)]).toEqual([1, -1]);
  expect([erfc(Infinity), erfc(-Infinity)]).toEqual([0, 2]);
  expect([erfc(1e200), erf(1e200)]).toEqual([0, 1]);
});

test('erf and erfc add up to 1', () => {
  fc.assert(fc.property(number, (x) => Math.abs(erf(x) + erfc(x) - 1) < 3e-16));
});

test('no jump where the method changes: beside 1/2 and 1', () => {
  for (const x of [0.5, 1, -0.5, -1]) {
    for (const f of [erf, erfc]) expect(Math.abs(f(x * (1 - 2 ** -53)) / f(x) - 1)).toBeLessThan(1e-15);
  }
});

test('NaN stays NaN', () => {
  expect(erf(Number.NaN)).toBeNaN();
  expect(erfc(Number.NaN)).toBeNaN();
});
