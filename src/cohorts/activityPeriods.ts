import { layPeriods } from '../time/layPeriods.ts';
import { periodCells } from '../time/periodCells.ts';
import { periodFrames } from '../time/periodFrames.ts';
import type { PeriodIndex, PeriodIndexOptions } from '../time/types.ts';

/** One period of a series. */
export interface ActivityPeriod {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
}

/** Periods that have a length, as an index and as records, in the same order. */
export interface ActivityPeriods {
  readonly index: PeriodIndex;
  readonly frames: readonly ActivityPeriod[];
}

/**
 * Lays out periods of which each one's neighbour is the next in which anyone can be active: a day that the zone skipped
 * is left out, since nobody was away on it.
 */
export function activityPeriods(metric: string, options: PeriodIndexOptions): ActivityPeriods {
  const laid = layPeriods(metric, options);
  return { index: withoutSkipped(laid), frames: periodFrames(laid).map(({ frame }) => frame) };
}

/** Their index alone, for those who need no names: these take longer to make than the rest. */
export function activityIndex(metric: string, options: PeriodIndexOptions): PeriodIndex {
  return withoutSkipped(layPeriods(metric, options));
}

/** Its names cannot be asked of `periodLabels`, which counts on the calendar. */
function withoutSkipped(laid: PeriodIndex): PeriodIndex {
  const boundaries = laid.boundaries.filter((start, place, all) => place === 0 || start > all[place - 1]!);
  if (boundaries.length === laid.boundaries.length) return laid;
  return { ...laid, count: boundaries.length - 1, boundaries, ...periodCells(boundaries) };
}
