import type { LikelihoodPoint } from '../../statistics/maximumLikelihood.ts';
import type { ContractTally } from '../contractTally.ts';

/**
 * The log-likelihood of contract histories by alpha and beta, with its derivatives: of those who come to the t-th
 * renewal the share alpha / (alpha + beta + t - 1) leaves.
 */
export function likelihood(
  { lost, renewed }: ContractTally,
  [alpha, beta]: readonly [number, number],
): LikelihoodPoint {
  let value = 0;
  let byAlpha = 0;
  let byBeta = 0;
  let byAlphaTwice = 0;
  let byBoth = 0;
  let byBetaTwice = 0;
  for (let t = 0; t < lost.length; t++) {
    const gone = lost[t]!;
    const kept = renewed[t]!;
    if (gone + kept === 0) continue;
    const all = 1 / (alpha + beta + t);
    const rest = 1 / (beta + t);
    if (gone > 0) value += gone * Math.log(alpha * all);
    if (kept > 0) value -= kept * Math.log1p(alpha * rest);
    byAlpha += gone / alpha - (gone + kept) * all;
    byBeta += kept * rest - (gone + kept) * all;
    byBoth += (gone + kept) * all * all;
    byAlphaTwice -= gone / (alpha * alpha);
    byBetaTwice -= kept * rest * rest;
  }
  return {
    value,
    gradient: Float64Array.of(byAlpha, byBeta),
    hessian: Float64Array.of(byAlphaTwice + byBoth, byBoth, byBoth, byBetaTwice + byBoth),
  };
}
