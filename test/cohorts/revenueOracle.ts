// Money of cohorts from the rows themselves, by whole cents: who came when, and what they brought how much later.
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { anyPlainAsked, isTold } from './anyTables.ts';
import type { EventRow } from './cohortOracle.ts';

/** Rows and options of tables of which money is asked; not by the day, of which a year has too many. */
export const anyRevenue = anyPlainAsked.filter(
  ({ rows, options }) => isTold(rows, options) && rows.length > 0 && options.period !== 'day',
);

interface Brought {
  /** Starts of periods up to the one that holds the last instant before `asOf`, and the end of that. */
  readonly starts: readonly number[];
  readonly sizeOf: (came: number) => number;
  /** Cents of the cohort in its period, as many after it came. */
  readonly centsOf: (came: number, period: number) => bigint;
  /** Whether that period is over. */
  readonly isOver: (came: number, period: number) => boolean;
}

export function brought(rows: readonly EventRow[], options: CohortTableOptions): Brought {
  const { asOf: end, ...calendar } = options;
  const asOf = Number(end);
  const seen = rows.filter(({ at }) => at < asOf);
  const first = Math.min(...seen.map(({ at }) => at));
  const starts = [addPeriods(first, 0, calendar)];
  while (starts[starts.length - 1]! < asOf) starts.push(addPeriods(first, starts.length, calendar));
  const periodOf = (at: number): number => starts.filter((start) => start <= at).length - 1;
  const cameOf = new Map<string, number>();
  for (const { customer, at } of seen) cameOf.set(customer, Math.min(cameOf.get(customer) ?? Infinity, periodOf(at)));
  return {
    starts,
    sizeOf: (came) => [...cameOf.values()].filter((own) => own === came).length,
    centsOf: (came, period) =>
      seen
        .filter(({ customer, at }) => cameOf.get(customer) === came && periodOf(at) === came + period)
        .reduce((total, { amount }) => total + BigInt(amount), 0n),
    isOver: (came, period) => starts[came + period + 1]! <= asOf,
  };
}
