/** Rows of ascending frequency, block by block: what depends on the frequency alone is worked out once a block. */
export interface FrequencyBlocks {
  /** The frequency of each block. */
  readonly frequency: Float64Array;
  /** Where each block's rows begin, and at last the number of rows. */
  readonly offsets: Int32Array;
  /** The customers of each block. */
  readonly weight: Float64Array;
}

/** Cuts rows that ascend by frequency into blocks of one frequency each. */
export function frequencyBlocks(frequency: Float64Array, weight: Float64Array): FrequencyBlocks {
  const starts: number[] = [];
  for (let row = 0; row < frequency.length; row++)
    if (row === 0 || frequency[row] !== frequency[row - 1]) starts.push(row);
  const offsets = Int32Array.from([...starts, frequency.length]);
  return {
    frequency: Float64Array.from(starts, (row) => frequency[row]!),
    offsets,
    weight: Float64Array.from(starts, (start, block) => {
      let total = 0;
      for (let row = start; row < offsets[block + 1]!; row++) total += weight[row]!;
      return total;
    }),
  };
}
