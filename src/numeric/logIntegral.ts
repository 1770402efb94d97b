import { doubleExponential } from './doubleExponential.ts';
import type { Integrand } from './integrate.ts';

/** How near the logarithms of two levels must come to each other, … */
const TOLERANCE = 1e-13;

/** … and as a share of themselves, where their own rounding is more than that. */
const ROUNDING = 4 * Number.EPSILON;

/** Terms whose logarithm is so far below the largest do not change the sum. */
const NEGLIGIBLE = 44;

/**
 * The logarithm of the integral of e^logF over a finite interval, as `integrate` computes it, for integrands that no
 * double can hold: only the largest term decides on the scale. -Infinity where the integrand is 0 throughout.
 *
 * @param logF - the logarithm of the integrand, -Infinity where that is 0
 * @param from - at most `to`
 */
export function logIntegral(logF: Integrand, from: number, to: number): number {
  const width = to - from;
  let top = -Infinity;
  let total = 0;
  let before = Infinity;
  doubleExponential(
    (level, k, first) => {
      const near = width * level.near[k]!;
      const far = width - near;
      const term = level.logWeights[k]! + (first ? logF(from + near, near, far) : logF(to - near, far, near));
      if (term > top) {
        total = total * Math.exp(top - term) + 1;
        top = term;
      } else if (term !== -Infinity) total += Math.exp(term - top);
      return term > top - NEGLIGIBLE;
    },
    (step) => {
      const now = top + Math.log(total * step);
      const change = Math.abs(now - before);
      before = now;
      return !(change > Math.max(TOLERANCE, ROUNDING * Math.abs(now)));
    },
  );
  return before + Math.log(width);
}
