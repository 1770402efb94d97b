import { countsOf, isNested, isSmall, type RowMask, type SmallRule } from './hideInRow.ts';

/** A figure of a cohort among those of a column that a total adds up. */
interface Entry {
  readonly row: RowMask;
  /** How many customers it is about: the smallest is hidden first. */
  readonly members: number;
  /** The numbers that totals are of. */
  readonly counts: readonly number[];
  /** What hides it, and whether anything does. */
  readonly hide: () => void;
  readonly isHidden: () => boolean;
  /** Whether it can be told from its neighbours in the row though it is hidden. */
  readonly isKnown: () => boolean;
  /** By how much the retained differ from those of the cell before, and whether one of the two is hidden; 0 where none is asked. */
  readonly step: number;
  readonly hidesBefore: () => boolean;
}

/** Hides the smallest figures of each column until what is hidden cannot be told from a total. */
export function hideInColumns(rows: readonly RowMask[], rule: SmallRule): void {
  protect(rows.map(sizeEntry), rule);
  const columns = new Map<number, Entry[]>([[-1, rows.map(returnedEntry)]]);
  for (const row of rows)
    for (const [place, { period, state, members }] of row.cohort.cells.entries()) {
      if (state !== 'observed' || members === 0) continue;
      const column = columns.get(period) ?? [];
      column.push(cellEntry(row, place, rule));
      columns.set(period, column);
    }
  for (const entries of columns.values()) {
    protect(entries, rule);
    protect(
      entries.filter(({ row }) => !row.isHidden),
      rule,
    );
  }
}

/** One total: hides on until the hidden are not one alone and none of their sums is small, or nothing is left to hide. */
function protect(entries: readonly Entry[], rule: SmallRule): void {
  const sums: number[] = [];
  let hidden = 0;
  const add = ({ counts, isKnown }: Entry): void => {
    if (isKnown()) return;
    hidden++;
    for (const [place, count] of counts.entries()) sums[place] = (sums[place] ?? 0) + count;
  };
  let steps = 0;
  for (const entry of entries) {
    if (entry.isHidden()) add(entry);
    if (entry.isHidden() || entry.hidesBefore()) steps += entry.step;
  }
  const isSafe = (): boolean => hidden !== 1 && ![...sums, steps].some((sum) => isSmall(rule, sum));
  const shown = entries.filter((entry) => !entry.isHidden() && entry.members > 0).reverse();
  for (const entry of shown.sort((one, other) => one.members - other.members)) {
    if (isSafe()) return;
    if (!entry.hidesBefore()) steps += entry.step;
    entry.hide();
    add(entry);
  }
}

const never = (): boolean => false;

function sizeEntry(row: RowMask): Entry {
  const { size } = row.cohort;
  return {
    ...{ row, members: size, counts: [size], step: 0, isKnown: never, hidesBefore: never },
    isHidden: () => row.isHidden,
    hide: () => hideRow(row),
  };
}

function returnedEntry(row: RowMask): Entry {
  const { size, returnedInPeriod0 } = row.cohort;
  return {
    ...{ row, members: size, step: 0, isKnown: never, hidesBefore: never },
    counts: [size, returnedInPeriod0, size - returnedInPeriod0],
    isHidden: () => row.hidesReturned,
    hide: () => {
      row.hidesReturned = true;
    },
  };
}

function cellEntry(row: RowMask, place: number, rule: SmallRule): Entry {
  const { size, cells } = row.cohort;
  const cell = cells[place]!;
  const before = cells[place - 1];
  return {
    row,
    members: cell.members,
    counts: countsOf(cell, rule),
    isHidden: () => row.hides[place] === 1,
    // The size tells period 0 where all members are in it.
    hide: () => (cell.period === 0 && cell.members === size ? hideRow(row) : hideCell(row, place)),
    isKnown: () => isNested(rule) && !row.isHidden && isBetweenEqual(row, place, rule),
    step: isNested(rule) && before !== undefined ? Math.abs(before.retained - cell.retained) : 0,
    hidesBefore: () => row.hides[place - 1] === 1,
  };
}

/** Whether the nearest shown cells leave a single number for the one between: what never rises, or never falls, is no other. */
function isBetweenEqual({ cohort, hides }: RowMask, place: number, rule: SmallRule): boolean {
  let [first, last] = [place - 1, place + 1];
  while (hides[first] === 1) first--;
  while (hides[last] === 1) last++;
  const [before, after] = [cohort.cells[first], cohort.cells[last]];
  if (rule.definition.match !== 'onOrBefore') return before?.retained === (after?.retained ?? 0);
  const { members } = cohort.cells[place]!;
  const least = before !== undefined && before.period > 0 && before.members === members ? before.retained : 0;
  return least === (after?.members === members ? after.retained : members);
}

function hideCell({ hides }: RowMask, place: number): void {
  hides[place] = 1;
}

function hideRow(row: RowMask): void {
  row.isHidden = true;
  row.hidesReturned = true;
  row.hides.fill(1);
}
