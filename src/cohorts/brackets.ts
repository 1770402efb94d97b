import { checkLeast, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CohortColumnOptions } from './cohortColumns.ts';
import type { CohortMatch } from './cohortRules.ts';

/** Periods that share a column, counted from the one in which the members came. */
export interface Bracket {
  /** The first, at least 1. */
  readonly first: number;
  /** The last, itself included. */
  readonly last: number;
}

/** Brackets as their first and last periods; refuses what is empty, overlaps, or goes with no other option. */
export function readBrackets(
  metric: string,
  { brackets, lastPeriod }: CohortColumnOptions,
  match: CohortMatch,
): readonly Bracket[] | undefined {
  if (brackets === undefined) return undefined;
  if (!Array.isArray(brackets) || brackets.length === 0)
    refuse('not-an-option', metric, ['brackets'], 'a list of at least one bracket', brackets);
  if (match !== 'on') refuse('not-an-option', metric, ['brackets'], `left out with match '${match}'`, brackets);
  if (lastPeriod !== undefined)
    refuse('not-an-option', metric, ['lastPeriod'], 'left out beside "brackets"', lastPeriod);
  const read: Bracket[] = [];
  for (let place = 0; place < brackets.length; place++) {
    const before = read[place - 1]?.last ?? 0;
    read.push(readBracket(metric, place, brackets[place]!, before, typeof brackets[0] === 'number'));
  }
  return read;
}

function readBracket(
  metric: string,
  place: number,
  bracket: number | Bracket,
  before: number,
  areSizes: boolean,
): Bracket {
  const path = `brackets[${place}]`;
  if (areSizes) {
    checkLeast(metric, path, bracket as number, 1);
    return { first: before + 1, last: before + (bracket as number) };
  }
  return checkBounds(metric, path, bracket as Bracket, before);
}

function checkBounds(metric: string, path: string, bracket: Bracket, before: number): Bracket {
  checkRecord(metric, path, bracket);
  checkLeast(metric, `${path}.first`, bracket.first, 1);
  if (bracket.first <= before)
    refuse('below-limit', metric, [`${path}.first`], `after ${before}, the last of the bracket before`, bracket.first);
  checkLeast(metric, `${path}.last`, bracket.last, bracket.first);
  return { first: bracket.first, last: bracket.last };
}
