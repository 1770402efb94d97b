import { checkFinite, checkFraction, checkQuantity, checkRecord } from '../core/checks.ts';

/** What is known of doing something about a customer who may leave. */
export interface InterventionParts {
  /** How likely the customer is to leave if nothing is done, 0 to 1: a probability, which a risk score is not. */
  readonly churnProbability: number;
  /** How likely it is to keep a customer who would leave, 0 to 1. */
  readonly successProbability: number;
  /** What a customer who is kept is still worth. */
  readonly valueKept: number;
  /** What doing it costs, whether it works or not. */
  readonly cost: number;
}

/**
 * What doing something about a customer who may leave brings on average, after its cost.
 *
 * churnProbability x successProbability x valueKept - cost
 *
 * What is spent on customers who would have stayed is a loss, and they may be worth less after it, as after a discount:
 * put that into the cost.
 *
 * @param parts - probabilities, value and cost; NaN in one of them, as a value of no data is, gives NaN
 * @returns the benefit, below 0 where it costs more than it brings
 * @unit money
 * @range any
 * @direction higher is better
 * @undefinedWhen a probability, the value or the cost is NaN (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-number`, `above-limit`
 * @example
 * expectedInterventionBenefit({ churnProbability: 0.5, successProbability: 0.25, valueKept: 800, cost: 40 }) // 60
 * @see {@link planInterventions}, which chooses among many under a budget
 * @reference Neslin, Gupta, Kamakura, Lu and Mason (2006), Defection detection: measuring and understanding the
 * predictive accuracy of customer churn models, whose profit of a campaign is made of these parts
 */
export function expectedInterventionBenefit(parts: InterventionParts): number {
  checkRecord('expectedInterventionBenefit', 'parts', parts);
  checkInterventionParts('expectedInterventionBenefit', '', parts);
  return interventionBenefit(parts);
}

/** Refuses parts that are wrong; NaN passes. `path` stands before the names. */
export function checkInterventionParts(metric: string, path: string, parts: InterventionParts): void {
  const { churnProbability, successProbability, valueKept, cost } = parts;
  if (!Number.isNaN(churnProbability)) checkFraction(metric, `${path}churnProbability`, churnProbability);
  if (!Number.isNaN(successProbability)) checkFraction(metric, `${path}successProbability`, successProbability);
  if (!Number.isNaN(valueKept)) checkFinite(metric, `${path}valueKept`, valueKept);
  if (!Number.isNaN(cost)) checkQuantity(metric, `${path}cost`, cost);
}

/** The benefit of parts that were checked. */
export function interventionBenefit(parts: InterventionParts): number {
  const { churnProbability, successProbability, valueKept, cost } = parts;
  // 0 - cost, so that nothing kept at no cost is 0 and not -0.
  return churnProbability * successProbability * valueKept + (0 - cost);
}
