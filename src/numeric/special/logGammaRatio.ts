import { logGamma } from './logGamma.ts';
import { STIRLING_FROM, stirlingCorrectionStep } from './stirling.ts';

/**
 * log Gamma(x + step) - log Gamma(x) without the loss of digits where both are large or the step is small.
 *
 * @param x - above 0
 * @param step - at least 0
 */
export function logGammaRatio(x: number, step: number): number {
  if (x < STIRLING_FROM && step >= 1) return logGamma(x + step) - logGamma(x);
  let from = x;
  let climbed = 0;
  while (from < STIRLING_FROM) {
    climbed += Math.log1p(step / from);
    from += 1;
  }
  const leading = (from - 0.5) * Math.log1p(step / from) + step * (Math.log(from + step) - 1);
  return leading + stirlingCorrectionStep(from, step) - climbed;
}
