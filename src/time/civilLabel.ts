import { getISOWeek } from 'date-fns/getISOWeek';
import type { Calendar } from './types.ts';
import { utcContext } from './utcContext.ts';

const DAY = 86_400_000;

/** 400 years, after which the calendar and its weeks repeat. */
const CYCLE = 146_097 * DAY;

/** The name of the period that starts at a civil time. */
export function civilLabel(start: number, { period, weekStartsOn }: Calendar): string {
  const date = dateText(start);
  switch (period) {
    case 'day':
      return date;
    case 'week':
      return weekStartsOn === 'monday' ? isoWeekLabel(start) : `week of ${date}`;
    case 'month':
      return date.slice(0, -3);
    case 'quarter':
      return `${yearText(date)}-Q${Math.ceil(Number(date.slice(-5, -3)) / 3)}`;
    case 'year':
      return yearText(date);
  }
}

/** '2024-03-01', with six digits and a sign for years outside 0 to 9999. */
function dateText(civil: number): string {
  const text = new Date(civil).toISOString();
  return text.slice(0, text.indexOf('T'));
}

function yearText(date: string): string {
  return date.slice(0, -6);
}

/** A week belongs to the year of its Thursday. */
function isoWeekLabel(start: number): string {
  // Counted within one cycle, since week 1 of the first year of `Date` is beyond its reach.
  const week = getISOWeek(start - Math.floor(start / CYCLE) * CYCLE, { in: utcContext });
  return `${yearText(dateText(start + 3 * DAY))}-W${String(week).padStart(2, '0')}`;
}
