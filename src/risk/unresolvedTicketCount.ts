import { checkOptions } from '../core/checks.ts';
import { checkTenureLog, checkTold } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { TenureLog } from '../log/types.ts';
import { populationOf } from './countWithin.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import { rowsBefore } from './rowsBefore.ts';
import type { CountIndicatorOptions, RiskIndicator } from './types.ts';

/** How many tickets wait. */
export interface UnresolvedTicketCount extends RiskIndicator {
  /** Days of 24 hours for which the oldest of them has been open; NaN where none is. */
  readonly longestOpenDays: Float64Array;
}

const METRIC = 'unresolvedTicketCount';
const MAP: RiskMap = { kind: 'linear', safe: 0, risky: 2 };

/**
 * How many tickets of a customer are not resolved.
 *
 * tickets opened before asOf and not resolved before asOf
 *
 * What became of a ticket at `asOf` or later does not count: it was not known. Many customers never ask, and so are in
 * no log of tickets: give `customers` to have them counted as 0.
 *
 * Unless told, the risk is 0 of none and 1 from two on (a convention).
 *
 * @param tickets - tickets, from their opening to their resolution
 * @param options - the instant of looking, at most the log's own; whom to look at, map, name
 * @returns columns of the customers given, in their order, or else of those with a ticket opened before `asOf`
 * @undefinedWhen no ticket of a customer is open (the days are NaN; the value never is)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `after-as-of`, `not-a-text`; for the customers
 * `not-rows`, `not-an-id`, `duplicate-id`; for the map `not-a-record`, `not-an-option`, `not-a-number`, `not-rows`
 * @complexity one pass; customers given in another order than ascending numbers are looked up one by one
 * @example
 * const day = 86_400_000;
 * const tickets = tenureLogFromColumns(
 *   { customer: ['ada', 'ada', 'bob'], from: [0, 95 * day, 60 * day], to: [2 * day, null, null] },
 *   { asOf: 100 * day },
 * );
 * const { value, longestOpenDays } = unresolvedTicketCount(tickets, { asOf: 100 * day });
 * value // [1, 1]
 * longestOpenDays // [5, 40]
 */
export function unresolvedTicketCount(tickets: TenureLog, options: CountIndicatorOptions): UnresolvedTicketCount {
  checkTenureLog(METRIC, tickets, ['tickets']);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'customers']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  checkTold(METRIC, 'asOf', read.asOf, tickets.asOf);
  const { from, to, offsets } = tickets;
  const rows = { customers: tickets.customers, offsets, at: from };
  const { customers, start, end } = rowsBefore(METRIC, rows, read.asOf, options.customers);
  const value = new Float64Array(customers.length);
  const longestOpenDays = new Float64Array(customers.length).fill(Number.NaN);
  for (let customer = 0; customer < customers.length; customer++)
    // From the last to the first, so that the oldest one that is open stays.
    for (let row = end[customer]! - 1; row >= start[customer]!; row--) {
      if (to[row]! < read.asOf) continue;
      value[customer]!++;
      longestOpenDays[customer] = (read.asOf - from[row]!) / DAY;
    }
  const observedAt = observedAtEnd(value, read.asOf);
  const settings = { population: populationOf(options) };
  return { ...indicatorOf(METRIC, { customers, value, observedAt }, read, settings), longestOpenDays };
}
