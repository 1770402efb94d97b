import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import { scoreOf } from './scoreOf.ts';

/** Answers by category; `netPromoterCounts` gives them from scores. */
export interface NetPromoterCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

/**
 * By how many points the share of promoters exceeds that of detractors, of all who answered.
 *
 * 100 x (promoters - detractors) / (promoters + passives + detractors)
 *
 * @param counts - answers by category, whole or weighted, each at least 0
 * @returns the score, not rounded
 * @unit points
 * @range -100..100
 * @direction higher is better
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * netPromoterScore({ promoters: 50, passives: 30, detractors: 20 }) // 30
 * @see {@link netPromoterInterval}, how far off the score of a sample may be
 * @reference Reichheld (2003), The one number you need to grow
 */
export function netPromoterScore(counts: NetPromoterCounts): number {
  checkNetPromoterCounts('netPromoterScore', 'counts', counts);
  return scoreOf(counts);
}
