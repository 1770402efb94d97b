import { expect, test } from 'vitest';
import { logLikelihood } from '../../../src/models/sBg/logLikelihood.ts';

const parameters = { alpha: 1, beta: 1 };

test('is the sum of the logarithms of the shares lost at each renewal, and of the share still there', () => {
  // S(1) = 1/2 and S(2) = 1/3: of ten, three leave at the first renewal, one at the second, six are there after it.
  const sum = 3 * Math.log(1 / 2) + Math.log(1 / 2 - 1 / 3) + 6 * Math.log(1 / 3);
  expect(logLikelihood(parameters, { cohorts: [{ survivors: [10, 7, 6] }] })).toBeCloseTo(sum, 13);
});

test('of a cohort first seen later is that of what came after', () => {
  // Seen after the second renewal: S(3) / S(2) of them renew.
  const renew = 3 / 4;
  const sum = 4 * Math.log(renew) + Math.log(1 - renew);
  expect(logLikelihood(parameters, { cohorts: [{ survivors: [5, 4], renewalsBefore: 2 }] })).toBeCloseTo(sum, 13);
});

test('of two shards is the sum of theirs', () => {
  const one = { survivors: [10, 7, 6] };
  const other = { survivors: [5, 4], renewalsBefore: 2 };
  const parts = logLikelihood(parameters, { cohorts: [one] }) + logLikelihood(parameters, { cohorts: [other] });
  expect(logLikelihood(parameters, { cohorts: [one, other] })).toBeCloseTo(parts, 12);
});
