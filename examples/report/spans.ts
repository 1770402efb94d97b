import { addPeriods, civilToInstant, instantToCivil, periodLabel, periodStart } from 'tenure/time';
import type { MarketSettings } from './market.ts';

/** A stretch of time: from an instant up to, not including, another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time, and the one of the same length before it. */
export interface SpanPair {
  readonly now: Span;
  readonly before: Span;
}

/** The last period that is over, the one before, and what they are called. */
export interface PeriodPair extends SpanPair {
  readonly label: string;
  readonly labelBefore: string;
}

/** The last period of a market's calendar that is over: one still under way says too little. */
export function lastPeriod({ asOf, period, timeZone }: MarketSettings): PeriodPair {
  const calendar = { period, timeZone };
  const to = periodStart(asOf, calendar);
  const from = addPeriods(to, -1, calendar);
  const start = addPeriods(to, -2, calendar);
  return {
    now: { from, to },
    before: { from: start, to: from },
    label: periodLabel(from, calendar),
    labelBefore: periodLabel(start, calendar),
  };
}

/** The twelve months before the day of the report, and the twelve before those. */
export function lastYear({ asOf, timeZone }: MarketSettings): SpanPair {
  const from = yearBefore(asOf, timeZone);
  return { now: { from, to: asOf }, before: { from: yearBefore(from, timeZone), to: from } };
}

/** The same day and time a year before, by the calendar of a zone; a year before 29 February is 28 February. */
function yearBefore(at: number, timeZone: string): number {
  const { day, ...civil } = instantToCivil(at, { timeZone });
  const isLeapDay = civil.month === 2 && day === 29;
  return civilToInstant({ ...civil, year: civil.year - 1, day: isLeapDay ? 28 : day }, { timeZone });
}
