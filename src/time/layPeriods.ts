import { checkInstant, checkInterval } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkReach } from './checkReach.ts';
import { addCivil, civilBetween } from './civilPeriod.ts';
import { civilStartAt } from './civilStartAt.ts';
import { periodCells } from './periodCells.ts';
import { readCalendar } from './readCalendar.ts';
import type { Calendar, PeriodIndex, PeriodIndexOptions } from './types.ts';
import { type ZoneClock, zoneClock } from './zoneClock.ts';

/** How many periods an index holds at most: days of 2870 years. */
const MAX_PERIODS = 2 ** 20;

/** `periodIndex` for another function, whose name its errors then carry. */
export function layPeriods(metric: string, options: PeriodIndexOptions): PeriodIndex {
  const { calendar, clock, origin, count } = checkIndexOptions(metric, options);
  const boundaries = new Float64Array(count + 1);
  for (let place = 0; place <= count; place++) boundaries[place] = clock.toInstant(addCivil(origin, place, calendar));
  const { period, timeZone, weekStartsOn } = calendar;
  const { cells, cellWidth } = periodCells(boundaries);
  // Written out, since objects made by spreading differ in hidden class, which makes lookups five times as slow.
  return { period, timeZone, weekStartsOn, count, boundaries, cells, cellWidth };
}

/** Where an index begins, by the clock of its zone, and how many periods it has. */
interface IndexLayout {
  readonly calendar: Calendar;
  readonly clock: ZoneClock;
  readonly origin: number;
  readonly count: number;
}

/** Refuses options of which no index can be made. Nothing is laid out, so that it costs the same whatever the span. */
export function checkIndexOptions(metric: string, options: PeriodIndexOptions): IndexLayout {
  const calendar = readCalendar(metric, options, ['from', 'to']);
  const from = checkInstant(metric, 'from', options.from);
  const to = checkInstant(metric, 'to', options.to);
  checkInterval(metric, from, to);
  const clock = zoneClock(metric, calendar.timeZone);
  const origin = checkReach(metric, 'from', civilStartAt(from, calendar, clock), options.from);
  const last = checkReach(metric, 'to', civilStartAt(Math.max(from, to - 1), calendar, clock), options.to);
  const count = from === to ? 0 : civilBetween(origin, last, calendar) + 1;
  if (count > MAX_PERIODS) refuseSpan(metric, to);
  const start = checkReach(metric, 'from', clock.toInstant(origin), options.from);
  const end = checkReach(metric, 'to', clock.toInstant(addCivil(origin, count, calendar)), options.to);
  // Cells are found by subtraction, which is exact only this far.
  if (end - start > Number.MAX_SAFE_INTEGER) refuseSpan(metric, to);
  return { calendar, clock, origin, count };
}

function refuseSpan(metric: string, to: number): never {
  const limit = `at most ${MAX_PERIODS} periods, and 285000 years, after "from"`;
  refuse('too-many-periods', metric, ['to'], limit, new Date(to));
}
