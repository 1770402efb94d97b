import { expect } from 'vitest';
import type { LikelihoodPoint } from '../../src/statistics/maximumLikelihood.ts';

/** Steps of differences, as shares of a parameter: their error is of the fourth order. */
const STEP = 1e-3;

/** The slope of a function by one of its arguments, by Richardson's extrapolation of central differences. */
function slopeOf(of: (at: readonly number[]) => number, at: readonly number[], which: number): number {
  const moved = (by: number) => of(at.map((value, i) => (i === which ? value * (1 + by) : value)));
  const near = (moved(STEP) - moved(-STEP)) / (2 * STEP);
  const far = (moved(2 * STEP) - moved(-2 * STEP)) / (4 * STEP);
  return (4 * near - far) / 3 / at[which]!;
}

/** Holds that gradient and Hessian are the slopes of the value and of the gradient. */
export function hasItsDerivatives(of: (at: readonly number[]) => LikelihoodPoint, at: readonly number[]): void {
  const { gradient, hessian, value } = of(at);
  for (let i = 0; i < at.length; i++) {
    const size = Math.abs(value) / at[i]!;
    expect(Math.abs(gradient[i]! - slopeOf((p) => of(p).value, at, i))).toBeLessThan(1e-9 * size);
    for (let j = 0; j < at.length; j++) {
      const bend = slopeOf((p) => of(p).gradient[i]!, at, j);
      expect(Math.abs(hessian[at.length * i + j]! - bend)).toBeLessThan((1e-9 * size) / at[j]!);
    }
  }
}
