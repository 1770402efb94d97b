/** A hash of the bits of each row. */
function rowHashes(rows: readonly Float64Array[]): Int32Array {
  const hashes = new Int32Array(rows[0]!.length);
  for (const column of rows) {
    const words = new Int32Array(column.buffer, column.byteOffset, 2 * column.length);
    for (let i = 0; i < hashes.length; i++) {
      // Without the sign -0 is 0. Words and halves are taken alike, whichever end of a double comes first.
      const mixed = Math.imul(hashes[i]! ^ (words[2 * i]! & 0x7fffffff), 0x85ebca6b);
      const both = Math.imul(mixed ^ (mixed >>> 15) ^ (words[2 * i + 1]! & 0x7fffffff), 0xc2b2ae35);
      hashes[i] = both ^ (both >>> 15);
    }
  }
  return hashes;
}

/** Rows of which no two are alike, in the order in which they were met. */
export interface Distinct {
  /** The row where each distinct one was met first. */
  readonly first: Int32Array;
  /** The weights of each distinct row, added up. */
  readonly total: Float64Array;
  /** How many are distinct. */
  readonly count: number;
  /** Which of them each row is, -1 where its weight left it out. */
  readonly codes: Int32Array;
}

const FIRST_SLOTS = 1024;

/**
 * Finds the rows that differ, by a table of their hashes.
 *
 * @param rows - columns of finite numbers of at least 0, all of one length
 * @param weight - whole numbers of at least 0, of which 0 leaves a row out; 1 unless given
 */
export function distinctRows(rows: readonly Float64Array[], weight?: ArrayLike<number>): Distinct {
  const hashes = rowHashes(rows);
  const first = new Int32Array(hashes.length);
  const total = new Float64Array(hashes.length);
  const codes = new Int32Array(hashes.length).fill(-1);
  let table = new Int32Array(FIRST_SLOTS);
  let count = 0;
  for (let row = 0; row < hashes.length; row++) {
    const times = weight === undefined ? 1 : weight[row]!;
    if (times === 0) continue;
    const slot = findSlot(table, rows, hashes, first, row);
    const place = table[slot]! - 1;
    if (place >= 0) {
      total[place]! += times;
      codes[row] = place;
      continue;
    }
    first[count] = row;
    total[count] = times;
    codes[row] = count;
    table[slot] = ++count;
    if (2 * count > table.length) table = layTable(4 * table.length, hashes, first, count);
  }
  return { first, total, count, codes };
}

/** The slot of a row in a table of open addressing: where its like lies, or else the free one where it belongs. */
function findSlot(
  table: Int32Array,
  rows: readonly Float64Array[],
  hashes: Int32Array,
  first: Int32Array,
  row: number,
): number {
  const mask = table.length - 1;
  const hash = hashes[row]!;
  let slot = hash & mask;
  while (table[slot] !== 0) {
    const other = first[table[slot]! - 1]!;
    if (hashes[other] === hash && isSame(rows, other, row)) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function isSame(rows: readonly Float64Array[], one: number, other: number): boolean {
  for (let column = 0; column < rows.length; column++) if (rows[column]![one] !== rows[column]![other]) return false;
  return true;
}

function layTable(length: number, hashes: Int32Array, first: Int32Array, count: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(length);
  for (let place = 0; place < count; place++) {
    let slot = hashes[first[place]!]! & (length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (length - 1);
    table[slot] = place + 1;
  }
  return table;
}
