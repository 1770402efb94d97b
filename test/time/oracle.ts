import type { CalendarPeriod } from '../../src/time/types.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const FIELDS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
};

/** The fields that Intl shows in a zone, by name, for years from 1 on. */
export function intlFields(timeZone: string): (at: number) => Record<string, number> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...FIELDS,
  } as Intl.DateTimeFormatOptions);
  return (at) => {
    const numbers = format.formatToParts(at).filter((part) => part.type in FIELDS);
    return Object.fromEntries(numbers.map((part) => [part.type, Number(part.value)]));
  };
}

/** What a zone's clock shows, by Intl, as the milliseconds at which a clock of UTC shows it; years from 100 on. */
export function intlReading(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...FIELDS,
  } as Intl.DateTimeFormatOptions);
  return (at) => {
    const second = Math.floor(at / 1000) * 1000;
    const [month, day, year, ...time] = format.format(second).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day!, ...(time as [number, number, number])) + (at - second);
  };
}

/**
 * The first instant at which a zone shows `civil` or later: the earliest whose reading is `civil`, tried with every
 * offset seen around it; and where none is, the end of the gap, by bisection between the samples, two hours apart.
 */
export function oracleInstant(reading: (at: number) => number, civil: number): number {
  const samples = Array.from({ length: 17 }, (_, step) => civil + (step - 8) * 2 * HOUR);
  const offsets = new Set(samples.map((at) => reading(at) - at));
  const exact = [...offsets].map((offset) => civil - offset).filter((at) => reading(at) === civil);
  if (exact.length > 0) return Math.min(...exact);
  let late = samples.find((at) => reading(at) >= civil)!;
  let early = late - 2 * HOUR;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (reading(middle) >= civil) late = middle;
    else early = middle;
  }
  return late;
}

/** The civil start of the period `further` periods after the one around a civil time, by fields; years from 100 on. */
export function oracleCivilStart(civil: number, period: CalendarPeriod, further: number, firstWeekday: number): number {
  const date = new Date(civil);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (period) {
    case 'day':
      return Date.UTC(year, month, day + further);
    case 'week':
      return Date.UTC(year, month, day - ((date.getUTCDay() - firstWeekday + 7) % 7) + 7 * further);
    case 'month':
      return Date.UTC(year, month + further, 1);
    case 'quarter':
      return Date.UTC(year, month - (month % 3) + 3 * further, 1);
    case 'year':
      return Date.UTC(year + further, 0, 1);
  }
}

/** The start of the period that holds an instant: the last one not after it. No clock of ours went back over two midnights. */
export function oracleStart(
  reading: (at: number) => number,
  at: number,
  period: CalendarPeriod,
  firstWeekday = 1,
): number {
  for (let further = 1; ; further--) {
    const start = oracleInstant(reading, oracleCivilStart(reading(at), period, further, firstWeekday));
    if (start <= at) return start;
  }
}
