import { bfgsUpdate } from './bfgsUpdate.ts';
import { symmetricEigen } from './symmetricEigen.ts';
import { trustRegionStep } from './trustRegionStep.ts';

/** A function's value at a point, its slopes and, where they are known, its second derivatives row by row. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian?: Float64Array;
}

/** Where a search ended, and why. */
export interface Minimum extends Evaluation {
  readonly point: Float64Array;
  readonly ending: 'converged' | 'outside' | 'stalled' | 'too many iterations';
  readonly iterations: number;
  readonly evaluations: number;
}

const MAX_ITERATIONS = 200;

/** The first step is no longer than this, and no step than the other. */
const FIRST_RADIUS = 1;
const LAST_RADIUS = 4;

/** A radius so short that nothing is left to find. */
const LEAST_RADIUS = 1e-9;

/** Once Newton's step promises less than this (and this share of the value), it is the last: it squares the error. */
const LAST_GAIN = 1e-9;
const LAST_SHARE = 1e-12;

/**
 * Looks for a minimum by Newton's steps within a trusted distance, which shrinks where the quadratic misleads. Without
 * second derivatives, or where they are not finite, those of Broyden, Fletcher, Goldfarb and Shanno stand in.
 *
 * Nocedal and Wright (2006), Numerical optimization, chapters 4 and 6.
 *
 * @param evaluate - the function; a value that is not finite makes the search step back
 * @param start - where to begin; a unit of each coordinate should matter alike
 * @param farthest - the search ends where a coordinate leaves plus or minus this
 */
export function minimise(
  evaluate: (point: Float64Array) => Evaluation,
  start: ArrayLike<number>,
  farthest: number,
): Minimum {
  let point = Float64Array.from(start);
  let current = evaluate(point);
  let curvature = curvatureOf(current) ?? identity(point.length);
  let radius = FIRST_RADIUS;
  let evaluations = 1;
  let iterations = 0;
  const end = (ending: Minimum['ending']): Minimum => ({ ...current, point, ending, iterations, evaluations });
  if (!Number.isFinite(current.value)) return end('stalled');
  while (iterations < MAX_ITERATIONS) {
    if (point.some((coordinate) => Math.abs(coordinate) > farthest)) return end('outside');
    const { step, gain, isFull } = trustRegionStep(current.gradient, symmetricEigen(curvature, point.length), radius);
    const isLast = isFull && gain <= Math.max(LAST_GAIN, LAST_SHARE * Math.abs(current.value));
    if (gain === 0 || !Number.isFinite(gain)) return end(isLast ? 'converged' : 'stalled');
    const next = point.map((coordinate, i) => coordinate + step[i]!);
    const found = evaluate(next);
    evaluations++;
    iterations++;
    const share = (current.value - found.value) / gain;
    // Beside the minimum the difference of two values is all rounding: there the slopes decide.
    const isBetter = isLast ? largest(found.gradient) <= largest(current.gradient) : share > 1e-4;
    if (isBetter) {
      curvature = curvatureOf(found) ?? bfgsUpdate(curvature, step, current.gradient, found.gradient);
      current = found;
      point = next;
    }
    if (isLast) return end('converged');
    const length = Math.hypot(...step);
    if (!(share > 0.25)) radius = length / 4;
    else if (share > 0.75 && !isFull) radius = Math.min(2 * radius, LAST_RADIUS);
    if (radius < LEAST_RADIUS) return end('stalled');
  }
  return end('too many iterations');
}

function curvatureOf({ hessian }: Evaluation): Float64Array | undefined {
  return hessian?.every(Number.isFinite) ? hessian : undefined;
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

function largest(values: Float64Array): number {
  return Math.max(...values.map(Math.abs));
}
