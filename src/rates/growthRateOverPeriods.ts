import { checkFinite, checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { compoundGrowth } from '../numeric/compoundRate.ts';

/** A growth rate, and how many of its periods the new one is to span. */
export interface GrowthConversion {
  /** Growth in one period as a share of its start, at least -1. */
  readonly growthRate: number;
  /** How many such periods: 12 turns a monthly rate into a yearly one, 1 / 12 a yearly into a monthly. */
  readonly periods: number;
}

/**
 * The growth rate of a longer or shorter period, if every period grows by the same share of its own start.
 *
 * (1 + growthRate)^periods - 1
 *
 * @param input - the rate and the number of its periods, whole or not
 * @returns the rate over all of them
 * @unit fraction
 * @range -1..
 * @direction higher is better
 * @undefinedWhen the rate is (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`, `below-limit`
 * @example
 * growthRateOverPeriods({ growthRate: 0.1, periods: 2 }) // 0.21…
 * @reference compound interest, computed through log1p and expm1 so that small rates keep their digits
 */
export function growthRateOverPeriods(input: GrowthConversion): number {
  checkRecord('growthRateOverPeriods', 'input', input);
  checkQuantity('growthRateOverPeriods', 'periods', input.periods);
  if (Number.isNaN(input.growthRate)) return Number.NaN;
  checkFinite('growthRateOverPeriods', 'growthRate', input.growthRate);
  if (input.growthRate < -1)
    refuse('below-limit', 'growthRateOverPeriods', ['growthRate'], 'at least -1', input.growthRate);
  return compoundGrowth(input.growthRate, input.periods);
}
