/** A quotient whose zero denominator means undefined: NaN, never Infinity, and never 0. */
export function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? Number.NaN : numerator / denominator;
}
