/** The logarithm of the sum of e^value over the values, none of which need fit into a double; -Infinity of none. */
export function logSumExp(values: ArrayLike<number>): number {
  let top = -Infinity;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > top) {
      total = total * Math.exp(top - value) + 1;
      top = value;
    } else if (value === top) total += top === -Infinity ? 0 : 1;
    else total += Math.exp(value - top);
  }
  return top + Math.log(total);
}
