import { checkOptions } from '../core/checks.ts';
import { productLimitCurve } from '../statistics/productLimitCurve.ts';
import { survivalQuantile } from '../statistics/survivalQuantile.ts';
import { checkGaps, checkWeighting, type GapWeighting, gapWeights } from './gapWeights.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';

/** What the typical time is taken over. */
export interface TimeBetweenPurchasesOptions {
  /**
   * `'gap'`, unless told: every gap counts alike, so that frequent buyers, who have more of them, count for more.
   * `'customer'`: every customer counts alike.
   */
  readonly weighting?: GapWeighting;
}

const METRIC = 'timeBetweenPurchases';

/**
 * The typical time from one purchase to the next: the median, where the time since each customer's last purchase counts
 * as a gap that has lasted so long already and is not over.
 *
 * time at which the product-limit curve of the gaps comes down to 1/2
 *
 * Gaps that were seen to end are the short ones: their median alone is too short. By `'customer'` the ended gaps of a
 * customer share a weight of 1, and the open one counts only where there is no other (Wang and Chang).
 *
 * @param gaps - what `purchaseGaps` gave
 * @param options - whether gaps or customers count alike
 * @returns the median, in days of 24 hours
 * @unit days
 * @range 0..
 * @direction lower is better
 * @undefinedWhen there is no gap, or the curve does not come down to a half, as where more than half of the gaps are longer
 * than any that was seen to end (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`, `not-an-option`,
 * `unknown-option`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob', 'ada'], at: [0, 10 * day, 20 * day, 40 * day] });
 * const gaps = purchaseGaps(log, { asOf: 45 * day });
 * timeBetweenPurchases(gaps) // 30
 * timeBetweenPurchases(gaps, { weighting: 'customer' }) // 30
 * @complexity sorting the gaps
 * @see `timeBetweenPurchasesInterval`, which says how far off it may be
 * @reference Pena, Strawderman and Hollander (2001), Nonparametric estimation with recurrent event data (by gap)
 * @reference Wang and Chang (1999), Nonparametric estimation of a recurrent survival function (by customer)
 */
export function timeBetweenPurchases(gaps: PurchaseGaps, options: TimeBetweenPurchasesOptions = {}): number {
  checkGaps(METRIC, gaps);
  checkOptions(METRIC, options, ['weighting']);
  const { weighting = 'gap' } = options;
  checkWeighting(METRIC, weighting);
  const { time, ended } = gaps;
  const curve = productLimitCurve({ time, ended, weight: gapWeights(gaps, weighting) });
  return survivalQuantile(curve).estimate;
}
