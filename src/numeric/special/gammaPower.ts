import { sumError } from '../exactError.ts';
import { logGamma } from './logGamma.ts';
import { powerProduct } from './powerProduct.ts';
import { LEAST_QUOTIENT, quotientError } from './quotientError.ts';
import { STIRLING_FROM, stirlingCorrection } from './stirling.ts';

/**
 * x^a e^-x / Gamma(a): the density of the gamma law times x.
 *
 * With a large argument it is written about the mean, where power and exponential nearly cancel, and Gamma by Stirling.
 */
export function gammaPower(a: number, x: number): number {
  if (a < STIRLING_FROM) return a * powerProduct(x, a, 1, 0, -x) * Math.exp(-logGamma(a + 1));
  const overMean = x / a;
  if (overMean < LEAST_QUOTIENT) return 0;
  const rounding = a * quotientError({ value: x, error: 0 }, { value: 1, error: 0 }, a, overMean) + sumError(a, -x);
  const scale = Math.sqrt(a / (2 * Math.PI));
  return scale * powerProduct(overMean, a, 1, 0, a - x) * Math.exp(rounding - stirlingCorrection(a));
}
