import { gammaPower } from './gammaPower.ts';
import { incompleteGamma, incompleteGammaComplement } from './incompleteGamma.ts';
import { logGammaNext } from './logGamma.ts';
import { logShare, solveTail } from './solveTail.ts';

/** Below this the first term of the series of P is all of it. */
const FIRST_TERM_TO = 1e-290;

/** The x at which the gamma law of shape a has the shares `lower` below and `upper` above. */
function gammaPoint(a: number, lower: number, upper: number): number {
  if (!(a > 0 && lower >= 0 && upper >= 0)) return Number.NaN;
  if (lower === 0) return 0;
  if (upper === 0) return Infinity;
  const firstTerm = Math.exp((logShare(lower, upper) + logGammaNext(a)) / a);
  if (firstTerm < FIRST_TERM_TO) return firstTerm;
  return lower < upper
    ? solveTail(
        lower,
        a,
        (x) => incompleteGamma(a, x),
        (x) => gammaPower(a, x),
      )
    : solveTail(
        upper,
        a,
        (x) => incompleteGammaComplement(a, x),
        (x) => -gammaPower(a, x),
      );
}

/** The x at which P(a, x) is p: the quantile of the gamma law of shape a (above 0) and scale 1. */
export function incompleteGammaInverse(a: number, p: number): number {
  return gammaPoint(a, p, 1 - p);
}

/** The x at which Q(a, x) is q: the quantile counted from above, for chances q too small for 1 - q. */
export function incompleteGammaComplementInverse(a: number, q: number): number {
  return gammaPoint(a, 1 - q, q);
}
