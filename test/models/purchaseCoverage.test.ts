// Over a thousand seeds, how often the 95 % interval of a fit holds what the customers were drawn with. Takes minutes: runs
// where TENURE_LONG is set, in parts that each end in time.
import { afterAll, describe, expect, test } from 'vitest';
import { fit as fitSpend } from '../../src/models/gammaGamma/fit.ts';
import { simulate as simulateSpend } from '../../src/models/gammaGamma/simulate.ts';
import * as sBg from '../../src/models/sBg/index.ts';
import { MODELS } from './purchaseModels.ts';

const SEEDS = 1000;
const PARTS = 10;
const DEVIATE = 1.959963984540054;

interface Fitted {
  readonly converged: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>>;
}

interface Study {
  readonly name: string;
  readonly truth: Readonly<Record<string, number>>;
  readonly fitOf: (seed: number) => Fitted;
}

const CUSTOMERS = 1500;

const purchases = MODELS.map(({ name, model, typical, isDiscrete }): Study => {
  // Long enough to see customers leave; whole weeks, so that few rows differ.
  // The MBG/NBD model tells buying from leaving at once so hardly that its errors are normal for larger shops only.
  const length = name === 'mbgNbd' ? 4 * CUSTOMERS : CUSTOMERS;
  const ages = Array.from({ length }, (_, i) => (isDiscrete ? 6 + (i % 5) : 60 + (i % 20)));
  return { name, truth: typical, fitOf: (seed) => model.fit(model.simulate(typical, { seed, ages })) };
});

const spend: Study = {
  name: 'gammaGamma',
  truth: { p: 6.25, q: 3.74, v: 15.44 },
  fitOf: (seed) => {
    const frequencies = Array.from({ length: CUSTOMERS }, (_, i) => 1 + (i % 7));
    return fitSpend(simulateSpend({ p: 6.25, q: 3.74, v: 15.44 }, { seed, frequencies }));
  },
};

const contracts: Study = {
  name: 'sBg',
  truth: { alpha: 0.7, beta: 1.2 },
  fitOf: (seed) => sBg.fit(sBg.simulate({ alpha: 0.7, beta: 1.2 }, { seed, customers: CUSTOMERS, periods: 8 })),
};

describe.skipIf(!process.env.TENURE_LONG).each([...purchases, spend, contracts])(
  'the intervals that $name gives for logarithms of parameters, at a level of 0.95',
  ({ truth, fitOf }) => {
    const names = Object.keys(truth);
    const held = Object.fromEntries(names.map((name) => [name, 0]));
    let converged = 0;

    test.each(Array.from({ length: PARTS }, (_, part) => part))('part %d', (part) => {
      for (let seed = part; seed < SEEDS; seed += PARTS) {
        const { parameters, standardErrors, converged: hasConverged } = fitOf(seed);
        if (!hasConverged) continue;
        converged++;
        for (const name of names) {
          const error = standardErrors[name]! / parameters[name]!;
          if (Math.abs(Math.log(parameters[name]! / truth[name]!)) <= DEVIATE * error) held[name]!++;
        }
      }
    });

    afterAll(() => {
      if (converged === 0) return;
      // Hardly any sample of this size says too little.
      expect(converged).toBeGreaterThan(0.98 * SEEDS);
      for (const name of names) {
        const share = held[name]! / converged;
        expect(share, `${name}: ${share}`).toBeGreaterThan(0.925);
        expect(share, `${name}: ${share}`).toBeLessThan(0.975);
      }
    });
  },
);
