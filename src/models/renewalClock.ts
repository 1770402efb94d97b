import { MAX_INSTANT } from '../core/checks.ts';
import { DAY } from '../log/day.ts';
import { civilPeriod } from '../time/civilPeriod.ts';
import { zoneClock } from '../time/zoneClock.ts';

/** The periods that contracts run for. */
export type ContractPeriod = 'week' | 'month' | 'quarter' | 'year';

/** When the renewals of customers come. Customers are told apart by the civil time at which they joined. */
export interface RenewalClock {
  /** What the clock of the zone showed when a customer joined; NaN beyond the reach of `Date`. */
  readonly joinedAt: (instant: number) => number;
  /** The instant of a customer's renewal of that number, from 1; NaN beyond the reach of `Date`. */
  readonly renewalAt: (joined: number, renewal: number) => number;
  /** How many of a customer's renewals come at an instant or before it. */
  readonly renewalsBy: (joined: number, instant: number) => number;
}

/** Days of a period in the mean: 400 years have 146097. */
const MEAN_DAYS: Readonly<Record<ContractPeriod, number>> = {
  week: 7,
  month: 146_097 / 4800,
  quarter: 146_097 / 1600,
  year: 146_097 / 400,
};

/** The clock of contracts that are renewed every so many periods. */
export function renewalClock(metric: string, timeZone: string, period: ContractPeriod, every: number): RenewalClock {
  const { toCivil, toInstant } = zoneClock(metric, timeZone);
  const dayOf = renewalDays(period, every, timeZone);
  const renewalAt = (joined: number, renewal: number): number => {
    const joinedOn = Math.floor(joined / DAY) * DAY;
    return toInstant(dayOf(joinedOn, renewal) + (joined - joinedOn));
  };
  return {
    joinedAt: (instant) => {
      const civil = toCivil(instant);
      return Math.abs(civil) <= MAX_INSTANT ? civil : Number.NaN;
    },
    renewalAt,
    renewalsBy: (joined, instant) => {
      // Periods of the mean length are a first guess, and one off where months are long or clocks change.
      const passed = (toCivil(instant) - joined) / (MEAN_DAYS[period] * DAY * every);
      let renewals = Math.max(0, Math.floor(passed));
      while (renewals > 0 && !(renewalAt(joined, renewals) <= instant)) renewals--;
      while (renewalAt(joined, renewals + 1) <= instant) renewals++;
      return renewals;
    },
  };
}

/**
 * The civil day of a renewal, by the civil day of joining. Many customers join on few days, and the calendar takes longer
 * than all the rest: it is asked once for a day and a renewal.
 */
function renewalDays(
  period: ContractPeriod,
  every: number,
  timeZone: string,
): (joinedOn: number, renewal: number) => number {
  const { add } = civilPeriod(period, { period, timeZone, weekStartsOn: 'monday' });
  const known = new Map<number, Map<number, number>>();
  return (joinedOn, renewal) => {
    if (!known.has(joinedOn)) known.set(joinedOn, new Map());
    const days = known.get(joinedOn)!;
    if (!days.has(renewal)) days.set(renewal, add(joinedOn, renewal * every));
    return days.get(renewal)!;
  };
}
