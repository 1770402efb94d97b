import { hypergeometric } from '../../numeric/special/hypergeometric.ts';
import { logGammaRatio } from '../../numeric/special/logGammaRatio.ts';
import type { Posterior } from '../purchaseProcess.ts';

// One who is alive after n opportunities leaves before each further one with a chance of the beta law (gamma, delta + n)
// and, while there, buys with a chance of the beta law (alpha + x, beta + n - x).

export function posterior(
  { alpha, beta, gamma, delta }: Readonly<Record<'alpha' | 'beta' | 'gamma' | 'delta', number>>,
  frequency: number,
  recency: number,
  age: number,
): Posterior {
  // The fates of having left after m opportunities, from the last, each against that of still being there.
  let left = 0;
  let fate = (gamma * (alpha + beta + age - 1)) / (beta + age - 1 - frequency) / (delta + age - 1);
  for (let seen = age - 1; seen >= recency; seen--) {
    left += fate;
    fate *= ((alpha + beta + seen - 1) / (beta + seen - 1 - frequency)) * ((gamma + delta + seen) / (delta + seen - 1));
  }
  return {
    alive: Math.max(1 / (1 + left), Number.MIN_VALUE),
    buyingFirst: alpha + frequency,
    buyingSecond: beta + age - frequency,
    leavingFirst: gamma,
    leavingSecond: delta + age,
  };
}

/** For the opportunity after so many more: (delta)_(k + 1) / (gamma + delta)_(k + 1). */
export function survival({ leavingFirst, leavingSecond }: Posterior, opportunities: number): number {
  return stays(leavingFirst, leavingSecond, opportunities + 1);
}

function stays(gamma: number, delta: number, opportunities: number): number {
  return Math.exp(logGammaRatio(delta, opportunities) - logGammaRatio(gamma + delta, opportunities));
}

/** The mean chance to buy, times the opportunities that one is expected to be there for. */
export function expected(customer: Posterior, opportunities: number): number {
  const { leavingFirst: gamma, leavingSecond: delta } = customer;
  if (opportunities === Infinity) return gamma > 1 ? (chanceToBuy(customer) * delta) / (gamma - 1) : Infinity;
  return chanceToBuy(customer) * presence(customer, opportunities, 1);
}

/** The same, each opportunity worth e^(-rate x its number). */
export function discounted(customer: Posterior, opportunities: number, rate: number): number {
  const { leavingFirst: gamma, leavingSecond: delta } = customer;
  const worth = Math.exp(-rate);
  if (opportunities < Infinity) return chanceToBuy(customer) * presence(customer, opportunities, worth);
  const first = (worth * delta) / (gamma + delta);
  return chanceToBuy(customer) * first * hypergeometric(1, delta + 1, gamma + delta + 1, worth);
}

function chanceToBuy({ buyingFirst, buyingSecond }: Posterior): number {
  return buyingFirst / (buyingFirst + buyingSecond);
}

/** Sum for k = 1, 2, … of the chance to be there at the k-th opportunity, times worth^k. */
function presence(
  { leavingFirst: gamma, leavingSecond: delta }: Posterior,
  opportunities: number,
  worth: number,
): number {
  let there = 1;
  let total = 0;
  for (let k = 0; k < opportunities; k++) {
    there *= ((delta + k) / (gamma + delta + k)) * worth;
    total += there;
  }
  return total;
}

/** Just so many purchases while there for all opportunities, or for the first i of them. */
export function probability(customer: Posterior, count: number, opportunities: number): number {
  const { buyingFirst: alpha, buyingSecond: beta, leavingFirst: gamma, leavingSecond: delta } = customer;
  if (count > opportunities) return 0;
  let just = Math.exp(logGammaRatio(alpha, count) - logGammaRatio(alpha + beta, count));
  let there = stays(gamma, delta, count);
  let total = 0;
  for (let seen = count; seen < opportunities; seen++) {
    total += (just * there * gamma) / (gamma + delta + seen);
    just *= ((seen + 1) / (seen + 1 - count)) * ((beta + seen - count) / (alpha + beta + seen));
    there *= (delta + seen) / (gamma + delta + seen);
  }
  return total + just * there;
}
