import { findRoot } from '../numeric/findRoot.ts';
import type { Posterior } from './purchaseProcess.ts';
import type { FittedProcess } from './readPurchaseFit.ts';
import { MOST_OPPORTUNITIES } from './readPurchases.ts';
import { discountedPurchases, marginOf } from './readValuation.ts';
import type { ValuationDefinition } from './valueOptions.ts';

/** Beyond so many units of time nothing is looked for. */
const FARTHEST = 1e9;

/** When purchases of some spend have paid back `cost`; Infinity where not within the horizon. */
export function paybackTime(
  model: FittedProcess,
  known: Posterior,
  definition: ValuationDefinition,
  spend: number,
  cost: number,
): number {
  const missing = (horizon: number): number =>
    cost - marginOf(definition, spend, discountedPurchases(model, known, { ...definition, horizon }));
  if (cost === 0) return 0;
  if (missing(definition.horizon) > 0) return Infinity;
  if (model.isDiscrete) return firstOpportunity(missing);
  // Any time at all brings without end.
  if (spend === Infinity) return 0;
  let high = 1;
  while (missing(Math.min(high, definition.horizon)) > 0) {
    if (high > FARTHEST) return Infinity;
    high *= 4;
  }
  return findRoot(missing, 0, Math.min(high, definition.horizon));
}

/** The first opportunity by which nothing is missing: doubled until it is passed, then halved back to it. */
function firstOpportunity(missing: (opportunities: number) => number): number {
  let high = 1;
  while (missing(high) > 0) {
    if (high > MOST_OPPORTUNITIES) return Infinity;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (missing(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}
