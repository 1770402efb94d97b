import { expect, test } from 'vitest';
import { likelihood } from '../../../src/models/betaDiscreteWeibull/likelihood.ts';
import { tallyContracts } from '../../../src/models/contractTally.ts';
import { likelihood as likelihoodOfSBg } from '../../../src/models/sBg/likelihood.ts';
import { hasItsDerivatives } from '../contractDerivatives.ts';
import { relativeError, THREE_COHORTS } from '../renewalCurves.ts';

const tally = tallyContracts('fit', THREE_COHORTS);

test.each([
  [0.5, 0.9, 1.2],
  [0.7, 1.2, 1],
  [0.05, 0.02, 0.3],
  [5, 0.3, 2.5],
  [40, 300, 0.7],
])('gradient and Hessian at alpha %d, beta %d and c %d are those of differences', (alpha, beta, c) => {
  hasItsDerivatives(([a, b, power]) => likelihood(tally, [a!, b!, power!]), [alpha, beta, c]);
});

test('with c 1 is that of the sBG, with its derivatives by alpha and beta', () => {
  for (const [alpha, beta] of [
    [0.7, 1.2],
    [1e-3, 2],
    [300, 4],
  ] as const) {
    const own = likelihood(tally, [alpha, beta, 1]);
    const simple = likelihoodOfSBg(tally, [alpha, beta]);
    expect(relativeError(own.value, simple.value)).toBeLessThan(1e-13);
    for (const i of [0, 1]) {
      expect(Math.abs(own.gradient[i]! - simple.gradient[i]!)).toBeLessThan(1e-11 * Math.abs(simple.value / alpha));
      for (const j of [0, 1])
        expect(Math.abs(own.hessian[3 * i + j]! - simple.hessian[2 * i + j]!)).toBeLessThan(
          1e-11 * Math.abs(simple.value / alpha ** 2),
        );
    }
  }
});

test('one customer who leaves at the second renewal, alpha 1 and beta 1: 1/2 - 1/(1 + 2^c)', () => {
  const one = tallyContracts('fit', { cohorts: [{ survivors: [1, 1, 0] }] });
  for (const c of [0.2, 1, 3]) {
    const { value, gradient } = likelihood(one, [1, 1, c]);
    const chance = 0.5 - 1 / (1 + 2 ** c);
    expect(value).toBeCloseTo(Math.log(chance), 13);
    expect(gradient[2]).toBeCloseTo((Math.LN2 * 2 ** c) / (1 + 2 ** c) ** 2 / chance, 13);
  }
});

test('goes on to where t^c is beyond all numbers, with the slopes of what is left of the law', () => {
  // Those who come to the second renewal: u = 2^c is so large that S(2) is Gamma(b + a) / Gamma(b) 2^(-a c).
  const one = tallyContracts('fit', { cohorts: [{ survivors: [3, 2, 2, 2] }] });
  const [alpha, beta] = [0.5, 2];
  for (const c of [400, 2000, 1e6]) {
    const { value, gradient, hessian } = likelihood(one, [alpha, beta, c]);
    // Lost at the first: alpha / (alpha + beta). Kept to the third: S(3)^2, by c -2 alpha ln 3.
    const gammas = (3 * Math.sqrt(Math.PI)) / 4;
    expect(relativeError(value, Math.log(0.2) + 2 * Math.log(gammas) - 2 * alpha * c * Math.log(3))).toBeLessThan(
      1e-13,
    );
    expect(relativeError(gradient[2]!, -2 * alpha * Math.log(3))).toBeLessThan(1e-13);
    expect(Math.abs(hessian[8]!)).toBeLessThan(1e-12);
    for (const number of [...gradient, ...hessian]) expect(Number.isFinite(number)).toBe(true);
  }
});
