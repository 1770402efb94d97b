import { refuse } from '../core/errors.ts';

/** The most classes that scores may have. */
export const MOST_BINS = 100;

/** Refuses what is not a number of classes. */
export function checkBins(metric: string, path: readonly string[], bins: number): void {
  if (!Number.isInteger(bins) || bins < 2 || bins > MOST_BINS)
    refuse('not-an-option', metric, path, `a whole number from 2 to ${MOST_BINS}`, bins);
}
