import { checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { checkPart } from './checkParts.ts';

/** What keeping and winning a customer costs. */
export interface RetentionAndAcquisitionCost {
  /** What it costs to keep one customer for a period, as `customerRetentionCost` gives it. */
  readonly retentionCost: number;
  /** What it costs to win one, as `customerAcquisitionCost` gives it. */
  readonly acquisitionCost: number;
}

/**
 * The cost of keeping a customer for a period against the cost of winning one.
 *
 * retentionCost / acquisitionCost
 *
 * That winning costs five times or twenty-five times as much as keeping is often said and seldom shown: this is the
 * figure of your own spend.
 *
 * @param costs - both costs in one unit of money; NaN in one of them gives NaN
 * @returns the ratio: 0.2 where winning a customer costs five times as much as keeping one for a period
 * @unit ratio
 * @range 0..
 * @direction neither: it says what keeping costs, not what either brings
 * @undefinedWhen winning a customer costs nothing, or one of the costs is NaN (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * retentionToAcquisitionCostRatio({ retentionCost: 7.5, acquisitionCost: 75 }) // 0.1
 * @reference common practice in marketing
 */
export function retentionToAcquisitionCostRatio(costs: RetentionAndAcquisitionCost): number {
  checkRecord('retentionToAcquisitionCostRatio', 'costs', costs);
  checkPart('retentionToAcquisitionCostRatio', 'retentionCost', costs.retentionCost);
  checkPart('retentionToAcquisitionCostRatio', 'acquisitionCost', costs.acquisitionCost);
  return ratio(costs.retentionCost, costs.acquisitionCost);
}
