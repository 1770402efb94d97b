import { checkEventLog } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { type CountWithin, type CountWithinOptions, countWithin } from './countWithin.ts';
import type { RiskMap } from './riskMap.ts';

const METRIC = 'complaintCount';
const MAP: RiskMap = { kind: 'linear', safe: 0, risky: 3 };

/**
 * How often customers complained lately.
 *
 * complaints in [asOf - withinDays, asOf)
 *
 * Most customers never complain, and so are in no log of complaints: give `customers` to have them counted as 0. Nothing
 * is said of the others: few complaints may be a good sign, or one of having given up.
 *
 * Unless told, it looks at 90 days; the risk is 0 of no complaint and 1 from three on (conventions).
 *
 * @param log - a log of complaints; every event counts, so filter first where there are others
 * @param options - the instant of looking, length of the window, whom to look at, map, name
 * @returns columns of the customers given, in their order, or else of those with an event before `asOf`
 * @undefinedWhen a customer never complained (the days since are NaN; the value never is)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-a-text`, `not-a-quantity`; for the customers
 * `not-rows`, `not-an-id`, `duplicate-id`; for the map `not-a-record`, `not-an-option`, `not-a-number`, `not-rows`
 * @complexity one pass; customers given in another order than ascending numbers are looked up one by one
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [0, 20 * day, 80 * day] });
 * const { value, risk, daysSinceLast } = complaintCount(log, {
 *   asOf: 100 * day,
 *   withinDays: 30,
 *   customers: ['ada', 'bob', 'cyd'],
 * });
 * value // [1, 0, 0]
 * risk // [1 / 3, 0, 0]
 * daysSinceLast // [20, 80, NaN]
 */
export function complaintCount(log: EventLog, options: CountWithinOptions): CountWithin {
  checkEventLog(METRIC, log);
  return countWithin({ kind: METRIC, withinDays: 90, map: MAP, told: Infinity }, log, options);
}
