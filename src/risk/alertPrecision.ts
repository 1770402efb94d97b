import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What became of alerts; `backtestAlerts` counts them. */
export interface AlertCounts {
  /** Alerts whose customer was lost within the horizon. */
  readonly caughtAlerts: number;
  /** Alerts whose customer was not. */
  readonly falseAlerts: number;
}

/**
 * Share of the alerts that were right: whose customer was lost within the horizon.
 *
 * caughtAlerts / (caughtAlerts + falseAlerts)
 *
 * @param counts - alerts whose horizon is over, whole or not, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no alert whose horizon is over (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * alertPrecision({ caughtAlerts: 30, falseAlerts: 90 }) // 0.25
 * @see {@link alertRecall}, which asks how many losses were announced, and {@link alertLift}, how much better than chance
 * @reference van Rijsbergen (1979), Information Retrieval, chapter 7
 */
export function alertPrecision(counts: AlertCounts): number {
  checkRecord('alertPrecision', 'counts', counts);
  const { caughtAlerts, falseAlerts } = counts;
  checkQuantity('alertPrecision', 'caughtAlerts', caughtAlerts);
  checkQuantity('alertPrecision', 'falseAlerts', falseAlerts);
  return ratio(caughtAlerts, caughtAlerts + falseAlerts);
}
