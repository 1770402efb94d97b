import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { checkRiskScores } from './checkScores.ts';
import { explainCustomer, readReasonOptions } from './explainCustomer.ts';
import type { CustomerRisk, ReasonOptions, RiskScores } from './types.ts';

/** Whose scores to explain, with how many reasons, in which words. */
export interface RiskReasonsOptions extends ReasonOptions {
  /** The customers, each once. */
  readonly customers: readonly CustomerId[];
}

const METRIC = 'riskReasons';

/**
 * The scores of some customers, each with the main reasons in words, and with what is missing.
 *
 * @param scores - as `riskScores` gives them
 * @param options - which customers, how many reasons, and what puts a reason into words
 * @returns one record a customer, in the order asked for
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-an-instant`, `unknown-option`, `not-a-count`,
 * `not-a-function`, `not-an-id`, `duplicate-id`, `unknown-field` (a customer who is not among those scored)
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 7 * day, 14 * day, 0] });
 * const late = purchaseLateness(log, { asOf: 28 * day });
 * const silent = daysSinceActivity(log, { asOf: 28 * day, map: { kind: 'linear', safe: 0, risky: 56 } });
 * const [bob] = riskReasons(riskScores([late, silent]), { customers: ['bob'] });
 * bob?.score // 0.5
 * bob?.reasons.map((reason) => reason.text) // ['No activity for 28 days.']
 * bob?.missing // ['purchaseLateness']
 */
export function riskReasons(scores: RiskScores, options: RiskReasonsOptions): CustomerRisk[] {
  checkRiskScores(METRIC, scores);
  checkOptions(METRIC, options, ['customers', 'reasons', 'format']);
  const read = readReasonOptions(METRIC, options);
  const wanted = customerPlaces(METRIC, ['customers'], options.customers);
  const places = new Int32Array(wanted.size).fill(-1);
  scores.customers.forEach((customer, place) => {
    const own = wanted.get(customer);
    if (own !== undefined) places[own] = place;
  });
  return options.customers.map((customer, own) => {
    if (places[own] === -1)
      refuse('unknown-field', METRIC, ['customers', own], 'one of the customers who are scored', customer);
    return explainCustomer(scores, places[own]!, read);
  });
}
