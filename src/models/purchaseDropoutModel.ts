import { betaVariate } from '../numeric/random/betaVariate.ts';
import { exponentialVariate } from '../numeric/random/exponentialVariate.ts';
import { gammaVariate } from '../numeric/random/gammaVariate.ts';
import type { SeededRandom } from '../numeric/seededRandom.ts';
import { dropoutDiscounted } from './purchaseDropoutDiscounted.ts';
import { purchaseDropoutLikelihood } from './purchaseDropoutLikelihood.ts';
import {
  dropoutExpected,
  dropoutProbability,
  dropoutSurvival,
  purchaseDropoutPosterior,
} from './purchaseDropoutPredictions.ts';
import { AT_ONCE, AT_ONCE_OR_NEVER, HARDLY_ANYBODY, NOBODY_LEAVES, ONE_PACE } from './purchaseLimits.ts';
import { purchasePace } from './purchasePace.ts';
import type { PurchaseProcess } from './purchaseProcess.ts';

type Name = 'r' | 'alpha' | 'a' | 'b';

/** The BG/NBD model, and with a chance to leave at the first purchase the MBG/NBD model. */
export function purchaseDropoutModel<Model extends string>(
  model: Model,
  firstChances: 0 | 1,
): PurchaseProcess<Model, Name> {
  return {
    model,
    names: ['r', 'alpha', 'a', 'b'],
    isDiscrete: false,
    likelihood: (rows) => purchaseDropoutLikelihood(rows, firstChances),
    start: (rows) => [0.5, 0.25 / purchasePace(rows).rate, 1, 2],
    scales: (rows) => [1, purchasePace(rows).meanAge, 1, 1],
    limits: LIMITS,
    posterior: (parameters, frequency, recency, age) =>
      purchaseDropoutPosterior(parameters, frequency, recency, age, firstChances),
    survival: dropoutSurvival,
    expected: dropoutExpected,
    discounted: dropoutDiscounted,
    probability: dropoutProbability,
    simulate: (parameters, age, random) => simulateDropout(parameters, age, random, firstChances),
  };
}

function simulateDropout(
  { r, alpha, a, b }: Readonly<Record<Name, number>>,
  age: number,
  random: SeededRandom,
  firstChances: 0 | 1,
): readonly [frequency: number, recency: number] {
  const rate = gammaVariate(random, r, alpha);
  const leaving = betaVariate(random, a, b);
  let frequency = 0;
  let recency = 0;
  let hasLeft = firstChances > 0 && random.uniform() < leaving;
  while (!hasLeft) {
    const next = recency + exponentialVariate(random, rate);
    if (!(next <= age)) break;
    frequency++;
    recency = next;
    hasLeft = random.uniform() < leaving;
  }
  return [frequency, recency];
}

const LIMITS: PurchaseProcess<string, Name>['limits'] = {
  r: { zero: HARDLY_ANYBODY, infinity: ONE_PACE },
  alpha: { zero: AT_ONCE, infinity: ONE_PACE },
  a: {
    zero: NOBODY_LEAVES,
    infinity: {
      meaning: 'all customers leave with one and the same chance, or all at their first chance to',
      instead: 'a single chance to leave, a / (a + b)',
    },
  },
  b: { zero: AT_ONCE_OR_NEVER, infinity: NOBODY_LEAVES },
};
