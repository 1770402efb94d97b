/** What rounding took from a + b: the double that, added exactly, makes up for it (Knuth's two-sum). */
export function sumError(a: number, b: number): number {
  const total = a + b;
  const added = total - a;
  return a - (total - added) + (b - added);
}

/** 2^27 + 1: multiplying by it and taking away again leaves the upper half of a double's digits. */
const SPLITTER = 134217729;

/**
 * What rounding took from a b (Dekker's product), for factors of up to 1e290.
 *
 * Dekker (1971), A floating-point technique for extending the available precision.
 */
export function productError(a: number, b: number): number {
  const highA = SPLITTER * a - (SPLITTER * a - a);
  const highB = SPLITTER * b - (SPLITTER * b - b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB - (a * b - highA * highB - lowA * highB - highA * lowB);
}
