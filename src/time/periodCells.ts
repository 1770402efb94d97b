const QUARTER_DAY = 21_600_000;

/** As wide as cells of hours are, which most clocks change in whole ones of: then each holds one. */
export const HOUR_CELL = 3_600_000;

/** Cells are widened rather than made more of: a table that outgrows the cache is slower than a step in the loop. */
const MAX_CELLS = 2 ** 18;

/** The cells of a period index, for any ascending boundaries of which the first is below the last. */
export function periodCells(
  boundaries: Float64Array,
  narrowest: number = QUARTER_DAY,
): { readonly cells: Int32Array; readonly cellWidth: number } {
  const first = boundaries[0]!;
  const span = boundaries[boundaries.length - 1]! - first;
  const cellWidth = Math.max(narrowest, Math.ceil(span / MAX_CELLS));
  const cells = new Int32Array(Math.ceil(span / cellWidth));
  let place = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    while (boundaries[place + 1]! <= first + cell * cellWidth) place++;
    cells[cell] = place;
  }
  return { cells, cellWidth };
}
