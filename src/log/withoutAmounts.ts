import { checkEventLog } from './checkLog.ts';
import type { EventLog } from './types.ts';

/**
 * The same log without amounts and currencies, for questions that are not about money. A log of several currencies
 * can then be counted as a whole.
 *
 * @param log - any event log
 * @returns a log that shares its other columns with the one given
 * @throws InputError `not-a-log`
 * @example
 * const log = eventLogFromColumns({ customer: ['a', 'b'], at: [1, 2], amount: [5, 5], currency: ['EUR', 'USD'] });
 * withoutAmounts(log).amount // undefined
 */
export function withoutAmounts(log: EventLog): EventLog {
  checkEventLog('withoutAmounts', log);
  return { ...log, amount: undefined, currency: undefined };
}
