import { checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkTenureLog } from '../log/checkLog.ts';
import type { TenureLog } from '../log/types.ts';
import { checkReach } from '../time/checkReach.ts';
import type { TimeZoneOptions } from '../time/types.ts';
import { MOST_RENEWALS } from './contractTally.ts';
import { type ContractPeriod, type RenewalClock, renewalClock } from './renewalClock.ts';

/** How long a contract runs before it has to be renewed. */
export interface ContractSurvivorsOptions extends TimeZoneOptions {
  /** The calendar period. */
  readonly period: ContractPeriod;
  /** How many of them lie between two renewals, a whole number up to 10000; 1 unless told. */
  readonly every?: number;
}

/** Who was still there after how many renewals: contract histories as the contractual models take them. */
export interface ContractSurvivors {
  /**
   * Customers by the number of renewals that could be seen of them, ascending. `survivors` has one entry more: those who
   * joined, then those still there after 1, 2, … renewals.
   */
  readonly cohorts: readonly {
    /** Customers still there after 0, 1, 2, … renewals. */
    readonly survivors: readonly number[];
  }[];
  /** All customers of the log. */
  readonly customers: number;
  /** Those among them whose first renewal lies after the log's `asOf`: they are in no cohort. */
  readonly notYetRenewable: number;
  /** Those who missed a renewal and were customers again later: they are lost from the renewal on that they missed. */
  readonly returned: number;
  /** What the counts rest on. */
  readonly definition: {
    /** From one renewal to the next: `'month'`, `'2 weeks'`. */
    readonly period: string;
    /** Whose calendar. */
    readonly timeZone: string;
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'contractSurvivors';
const PERIODS = ['week', 'month', 'quarter', 'year'];
const MAX_EVERY = 10_000;

/**
 * How many customers of a log were still there after 0, 1, 2, … renewals: what `sBg.fit` and `betaDiscreteWeibull.fit`
 * take, counted by each customer's own renewals.
 *
 * A customer's k-th renewal comes k periods after the start of the first tenure, on the same day of the calendar and at
 * the same time of day; where the month has no such day, on its last. Each is counted from the start and not from the
 * one before: after 31 January come 29 February and 31 March.
 *
 * Renewed has who is a customer at that instant: some tenure has begun and not ended. Who ends exactly then, as a
 * contract that was not renewed does, is lost. So an end recorded later than it took effect counts as a renewal.
 *
 * A renewal is observed at the log's `asOf` or before. Later ones are not there, rather than missed: customers with as
 * many observed renewals make one cohort, which is as long as that. Who has none observed is in none, as they tell
 * nothing yet of who renews.
 *
 * The models know no return, so who missed a renewal stays lost. Where a customer who is late is none who left, use
 * `bridgeGaps` first. A gap between two renewals misses none. The log is taken to know each customer's first tenure: of
 * those whom it only knows from a later one, it cannot tell how often they had renewed.
 *
 * @param log - tenures of customers who have to renew; trials are no contracts and should not be among them
 * @param options - how long a contract runs, and whose calendar
 * @returns one cohort per number of observed renewals, and counts of what is not in them; plans that differ in their
 * period need a log each, and figures of each (`splitBy`)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `too-many-periods` (a customer with more than 100,000 renewals)
 * @complexity one pass over the tenures, plus the length of the cohorts
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = tenureLogFromColumns(
 *   {
 *     customer: ['ada', 'bob', 'cyd', 'dan'],
 *     from: [day(1, 31), day(2, 10), day(3, 5), day(4, 2)],
 *     to: [Infinity, day(3, 10), Infinity, Infinity],
 *   },
 *   { asOf: day(4, 15) },
 * );
 * const counts = contractSurvivors(log, { period: 'month' });
 * counts.cohorts // [{ survivors: [1, 1] }, { survivors: [2, 1, 1] }]
 * counts.notYetRenewable // 1
 */
export function contractSurvivors(log: TenureLog, options: ContractSurvivorsOptions): ContractSurvivors {
  checkTenureLog(METRIC, log);
  checkOptions(METRIC, options, ['period', 'every', 'timeZone']);
  const { period, every = 1, timeZone = 'UTC' } = options;
  checkOneOf(METRIC, 'period', period, PERIODS);
  if (!Number.isInteger(every) || every < 1 || every > MAX_EVERY)
    refuse('not-an-option', METRIC, ['every'], `a whole number from 1 to ${MAX_EVERY}`, every);
  const { timesRenewed, ...counts } = tallyRenewals(log, renewalClock(METRIC, timeZone, period, every));
  return {
    cohorts: [...timesRenewed.keys()]
      .sort((one, other) => one - other)
      .map((observed) => ({ survivors: survivorsOf(timesRenewed.get(observed)!) })),
    customers: log.customers.length,
    ...counts,
    definition: { period: every === 1 ? period : `${every} ${period}s`, timeZone, asOf: log.asOf },
  };
}

/** From how many customers renewed exactly 0, 1, 2, … times to how many did at least so often. */
function survivorsOf(renewedExactly: readonly number[]): number[] {
  const survivors = renewedExactly.slice();
  for (let renewal = survivors.length - 2; renewal >= 0; renewal--) survivors[renewal]! += survivors[renewal + 1]!;
  return survivors;
}

interface RenewalTally {
  /** By the number of observed renewals: how many customers renewed exactly 0, 1, 2, … of them. */
  readonly timesRenewed: ReadonlyMap<number, readonly number[]>;
  readonly notYetRenewable: number;
  readonly returned: number;
}

function tallyRenewals(log: TenureLog, clock: RenewalClock): RenewalTally {
  const timesRenewed = new Map<number, number[]>();
  let notYetRenewable = 0;
  let returned = 0;
  for (let customer = 0; customer < log.customers.length; customer++) {
    const start = log.from[log.offsets[customer]!]!;
    const joined = checkReach(METRIC, 'log', clock.joinedAt(start), new Date(start));
    const observed = clock.renewalsBy(joined, log.asOf);
    if (observed > MOST_RENEWALS)
      refuse('too-many-periods', METRIC, ['log'], `of at most ${MOST_RENEWALS} renewals a customer`, observed);
    if (observed === 0) {
      notYetRenewable++;
      continue;
    }
    const { renewed, hasReturned } = renewalsOf(log, customer, { joined, observed }, clock);
    if (hasReturned) returned++;
    if (!timesRenewed.has(observed)) timesRenewed.set(observed, new Array<number>(observed + 1).fill(0));
    timesRenewed.get(observed)![renewed]!++;
  }
  return { timesRenewed, notYetRenewable, returned };
}

/** How often a customer renewed without missing one, and whether they were a customer again after one missed. */
function renewalsOf(
  { offsets, from, to, asOf }: TenureLog,
  customer: number,
  { joined, observed }: { readonly joined: number; readonly observed: number },
  { renewalAt, renewalsBy }: RenewalClock,
): { readonly renewed: number; readonly hasReturned: boolean } {
  const end = offsets[customer + 1]!;
  let row = offsets[customer]!;
  let reach = to[row++]!;
  while (reach <= asOf) {
    const renewed = renewalsBy(joined, reach - 1);
    const missed = renewalAt(joined, renewed + 1);
    // Whatever began by then and reaches further carries the customer over it, and over all up to its own end.
    while (row < end && from[row]! <= missed) reach = Math.max(reach, to[row++]!);
    if (reach > missed) continue;
    while (row < end && from[row]! === to[row]!) row++;
    return { renewed, hasReturned: row < end && from[row]! <= asOf };
  }
  return { renewed: observed, hasReturned: false };
}
