import type { Interval } from '../core/types.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';
import type { CohortCell, CohortDefinition } from './types.ts';

/** Whether the retained are always among the base; in the column before there may have been fewer. */
export function isShareOfBase(
  { base, members }: Pick<CohortCell, 'base' | 'members'>,
  { match }: Pick<CohortDefinition, 'match'>,
): boolean {
  return base === members || match === 'streak' || match === 'onOrAfter';
}

/** Wilson interval of retained / base; NaN where it is no share. */
export function shareInterval(
  counts: Pick<CohortCell, 'base' | 'members' | 'retained'>,
  definition: Pick<CohortDefinition, 'match'>,
  z: number,
): Interval {
  if (!isShareOfBase(counts, definition)) return { lower: Number.NaN, upper: Number.NaN };
  const { base, retained } = counts;
  return { lower: wilsonLower(retained, base, z), upper: wilsonUpper(retained, base, z) };
}
