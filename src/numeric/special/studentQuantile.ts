import { incompleteBetaComplementInverse, incompleteBetaInverse } from './incompleteBetaInverse.ts';
import { logGammaNext } from './logGamma.ts';
import { logGammaRatio } from './logGammaRatio.ts';
import { normalQuantile } from './normalQuantile.ts';

/** Below this the beta law's point has lost digits, or is 0; its logarithm has not. */
const LEAST_POINT = 1e-290;

/** From so many degrees of freedom on the law is the normal one, to the last digit. */
const NORMAL_FROM = 1e18;

/** The distance from 0 beyond which Student's law with `df` degrees of freedom has the share `tails` on both sides. */
function distance(tails: number, df: number): number {
  // t^2 / (df + t^2) follows the beta law (1/2, df / 2), and the rest of 1 the one turned round.
  const near = incompleteBetaComplementInverse(0.5, df / 2, tails);
  if (near <= 0.5) return Math.sqrt((df * near) / (1 - near));
  const far = incompleteBetaInverse(df / 2, 0.5, tails);
  if (far >= LEAST_POINT) return Math.sqrt((df * (1 - far)) / far);
  const logFar = (2 * (Math.log(tails) + logGammaNext(df / 2) - logGammaRatio(0.5, df / 2))) / df;
  return Math.sqrt(df) * Math.exp(-logFar / 2);
}

/**
 * The value that one of Student's law with `df` degrees of freedom (above 0) is at most with chance p, to full relative
 * precision in the lower tail (for the upper one give its chance to the lower one and turn the sign). -Infinity at 0,
 * Infinity at 1, NaN outside.
 *
 * NIST Handbook of Mathematical Functions (2010), section 8.17, for the beta law that it is turned into.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (df >= NORMAL_FROM) return normalQuantile(p);
  if (p === 0.5) return 0;
  return p < 0.5 ? -distance(2 * p, df) : distance(2 * (1 - p), df);
}
