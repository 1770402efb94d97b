import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Losses, and whether there had been an alert; `backtestAlerts` counts them. */
export interface LossCounts {
  /** Losses with an alert within the horizon before. */
  readonly caughtLosses: number;
  /** Losses without one. */
  readonly missedLosses: number;
}

/**
 * Share of the losses that were announced by an alert within the horizon before.
 *
 * caughtLosses / (caughtLosses + missedLosses)
 *
 * @param counts - losses, whole or not, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no loss (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * alertRecall({ caughtLosses: 30, missedLosses: 20 }) // 0.6
 * @see {@link alertPrecision}, which asks how many alerts were right: alerts to everyone announce every loss
 * @reference van Rijsbergen (1979), Information Retrieval, chapter 7
 */
export function alertRecall(counts: LossCounts): number {
  checkRecord('alertRecall', 'counts', counts);
  const { caughtLosses, missedLosses } = counts;
  checkQuantity('alertRecall', 'caughtLosses', caughtLosses);
  checkQuantity('alertRecall', 'missedLosses', missedLosses);
  return ratio(caughtLosses, caughtLosses + missedLosses);
}
