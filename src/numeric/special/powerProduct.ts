/** Factors whose logarithms stay within this are far from overflow and underflow. */
const SAFE_LOG = 300;

/**
 * base^exponent x otherBase^otherExponent x e^addend where the product can be written as a double, though its factors
 * may not: each exponent is halved until they can, and the product squared as often. Unlike the exponential of a sum
 * of logarithms, whose error grows with the sum, powers are right to the last digit however small they are.
 */
export function powerProduct(
  base: number,
  exponent: number,
  otherBase: number,
  otherExponent: number,
  addend: number,
): number {
  const largest = Math.max(
    Math.abs(exponent * Math.log(base)),
    Math.abs(otherExponent * Math.log(otherBase)),
    Math.abs(addend),
  );
  // A base of 0 or an infinite exponent would ask for squarings without end.
  if (largest === Infinity) return Number.NaN;
  const squarings = largest > SAFE_LOG ? Math.ceil(Math.log2(largest / SAFE_LOG)) : 0;
  const share = 2 ** -squarings;
  let product = base ** (exponent * share) * otherBase ** (otherExponent * share) * Math.exp(addend * share);
  for (let i = 0; i < squarings; i++) product *= product;
  return product;
}
