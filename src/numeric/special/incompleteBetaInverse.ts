import { betaPower } from './betaPower.ts';
import { betaTails } from './incompleteBeta.ts';
import { logGammaNext } from './logGamma.ts';
import { logGammaRatio } from './logGammaRatio.ts';
import { logShare, solveTail } from './solveTail.ts';

/** Below this the first term of the series of I is all of it. */
const FIRST_TERM_TO = 1e-290;

/** Where the first term of the series of I, x^a / (a B(a, b)), has this logarithm. */
function firstTermPoint(a: number, b: number, logOfShare: number): number {
  return Math.exp((logOfShare + logGammaNext(a) - logGammaRatio(b, a)) / a);
}

/** The odds x / (1 - x) at which the beta law has the share `lower`, at most 1/2, below. */
function betaOdds(a: number, b: number, lower: number): number {
  const tail = (odds: number) => betaTails(a, b, odds / (1 + odds), 1 / (1 + odds)).lower;
  const slope = (odds: number) => betaPower(a, b, odds / (1 + odds), 1 / (1 + odds));
  return solveTail(lower, a / b, tail, slope);
}

/** The x at which the beta law with parameters a and b has the shares `lower` below and `upper` above. */
function betaPoint(a: number, b: number, lower: number, upper: number): number {
  if (!(a > 0 && b > 0 && lower >= 0 && upper >= 0)) return Number.NaN;
  if (lower === 0) return 0;
  if (upper === 0) return 1;
  const fromZero = firstTermPoint(a, b, logShare(lower, upper));
  if (fromZero < FIRST_TERM_TO) return fromZero;
  if (lower > upper) return 1 / (1 + betaOdds(b, a, upper));
  const odds = betaOdds(a, b, lower);
  return odds / (1 + odds);
}

/** The x at which I_x(a, b) is p: the quantile of the beta law with parameters a and b (above 0). */
export function incompleteBetaInverse(a: number, b: number, p: number): number {
  return betaPoint(a, b, p, 1 - p);
}

/** The x at which 1 - I_x(a, b) is q: the quantile counted from above, for chances q too small for 1 - q. */
export function incompleteBetaComplementInverse(a: number, b: number, q: number): number {
  return betaPoint(a, b, 1 - q, q);
}
