import { doubleExponential } from './doubleExponential.ts';

/** How near two levels must come to each other, as a share of the integral of the absolute values. */
const TOLERANCE = 1e-13;

/** Terms below this share of the sum do not change it. */
const NEGLIGIBLE = 1e-19;

/** A function to integrate, given a point and its distance from either end, which keeps its digits at that end. */
export type Integrand = (x: number, fromStart: number, toEnd: number) => number;

/**
 * The integral of a smooth function over a finite interval by the tanh-sinh rule, refined until two levels agree. The
 * function may go to infinity at the ends, as long as it can be integrated, if it takes its distance from them as it
 * is given; within, a kink or a peak of a thousandth of the interval costs digits: split the interval there.
 *
 * @param from - at most `to`
 */
export function integrate(f: Integrand, from: number, to: number): number {
  const width = to - from;
  let total = 0;
  let size = 0;
  let before = Infinity;
  doubleExponential(
    (level, k, first) => {
      const near = width * level.near[k]!;
      const far = width - near;
      const term = level.weights[k]! * (first ? f(from + near, near, far) : f(to - near, far, near));
      total += term;
      size += Math.abs(term);
      return Math.abs(term) > NEGLIGIBLE * size;
    },
    (step) => {
      const change = Math.abs(total * step - before);
      before = total * step;
      return !(change > TOLERANCE * size * step);
    },
  );
  return before * width;
}
