import { expect, test } from 'vitest';
import { simulate } from '../../../src/models/betaDiscreteWeibull/simulate.ts';

const parameters = { alpha: 1, beta: 1, c: 2 };
/** S(t) of these parameters. */
const left = (t: number) => 1 / (t * t + 1);

test('has the shares of the law after each renewal, within four and a half standard errors over five seeds', () => {
  const customers = 100_000;
  for (const seed of [0, 1, 2, -7, 2 ** 53 - 1]) {
    const [cohort] = simulate(parameters, { seed, customers, periods: 12 }).cohorts;
    for (let t = 1; t <= 12; t++) {
      const share = cohort!.survivors[t]! / customers;
      const deviation = Math.sqrt((left(t) * (1 - left(t))) / customers);
      expect(Math.abs(share - left(t)) / deviation).toBeLessThan(4.5);
    }
  }
});

test('gives other customers by another seed, and the same customers for longer by the same', () => {
  const draw = (seed: number, periods: number) =>
    Array.from(simulate(parameters, { seed, customers: 500, periods }).cohorts[0]!.survivors);
  expect(draw(1, 8)).not.toEqual(draw(2, 8));
  expect(draw(1, 20).slice(0, 9)).toEqual(draw(1, 8));
});

test('of those who are all but sure to stay, or to leave', () => {
  const survivors = (alpha: number, beta: number) =>
    simulate({ ...parameters, alpha, beta }, { seed: 3, customers: 50, periods: 3 }).cohorts[0]!.survivors;
  expect(survivors(1e-12, 1e6)).toEqual([50, 50, 50, 50]);
  expect(survivors(1e12, 1e-6)).toEqual([50, 0, 0, 0]);
});
