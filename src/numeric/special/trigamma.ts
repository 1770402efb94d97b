import { polynomial } from './polynomial.ts';
import { STIRLING_FROM } from './stirling.ts';

/** Bernoulli's numbers B(2k), k = 1, 2, …: the coefficients of 1/x^3, 1/x^5, … */
export const TRIGAMMA_SERIES: readonly number[] = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
];

/**
 * The second derivative of log Gamma(x) for x above 0: the sum of 1 / (x + k)^2 over k = 0, 1, …
 *
 * NIST Handbook of Mathematical Functions (2010), formulas 5.15.1 and 5.15.8.
 */
export function trigamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  let from = x;
  let climbed = 0;
  while (from < STIRLING_FROM) {
    climbed += 1 / (from * from);
    from += 1;
  }
  const inverse = 1 / from;
  const square = inverse * inverse;
  return climbed + inverse * (1 + inverse / 2 + square * polynomial(TRIGAMMA_SERIES, square));
}
