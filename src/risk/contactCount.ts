import { checkTenureLog } from '../log/checkLog.ts';
import type { TenureLog } from '../log/types.ts';
import { type CountWithin, type CountWithinOptions, countWithin } from './countWithin.ts';
import type { RiskMap } from './riskMap.ts';

const METRIC = 'contactCount';
const MAP: RiskMap = { kind: 'linear', safe: 0, risky: 5 };

/**
 * How often customers turned to support lately: tickets opened, resolved since or not.
 *
 * tickets opened in [asOf - withinDays, asOf)
 *
 * Many customers never ask, and so are in no log of tickets: give `customers` to have them counted as 0.
 *
 * Unless told, it looks at 90 days; the risk is 0 of no ticket and 1 from five on (conventions). Where asking is usual,
 * as in the first weeks, higher anchors or a quantile map suit better.
 *
 * @param tickets - tickets, from their opening to their resolution
 * @param options - the instant of looking, at most the log's own; length of the window, whom to look at, map, name
 * @returns columns of the customers given, in their order, or else of those with a ticket opened before `asOf`
 * @undefinedWhen a customer never opened a ticket (the days since are NaN; the value never is)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `after-as-of`, `not-a-text`, `not-a-quantity`; for
 * the customers `not-rows`, `not-an-id`, `duplicate-id`; for the map `not-a-record`, `not-an-option`, `not-a-number`,
 * `not-rows`
 * @complexity one pass; customers given in another order than ascending numbers are looked up one by one
 * @example
 * const day = 86_400_000;
 * const tickets = tenureLogFromColumns(
 *   { customer: ['ada', 'ada', 'bob'], from: [0, 95 * day, 99 * day], to: [2 * day, null, null] },
 *   { asOf: 100 * day },
 * );
 * const { value, risk, daysSinceLast } = contactCount(tickets, { asOf: 100 * day });
 * value // [1, 1]
 * risk // [0.2, 0.2]
 * daysSinceLast // [5, 1]
 */
export function contactCount(tickets: TenureLog, options: CountWithinOptions): CountWithin {
  checkTenureLog(METRIC, tickets, ['tickets']);
  const { customers, offsets, from, asOf } = tickets;
  return countWithin({ kind: METRIC, withinDays: 90, map: MAP, told: asOf }, { customers, offsets, at: from }, options);
}
