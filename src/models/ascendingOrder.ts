/** A digit has 11 bits, the last of a word 10: three make a word of 32, in counts that stay in the nearest cache. */
const SHIFTS = [0, 11, 22];
const DIGITS = 1 << 11;

/** The words of a double, the low one first: which of the two comes first in memory depends on the machine. */
function wordsOfDouble(): readonly [low: number, high: number] {
  return new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? [0, 1] : [1, 0];
}

/**
 * The places of rows, ascending by the first column, then by the second and so on; equal rows keep their order.
 *
 * A radix sort of the bits: doubles of at least 0 (and no -0) ascend as their bits do.
 *
 * @param columns - of one length, of at least one
 */
export function ascendingOrder(columns: readonly Float64Array[]): Int32Array {
  let order = Int32Array.from({ length: columns[0]!.length }, (_, row) => row);
  let spare = new Int32Array(order.length);
  for (let place = columns.length - 1; place >= 0; place--) {
    const column = columns[place]!;
    const words = new Uint32Array(column.buffer, column.byteOffset, 2 * column.length);
    for (const word of wordsOfDouble()) {
      for (const shift of SHIFTS) {
        if (!layByDigit(order, spare, words, word, shift)) continue;
        [order, spare] = [spare, order];
      }
    }
  }
  return order;
}

/** Lays the rows by one digit into `spare`, unless the digit is the same in all. */
function layByDigit(order: Int32Array, spare: Int32Array, words: Uint32Array, word: number, shift: number): boolean {
  const starts = new Int32Array(DIGITS);
  for (let row = 0; row < order.length; row++) starts[(words[2 * row + word]! >>> shift) & (DIGITS - 1)]!++;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit]!;
    if (count === order.length) return false;
    starts[digit] = start;
    start += count;
  }
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    spare[starts[(words[2 * row + word]! >>> shift) & (DIGITS - 1)]!++] = row;
  }
  return true;
}
