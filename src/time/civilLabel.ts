import { getISOWeek } from 'date-fns/getISOWeek';
import { dateText, yearOfText, yearText } from './dateText.ts';
import { fiscalPlace } from './fiscalPeriod.ts';
import type { Calendar, CalendarPeriod, FiscalCalendar, FiscalPeriod } from './types.ts';
import { utcContext } from './utcContext.ts';

const DAY = 86_400_000;

/** 400 years, after which the calendar and its weeks repeat. */
const CYCLE = 146_097 * DAY;

/** The name of the period that starts at a civil time. */
export function civilLabel(start: number, calendar: Calendar): string {
  const { period, every, fiscal } = calendar;
  if (fiscal !== undefined) return fiscalLabel(start, period as FiscalPeriod, fiscal);
  if (every !== undefined) return `${every} ${period}s from ${blockStart(start, calendar)}`;
  return singleLabel(start, calendar);
}

function singleLabel(start: number, { period, weekStartsOn }: Calendar): string {
  const date = dateText(start);
  switch (period as CalendarPeriod) {
    case 'day':
      return date;
    case 'week':
      return weekStartsOn === 'monday' ? isoWeekLabel(start) : `week of ${date}`;
    case 'month':
      return date.slice(0, -3);
    case 'quarter':
      return `${yearOfText(date)}-Q${Math.ceil(Number(date.slice(-5, -3)) / 3)}`;
    case 'year':
      return yearOfText(date);
  }
}

/** The name of the first of those that make one; of a week the date will do. */
function blockStart(start: number, calendar: Calendar): string {
  return calendar.period === 'week' ? dateText(start) : singleLabel(start, calendar);
}

/** 'FY2024-P03', 'FY2024-Q1' or 'FY2024'. */
function fiscalLabel(start: number, period: FiscalPeriod, fiscal: FiscalCalendar): string {
  const { year, place } = fiscalPlace(start, period, fiscal);
  const name = fiscal.namedBy === 'start' && fiscal.yearEnd.month < 12 ? year - 1 : year;
  const label = `FY${yearText(name)}`;
  if (period === 'fiscalYear') return label;
  return label + (period === 'fiscalQuarter' ? `-Q${place + 1}` : `-P${String(place + 1).padStart(2, '0')}`);
}

/** A week belongs to the year of its Thursday. */
function isoWeekLabel(start: number): string {
  // Counted within one cycle, since week 1 of the first year of `Date` is beyond its reach.
  const week = getISOWeek(start - Math.floor(start / CYCLE) * CYCLE, { in: utcContext });
  return `${yearOfText(dateText(start + 3 * DAY))}-W${String(week).padStart(2, '0')}`;
}
