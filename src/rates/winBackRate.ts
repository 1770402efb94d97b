import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Customers lost and won back; each period of `winBackRates` has them. */
export interface WinBackCounts {
  /** Customers lost; who is lost twice counts twice. */
  readonly lostCustomers: number;
  /** Those among them who came back in the time given. */
  readonly wonBackCustomers: number;
}

/**
 * Share of the customers lost who came back within a time that all of them had.
 *
 * wonBackCustomers / lostCustomers
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen no customer was lost (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * winBackRate({ lostCustomers: 60, wonBackCustomers: 9 }) // 0.15
 * @see {@link reactivationRate}, of all former customers, however long ago they were lost
 * @reference common practice; by the period of the loss, since no length of the time given is standard
 */
export function winBackRate(counts: WinBackCounts): number {
  checkRecord('winBackRate', 'counts', counts);
  const { lostCustomers, wonBackCustomers } = counts;
  checkQuantity('winBackRate', 'lostCustomers', lostCustomers);
  checkQuantity('winBackRate', 'wonBackCustomers', wonBackCustomers);
  return ratio(
    checkAtMost('winBackRate', 'wonBackCustomers', wonBackCustomers, 'lostCustomers', lostCustomers),
    lostCustomers,
  );
}
