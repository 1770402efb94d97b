import { checkFraction, checkOptions } from '../core/checks.ts';
import type { CustomerId } from '../core/types.ts';
import { checkIndicators } from './checkIndicators.ts';
import { matchCustomers } from './customerMatch.ts';
import { type IndicatorWeight, readWeights } from './indicatorWeights.ts';
import { layRisks, shareOut } from './shareOut.ts';
import type { RiskIndicator, RiskScores } from './types.ts';

/** The choices of `riskScores`. */
export interface RiskScoresOptions {
  /** One entry for each indicator; all weigh the same, and never grow stale, unless told. */
  readonly weights?: readonly IndicatorWeight[];
  /** Share of the weight that must be there for a score, 0 to 1; 0.5 unless told. */
  readonly minCoverage?: number;
  /** Whom to score, in this order; everyone whom an indicator knows, in order of first appearance, unless told. */
  readonly customers?: readonly CustomerId[];
}

const METRIC = 'riskScores';

/** A weight this little below the least one is it: three tenths of the weight are 0.3, however they were added up. */
const ROUNDING = 8 * Number.EPSILON;

/**
 * How likely each customer is to leave, by several indicators, and what each of them adds.
 *
 * sum of weight x risk / sum of weight, over the indicators that are there for the customer
 *
 * An indicator is missing where it does not know the customer, has no value for them, or rests on something longer ago
 * than its `staleAfterDays`: its weight then goes to the others, in proportion. The coverage is the share of the weight
 * that is there; with less than `minCoverage` there is no score.
 *
 * The contributions of a customer add up to the score exactly, in whatever order: each is rounded to a multiple of 2^-52,
 * the rounding being carried on to the next. The score is the formula's within 2^-52 for each indicator and once more, and
 * never below 0 or above 1.
 *
 * A score orders customers; it is no probability of leaving. `backtestAlerts` shows what it would have been worth.
 *
 * @param indicators - one or more, all of one instant, each under a name of its own
 * @param options - weights and staleness, the least coverage, whom to score
 * @returns columns beside `customers`, with the parts of the score; `riskRanking` puts the highest into words
 * @undefinedWhen too little of the weight is there for a customer (NaN)
 * @throws InputError `not-rows`, `not-a-record`, `length-mismatch`, `not-on-scale` (a risk not from 0 to 1),
 * `unlike-definitions` (indicators of several instants), `duplicate-id` (two of one name), `unknown-option`,
 * `unknown-field` (a weight of no indicator), `missing-field` (an indicator without a weight), `not-a-quantity`,
 * `below-limit` (no weight above 0), `above-limit`, `not-an-id`
 * @complexity one pass over customers and indicators; where these are of several logs, a lookup for each customer of each
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'bob'],
 *   at: [0, 7 * day, 14 * day, 0],
 * });
 * const late = purchaseLateness(log, { asOf: 28 * day });
 * const silent = daysSinceActivity(log, { asOf: 28 * day, map: { kind: 'linear', safe: 0, risky: 56 } });
 * const scores = riskScores([late, silent], { weights: [
 *   { indicator: 'purchaseLateness', weight: 3 },
 *   { indicator: 'daysSinceActivity', weight: 1 },
 * ] });
 * scores.customers // ['ada', 'bob']
 * scores.coverage // [1, 0.25]
 * scores.score // [0.4375, NaN]
 * scores.indicators.map((own) => own.contribution[0]) // [0.375, 0.0625]
 * @reference common practice of customer health scores, as risk rather than health
 */
export function riskScores(indicators: readonly RiskIndicator[], options: RiskScoresOptions = {}): RiskScores {
  const asOf = checkIndicators(METRIC, indicators);
  checkOptions(METRIC, options, ['weights', 'minCoverage', 'customers']);
  const weights = readWeights(METRIC, indicators, options.weights);
  const { minCoverage = 0.5 } = options;
  checkFraction(METRIC, 'minCoverage', minCoverage);
  const lists = indicators.map((indicator) => indicator.customers);
  const { customers, places, otherCustomers } = matchCustomers(METRIC, lists, options.customers);
  const count = customers.length;
  const parts = indicators.map((indicator, own) => ({
    name: indicator.definition.name,
    weight: weights.weight[own]!,
    staleAfterDays: weights.staleAfterDays[own],
    contribution: new Float64Array(count),
    place: places[own]!,
    indicator,
  }));
  // The weight that is there of each customer, and at last its share of all.
  const coverage = new Float64Array(count);
  parts.forEach((part, own) => {
    layRisks(METRIC, part, own, asOf, coverage);
  });
  const score = startScores(coverage, weights.total, minCoverage);
  const weighted = new Float64Array(count);
  for (const part of parts) shareOut(part, coverage, weighted, score);
  for (let customer = 0; customer < count; customer++) coverage[customer]! /= weights.total;
  const population = options.customers === undefined ? 'known' : 'given';
  return {
    customers,
    score,
    coverage,
    indicators: parts,
    otherCustomers,
    definition: { asOf, minCoverage, population },
  };
}

/** 0 where enough of the weight is there, NaN where not. */
function startScores(present: Float64Array, total: number, minCoverage: number): Float64Array {
  const least = minCoverage * total * (1 - ROUNDING);
  const score = new Float64Array(present.length);
  for (let customer = 0; customer < score.length; customer++)
    if (!(present[customer]! > 0 && present[customer]! >= least)) score[customer] = Number.NaN;
  return score;
}
