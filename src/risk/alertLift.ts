import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { type AlertCounts, alertPrecision } from './alertPrecision.ts';

/** What became of alerts, and of all customers at the same looks; `backtestAlerts` counts both. */
export interface AlertLiftCounts extends AlertCounts {
  /** Customers of whom a rule could tell, each counted once a look. */
  readonly baseCustomers: number;
  /** Those among them who were lost within the horizon. */
  readonly baseLosses: number;
}

/**
 * How many times as often an alert is right as one given to a customer at random would be.
 *
 * (caughtAlerts / (caughtAlerts + falseAlerts)) / (baseLosses / baseCustomers)
 *
 * The customers are those of whom a rule could tell. Those of whom it could not may leave more often, or less: that is no merit
 * of the alerts.
 *
 * @param counts - alerts and customers whose horizon is over, whole or not, each at least 0
 * @returns the quotient: 1 where alerts are no better than chance
 * @unit ratio
 * @range 0..
 * @direction higher is better
 * @undefinedWhen there was no alert whose horizon is over, or no customer, or no loss among them (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * alertLift({ caughtAlerts: 30, falseAlerts: 90, baseCustomers: 5000, baseLosses: 250 }) // 5
 * @reference common practice in direct marketing
 */
export function alertLift(counts: AlertLiftCounts): number {
  checkRecord('alertLift', 'counts', counts);
  const { caughtAlerts, falseAlerts, baseCustomers } = counts;
  checkQuantity('alertLift', 'caughtAlerts', caughtAlerts);
  checkQuantity('alertLift', 'falseAlerts', falseAlerts);
  checkQuantity('alertLift', 'baseCustomers', baseCustomers);
  checkQuantity('alertLift', 'baseLosses', counts.baseLosses);
  const baseLosses = checkAtMost('alertLift', 'baseLosses', counts.baseLosses, 'baseCustomers', baseCustomers);
  return ratio(alertPrecision({ caughtAlerts, falseAlerts }), ratio(baseLosses, baseCustomers));
}
