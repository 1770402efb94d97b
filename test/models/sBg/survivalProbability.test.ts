import { expect, test } from 'vitest';
import { survivalProbability } from '../../../src/models/sBg/survivalProbability.ts';

const parameters = { alpha: 1, beta: 1 };
/** S(t) of these parameters. */
const left = (t: number) => 1 / (t + 1);

test('of alpha 1 and beta 1 is S(renewals + periods) / S(renewals) with S(t) = 1 / (t + 1)', () => {
  for (const renewals of [0, 1, 4, 50])
    for (const periods of [1, 2, 10, 999]) {
      const chance = survivalProbability(parameters, { renewals }, { periods });
      expect(chance / (left(renewals + periods) / left(renewals))).toBeCloseTo(1, 13);
    }
});

test('of no renewal ahead is 1', () => {
  expect(survivalProbability(parameters, { renewals: 3 }, { periods: 0 })).toBe(1);
});

test('so far ahead that hardly anyone is left is small and not 0', () => {
  const chance = survivalProbability(parameters, { renewals: 0 }, { periods: 2 ** 53 - 1 });
  expect(chance / left(2 ** 53 - 1)).toBeCloseTo(1, 11);
});
