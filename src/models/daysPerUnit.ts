import type { TimeUnit } from './purchaseTypes.ts';

/** Days in each unit: months and years are the means of the Gregorian calendar, whose 400 years have 146097 days. */
export const DAYS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.436875,
  year: 365.2425,
};

/** The units, as options take them. */
export const TIME_UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'year'];

/** Which purchases a mean spend may be of. */
export const SPEND_RULES: readonly string[] = ['repeat', 'all'];
