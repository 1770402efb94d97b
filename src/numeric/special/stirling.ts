import { polynomial } from './polynomial.ts';

/** From here on the series of the correction leaves less than 3e-17. */
export const STIRLING_FROM = 10;

/** Half the logarithm of 2 pi. */
export const HALF_LOG_TWO_PI = 0.9189385332046728;

/** B(2k) / (2k (2k - 1)) with Bernoulli's numbers, k = 1, 2, …: the coefficients of 1/x, 1/x^3, … */
const COEFFICIENTS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * What log Gamma(x) has beyond (x - 1/2) log x - x + log(2 pi) / 2, for x of at least 10.
 *
 * NIST Handbook of Mathematical Functions (2010), formula 5.11.1.
 */
export function stirlingCorrection(x: number): number {
  return polynomial(COEFFICIENTS, 1 / (x * x)) / x;
}

/**
 * `stirlingCorrection(x + step) - stirlingCorrection(x)` to full relative precision however small the step: the
 * divided difference of the series is evaluated along with it.
 */
export function stirlingCorrectionStep(x: number, step: number): number {
  const end = x + step;
  const square = 1 / (end * end);
  const startSquare = 1 / (x * x);
  let series = 0;
  let divided = 0;
  for (let k = COEFFICIENTS.length - 1; k >= 0; k--) {
    divided = divided * startSquare + series;
    series = series * square + COEFFICIENTS[k]!;
  }
  const inverseStep = -step / (x * end);
  const squareStep = inverseStep * (1 / x + 1 / end);
  return inverseStep * series + (squareStep * divided) / x;
}
