import { refuse } from '../core/errors.ts';
import { DAY } from '../log/day.ts';
import type { TenureLog } from '../log/types.ts';
import { openTimes } from './openTimes.ts';

/** Who was how long in a band of age. */
export interface BandTime {
  /** Customers who spent time in the band. */
  readonly customers: number;
  /** The time they spent in it as customers, in days of 24 hours. */
  readonly customerDays: number;
  /** Those of them who are customers at `asOf` and of that age. */
  readonly stillInBand: number;
}

const MOST_BANDS = 100_000;

/** The time that customers spent in each band of age, from 0 to the greatest age; `width` is in milliseconds. */
export function bandTimes(metric: string, log: TenureLog, width: number): BandTime[] {
  const bands: { customers: number; milliseconds: number; stillInBand: number }[] = [];
  for (let customer = 0; customer < log.customers.length; customer++) {
    const first = log.from[log.offsets[customer]!]!;
    const age = log.asOf - first;
    let lastBand = -1;
    for (const open of openTimes(log, customer)) {
      const from = open.from - first;
      const to = Math.min(open.to - first, age);
      if (to / width > MOST_BANDS)
        refuse('too-many-periods', metric, ['ageBand'], `wide enough for at most ${MOST_BANDS} bands`, width / DAY);
      for (let band = Math.floor(from / width); band * width < to; band++) {
        while (bands.length <= band) bands.push({ customers: 0, milliseconds: 0, stillInBand: 0 });
        const own = bands[band]!;
        own.milliseconds += Math.min(to, (band + 1) * width) - Math.max(from, band * width);
        if (band > lastBand) own.customers++;
        lastBand = band;
      }
      // Who comes to the end of a band at asOf itself is in it no more.
      if (open.to > log.asOf && age < (lastBand + 1) * width) bands[lastBand]!.stillInBand++;
    }
  }
  return bands.map(({ customers, milliseconds, stillInBand }) => ({
    customers,
    customerDays: milliseconds / DAY,
    stillInBand,
  }));
}
