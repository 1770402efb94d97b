/** A part of a whole; NaN where the whole is not above 0, or one of the three is too large for a number. */
export function shareOf(part: number, whole: number): number {
  const share = part / whole;
  return whole > 0 && whole < Infinity && Number.isFinite(share) ? share : Number.NaN;
}

/** The sums of the first 0, 1, 2, … values, each compensated as in numeric's `sum`. */
export function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let total = 0;
  let lost = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
    sums[place + 1] = total + lost;
  }
  return sums;
}
