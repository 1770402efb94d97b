import { checkEventLog } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { type CountWithin, type CountWithinOptions, countWithin } from './countWithin.ts';
import type { RiskMap } from './riskMap.ts';

const METRIC = 'failedPaymentCount';
const MAP: RiskMap = { kind: 'linear', safe: 0, risky: 3 };

/**
 * How often a payment of a customer failed lately: customers who are lost so may never have wanted to leave.
 *
 * failed payments in [asOf - withinDays, asOf)
 *
 * Every event counts, also an attempt to take the same bill again. Most customers are in no log of failed payments: give
 * `customers` to have them counted as 0.
 *
 * Unless told, it looks at 60 days, two monthly bills; the risk is 0 of no failure and 1 from three on (conventions).
 *
 * @param log - a log of failed payments; every event counts, so filter first where there are others
 * @param options - the instant of looking, length of the window, whom to look at, map, name
 * @returns columns of the customers given, in their order, or else of those with an event before `asOf`
 * @undefinedWhen no payment of a customer ever failed (the days since are NaN; the value never is)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-a-text`, `not-a-quantity`; for the customers
 * `not-rows`, `not-an-id`, `duplicate-id`; for the map `not-a-record`, `not-an-option`, `not-a-number`, `not-rows`
 * @complexity one pass; customers given in another order than ascending numbers are looked up one by one
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada'], at: [10 * day, 70 * day, 73 * day] });
 * const { value, daysSinceLast } = failedPaymentCount(log, { asOf: 75 * day, customers: ['bob', 'ada'] });
 * value // [0, 2]
 * daysSinceLast // [NaN, 2]
 */
export function failedPaymentCount(log: EventLog, options: CountWithinOptions): CountWithin {
  checkEventLog(METRIC, log);
  return countWithin({ kind: METRIC, withinDays: 60, map: MAP, told: Infinity }, log, options);
}
