import { checkInstant, checkInterval } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkReach } from './checkReach.ts';
import { MAX_PERIODS } from './maxPeriods.ts';
import { HOUR_CELL, periodCells } from './periodCells.ts';
import { type PeriodLine, periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { Calendar, PeriodIndex, PeriodIndexOptions } from './types.ts';

/** `periodIndex` for another function, whose name its errors then carry. */
export function layPeriods(metric: string, options: PeriodIndexOptions): PeriodIndex {
  const { calendar, line, origin, count, end } = checkIndexOptions(metric, options);
  const boundaries = new Float64Array(count + 1);
  const starts = line.following(origin, count);
  for (let place = 0; place < count; place++) boundaries[place] = line.toInstant(starts[place]!);
  boundaries[count] = end;
  const { period, timeZone, weekStartsOn, every, anchor, fiscal } = calendar;
  const { cells, cellWidth } = periodCells(boundaries, period === 'hour' ? HOUR_CELL : undefined);
  // Written out, since objects made by spreading differ in hidden class, which makes lookups five times as slow.
  if (fiscal !== undefined) return { period, timeZone, weekStartsOn, fiscal, count, boundaries, cells, cellWidth };
  if (every !== undefined && anchor !== undefined)
    return { period, timeZone, weekStartsOn, every, anchor, count, boundaries, cells, cellWidth };
  return { period, timeZone, weekStartsOn, count, boundaries, cells, cellWidth };
}

/** Where an index begins and ends, and how many periods it has. */
interface IndexLayout {
  readonly calendar: Calendar;
  readonly line: PeriodLine;
  readonly origin: number;
  readonly count: number;
  readonly end: number;
}

/** Refuses options of which no index can be made. Nothing is laid out where that could be much work. */
export function checkIndexOptions(metric: string, options: PeriodIndexOptions): IndexLayout {
  const calendar = readCalendar(metric, options, ['from', 'to']);
  const from = checkInstant(metric, 'from', options.from);
  const to = checkInstant(metric, 'to', options.to);
  checkInterval(metric, from, to);
  const line = periodLine(metric, calendar);
  const origin = checkReach(metric, 'from', line.startAt(from), options.from);
  const last = checkReach(metric, 'to', line.startAt(Math.max(from, to - 1)), options.to);
  const count = from === to ? 0 : line.between(origin, last) + 1;
  if (count > MAX_PERIODS) refuseSpan(metric, to);
  const start = checkReach(metric, 'from', line.toInstant(origin), options.from);
  const end = checkReach(metric, 'to', line.toInstant(line.add(last, from === to ? 0 : 1)), options.to);
  // Cells are found by subtraction, which is exact only this far.
  if (end - start > Number.MAX_SAFE_INTEGER) refuseSpan(metric, to);
  return { calendar, line, origin, count, end };
}

function refuseSpan(metric: string, to: number): never {
  const limit = `at most ${MAX_PERIODS} periods, and 285000 years, after "from"`;
  refuse('too-many-periods', metric, ['to'], limit, new Date(to));
}
