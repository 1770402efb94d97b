import { expect, test } from 'vitest';
import { startOfContracts } from '../../src/models/contractFit.ts';
import { tallyContracts } from '../../src/models/contractTally.ts';
import * as sBg from '../../src/models/sBg/index.ts';
import { REGULAR, relativeError, seenFor } from './renewalCurves.ts';

const startOf = (survivors: number[], renewalsBefore = 0) =>
  startOfContracts(tallyContracts('fit', { cohorts: [{ survivors, renewalsBefore }] }));

test('a search starts at the parameters themselves where the counts are those of the model', () => {
  // alpha 1 and beta 1 lose a half, a third, a quarter, a fifth; alpha 2 and beta 4 a third, two sevenths, a quarter.
  expect(startOf([60, 30, 20, 15, 12])).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  expect(startOf([84, 56, 40, 30])).toEqual([expect.closeTo(2, 12), expect.closeTo(4, 12)]);
  expect(startOf([20, 15, 12], 2)).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
});

test('and near them where they are not far from it, so that few steps are left', () => {
  const [alpha, beta] = startOf(REGULAR.slice(0, 8));
  expect(relativeError(alpha, 0.704)).toBeLessThan(0.05);
  expect(relativeError(beta, 1.182)).toBeLessThan(0.1);
  expect(sBg.fit(seenFor(REGULAR, 7)).evaluations).toBeLessThan(7);
});

test('is above 0 and finite where the counts say nothing of the parameters', () => {
  for (const survivors of [
    [5, 5, 5],
    [5, 0],
    [5, 2],
    [8, 4, 2, 1],
    [9, 8, 4, 0],
    [7, 3, 3, 3],
  ])
    for (const value of startOf(survivors)) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1e6);
    }
});
