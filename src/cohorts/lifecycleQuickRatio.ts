import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Customers who became active in a period and who ceased to be; each period of `customerLifecycle` has them. */
export interface LifecycleFlows {
  /** Customers active for the first time. */
  readonly newCustomers: number;
  /** Customers active again after a period or more without. */
  readonly resurrectedCustomers: number;
  /** Customers active in the period before and no longer; NaN where the period is not over. */
  readonly dormantCustomers: number;
}

/**
 * How many customers became active for each one who ceased to be: above 1 the number of active customers grows.
 *
 * (newCustomers + resurrectedCustomers) / dormantCustomers
 *
 * @param flows - numbers of customers, whole or not, each at least 0
 * @returns the ratio
 * @unit ratio
 * @range 0..
 * @direction higher is better
 * @undefinedWhen nobody fell silent, or `dormantCustomers` is NaN, as it is of a period that is not over (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * lifecycleQuickRatio({ newCustomers: 60, resurrectedCustomers: 15, dormantCustomers: 50 }) // 1.5
 * @reference Hsu (2015), Diligence at Social Capital Part 1: Accounting for User Growth
 */
export function lifecycleQuickRatio(flows: LifecycleFlows): number {
  checkRecord('lifecycleQuickRatio', 'flows', flows);
  const { newCustomers, resurrectedCustomers, dormantCustomers } = flows;
  checkQuantity('lifecycleQuickRatio', 'newCustomers', newCustomers);
  checkQuantity('lifecycleQuickRatio', 'resurrectedCustomers', resurrectedCustomers);
  if (!Number.isNaN(dormantCustomers)) checkQuantity('lifecycleQuickRatio', 'dormantCustomers', dormantCustomers);
  return ratio(newCustomers + resurrectedCustomers, dormantCustomers);
}
