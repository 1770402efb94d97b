// Cohort tables of random logs by random options, for laws of what is made of tables.
import fc from 'fast-check';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, type EventRow } from './cohortOracle.ts';

const DAY = 86_400_000;

export interface Asked {
  readonly rows: readonly EventRow[];
  readonly options: CohortTableOptions;
}

const anyChoice = fc.record({
  ...{ rows: anyEvents, calendar: anyPeriodOptions, asOf: anyAsOf },
  match: fc.constantFrom(...(['on', 'on', 'onOrAfter', 'onOrBefore', 'streak'] as const)),
  entry: fc.constantFrom(...(['firstEvent', 'firstInWindow', 'recurring'] as const)),
  cohorts: fc.constantFrom('period', 'plan'),
  columns: fc.constantFrom('same', 'same', 'weeks', 'elapsed'),
  brackets: fc.constantFrom(undefined, undefined, [1, 2], [{ first: 2, last: 3 }]),
  lastPeriod: fc.constantFrom(undefined, undefined, 1, 4),
  base: fc.constantFrom('cohort' as const, 'previousPeriod' as const),
  minimumEvents: fc.constantFrom(1, 1, 2),
  returns: fc.constantFrom('every', 'large'),
  level: fc.constantFrom(0.9, 0.95),
});
type Choice = typeof anyChoice extends fc.Arbitrary<infer Value> ? Value : never;

/** The options of a choice, without what does not go together. */
function optionsOf(choice: Choice): CohortTableOptions {
  const { calendar, asOf, cohorts, columns, brackets, lastPeriod, base, minimumEvents, level } = choice;
  const isElapsed = columns === 'elapsed';
  const period = isElapsed && ['quarter', 'year'].includes(calendar.period) ? 'month' : calendar.period;
  const isMany = choice.entry === 'recurring' && (isElapsed || cohorts === 'plan');
  const entry = isMany ? 'firstEvent' : choice.entry;
  return {
    ...{ ...calendar, period, asOf, entry, base, minimumEvents, level },
    ...(cohorts === 'plan' && { attribute: 'plan' }),
    ...(entry === 'firstInWindow' && { from: asOf - 40 * DAY }),
    ...(isElapsed && { clock: 'elapsed' as const }),
    ...(columns === 'weeks' && { columns: { period: 'week' as const } }),
    match: brackets === undefined ? choice.match : 'on',
    ...(brackets === undefined ? lastPeriod !== undefined && { lastPeriod } : { brackets }),
    ...(choice.returns === 'large' && {
      return: { where: ({ amount }: { readonly amount: number | undefined }) => amount! > 0 },
    }),
  };
}

/** Rows and options of any kind that a table can be made with. */
export const anyAsked: fc.Arbitrary<Asked> = anyChoice.map((choice) => ({
  rows: choice.rows,
  options: optionsOf(choice),
}));

/** The same with cohorts and columns of one calendar. */
export const anyPlainAsked: fc.Arbitrary<Asked> = anyChoice.map(({ rows, calendar, asOf }) => ({
  rows,
  options: { ...(calendar satisfies PeriodOptions), asOf },
}));

/** Whether a log of the rows reaches back before `asOf`, or has no rows at all. */
export function isTold(rows: readonly EventRow[], { asOf }: CohortTableOptions): boolean {
  return rows.length === 0 || rows.some(({ at }) => at < Number(asOf));
}
