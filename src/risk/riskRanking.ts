import { checkCount, checkOptions } from '../core/checks.ts';
import { checkRiskScores } from './checkScores.ts';
import { explainCustomer, readReasonOptions } from './explainCustomer.ts';
import type { CustomerRisk, ReasonOptions, RiskScores } from './types.ts';

/** How many customers, with how many reasons, in which words. */
export interface RiskRankingOptions extends ReasonOptions {
  /** How many customers at most; 10 unless told. */
  readonly count?: number;
}

const METRIC = 'riskRanking';

/**
 * The customers of the highest scores, the highest first, each with the main reasons in words.
 *
 * Of equal scores the one that comes first in the scores is first. A reason is an indicator that adds something to the
 * score; those that add most come first, of equal ones the one that was given first. Customers without a score are not
 * ranked.
 *
 * @param scores - as `riskScores` gives them
 * @param options - how many customers and reasons, and what puts a reason into words
 * @returns records, at most `count`
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-an-instant`, `unknown-option`, `not-a-count`,
 * `not-a-function`
 * @complexity a sort of the scores
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 7 * day, 14 * day, 0] });
 * const [first] = riskRanking(riskScores([purchaseLateness(log, { asOf: 28 * day })]));
 * first?.customer // 'ada'
 * first?.score // 0.5
 * first?.reasons[0]?.text // 'No order for 14 days; usually one every 7 days.'
 */
export function riskRanking(scores: RiskScores, options: RiskRankingOptions = {}): CustomerRisk[] {
  checkRiskScores(METRIC, scores);
  checkOptions(METRIC, options, ['count', 'reasons', 'format']);
  const { count = 10 } = options;
  checkCount(METRIC, 'count', count);
  const read = readReasonOptions(METRIC, options);
  return highest(scores.score, count).map((place) => explainCustomer(scores, place, read));
}

/** Where the highest values are, the highest first; equal ones in their order. NaN is none. */
function highest(values: Float64Array, count: number): number[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const least = known[Math.max(0, known.length - count)] ?? Infinity;
  // Those above the least value are all wanted; of those equal to it the first ones, as many as are left.
  let left = Math.min(count, known.length) - known.filter((value) => value > least).length;
  const places: number[] = [];
  for (let place = 0; place < values.length; place++)
    if (values[place]! > least || (values[place] === least && left-- > 0)) places.push(place);
  return places.sort((one, other) => values[other]! - values[one]! || one - other);
}
