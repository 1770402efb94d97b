import type { CohortColumnDefinition } from './cohortColumns.ts';

/** Which periods, counted from a member's own first, make which column. */
export interface ColumnLayout {
  /** How many columns. */
  readonly count: number;
  /** The first period of each. */
  readonly first: Int32Array;
  /** The last of each. */
  readonly last: Int32Array;
  /** The column of each period: `count` after the last column, -1 between two. */
  readonly columnOf: Int32Array;
  /** How many columns have ended for a member for whom so many periods have. */
  readonly endedOf: Int32Array;
  /** How many columns have begun for a member for whom so many periods have. */
  readonly begunOf: Int32Array;
}

/** The columns of members who have been there for at most so many periods. */
export function layColumns({ brackets, lastPeriod = Infinity }: CohortColumnDefinition, periods: number): ColumnLayout {
  const firsts = brackets === undefined ? undefined : [0, ...brackets.map(({ first }) => first)];
  const lasts = brackets === undefined ? undefined : [0, ...brackets.map(({ last }) => last)];
  const singles = Math.min(periods, lastPeriod + 1);
  const count = firsts === undefined ? singles : firsts.filter((first) => first < periods).length;
  const first = Int32Array.from({ length: count }, (_, column) => firsts?.[column] ?? column);
  const last = Int32Array.from({ length: count }, (_, column) => lasts?.[column] ?? column);
  const columnOf = new Int32Array(periods);
  const endedOf = new Int32Array(periods + 1);
  const begunOf = new Int32Array(periods + 1);
  let column = 0;
  for (let period = 0; period < periods; period++) {
    if (column < count && period > last[column]!) column++;
    const isWithin = column < count && period >= first[column]!;
    columnOf[period] = isWithin || column === count ? column : -1;
    begunOf[period + 1] = isWithin ? column + 1 : column;
    endedOf[period + 1] = isWithin && period === last[column]! ? column + 1 : column;
  }
  return { count, first, last, columnOf, endedOf, begunOf };
}
