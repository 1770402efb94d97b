import { exponentialVariate } from '../../numeric/random/exponentialVariate.ts';
import { gammaVariate } from '../../numeric/random/gammaVariate.ts';
import type { SeededRandom } from '../../numeric/seededRandom.ts';
import { AT_ONCE, AT_ONCE_OR_NEVER, HARDLY_ANYBODY, NOBODY_LEAVES, ONE_PACE } from '../purchaseLimits.ts';
import { purchasePace } from '../purchasePace.ts';
import type { PurchaseProcess } from '../purchaseProcess.ts';
import { paretoNbdLikelihood } from './likelihood.ts';
import { discounted, expected, posterior, probability, survival } from './predictions.ts';

type Name = 'r' | 'alpha' | 's' | 'beta';

export const model: PurchaseProcess<'paretoNbd', Name> = {
  model: 'paretoNbd',
  names: ['r', 'alpha', 's', 'beta'],
  isDiscrete: false,
  likelihood: paretoNbdLikelihood,
  start: (rows) => {
    const { rate, meanAge } = purchasePace(rows);
    return [0.5, 0.5 / rate, 1, meanAge];
  },
  scales: (rows) => {
    const { meanAge } = purchasePace(rows);
    return [1, meanAge, 1, meanAge];
  },
  limits: {
    r: { zero: HARDLY_ANYBODY, infinity: ONE_PACE },
    alpha: { zero: AT_ONCE, infinity: ONE_PACE },
    s: {
      zero: NOBODY_LEAVES,
      infinity: {
        meaning: 'all customers leave at one and the same rate, or the data cannot tell them apart',
        instead: 'a single rate of leaving, s / beta',
      },
    },
    beta: { zero: AT_ONCE_OR_NEVER, infinity: NOBODY_LEAVES },
  },
  posterior,
  survival,
  expected,
  discounted,
  probability,
  simulate,
};

function simulate(
  { r, alpha, s, beta }: Readonly<Record<Name, number>>,
  age: number,
  random: SeededRandom,
): readonly [frequency: number, recency: number] {
  const rate = gammaVariate(random, r, alpha);
  const end = Math.min(age, exponentialVariate(random, gammaVariate(random, s, beta)));
  let frequency = 0;
  let recency = 0;
  for (;;) {
    const next = recency + exponentialVariate(random, rate);
    if (!(next <= end)) return [frequency, recency];
    frequency++;
    recency = next;
  }
}
