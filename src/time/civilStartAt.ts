import { addCivil, civilStart } from './civilPeriod.ts';
import type { Calendar } from './types.ts';
import type { ZoneClock } from './zoneClock.ts';

/** The civil start of the period that holds an instant; NaN beyond the reach of `Date`. */
export function civilStartAt(at: number, calendar: Calendar, clock: ZoneClock): number {
  const shown = civilStart(clock.toCivil(at), calendar);
  // A clock put back over midnight shows the day before again, but the new period has begun.
  let place = 0;
  while (clock.toInstant(addCivil(shown, place + 1, calendar)) <= at) place++;
  return addCivil(shown, place, calendar);
}
