import { checkInstant, checkInterval } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkTenureLog, checkTold } from '../log/checkLog.ts';
import { firstInstant } from '../log/firstInstant.ts';
import type { TenureLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodLabels } from '../time/periodLabels.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { type MovementCounts, tallyMovements } from './tallyMovements.ts';

/** The length of the periods, and which of them. */
export interface MovementsOptions extends PeriodOptions {
  /** An instant in the first period; the start of the first tenure, unless told. */
  readonly from?: Instant;
  /** The first instant after those that are of interest; the log's `asOf`, which it may not pass, unless told. */
  readonly to?: Instant;
}

/** The movement of one period of a series. */
export interface MovementPeriod extends MovementCounts {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** `'partial'` where the log ends within the period: its end counts are then those on the log's last instant. */
  readonly state: 'observed' | 'partial';
}

/** Movements of consecutive periods. */
export interface CustomerMovements {
  /** One record a period, in order of time; each one's start is the end of the one before. */
  readonly periods: readonly MovementPeriod[];
  /** What the counts rest on. */
  readonly definition: Calendar & {
    /** Counted from tenures: who was a customer at the start and at the end. */
    readonly basis: 'tenures';
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'customerMovements';

/**
 * Customers kept, lost and won in each period of a calendar, as `customerMovement` counts them.
 *
 * Periods are whole ones: the first holds `from`, the last holds the last instant before `to`.
 *
 * @param log - tenures of customers
 * @param options - length of the periods, time zone, and which of them
 * @returns one record a period; none for a log without tenures
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `reversed-interval`, `after-as-of`, `too-many-periods`
 * @complexity customers times periods, plus tenures
 * @example
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob'], from: [Date.UTC(2024, 0, 10), Date.UTC(2024, 1, 1)], to: [Date.UTC(2024, 1, 5), Infinity] },
 *   { asOf: Date.UTC(2024, 2, 1) },
 * );
 * const { periods } = customerMovements(log, { period: 'month' });
 * periods.map((month) => [month.label, month.newCustomers, month.lostCustomers]) // [['2024-01', 1, 0], ['2024-02', 1, 1]]
 */
export function customerMovements(log: TenureLog, options: MovementsOptions): CustomerMovements {
  checkTenureLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['from', 'to']);
  const { asOf } = log;
  const definition = { ...calendar, basis: 'tenures' as const, asOf };
  const to = options.to === undefined ? asOf : checkInstant(METRIC, 'to', options.to);
  checkTold(METRIC, 'to', to, asOf);
  const from =
    options.from === undefined
      ? Math.min(firstInstant(log.offsets, log.from), to)
      : checkInstant(METRIC, 'from', options.from);
  checkInterval(METRIC, from, to);
  const index = layPeriods(METRIC, { ...calendar, from, to });
  const labels = periodLabels(index);
  const ends = index.boundaries.map((boundary) => Math.min(boundary, asOf));
  const periods = tallyMovements(log, ends).map((counts, place) => ({
    label: labels[place]!,
    from: index.boundaries[place]!,
    to: index.boundaries[place + 1]!,
    state: index.boundaries[place + 1]! <= asOf ? ('observed' as const) : ('partial' as const),
    ...counts,
  }));
  return { periods, definition };
}
