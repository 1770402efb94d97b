import type { CohortTableOptions } from './readCohortOptions.ts';

/** The rules of a system by default, as far as they are options of `cohortTable`. */
export type CohortPreset = Pick<CohortTableOptions, 'entry' | 'match' | 'clock' | 'floorTo' | 'weekStartsOn'>;

/**
 * What other systems do where nobody tells them otherwise, as options to spread into those of `cohortTable`: for the same
 * counts as theirs, and to see what a figure of theirs means. What is not named is as `cohortTable` has it.
 *
 * Umami and OpenPanel look at a window of time only: `from` has to be told.
 *
 * @example
 * const at = [Date.UTC(2024, 0, 1, 23), Date.UTC(2024, 0, 2, 1), Date.UTC(2024, 0, 4)];
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada'], at });
 * const asked = { period: 'day', asOf: Date.UTC(2024, 0, 5) } as const;
 * const first = (preset: CohortPreset): number[] =>
 *   cohortTable(log, { ...preset, ...asked }).cohorts[0].cells.map((cell) => cell.retained);
 * first(cohortPresets.posthog) // [1, 1, 0, 1]
 * first(cohortPresets.mixpanel) // [1, 1, 1, 0]
 * first(cohortPresets.amplitude) // [1, 0, 1, 0]
 */
export const cohortPresets: {
  /** In every period with the start event, by the calendar, weeks from Sunday on. */
  readonly posthog: CohortPreset;
  /** In a block of time or any later one, counted from each customer's own start. */
  readonly mixpanel: CohortPreset;
  /** Blocks of time from each customer's own start, cut to the hour. */
  readonly amplitude: CohortPreset;
  /** The first event within the window, by the calendar. */
  readonly umami: CohortPreset;
  /** The first matching event within the window, by the calendar. */
  readonly openpanel: CohortPreset;
} = {
  posthog: { entry: 'recurring', match: 'on', clock: 'calendar', weekStartsOn: 'sunday' },
  mixpanel: { match: 'onOrAfter', clock: 'elapsed' },
  amplitude: { clock: 'elapsed', floorTo: 'hour' },
  umami: { entry: 'firstInWindow', clock: 'calendar' },
  openpanel: { entry: 'firstInWindow', clock: 'calendar' },
};
