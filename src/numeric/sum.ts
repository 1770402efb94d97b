/**
 * Neumaier's compensated sum of the values from `start` up to, not including, `end`. Where the plain sum is not finite, that one is the answer: the compensation would turn
 * an infinite sum into NaN.
 *
 * Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen.
 */
export function sum(values: ArrayLike<number>, start = 0, end: number = values.length): number {
  let total = 0;
  let lost = 0;
  for (let i = start; i < end; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}
