import { expect, test } from 'vitest';
import { renewalProbability } from '../../../src/models/betaDiscreteWeibull/renewalProbability.ts';

test('of S(t) = 1 / (1 + t^2), which is 1, 1/2, 1/5, 1/10, 1/17', () => {
  for (const [renewals, chance] of [
    [0, 1 / 2],
    [1, 2 / 5],
    [2, 1 / 2],
    [3, 10 / 17],
  ] as const)
    expect(renewalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals })).toBeCloseTo(chance, 14);
});

test('after very many renewals is next to 1, and not above', () => {
  const chance = renewalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals: 2 ** 53 - 1 });
  expect(chance).toBeLessThanOrEqual(1);
  expect(chance).toBeGreaterThan(0.999999);
});
