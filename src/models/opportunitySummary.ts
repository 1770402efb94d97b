import { checkInstant } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import type { Calendar, PeriodIndex, PeriodOptions } from '../time/types.ts';

/** The periods in each of which a customer buys or does not, and up to when they are looked at. */
export interface OpportunitySummaryOptions extends PeriodOptions {
  /** The first instant that is not observed: orders from it on are not looked at. */
  readonly asOf: Instant;
}

/** In how many periods customers bought, of those in which they could: columns beside `customers`. */
export interface OpportunitySummary {
  /** The customers with an order before `asOf`, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Instant of the first order, in epoch milliseconds. */
  readonly firstAt: Float64Array;
  /** Opportunities with an order. */
  readonly frequency: Int32Array;
  /** Which opportunity was the last with an order, from 1; 0 where none was. */
  readonly recency: Int32Array;
  /** How many opportunities there were. */
  readonly age: Int32Array;
  /** Orders in a period in which their customer had ordered before: they change nothing. */
  readonly joinedOrders: number;
  /** Orders of known customers in the period that is not over by `asOf`: they are left out. */
  readonly openOrders: number;
  /** Customers whose first order came at `asOf` or later: they are left out. */
  readonly laterCustomers: number;
  /** Orders at `asOf` or later, of whomever: they are left out. */
  readonly laterOrders: number;
  /** What the figures rest on. */
  readonly definition: Calendar & {
    /** The first instant that is not observed, in epoch milliseconds. */
    readonly asOf: number;
    /** The unit of recency and age: an opportunity, by the name of its period, such as `'year'` or `'2 weeks'`. */
    readonly timeUnit: string;
  };
}

const METRIC = 'opportunitySummary';

/**
 * In how many periods each customer bought, of those in which they could, and in which of them last: what the BG/BB model
 * is fitted to, where purchases come at most once a period, or only whether there was one is known, as with yearly gifts.
 *
 * The period of the first order is the acquisition. Every period after it that is over by `asOf` is an opportunity, and
 * has an order or has none: a second order in it adds nothing. A period under way is no opportunity, since who has not
 * ordered may yet; a day that the zone skipped is none either.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - the length of the periods, calendar, and up to when
 * @returns columns beside `customers`, and counts of what is not in them
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const day = (year: number, month: number): number => Date.UTC(year, month - 1, 15);
 * const gifts = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'ada', 'bob'],
 *   at: [day(2019, 5), day(2020, 2), day(2020, 9), day(2022, 1), day(2021, 3)],
 * });
 * const summary = opportunitySummary(gifts, { period: 'year', asOf: Date.UTC(2024, 0, 1) });
 * summary.frequency // [2, 0]
 * summary.recency // [3, 0]
 * summary.age // [4, 2]
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function opportunitySummary(log: EventLog, options: OpportunitySummaryOptions): OpportunitySummary {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['asOf']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const index = layPeriods(METRIC, { ...calendar, from: Math.min(log.earliest, asOf), to: asOf });
  const rows = customersBefore(log, asOf);
  const count = rows.customers.length;
  const columns = {
    firstAt: new Float64Array(count),
    frequency: new Int32Array(count),
    recency: new Int32Array(count),
    age: new Int32Array(count),
  };
  const counts = tallyOpportunities(log.at, index, rows, columns, endedPeriods(index, asOf));
  return {
    ...{ customers: rows.customers, ...columns, ...counts },
    laterCustomers: log.customers.length - count,
    definition: { ...calendar, asOf, timeUnit: unitOf(calendar) },
  };
}

function unitOf({ period, every }: Calendar): string {
  return every === undefined ? period : `${every} ${period}s`;
}

/** For each period how many that have a length are over by `asOf`, up to and with it. */
function endedPeriods({ boundaries, count }: PeriodIndex, asOf: number): Int32Array {
  const ended = new Int32Array(count);
  let total = 0;
  for (let place = 0; place < count; place++) {
    const to = boundaries[place + 1]!;
    if (boundaries[place]! < to && to <= asOf) total++;
    ended[place] = total;
  }
  return ended;
}

type OpportunityColumns = Pick<OpportunitySummary, 'firstAt' | 'frequency' | 'recency' | 'age'>;

function tallyOpportunities(
  at: Float64Array,
  index: PeriodIndex,
  { start, end }: CustomersBefore,
  columns: OpportunityColumns,
  ended: Int32Array,
): Pick<OpportunitySummary, 'joinedOrders' | 'openOrders' | 'laterOrders'> {
  const counts = { joinedOrders: 0, openOrders: 0, laterOrders: at.length };
  for (let customer = 0; customer < start.length; customer++) {
    const row = start[customer]!;
    const next = end[customer]!;
    const first = periodAt(index, at[row]!);
    const acquired = ended[first]!;
    let last = first;
    counts.laterOrders -= next - row;
    for (let other = row + 1; other < next; other++) {
      const place = periodAt(index, at[other]!);
      // The one period that is not over is the last, and adds nothing to those that are.
      const isOpen = place > first && ended[place] === ended[place - 1];
      if (isOpen) counts.openOrders++;
      else if (place === last) counts.joinedOrders++;
      else columns.frequency[customer]!++;
      if (!isOpen) last = place;
    }
    columns.firstAt[customer] = at[row]!;
    columns.recency[customer] = ended[last]! - acquired;
    columns.age[customer] = ended[ended.length - 1]! - acquired;
  }
  return counts;
}
