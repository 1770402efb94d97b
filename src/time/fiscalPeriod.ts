import type { CivilArithmetic } from './civilPeriod.ts';
import type { FiscalCalendar, FiscalPeriod } from './types.ts';
import { weekdayNumber } from './weekdayNumber.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const WEEKS_A_QUARTER = 13;

const PER_YEAR = { fiscalMonth: 12, fiscalQuarter: 4, fiscalYear: 1 } as const;

/** A fiscal year and the place, from 0, of a period in it. The year goes by the calendar year of `yearEnd.month`. */
export interface FiscalPlace {
  readonly year: number;
  readonly place: number;
}

/** The fiscal year around a civil time, and which of its periods that is in. */
export function fiscalPlace(civil: number, period: FiscalPeriod, fiscal: FiscalCalendar): FiscalPlace {
  // A year ends three days after its last month at most, so that it is one of these. NaN is beyond the reach of `Date`.
  const calendarYear = new Date(civil).getUTCFullYear();
  let year = calendarYear + 1;
  while (year >= calendarYear && !(yearStart(year, fiscal) <= civil)) year--;
  const week = Math.floor((civil - yearStart(year, fiscal)) / WEEK);
  const starts = startWeeks(period, fiscal);
  let place = starts.length - 1;
  while (place > 0 && starts[place]! > week) place--;
  return { year, place };
}

/** The periods of a fiscal calendar, counted in a row over all years. */
export function fiscalPeriod(period: FiscalPeriod, fiscal: FiscalCalendar): CivilArithmetic {
  const perYear = PER_YEAR[period];
  const starts = startWeeks(period, fiscal);
  const numberOf = (civil: number): number => {
    const { year, place } = fiscalPlace(civil, period, fiscal);
    return year * perYear + place;
  };
  const startOf = (number: number): number => {
    const year = Math.floor(number / perYear);
    // A date of its own, which beyond the reach is NaN.
    return new Date(yearStart(year, fiscal) + starts[number - year * perYear]! * WEEK).getTime();
  };
  return {
    startOf: (civil) => startOf(numberOf(civil)),
    add: (start, count) => startOf(numberOf(start) + count),
    between: (earlier, later) => numberOf(later) - numberOf(earlier),
  };
}

/** How many weeks into the year each of its periods starts. */
function startWeeks(period: FiscalPeriod, { pattern }: FiscalCalendar): number[] {
  const [first, second] = pattern.split('-').map(Number) as [number, number];
  const within = { fiscalMonth: [0, first, first + second], fiscalQuarter: [0], fiscalYear: [0] }[period];
  const quarters = period === 'fiscalYear' ? [0] : [0, 1, 2, 3];
  return quarters.flatMap((quarter) => within.map((week) => quarter * WEEKS_A_QUARTER + week));
}

/** The civil start of a fiscal year: the day after the end of the year before. */
function yearStart(year: number, { endsOn, yearEnd: { month, rule } }: FiscalCalendar): number {
  // Day 0 of the next month is the last of this.
  const monthEnd = new Date(0).setUTCFullYear(year - 1, month, 0);
  const past = (new Date(monthEnd).getUTCDay() - weekdayNumber(endsOn) + 7) % 7;
  const end = monthEnd - past * DAY;
  return end + (rule === 'nearest' && past > 3 ? WEEK : 0) + DAY;
}
