import { expect, test } from 'vitest';
import { renewalProbability } from '../../../src/models/sBg/renewalProbability.ts';

test('is (beta + renewals) / (alpha + beta + renewals)', () => {
  for (const [alpha, beta, renewals, chance] of [
    [1, 3, 0, 0.75],
    [1, 3, 6, 0.9],
    [2, 2, 4, 0.75],
    [0.5, 0.25, 0, 1 / 3],
  ] as const)
    expect(renewalProbability({ alpha, beta }, { renewals })).toBeCloseTo(chance, 14);
});

test('after very many renewals is next to 1, and not above', () => {
  const chance = renewalProbability({ alpha: 1, beta: 1 }, { renewals: 2 ** 53 - 1 });
  expect(chance).toBeLessThanOrEqual(1);
  expect(chance).toBeGreaterThan(0.999999);
});
