import type { CivilArithmetic } from './civilPeriod.ts';
import type { ZoneClock } from './zoneClock.ts';

/** The civil start of the period that holds an instant; NaN beyond the reach of `Date`. */
export function civilStartAt(at: number, { startOf, add }: CivilArithmetic, clock: ZoneClock): number {
  const shown = startOf(clock.toCivil(at));
  // A clock put back over midnight shows the day before again, but the new period has begun.
  let place = 0;
  while (clock.toInstant(add(shown, place + 1)) <= at) place++;
  return add(shown, place);
}
