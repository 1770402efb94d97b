import { checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { checkMoney, checkPart } from './checkParts.ts';

/** What a customer brings and what winning one costs. */
export interface ValueAndCost {
  /** What a customer brings over the whole time, before the cost of winning them; negative if they cost money. */
  readonly lifetimeValue: number;
  /** What it costs to win one customer. */
  readonly acquisitionCost: number;
}

/**
 * What a customer brings over the whole time as a customer for each unit of money spent on winning them; also known as
 * LTV to CAC.
 *
 * lifetimeValue / acquisitionCost
 *
 * Above 1 the customer brings more than they cost, if the value is one of margin: a value of revenue says little here.
 *
 * @param parts - value and cost in one unit of money; NaN in one of them gives NaN
 * @returns the ratio; negative where the value is
 * @unit ratio
 * @range any
 * @direction higher is better
 * @undefinedWhen winning a customer costs nothing, or one of the parts is NaN (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * valueToCostRatio({ lifetimeValue: 225, acquisitionCost: 75 }) // 3
 * @reference common practice of subscription businesses
 */
export function valueToCostRatio(parts: ValueAndCost): number {
  checkRecord('valueToCostRatio', 'parts', parts);
  checkMoney('valueToCostRatio', 'lifetimeValue', parts.lifetimeValue);
  checkPart('valueToCostRatio', 'acquisitionCost', parts.acquisitionCost);
  return ratio(parts.lifetimeValue, parts.acquisitionCost);
}
