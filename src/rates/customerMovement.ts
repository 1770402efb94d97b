import { checkInstant, checkInterval, checkOptions } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkTenureLog, checkTold } from '../log/checkLog.ts';
import type { TenureLog } from '../log/types.ts';
import { type MovementCounts, tallyMovements } from './tallyMovements.ts';

/** The period that is looked at. */
export interface MovementOptions {
  /** Its first instant. */
  readonly from: Instant;
  /** The first instant after it; at most the log's `asOf`, since nothing is known of later. */
  readonly to: Instant;
}

/** Customers kept, lost and won in a period. A movement goes straight into a rate. */
export interface CustomerMovement extends MovementCounts {
  /** What the counts rest on. */
  readonly definition: {
    /** Counted from tenures: who was a customer at the start and at the end. */
    readonly basis: 'tenures';
    /** First instant of the period, in epoch milliseconds. */
    readonly from: number;
    /** First instant after it, in epoch milliseconds. */
    readonly to: number;
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
  };
}

/**
 * Who was a customer at the start of a period, who at its end, and who came and went: start - lost + new = end, always.
 *
 * Joins and losses belong to the half-open period [from, to) that holds them: who joins on its first instant is new in
 * it, and whose tenure ends on its first instant is lost in it. Who left and came back within is retained; who came
 * and left within is counted apart, in neither new nor lost, even where both fall on one instant, as data by the day
 * have them.
 *
 * @param log - tenures of customers
 * @param options - the period [from, to)
 * @returns the counts
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `reversed-interval`, `after-as-of`
 * @example
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob', 'cyd'], from: [0, 0, 50], to: [Infinity, 60, Infinity] },
 *   { asOf: 100 },
 * );
 * const movement = customerMovement(log, { from: 10, to: 100 });
 * [movement.customersAtStart, movement.lostCustomers, movement.newCustomers] // [2, 1, 1]
 * retentionRate(movement) // 0.5
 */
export function customerMovement(log: TenureLog, options: MovementOptions): CustomerMovement {
  checkTenureLog('customerMovement', log);
  checkOptions('customerMovement', options, ['from', 'to']);
  const from = checkInstant('customerMovement', 'from', options.from);
  const to = checkInstant('customerMovement', 'to', options.to);
  checkInterval('customerMovement', from, to);
  checkTold('customerMovement', 'to', to, log.asOf);
  const [counts] = tallyMovements(log, [from, to]);
  return { ...counts!, definition: { basis: 'tenures', from, to, asOf: log.asOf } };
}
