/**
 * The spend a purchase to expect of a customer with so many purchases of a mean spend, 0 purchases for one of whom
 * nothing is known. Infinity where the law of the customers' means has too heavy a tail to have a mean.
 */
export function spendOf(p: number, q: number, v: number, purchases: number, meanSpend: number): number {
  const known = purchases === 0 ? 0 : purchases * meanSpend;
  // Own purchases, and what all others count for beside them. Over p, since p times the spend might overflow.
  const counted = purchases + (q - 1) / p;
  return counted > 0 ? (v + known) / counted : Infinity;
}
