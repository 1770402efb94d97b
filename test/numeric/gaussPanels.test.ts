import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussPanels } from '../../src/numeric/gaussPanels.ts';
import { runs } from '../laws/runs.ts';

const logarithmic = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

test('a power of scale + t, over any range, is integrated to the last digits', () => {
  fc.assert(
    fc.property(logarithmic(1e-3, 1e3), logarithmic(0.01, 40), logarithmic(1e-3, 1e5), (scale, power, to) => {
      fc.pre(Math.abs(power - 1) > 1e-3);
      const found = gaussPanels((t) => (1 + t / scale) ** -power, to, scale, power, 0);
      const known = (scale * Math.expm1((1 - power) * Math.log1p(to / scale))) / (1 - power);
      expect(Math.abs(found / known - 1)).toBeLessThan(1e-12);
    }),
    runs(300),
  );
});

test('an exponential is integrated to the last digits, to where nothing is left of it', () => {
  fc.assert(
    fc.property(logarithmic(1e-3, 1e3), logarithmic(1e-4, 100), logarithmic(1e-3, 1e5), (scale, rate, to) => {
      const found = gaussPanels((t) => Math.exp(-rate * t), to, scale, 0, rate);
      expect(Math.abs(found / (-Math.expm1(-rate * to) / rate) - 1)).toBeLessThan(1e-12);
    }),
    runs(300),
  );
});

test('over nothing it is 0', () => {
  expect(gaussPanels(() => 1, 0, 1, 1, 1)).toBe(0);
});

test('what lies beyond the last digit is not looked at', () => {
  let calls = 0;
  const count = (t: number) => {
    calls++;
    return Math.exp(-t);
  };
  expect(gaussPanels(count, 1e12, 1, 0, 1)).toBeCloseTo(1, 14);
  expect(calls).toBeLessThan(400);
});
