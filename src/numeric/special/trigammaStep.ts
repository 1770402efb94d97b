import { dividedDifference } from './dividedDifference.ts';
import { polynomial } from './polynomial.ts';
import { STIRLING_FROM } from './stirling.ts';
import { TRIGAMMA_SERIES } from './trigamma.ts';

/**
 * trigamma(x + step) - trigamma(x), which is at most 0, to full relative precision however large x is and however
 * small the step.
 *
 * @param x - above 0
 * @param step - at least 0, and finite
 */
export function trigammaStep(x: number, step: number): number {
  if (!(x > 0 && step >= 0)) return Number.NaN;
  let from = x;
  let climbed = 0;
  while (from < STIRLING_FROM) {
    const start = 1 / from;
    const end = 1 / (from + step);
    climbed += step * start * end * (start + end);
    from += 1;
  }
  const start = 1 / from;
  const end = 1 / (from + step);
  const startSquare = start * start;
  const endSquare = end * end;
  const both = start + end;
  // The series is 1 / x^3 times a polynomial in 1 / x^2: by how much each factor changes, over the change of 1 / x.
  const cubes = (startSquare + start * end + endSquare) * polynomial(TRIGAMMA_SERIES, endSquare);
  const series = start * startSquare * both * dividedDifference(TRIGAMMA_SERIES, startSquare, endSquare);
  return 0 - climbed - step * start * end * (1 + both / 2 + cubes + series);
}
