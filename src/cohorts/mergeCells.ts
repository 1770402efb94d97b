import { ratio } from '../numeric/ratio.ts';
import { shareInterval } from './shareInterval.ts';
import type { Cohort, CohortCell, CohortDefinition } from './types.ts';

/** The cells of the members of both; where one is of nobody, those of the other, since its clock is theirs. */
export function mergeCells(one: Cohort, other: Cohort, definition: CohortDefinition, z: number): readonly CohortCell[] {
  if (other.size === 0) return one.cells;
  if (one.size === 0) return other.cells;
  const cells = new Map(one.cells.map((cell) => [cell.period, cell]));
  for (const cell of other.cells) {
    const match = cells.get(cell.period);
    cells.set(cell.period, match === undefined ? cell : mergeCell(match, cell, definition, z));
  }
  return [...cells.values()].sort((before, after) => before.period - after.period);
}

/** Whose period has ended stands before whose is under way, unless it has for nobody. */
function mergeCell(one: CohortCell, other: CohortCell, definition: CohortDefinition, z: number): CohortCell {
  if (one.members === 0 || other.members === 0) return one.members === 0 ? other : one;
  if (one.state !== other.state) return one.state === 'observed' ? one : other;
  const { period, lastPeriod, state } = one;
  const members = one.members + other.members;
  const retained = one.retained + other.retained;
  const base = one.base + other.base;
  const amount = one.amount + other.amount;
  return {
    ...{ period, lastPeriod, members, retained, base },
    rate: ratio(retained, base),
    interval: shareInterval({ members, retained, base }, definition, z),
    amount,
    amountPerMember: ratio(amount, members),
    amountPerRetained: ratio(amount, retained),
    state,
  };
}
