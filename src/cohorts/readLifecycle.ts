import { checkInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { firstBefore } from '../log/firstBefore.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { type ActivityPeriod, activityPeriods } from './activityPeriods.ts';
import { type LifecycleTally, tallyLifecycle } from './tallyLifecycle.ts';

/** The length of the periods, and which of them. */
export interface LifecycleOptions extends PeriodOptions {
  /** An instant in the first period, at most `asOf`; the first event, unless told. History before it still counts. */
  readonly from?: Instant;
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
}

/** What a series of lifecycles rests on. */
export interface LifecycleDefinition extends Calendar {
  /** Customers are the active ones: those with an event in the period. */
  readonly basis: 'activeCustomers';
  /** A customer is new in the period of the first event of all. */
  readonly entry: 'firstEvent';
  /** Up to when events were looked at, in epoch milliseconds. */
  readonly asOf: number;
}

/** The lifecycles of a log, over all history, and the periods that were asked for. */
export interface LifecycleReading {
  readonly tally: LifecycleTally;
  readonly frames: readonly ActivityPeriod[];
  /** The place of the first period that was asked for; `frames.length` where none was. */
  readonly start: number;
  readonly definition: LifecycleDefinition;
}

/**
 * Reads options and log for a function, whose name errors carry. All history is tallied whatever the first period asked
 * for, since it tells who is new, who was active just before, and who had been away.
 */
export function readLifecycle(
  metric: string,
  log: EventLog,
  options: LifecycleOptions,
  otherKeys: readonly string[] = [],
): LifecycleReading {
  checkEventLog(metric, log);
  const calendar = checkCalendar(metric, options, ['from', 'asOf', ...otherKeys]);
  const asOf = checkInstant(metric, 'asOf', options.asOf);
  const first = firstBefore(metric, log, asOf);
  const from = options.from === undefined ? first : checkInstant(metric, 'from', options.from);
  if (from > asOf) {
    const rule = `at or before "asOf" (${new Date(asOf).toISOString()})`;
    refuse('after-as-of', metric, ['from'], rule, new Date(from));
  }
  const { index, frames } = activityPeriods(metric, { ...calendar, from: Math.min(first, from), to: asOf });
  const place = from < asOf ? frames.findIndex(({ to }) => to > from) : -1;
  return {
    tally: tallyLifecycle(log, index, asOf),
    frames,
    start: place === -1 ? frames.length : place,
    definition: { ...calendar, basis: 'activeCustomers', entry: 'firstEvent', asOf },
  };
}
