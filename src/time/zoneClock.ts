import { MAX_INSTANT } from '../core/checks.ts';
import { type OffsetReader, offsetReader } from './offsetReader.ts';
import { type OffsetStretch, offsetStretches } from './offsetStretches.ts';
import { zoneFormat } from './zoneFormat.ts';

/** The clock on the wall of a zone. Civil times are the milliseconds at which a clock of UTC would show them. */
export interface ZoneClock {
  /** What the clock shows at an instant; may lie beyond the reach of `Date`. */
  readonly toCivil: (instant: number) => number;
  /** The first instant at which the clock shows a civil time or a later one; NaN beyond the reach of `Date`. */
  readonly toInstant: (civil: number) => number;
  /** The stretches of one offset each that [from, to) is made of, in order; neighbours differ in theirs. */
  readonly stretches: (from: number, to: number) => OffsetStretch[];
}

const HOUR = 3_600_000;

/** No zone was ever further from UTC: the widest are Manila, -15:56:08, and Metlakatla, +15:13:42. */
const WIDEST_OFFSET = 16 * HOUR;

/**
 * How far apart a zone is probed. Two changes that cancel would hide from wider probes: the closest such pair of the
 * tz database, 1900 to 2087, is 95 h 40 min apart (Freetown, September 1939), the next 167 h (Recife, October 2000).
 */
export const PROBE_STEP: number = 60 * HOUR;

const UTC_CLOCK: ZoneClock = {
  toCivil: (instant) => instant,
  toInstant: (civil) => civil,
  stretches: (from, to) => [{ from, to, offset: 0 }],
};

/** The clock of a zone; refuses what is not a zone. It keeps what it learns, so one serves a whole call. */
export function zoneClock(metric: string, timeZone: string): ZoneClock {
  if (timeZone === 'UTC') return UTC_CLOCK;
  const offsetAt = offsetReader(zoneFormat(metric, timeZone));
  return {
    toCivil: (instant) => instant + offsetAt(instant),
    toInstant: (civil) => (Number.isNaN(civil) ? Number.NaN : firstShowing(civil, offsetAt)),
    stretches: (from, to) => stretchesBetween(from, to, offsetAt),
  };
}

function firstShowing(civil: number, offsetAt: OffsetReader): number {
  for (let step = Math.floor((civil - WIDEST_OFFSET) / PROBE_STEP); ; step++) {
    for (const { from, to, offset } of probe(step, offsetAt)) {
      const instant = Math.max(from, civil - offset);
      if (instant < to) return Math.abs(instant) <= MAX_INSTANT ? instant : Number.NaN;
    }
  }
}

function probe(step: number, offsetAt: OffsetReader): OffsetStretch[] {
  return offsetStretches(offsetAt, step * PROBE_STEP, (step + 1) * PROBE_STEP);
}

function stretchesBetween(from: number, to: number, offsetAt: OffsetReader): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  for (let step = Math.floor(from / PROBE_STEP); step * PROBE_STEP < to; step++)
    for (const piece of probe(step, offsetAt)) {
      if (piece.to <= from || piece.from >= to) continue;
      const last = stretches[stretches.length - 1];
      const goesOn = last?.offset === piece.offset;
      if (goesOn) stretches.pop();
      stretches.push({
        from: goesOn ? last.from : Math.max(from, piece.from),
        to: Math.min(to, piece.to),
        offset: piece.offset,
      });
    }
  return stretches;
}
