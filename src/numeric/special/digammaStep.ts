import { DIGAMMA_SERIES } from './digamma.ts';
import { dividedDifference } from './dividedDifference.ts';
import { polynomial } from './polynomial.ts';
import { STIRLING_FROM } from './stirling.ts';

/**
 * digamma(x + step) - digamma(x) to full relative precision however large x is and however small the step: it is
 * a sum of differences that are written out and positive.
 *
 * @param x - above 0
 * @param step - at least 0, and finite
 */
export function digammaStep(x: number, step: number): number {
  if (!(x > 0 && step >= 0)) return Number.NaN;
  let from = x;
  let climbed = 0;
  while (from < STIRLING_FROM) {
    climbed += step / (from * (from + step));
    from += 1;
  }
  const start = 1 / from;
  const end = 1 / (from + step);
  const startSquare = start * start;
  const endSquare = end * end;
  // The series is 1 / x^2 times a polynomial in 1 / x^2.
  const slope =
    polynomial(DIGAMMA_SERIES, endSquare) + startSquare * dividedDifference(DIGAMMA_SERIES, startSquare, endSquare);
  return climbed + Math.log1p(step * start) + step * start * end * (0.5 + (start + end) * slope);
}
