import { sumError } from '../exactError.ts';
import { logBeta } from './logBeta.ts';
import { powerProduct } from './powerProduct.ts';
import { LEAST_QUOTIENT, quotientError, type Unrounded } from './quotientError.ts';
import { STIRLING_FROM, stirlingCorrection } from './stirling.ts';

/** x and 1 - x as they are before rounding: of the two the smaller is taken at its word. */
function complementary(x: number, y: number): [Unrounded, Unrounded] {
  return x < y
    ? [
        { value: x, error: 0 },
        { value: y, error: 1 - y - x },
      ]
    : [
        { value: x, error: 1 - x - y },
        { value: y, error: 0 },
      ];
}

/**
 * x^a y^b / B(a, b) for y = 1 - x: the density of the beta law times x y.
 *
 * With two large arguments it is written about the mean, where both powers are near 1, and Gamma by Stirling.
 */
export function betaPower(a: number, b: number, x: number, y: number): number {
  const [exactX, exactY] = complementary(x, y);
  if (Math.min(a, b) < STIRLING_FROM) {
    const rounding = (a * exactX.error) / x + (b * exactY.error) / y;
    return powerProduct(x, a, y, b, -logBeta(a, b)) * Math.exp(rounding);
  }
  const total = { value: a + b, error: sumError(a, b) };
  const overMean = (x * total.value) / a;
  const overRest = (y * total.value) / b;
  if (Math.min(overMean, overRest) < LEAST_QUOTIENT) return 0;
  const rounding = a * quotientError(exactX, total, a, overMean) + b * quotientError(exactY, total, b, overRest);
  const correction = stirlingCorrection(total.value) - stirlingCorrection(a) - stirlingCorrection(b);
  const scale = Math.sqrt(a / (2 * Math.PI)) * Math.sqrt(b / total.value);
  return scale * powerProduct(overMean, a, overRest, b, 0) * Math.exp(rounding + correction);
}
