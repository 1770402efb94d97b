import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from '../statistics/checkValues.ts';
import type { ContractFitDefinition, ContractHistories, SurvivorCounts } from './contractTypes.ts';

/**
 * All that a likelihood needs of contract histories: at index t - 1 how many renewed the t-th time, and how many did not.
 *
 * A customer's likelihood is the product of the chances of each renewal that they came to. So cohorts of any length,
 * those first seen later, and customers still under way all go into two counts per renewal, and the order of the
 * cohorts is gone.
 */
export interface ContractTally {
  readonly renewed: Float64Array;
  readonly lost: Float64Array;
  /** Customers who came to a renewal. */
  readonly customers: number;
  /** How many of their histories differ. */
  readonly distinct: number;
  readonly definition: ContractFitDefinition;
}

/** The most renewals a cohort may be followed for, and a projection may go ahead. */
export const MOST_RENEWALS = 100_000;

/** Checks contract histories, and counts them. */
export function tallyContracts(metric: string, data: ContractHistories): ContractTally {
  checkRecord(metric, 'data', data);
  const { cohorts } = data;
  if (!Array.isArray(cohorts)) refuse('not-rows', metric, ['cohorts'], 'an array of cohorts', cohorts);
  const period = readPeriod(metric, data.definition);
  const read = Array.from(cohorts, (cohort, i) => readCohort(metric, i, cohort));
  const longestTenure = read.reduce((most, one) => Math.max(most, one.before + one.survivors.length - 1), 0);
  const lost = new Float64Array(longestTenure);
  const renewed = new Float64Array(longestTenure);
  for (const { before, survivors } of read) {
    for (let t = 1; t < survivors.length; t++) {
      renewed[before + t - 1]! += survivors[t]!;
      lost[before + t - 1]! += survivors[t - 1]! - survivors[t]!;
    }
  }
  const seen = read.filter(({ survivors }) => survivors.length > 1 && survivors[0]! > 0);
  if (seen.length === 0)
    refuse('below-limit', metric, ['cohorts'], 'a list with a customer who has come to a renewal', cohorts);
  const customers = seen.reduce((total, { survivors }) => total + survivors[0]!, 0);
  const definition = { period, cohorts: cohorts.length, longestTenure };
  return { renewed, lost, customers, distinct: countDistinct(seen), definition };
}

function readPeriod(metric: string, definition: ContractHistories['definition']): string {
  if (definition === undefined) return 'renewal';
  checkRecord(metric, 'definition', definition);
  const { period = 'renewal' } = definition;
  if (typeof period !== 'string' || period === '')
    refuse('not-a-text', metric, ['definition', 'period'], 'a text that is not empty', period);
  return period;
}

interface ReadCohort {
  readonly before: number;
  readonly survivors: Float64Array;
}

function readCohort(metric: string, index: number, cohort: SurvivorCounts | undefined): ReadCohort {
  const at = ['cohorts', index];
  if (typeof cohort !== 'object' || cohort === null) refuse('not-a-record', metric, at, 'an object', cohort);
  const { survivors, renewalsBefore: before = 0 } = cohort;
  if (!isList(survivors) || survivors.length === 0)
    refuse('not-rows', metric, [...at, 'survivors'], 'a list of counts that starts with those who joined', survivors);
  if (!Number.isSafeInteger(before) || before < 0)
    refuse('not-a-count', metric, [...at, 'renewalsBefore'], 'a whole number of at least 0', before);
  const renewals = before + survivors.length - 1;
  if (renewals > MOST_RENEWALS) refuse('above-limit', metric, at, `of at most ${MOST_RENEWALS} renewals`, renewals);
  return { before, survivors: readSurvivors(metric, [...at, 'survivors'], survivors) };
}

function readSurvivors(metric: string, at: (string | number)[], survivors: ArrayLike<unknown>): Float64Array {
  const counts = new Float64Array(survivors.length);
  for (let t = 0; t < counts.length; t++) {
    const count = survivors[t];
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0)
      refuse('not-a-count', metric, [...at, t], 'a whole number of at least 0', count);
    if (t > 0 && count > counts[t - 1]!)
      refuse('above-limit', metric, [...at, t], `at most those of the renewal before (${counts[t - 1]})`, count);
    counts[t] = count;
  }
  return counts;
}

/** How many histories differ: first seen then, last seen then, and lost or under way. */
function countDistinct(cohorts: readonly ReadCohort[]): number {
  const histories = new Set<string>();
  for (const { before, survivors } of cohorts) {
    for (let t = 1; t < survivors.length; t++)
      if (survivors[t]! < survivors[t - 1]!) histories.add(`${before} ${before + t} lost`);
    if (survivors.at(-1)! > 0) histories.add(`${before} ${before + survivors.length - 1} under way`);
  }
  return histories.size;
}
