import type { Posterior, PurchaseProcess } from './purchaseProcess.ts';

/** The chance that a customer, alive or not, makes just so many purchases within a finite time. */
export function purchaseChance(
  { probability }: Pick<PurchaseProcess<string, string>, 'probability'>,
  customer: Posterior,
  count: number,
  time: number,
): number {
  const living = probability(customer, count, time);
  // Who has left makes none.
  return count === 0 ? 1 - customer.alive * (1 - living) : customer.alive * living;
}
