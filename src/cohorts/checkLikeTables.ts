import { describe, refuse } from '../core/errors.ts';
import { isAlike } from './isAlike.ts';
import type { CohortDefinition } from './types.ts';

/** What a rate means: all but when a table was made, how sure its intervals are, and how far it goes. */
const FIELDS: readonly (keyof CohortDefinition)[] = [
  ...(['period', 'timeZone', 'weekStartsOn', 'every', 'anchor', 'fiscal', 'entry', 'attribute'] as const),
  ...(['start', 'return', 'match', 'minimumEvents'] as const),
  ...(['clock', 'columns', 'blockLength', 'floorTo', 'brackets', 'base'] as const),
];

/** Refuses two tables whose rates do not mean the same. */
export function checkLikeTables(metric: string, one: CohortDefinition, other: CohortDefinition): void {
  for (const field of FIELDS) {
    if (isAlike(one[field], other[field])) continue;
    const rule = `as in "one.definition" (${describe(one[field])})`;
    refuse('unlike-definitions', metric, ['other', 'definition', field], rule, other[field]);
  }
}
