import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from '../../src/numeric/symmetricEigen.ts';
import { trustRegionStep } from '../../src/numeric/trustRegionStep.ts';
import { runs } from '../laws/runs.ts';

const step = (gradient: number[], hessian: number[], radius: number) =>
  trustRegionStep(Float64Array.from(gradient), symmetricEigen(hessian, gradient.length), radius);

const quadratic = (gradient: readonly number[], hessian: readonly number[], at: ArrayLike<number>) => {
  let value = 0;
  for (let i = 0; i < gradient.length; i++) {
    value += gradient[i]! * at[i]!;
    for (let j = 0; j < gradient.length; j++) value += 0.5 * at[i]! * at[j]! * hessian[i * gradient.length + j]!;
  }
  return value;
};

const length = (values: ArrayLike<number>) => Math.hypot(...Array.from(values));

test('where the function is convex and the way short, the step is that of Newton', () => {
  // [[4, 2], [2, 3]] x = -[2, 1] has the solution [-0.5, 0]; the gain is half the slope along it.
  const { step: found, gain, isFull } = step([2, 1], [4, 2, 2, 3], 10);
  expect(found[0]).toBeCloseTo(-0.5, 14);
  expect(found[1]).toBeCloseTo(0, 14);
  expect(gain).toBeCloseTo(0.5, 14);
  expect(isFull).toBe(true);
});

test('a step that is cut short is as long as it may be, to a tenth', () => {
  const { step: found, isFull } = step([2, 1], [4, 2, 2, 3], 0.25);
  expect(isFull).toBe(false);
  expect(length(found)).toBeLessThanOrEqual(0.25);
  expect(length(found)).toBeGreaterThan(0.22);
});

const cases = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true });
  return fc.record({
    gradient: fc.array(entry, { minLength: size, maxLength: size }),
    half: fc.array(entry, { minLength: size * size, maxLength: size * size }),
    radius: fc.double({ min: 0.01, max: 5, noNaN: true }),
  });
});

const symmetric = (half: readonly number[], size: number) =>
  half.map(
    (_, at) => half[Math.min(Math.floor(at / size), at % size) * size + Math.max(Math.floor(at / size), at % size)]!,
  );

test('no step is too long, the gain is that of the quadratic, and no other point tried gains much more', () => {
  fc.assert(
    fc.property(
      cases,
      fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
      ({ gradient, half, radius }, chance) => {
        const size = gradient.length;
        fc.pre(length(gradient) > 1e-3);
        const hessian = symmetric(half, size);
        const { step: found, gain, isFull } = step(gradient, hessian, radius);
        expect(length(found)).toBeLessThanOrEqual(radius * (1 + 1e-9));
        const size2 = 1 + length(gradient) * radius + length(hessian) * radius * radius;
        expect(Math.abs(gain + quadratic(gradient, hessian, found))).toBeLessThan(1e-11 * size2);
        expect(gain).toBeGreaterThanOrEqual(0);
        // Without a slope along the steepest way down the step is shorter than it might be.
        const isHard = length(found) < 0.89 * radius && !isFull;
        for (let trial = 0; trial < 20 && !isHard; trial++) {
          const other = Array.from({ length: size }, () => chance.next().value);
          const scale = radius / Math.max(length(other), 1e-9);
          const at = other.map((value) => value * scale);
          // A step of nine tenths of the radius along the same path gains at least 0.81 of the most.
          expect(gain).toBeGreaterThanOrEqual(-0.8 * quadratic(gradient, hessian, at) - 1e-9 * size2);
        }
      },
    ),
    runs(300),
  );
});

test('slopes at right angles to the only way down still give a step, and an end', () => {
  // Down along the second axis, of which the slopes do not say which side: the step gains along the first.
  const { step: found, gain } = step([1, 0], [1, 0, 0, -2], 1);
  expect([...found].every(Number.isFinite)).toBe(true);
  expect(length(found)).toBeLessThanOrEqual(1);
  expect(gain).toBeGreaterThan(0);
});

test('no slope at all gains nothing', () => {
  expect(step([0, 0], [1, 0, 0, 2], 1).gain).toBe(0);
});
