import { checkReach } from './checkReach.ts';
import { civilBlocks } from './civilBlocks.ts';
import { civilLabel } from './civilLabel.ts';
import { type CivilArithmetic, civilPeriod } from './civilPeriod.ts';
import { civilStartAt } from './civilStartAt.ts';
import { fiscalPeriod } from './fiscalPeriod.ts';
import type { PeriodLine } from './periodLine.ts';
import type { Calendar, CalendarPeriod, FiscalPeriod } from './types.ts';
import type { ZoneClock } from './zoneClock.ts';

/** Periods that start at a midnight: they go by its civil time, so that one that the clock skips has its place. */
export function civilLine(metric: string, calendar: Calendar, clock: ZoneClock): PeriodLine {
  const arithmetic = civilArithmetic(metric, calendar, clock);
  const { add, between } = arithmetic;
  const { toInstant } = clock;
  // No part of it made by spreading, which takes as long as all the rest of a call that asks for one period.
  return {
    add,
    between,
    toInstant,
    startAt: (at) => civilStartAt(at, arithmetic, clock),
    following: (start, length) => {
      const starts = new Float64Array(Math.max(0, length));
      for (let place = 0; place < length; place++) starts[place] = add(start, place);
      return starts;
    },
    label: (start) => civilLabel(start, calendar),
  };
}

function civilArithmetic(metric: string, calendar: Calendar, clock: ZoneClock): CivilArithmetic {
  const { period, every, anchor, fiscal } = calendar;
  if (fiscal !== undefined) return fiscalPeriod(period as FiscalPeriod, fiscal);
  const single = civilPeriod(period as CalendarPeriod, calendar);
  if (every === undefined) return single;
  return civilBlocks(single, every, checkReach(metric, 'anchor', civilStartAt(anchor!, single, clock), anchor));
}
