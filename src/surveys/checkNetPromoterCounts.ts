import { checkQuantity, checkRecord } from '../core/checks.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';

/** Refuses counts that are none, each by `check`; `name` is the argument they came as. */
export function checkNetPromoterCounts(
  metric: string,
  name: string,
  counts: NetPromoterCounts,
  check: typeof checkQuantity = checkQuantity,
): void {
  checkRecord(metric, name, counts);
  const prefix = name === 'counts' ? '' : `${name}.`;
  check(metric, `${prefix}promoters`, counts.promoters);
  check(metric, `${prefix}passives`, counts.passives);
  check(metric, `${prefix}detractors`, counts.detractors);
}
