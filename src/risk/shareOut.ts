import { refuse } from '../core/errors.ts';
import { staleBefore } from './staleness.ts';
import type { ScoredIndicator } from './types.ts';

/**
 * Writes an indicator's risks of the customers who are scored into its column of contributions, NaN where it is missing
 * or stale, and adds its weight to what is there of each.
 */
export function layRisks(
  metric: string,
  part: ScoredIndicator,
  own: number,
  asOf: number,
  present: Float64Array,
): void {
  const { place, contribution, weight } = part;
  const { risk, observedAt } = part.indicator;
  const oldest = staleBefore(asOf, part.staleAfterDays);
  for (let customer = 0; customer < place.length; customer++) {
    const row = place[customer]!;
    contribution[customer] = Number.NaN;
    if (row === -1 || Number.isNaN(risk[row]) || observedAt[row]! < oldest) continue;
    if (!(risk[row]! >= 0 && risk[row]! <= 1))
      refuse('not-on-scale', metric, ['indicators', own, 'risk', row], 'a risk from 0 to 1, or NaN', risk[row]);
    contribution[customer] = risk[row]!;
    present[customer]! += weight;
  }
}

/**
 * Turns the risks in an indicator's column into contributions, and takes the scores of the indicators so far on. Where a
 * score is NaN there is none, and no contribution to it.
 *
 * A contribution is the score with this indicator less the score without it, both rounded to multiples of 2^-52: so the
 * contributions add up to the score without rounding, in whatever order. Where every risk is 1 so is the score, since
 * both sums of the quotient are then the same one.
 */
export function shareOut(
  { contribution, weight }: ScoredIndicator,
  present: Float64Array,
  weighted: Float64Array,
  score: Float64Array,
): void {
  for (let customer = 0; customer < contribution.length; customer++) {
    const before = score[customer]!;
    if (Number.isNaN(before)) contribution[customer] = Number.NaN;
    if (Number.isNaN(contribution[customer])) continue;
    weighted[customer]! += weight * contribution[customer]!;
    // Between 1 and 2 the numbers lie 2^-52 apart: adding 1 and taking it off rounds to that grid.
    const upToHere = weighted[customer]! / present[customer]! + 1 - 1;
    contribution[customer] = upToHere - before;
    score[customer] = upToHere;
  }
}
