import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bfgsUpdate } from '../../src/numeric/bfgsUpdate.ts';
import { symmetricEigen } from '../../src/numeric/symmetricEigen.ts';

const vector = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

test('the new curvature maps the step to the change of slopes, is symmetric and stays positive', () => {
  fc.assert(
    fc.property(vector, vector, vector, (step, before, turned) => {
      const along = step.reduce((total, value, i) => total + value * turned[i]!, 0);
      fc.pre(Math.abs(along) > 1e-2);
      const change = turned.map((value) => value * Math.sign(along));
      const after = before.map((slope, i) => slope + change[i]!);
      const curvature = bfgsUpdate(
        identity,
        Float64Array.from(step),
        Float64Array.from(before),
        Float64Array.from(after),
      );
      const size = Math.max(...curvature.map(Math.abs));
      for (let i = 0; i < 3; i++) {
        let found = 0;
        for (let j = 0; j < 3; j++) {
          found += curvature[3 * i + j]! * step[j]!;
          expect(Math.abs(curvature[3 * i + j]! - curvature[3 * j + i]!)).toBeLessThanOrEqual(1e-15 * size);
        }
        expect(Math.abs(found - change[i]!)).toBeLessThan(1e-12 * (1 + size * Math.hypot(...step)));
      }
      expect(Math.min(...symmetricEigen(curvature, 3).values)).toBeGreaterThan(-1e-12 * size);
    }),
  );
});

test('a step along which the slope fell leaves the curvature as it was', () => {
  const found = bfgsUpdate(identity, Float64Array.of(1, 0, 0), Float64Array.of(1, 1, 1), Float64Array.of(0.5, 1, 1));
  expect(found).toBe(identity);
});

test('by hand: a step of 1 over which the slope rose by 4 bends by 4 in that direction alone', () => {
  const found = bfgsUpdate(identity, Float64Array.of(1, 0, 0), Float64Array.of(-4, 0, 0), Float64Array.of(0, 0, 0));
  expect([...found]).toEqual([4, 0, 0, 0, 1, 0, 0, 0, 1]);
});
