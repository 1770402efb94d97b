import { expect, test } from 'vitest';
import { tallyContracts } from '../../../src/models/contractTally.ts';
import { likelihood } from '../../../src/models/sBg/likelihood.ts';
import { hasItsDerivatives } from '../contractDerivatives.ts';
import { THREE_COHORTS } from '../renewalCurves.ts';

const tally = tallyContracts('fit', THREE_COHORTS);

test.each([
  [0.7, 1.2],
  [0.01, 0.02],
  [5, 0.3],
  [200, 3000],
])('gradient and Hessian at alpha %d and beta %d are those of differences', (alpha, beta) => {
  hasItsDerivatives(([a, b]) => likelihood(tally, [a!, b!]), [alpha, beta]);
});

test('one customer who renews once and then leaves: 1/2 times 1/3', () => {
  const one = tallyContracts('fit', { cohorts: [{ survivors: [1, 1, 0] }] });
  const { value, gradient, hessian } = likelihood(one, [1, 1]);
  expect(value).toBeCloseTo(Math.log(1 / 6), 15);
  // ln a + ln b - ln(a + b) - ln(a + b + 1): slopes 1 - 1/2 - 1/3 = 1/6, bends -1 + 1/4 + 1/9 and 1/4 + 1/9.
  expect([...gradient]).toEqual([expect.closeTo(1 / 6, 15), expect.closeTo(1 / 6, 15)]);
  const [own, both] = [expect.closeTo(-23 / 36, 15), expect.closeTo(13 / 36, 15)];
  expect([...hessian]).toEqual([own, both, both, own]);
});

test('stays finite as far out as a search goes', () => {
  const far = Math.exp(20);
  for (const alpha of [1 / far, far])
    for (const beta of [1 / far, far]) {
      const { value, gradient, hessian } = likelihood(tally, [alpha, beta]);
      for (const number of [value, ...gradient, ...hessian]) expect(Number.isFinite(number)).toBe(true);
    }
});
