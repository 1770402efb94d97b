import { checkCount, checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { adjustedWald } from './adjustedWald.ts';
import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { scoreOf } from './scoreOf.ts';

/** A net promoter score and how far off it may be, in points. */
export interface NetPromoterInterval extends Interval {
  /** The score itself, nothing added. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found. */
  readonly method: 'adjustedWald';
}

/**
 * Interval for the net promoter score of all customers, from the answers of some who were drawn at random.
 *
 * Adjusted Wald: three answers that nobody gave are added, 3/4 promoters, 3/2 passives, 3/4 detractors; with p and d the
 * shares and n the number of answers then, 100 x (p - d ± z sqrt((p + d - (p - d)^2) / n)), cut at -100 and 100.
 *
 * Unlike the plain interval it has a width where all agree, and holds the true score about as often as it says from few
 * answers on. Its centre is drawn towards 0, so that at low levels it need not hold the estimate: where all n answers are
 * promoters' or all detractors' it does not if z^2 < 2 (n + 3) / (n + 1). At 0.95 that is a single answer only; from
 * z = 2 (a level of 0.9545) on it always does.
 *
 * @param counts - answers by category, whole
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit points
 * @range -100..100
 * @undefinedWhen nobody answered (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `not-an-option`, `unknown-option`
 * @example
 * const { lower, upper } = netPromoterInterval({ promoters: 50, passives: 30, detractors: 20 });
 * [lower.toFixed(1), upper.toFixed(1)] // ['14.1', '44.2']
 * @see `netPromoterBounds`, what silence may hide: no interval knows of it
 * @reference Rocks (2016), Interval estimation for the Net Promoter Score
 */
export function netPromoterInterval(counts: NetPromoterCounts, options: LevelOptions = {}): NetPromoterInterval {
  checkNetPromoterCounts('netPromoterInterval', 'counts', counts, checkCount);
  checkOptions('netPromoterInterval', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('netPromoterInterval', level);
  return { estimate: scoreOf(counts), ...adjustedWald(counts, levelDeviate(level)), level, method: 'adjustedWald' };
}
