import { civilLine } from './civilLine.ts';
import { hourLine } from './hourLine.ts';
import type { Calendar } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/**
 * The periods of a calendar in a row. Each goes by one number: the civil time that it starts at, or for hours, where the
 * clock may show that twice, the first instant. NaN is what the reach of `Date` cuts.
 */
export interface PeriodLine {
  /** The period that holds an instant. */
  readonly startAt: (at: number) => number;
  /** The period that comes `count` after another. */
  readonly add: (start: number, count: number) => number;
  /** How many periods one is after another; where they are too many for an index, at least so many. */
  readonly between: (earlier: number, later: number) => number;
  /** `length` periods in a row from one on. */
  readonly following: (start: number, length: number) => ArrayLike<number>;
  /** The first instant of a period. */
  readonly toInstant: (start: number) => number;
  /** The name of a period. */
  readonly label: (start: number) => string;
}

/** The periods of a calendar that has been read; refuses what is not a zone. */
export function periodLine(metric: string, calendar: Calendar): PeriodLine {
  const clock = zoneClock(metric, calendar.timeZone);
  return calendar.period === 'hour' ? hourLine(clock) : civilLine(metric, calendar, clock);
}
