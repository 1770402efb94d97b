import { checkInstant, checkOptions, checkPositive } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { CodedColumn, EventLog } from '../log/types.ts';
import { addOutcome, noOutcomes } from './outcomes.ts';

/** From which event to which, in what time. */
export interface ConversionOptions {
  /** Name of the event with which a customer sets out. */
  readonly start: string;
  /** Name of the event with which one arrives; another one than `start`. */
  readonly goal: string;
  /** Days of 24 hours from the start, in which the goal must come. */
  readonly within: number;
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
}

/** Who set out, who arrived in time, and whose time is not over. */
export interface ConversionCounts {
  /** Customers who set out and whose time was over by `asOf`. */
  readonly started: number;
  /** Those among `started` who arrived in time. */
  readonly converted: number;
  /** Customers who set out, whose time is not over, and who have not arrived; in none of the other counts. */
  readonly pending: number;
  /** Customers who arrived though their time is not over; in none of the other counts. */
  readonly convertedEarly: number;
  /** What the counts rest on. */
  readonly definition: {
    /** Name of the event with which customers set out. */
    readonly start: string;
    /** Name of the event with which they arrive. */
    readonly goal: string;
    /** Days of 24 hours that everyone had. */
    readonly within: number;
    /** Each customer counts once, by their first start of all. */
    readonly entry: 'firstEvent';
    /** Up to when events were looked at, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'conversionCounts';

/**
 * Customers who went from one event to another in a given time: from sign-up to first order, from trial to contract.
 *
 * A customer sets out with their first start event and arrives with a goal event at that instant or later, but less
 * than `within` days later. Only those whose time was over by `asOf` are counted as started: of the latest, the slow
 * ones have not had the time to arrive, and the quick ones alone would make the rate too high. Both are counted apart.
 *
 * @param log - named events
 * @param options - the two events, the time in between, and the instant of looking
 * @returns the counts; `conversionRate` takes them as they are. A name that no event has is one that nobody did
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-text`, `not-an-option` (start and goal are the same),
 * `not-a-quantity`, `not-an-instant`, `missing-field` (the log has no names)
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'bob', 'bob', 'cyd'],
 *   at: [0, 5 * day, 0, 40 * day, 70 * day],
 *   name: ['trial', 'paid', 'trial', 'paid', 'trial'],
 * });
 * const counts = conversionCounts(log, { start: 'trial', goal: 'paid', within: 30, asOf: 80 * day });
 * [counts.started, counts.converted, counts.pending] // [2, 1, 1]
 * conversionRate(counts) // 0.5
 */
export function conversionCounts(log: EventLog, options: ConversionOptions): ConversionCounts {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['start', 'goal', 'within', 'asOf']);
  const { start, goal, within } = options;
  checkName('start', start);
  checkName('goal', goal);
  if (start === goal) refuse('not-an-option', METRIC, ['goal'], 'another event than "start"', goal);
  checkPositive(METRIC, 'within', within);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  if (log.name === undefined) refuse('missing-field', METRIC, ['log', 'name'], 'in the log', undefined);
  const outcomes = noOutcomes();
  const waiting = { time: within * DAY, asOf };
  const startAt = finderOf(log, log.name, start);
  const goalAt = finderOf(log, log.name, goal);
  for (let customer = 0; customer < log.customers.length; customer++) {
    const setOut = startAt(customer, -Infinity);
    if (setOut < asOf) addOutcome(outcomes, setOut, goalAt(customer, setOut), waiting);
  }
  const { mature, met, pending, early } = outcomes;
  const definition = { start, goal, within, entry: 'firstEvent' as const, asOf };
  return { started: mature, converted: met, pending, convertedEarly: early, definition };
}

function checkName(name: string, value: string): void {
  if (typeof value !== 'string') refuse('not-a-text', METRIC, [name], 'the name of an event', value);
}

/** Finds the instant of a customer's first event of a name at `from` or later; Infinity where there is none. */
function finderOf(
  { offsets, at }: EventLog,
  { codes, values }: CodedColumn<string>,
  name: string,
): (customer: number, from: number) => number {
  const code = values.indexOf(name);
  return (customer, from) => {
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++)
      if (codes[row] === code && at[row]! >= from) return at[row]!;
    return Infinity;
  };
}
