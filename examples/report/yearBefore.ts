import { civilToInstant, instantToCivil } from 'tenure/time';

/** The same day and time a year before, by the calendar of a zone; a year before 29 February is 28 February. */
export function yearBefore(at: number, timeZone: string): number {
  const { day, ...civil } = instantToCivil(at, { timeZone });
  const isLeapDay = civil.month === 2 && day === 29;
  return civilToInstant({ ...civil, year: civil.year - 1, day: isLeapDay ? 28 : day }, { timeZone });
}
