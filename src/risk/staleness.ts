import { DAY } from '../log/day.ts';

/** The instant before which what an indicator saw no longer counts; -Infinity where it always does. */
export function staleBefore(asOf: number, staleAfterDays: number | undefined): number {
  return staleAfterDays === undefined ? -Infinity : asOf - staleAfterDays * DAY;
}
