import { exponentialVariate } from '../../numeric/random/exponentialVariate.ts';
import { gammaVariate } from '../../numeric/random/gammaVariate.ts';
import type { SeededRandom } from '../../numeric/seededRandom.ts';
import { purchasePace } from '../purchasePace.ts';
import type { PurchaseProcess } from '../purchaseProcess.ts';
import { paretoNbdLikelihood } from './likelihood.ts';
import { discounted, expected, posterior, probability, survival } from './predictions.ts';

type Name = 'r' | 'alpha' | 's' | 'beta';

const ALIKE = 'all customers buy at one and the same rate, or the data cannot tell them apart';
const ONE_RATE = 'a single Poisson rate of purchases, r / alpha';
const NOBODY_LEAVES = 'nobody is seen to leave';
const WITHOUT_LEAVING = 'the negative binomial model of purchases, without leaving';

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
    r: {
      zero: { meaning: 'hardly anybody buys again', instead: 'wait for more repeat purchases' },
      infinity: { meaning: ALIKE, instead: ONE_RATE },
    },
    alpha: {
      zero: {
        meaning: 'hardly anybody buys again, and who does buys at once',
        instead: 'look for orders split in two',
      },
      infinity: { meaning: ALIKE, instead: ONE_RATE },
    },
    s: {
      zero: { meaning: NOBODY_LEAVES, instead: WITHOUT_LEAVING },
      infinity: {
        meaning: 'all customers leave at one and the same rate, or the data cannot tell them apart',
        instead: 'a single rate of leaving, s / beta',
      },
    },
    beta: {
      zero: { meaning: 'customers leave at once, or never', instead: 'two segments, fitted apart' },
      infinity: { meaning: NOBODY_LEAVES, instead: WITHOUT_LEAVING },
    },
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
