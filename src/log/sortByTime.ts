/** Columns of which `at` gives the order and the others move along. */
export interface TimedColumns {
  readonly at: Float64Array;
  readonly amount: Float64Array | undefined;
  readonly rows: Int32Array | undefined;
}

/** Up to this many rows, inserting one by one is faster than merging runs. */
const RUN = 24;

/** Puts the rows of each customer into order of time; rows of equal instants keep their order. */
export function sortByTime(columns: TimedColumns, offsets: Int32Array): void {
  let largest = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++)
    largest = Math.max(largest, offsets[customer + 1]! - offsets[customer]!);
  const scratch: TimedColumns = {
    at: new Float64Array(largest),
    amount: columns.amount && new Float64Array(largest),
    rows: columns.rows && new Int32Array(largest),
  };
  for (let customer = 0; customer + 1 < offsets.length; customer++)
    mergeSort(columns, scratch, offsets[customer]!, offsets[customer + 1]!);
}

function mergeSort(columns: TimedColumns, scratch: TimedColumns, start: number, end: number): void {
  for (let run = start; run < end; run += RUN) insertionSort(columns, run, Math.min(run + RUN, end));
  for (let width = RUN; width < end - start; width *= 2)
    for (let left = start; left + width < end; left += 2 * width)
      mergeRuns(columns, scratch, left, left + width, Math.min(left + 2 * width, end));
}

function insertionSort({ at, amount, rows }: TimedColumns, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const time = at[i]!;
    if (at[i - 1]! <= time) continue;
    const paid = amount === undefined ? 0 : amount[i]!;
    const row = rows === undefined ? 0 : rows[i]!;
    let j = i;
    for (; j > start && at[j - 1]! > time; j--) {
      at[j] = at[j - 1]!;
      if (amount !== undefined) amount[j] = amount[j - 1]!;
      if (rows !== undefined) rows[j] = rows[j - 1]!;
    }
    at[j] = time;
    if (amount !== undefined) amount[j] = paid;
    if (rows !== undefined) rows[j] = row;
  }
}

/** Merges two sorted runs that lie side by side; the left one waits in scratch. */
function mergeRuns(columns: TimedColumns, scratch: TimedColumns, start: number, middle: number, end: number): void {
  if (columns.at[middle - 1]! <= columns.at[middle]!) return;
  const length = middle - start;
  scratch.at.set(columns.at.subarray(start, middle));
  if (columns.amount !== undefined) scratch.amount!.set(columns.amount.subarray(start, middle));
  if (columns.rows !== undefined) scratch.rows!.set(columns.rows.subarray(start, middle));
  let left = 0;
  let right = middle;
  for (let place = start; left < length; place++) {
    if (right < end && columns.at[right]! < scratch.at[left]!) copyRow(columns, right++, columns, place);
    else copyRow(scratch, left++, columns, place);
  }
}

function copyRow(source: TimedColumns, from: number, target: TimedColumns, to: number): void {
  target.at[to] = source.at[from]!;
  if (target.amount !== undefined) target.amount[to] = source.amount![from]!;
  if (target.rows !== undefined) target.rows[to] = source.rows![from]!;
}
