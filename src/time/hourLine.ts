import { MAX_INSTANT } from '../core/checks.ts';
import { hourLabel } from './hourLabel.ts';
import { MAX_PERIODS } from './maxPeriods.ts';
import type { PeriodLine } from './periodLine.ts';
import type { ZoneClock } from './zoneClock.ts';

const HOUR = 3_600_000;

/**
 * The hours of a zone's clock, which stand for themselves by their first instants. One begins whenever the clock shows a
 * full hour and whenever it is changed, so that an hour that it skips is not there, and one that it shows twice is two.
 */
export function hourLine(clock: ZoneClock): PeriodLine {
  return {
    startAt: (at) => reached(hourStartAt(at, clock), clock),
    add: (start, count) => reached(addHours(start, count, clock), clock),
    between: (earlier, later) => {
      // None is longer than an hour: where there are too many anyway they need not be laid out to say so.
      const least = Math.ceil((later - earlier) / HOUR);
      return least >= MAX_PERIODS ? least : hourStarts(earlier, later, clock).length;
    },
    following: (start, length) => hourStarts(start, start + length * HOUR, clock).slice(0, length),
    toInstant: (start) => start,
    label: (start) => hourLabel(clock.toCivil(start), clock.toCivil(start) - start),
  };
}

/** NaN beyond the reach of `Date`, for the instant as for what the clock shows then, which gives the hour its name. */
function reached(instant: number, clock: ZoneClock): number {
  return Math.max(Math.abs(instant), Math.abs(clock.toCivil(instant))) <= MAX_INSTANT ? instant : Number.NaN;
}

function hourStartAt(at: number, clock: ZoneClock): number {
  const [stretch] = clock.stretches(at - HOUR, at + 1).slice(-1);
  const { from, offset } = stretch!;
  const fullHour = Math.floor((at + offset) / HOUR) * HOUR - offset;
  return Math.max(from, fullHour);
}

/** The starts of hours in [from, to), where `from` is one. */
function hourStarts(from: number, to: number, clock: ZoneClock): number[] {
  const starts: number[] = [];
  for (const stretch of clock.stretches(from, to)) {
    let start = stretch.from;
    while (start < stretch.to) {
      starts.push(start);
      start = (Math.floor((start + stretch.offset) / HOUR) + 1) * HOUR - stretch.offset;
    }
  }
  return starts;
}

function addHours(start: number, count: number, clock: ZoneClock): number {
  if (count >= 0) return hourStarts(start, start + count * HOUR + 1, clock)[count]!;
  const starts = hourStarts(hourStartAt(start + count * HOUR, clock), start, clock);
  return starts[starts.length + count]!;
}
