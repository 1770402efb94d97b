import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Who was there at two dates, and in the same segment; `segmentMigration` gives both. */
export interface StabilityCounts {
  /** Customers there at both dates. */
  readonly commonCustomers: number;
  /** Those of them who are in the same segment at both. */
  readonly stableCustomers: number;
}

/**
 * Share of the customers there at two dates who are in the same segment at both.
 *
 * stableCustomers / commonCustomers
 *
 * @param counts - head counts; no more stable customers than common ones
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction neither: staying is good for champions and bad for the lost
 * @undefinedWhen nobody was there at both dates (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * segmentStability({ commonCustomers: 400, stableCustomers: 250 }) // 0.625
 * @reference common practice in credit ratings: the share on the diagonal of a migration matrix
 */
export function segmentStability(counts: StabilityCounts): number {
  checkRecord('segmentStability', 'counts', counts);
  const { commonCustomers, stableCustomers } = counts;
  checkQuantity('segmentStability', 'commonCustomers', commonCustomers);
  checkQuantity('segmentStability', 'stableCustomers', stableCustomers);
  return ratio(
    checkAtMost('segmentStability', 'stableCustomers', stableCustomers, 'commonCustomers', commonCustomers),
    commonCustomers,
  );
}
