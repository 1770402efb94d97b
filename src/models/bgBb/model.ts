import { betaVariate } from '../../numeric/random/betaVariate.ts';
import type { SeededRandom } from '../../numeric/seededRandom.ts';
import { AT_ONCE_OR_NEVER, HARDLY_ANYBODY } from '../purchaseLimits.ts';
import type { PurchaseProcess } from '../purchaseProcess.ts';
import { bgBbLikelihood } from './likelihood.ts';
import { discounted, expected, posterior, probability, survival } from './predictions.ts';

type Name = 'alpha' | 'beta' | 'gamma' | 'delta';

const ONE_CHANCE = {
  meaning: 'all customers buy with one and the same chance, or the data cannot tell them apart',
  instead: 'a single chance to buy, alpha / (alpha + beta)',
};
const WITHOUT_LEAVING = {
  meaning: 'nobody is seen to leave',
  instead: 'the beta-binomial model of purchases, without leaving',
};

export const model: PurchaseProcess<'bgBb', Name> = {
  model: 'bgBb',
  names: ['alpha', 'beta', 'gamma', 'delta'],
  isDiscrete: true,
  likelihood: bgBbLikelihood,
  start: () => [1, 1, 0.5, 3],
  scales: () => [1, 1, 1, 1],
  limits: {
    alpha: { zero: HARDLY_ANYBODY, infinity: ONE_CHANCE },
    beta: {
      zero: { meaning: 'customers buy at every opportunity until they leave', instead: 'a model of contracts: sBg' },
      infinity: ONE_CHANCE,
    },
    gamma: {
      zero: WITHOUT_LEAVING,
      infinity: {
        meaning: 'all customers leave with one and the same chance, or all at the first opportunity',
        instead: 'a single chance to leave, gamma / (gamma + delta)',
      },
    },
    delta: { zero: AT_ONCE_OR_NEVER, infinity: WITHOUT_LEAVING },
  },
  posterior,
  survival,
  expected,
  discounted,
  probability,
  simulate,
};

function simulate(
  { alpha, beta, gamma, delta }: Readonly<Record<Name, number>>,
  age: number,
  random: SeededRandom,
): readonly [frequency: number, recency: number] {
  const buying = betaVariate(random, alpha, beta);
  const leaving = betaVariate(random, gamma, delta);
  let frequency = 0;
  let recency = 0;
  for (let opportunity = 1; opportunity <= age && random.uniform() >= leaving; opportunity++) {
    if (random.uniform() >= buying) continue;
    frequency++;
    recency = opportunity;
  }
  return [frequency, recency];
}
