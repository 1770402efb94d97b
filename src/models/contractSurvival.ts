import { logGammaRatio } from '../numeric/special/logGammaRatio.ts';
import { STIRLING_FROM, stirlingCorrectionStep } from '../numeric/special/stirling.ts';

/**
 * The law of a contractual model: each customer leaves a unit of time with a chance of their own, which is spread as a
 * beta law with parameters alpha and beta, and t renewals take t^power units. The sBG has power 1.
 */
export interface ContractShape {
  readonly alpha: number;
  readonly beta: number;
  readonly power: number;
}

/**
 * log Gamma(x + one + other) - log Gamma(x + one) - log Gamma(x + other) + log Gamma(x) to full relative precision, unless
 * both steps are below 1e-4: the parts are differences that are written out, and they do not cancel.
 *
 * @param x - above 0
 * @param one - at least 0, as is `other`
 */
export function logGammaCross(x: number, one: number, other: number): number {
  let from = x;
  let climbed = 0;
  while (from < STIRLING_FROM) {
    climbed -= logCrossQuotient(from, one, other);
    from += 1;
  }
  const powers =
    (from - 0.5) * logCrossQuotient(from, one, other) +
    one * Math.log1p(other / (from + one)) +
    other * Math.log1p(one / (from + other));
  // The lesser one is stepped over, so that the difference of the two steps is small of itself.
  const step = Math.min(one, other);
  const across = Math.max(one, other);
  return climbed + powers + stirlingCorrectionStep(from + across, step) - stirlingCorrectionStep(from, step);
}

/** The logarithm of x (x + one + other) / ((x + one) (x + other)). */
function logCrossQuotient(x: number, one: number, other: number): number {
  const gone = (one / (x + one)) * (other / (x + other));
  if (gone < 0.5) return Math.log1p(-gone);
  const less = Math.min(one, other);
  return Math.log(x / (x + less)) + Math.log1p(less / (x + Math.max(one, other)));
}

/** Beyond this a power is so large that what is added to it is nothing, and products of it might overflow. */
const HUGE = 1e280;

/** The logarithm of the chance that a customer who has renewed so many times renews `periods` times more. */
export function logSurvival(shape: ContractShape, renewals: number, periods: number): number {
  const { alpha, beta, power } = shape;
  if (periods === 0) return 0;
  if (renewals > 0 && power !== 1) return logSurvivalOver(shape, renewals, Math.log1p(periods / renewals));
  const step = periods ** power;
  return step < HUGE ? -logGammaCross(beta + renewals, alpha, step) : farOut(shape, 0, Math.log(periods));
}

/** The same until there are e^growth times as many renewals, from `renewals` above 0: also where that overflows. */
export function logSurvivalOver(shape: ContractShape, renewals: number, growth: number): number {
  const { alpha, beta, power } = shape;
  const before = renewals ** power;
  if (before > HUGE) return -alpha * power * growth;
  const step = before * Math.expm1(power * growth);
  if (step < HUGE) return -logGammaCross(beta + before, alpha, step);
  return farOut(shape, before, Math.log(renewals) + growth);
}

/** Where there are so many renewals that the gammas of them are powers; by the logarithm of their number. */
function farOut({ alpha, beta, power }: ContractShape, before: number, logRenewals: number): number {
  return Math.min(0, logGammaRatio(beta + before, alpha) - alpha * power * logRenewals);
}
