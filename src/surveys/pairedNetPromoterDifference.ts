import { checkCount, checkLevel, checkOptions, checkRecord } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';

/** Customers who answered twice, by what they were before and what they became; `netPromoterShifts` counts them. */
export interface NetPromoterShiftCounts {
  /** Detractors who stayed detractors. */
  readonly detractorToDetractor: number;
  /** Detractors who became passives. */
  readonly detractorToPassive: number;
  /** Detractors who became promoters. */
  readonly detractorToPromoter: number;
  /** Passives who became detractors. */
  readonly passiveToDetractor: number;
  /** Passives who stayed passives. */
  readonly passiveToPassive: number;
  /** Passives who became promoters. */
  readonly passiveToPromoter: number;
  /** Promoters who became detractors. */
  readonly promoterToDetractor: number;
  /** Promoters who became passives. */
  readonly promoterToPassive: number;
  /** Promoters who stayed promoters. */
  readonly promoterToPromoter: number;
}

/** How the net promoter score of the same people changed and how far off that may be, in points. */
export interface PairedNetPromoterDifference extends Interval {
  /** The score after less the score before, of those who answered both times, nothing added. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found. */
  readonly method: 'adjustedWald';
}

/** How far each shift moves a customer's own score of 1, 0 or -1. */
const STEPS: Readonly<Record<keyof NetPromoterShiftCounts, number>> = {
  detractorToDetractor: 0,
  detractorToPassive: 1,
  detractorToPromoter: 2,
  passiveToDetractor: -1,
  passiveToPassive: 0,
  passiveToPromoter: 1,
  promoterToDetractor: -2,
  promoterToPassive: -1,
  promoterToPromoter: 0,
};

/** How many pairs that nobody gave are added, spread evenly over the nine shifts. */
const ADDED = 2;
/** The sum of the squared steps of the pairs that are added. */
const ADDED_SQUARES = (ADDED * 12) / 9;

const METRIC = 'pairedNetPromoterDifference';

/**
 * Interval for the change of the net promoter score between two surveys that the same people answered: the score after
 * less the score before.
 *
 * With x the step of a customer's own score from before to after (-2 to 2) and n the number of customers, after 2/9 of a
 * customer are added to each of the nine shifts: 100 x (mean x ± z sqrt((mean x^2 - (mean x)^2) / n)), cut at -200
 * and 200.
 *
 * People answer much as they did before, so that the change of the same people is known better than the difference
 * between two groups. What is added keeps the interval from shrinking to a point where nobody moved. It draws the centre
 * towards 0: below a level of 0.917 the interval need not hold the estimate where all moved alike.
 *
 * @param shifts - customers by what they were and what they became, whole
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit points
 * @range -200..200
 * @undefinedWhen nobody answered both times (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `not-an-option`, `unknown-option`
 * @example
 * const shifts = {
 *   ...{ detractorToDetractor: 12, detractorToPassive: 6, detractorToPromoter: 2 },
 *   ...{ passiveToDetractor: 2, passiveToPassive: 20, passiveToPromoter: 8 },
 *   ...{ promoterToDetractor: 1, promoterToPassive: 4, promoterToPromoter: 45 },
 * };
 * const { estimate, lower, upper } = pairedNetPromoterDifference(shifts);
 * [estimate, lower.toFixed(1), upper.toFixed(1)] // [10, '-1.3', '21.0']
 * @reference Agresti and Min (2005), Simple improved confidence intervals for comparing matched proportions: two pairs
 * added evenly, there over four cells
 */
export function pairedNetPromoterDifference(
  shifts: NetPromoterShiftCounts,
  options: LevelOptions = {},
): PairedNetPromoterDifference {
  checkRecord(METRIC, 'shifts', shifts);
  checkOptions(METRIC, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  let [customers, sum, squares] = [0, 0, 0];
  for (const name of Object.keys(STEPS) as (keyof NetPromoterShiftCounts)[]) {
    checkCount(METRIC, name, shifts[name]);
    customers += shifts[name];
    sum += shifts[name] * STEPS[name];
    squares += shifts[name] * STEPS[name] ** 2;
  }
  const estimate = ratio(100 * sum, customers);
  const centre = customers === 0 ? Number.NaN : sum / (customers + ADDED);
  const variance = (squares + ADDED_SQUARES) / (customers + ADDED) - centre * centre;
  const reach = levelDeviate(level) * Math.sqrt(variance / (customers + ADDED));
  const lower = Math.max(-200, 100 * (centre - reach));
  const upper = Math.min(200, 100 * (centre + reach));
  return { estimate, lower, upper, level, method: 'adjustedWald' };
}
