import { logGamma } from './logGamma.ts';
import { logGammaRatio } from './logGammaRatio.ts';
import { HALF_LOG_TWO_PI, STIRLING_FROM, stirlingCorrection } from './stirling.ts';

/**
 * The logarithm of the beta function B(a, b) for a and b above 0, without the loss of digits where both are large.
 *
 * The order of the terms for two large arguments is that of DiDonato and Morris (1992), Algorithm 708.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small >= STIRLING_FROM)) return logGamma(small) - logGammaRatio(large, small);
  const correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large);
  const powers = (small - 0.5) * Math.log1p(large / small) + large * Math.log1p(small / large);
  return HALF_LOG_TWO_PI - 0.5 * Math.log(large) + correction - powers;
}
