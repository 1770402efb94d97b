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

const DAY = 86_400_000;

/** Whether all orders of a span are in the data. */
export const areOrdersKnown = (market: MarketSettings, { from }: Span): boolean => from >= market.dataFrom;

/** Whether it is known who was a customer at its start: who last ordered before the data begin is in none of them. */
export const areCustomersKnown = (market: MarketSettings, { from }: Span): boolean =>
  from >= market.dataFrom + market.lapseAfter * DAY;

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

/** The same day and time a month before, by the calendar of the market; the last day where that month is shorter. */
export function monthBefore({ asOf, timeZone }: MarketSettings): number {
  const { year, month, day, ...time } = instantToCivil(asOf, { timeZone });
  const [lastYear, lastMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  // The day before the first of this month is the last of the one before.
  const days = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return civilToInstant({ ...time, year: lastYear, month: lastMonth, day: Math.min(day, days) }, { timeZone });
}

/** The start of the day so many days before, by the calendar of the market. */
export function daysBefore({ asOf, timeZone }: MarketSettings, days: number): number {
  return addPeriods(asOf, -days, { period: 'day', timeZone });
}

/** The same day and time a year before, by the calendar of a zone; a year before 29 February is 28 February. */
export function yearBefore(at: number, timeZone: string): number {
  const { day, ...civil } = instantToCivil(at, { timeZone });
  const isLeapDay = civil.month === 2 && day === 29;
  return civilToInstant({ ...civil, year: civil.year - 1, day: isLeapDay ? 28 : day }, { timeZone });
}
