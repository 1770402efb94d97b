/**
 * (p(b) - p(a)) / (b - a) for the polynomial p with these coefficients, the constant first, to full precision however
 * near a and b are: the slope of p where they are equal.
 */
export function dividedDifference(coefficients: readonly number[], a: number, b: number): number {
  let value = 0;
  let difference = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) {
    difference = difference * a + value;
    value = value * b + coefficients[k]!;
  }
  return difference;
}
