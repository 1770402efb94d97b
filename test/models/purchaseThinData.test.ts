import { describe, expect, test } from 'vitest';
import type { PurchaseHistories } from '../../src/models/purchaseTypes.ts';
import { MODELS } from './purchaseModels.ts';

const of = (rows: readonly (readonly [number, number, number, number])[]): PurchaseHistories => ({
  frequency: rows.map(([frequency]) => frequency),
  recency: rows.map(([, recency]) => recency),
  age: rows.map(([, , age]) => age),
  weight: rows.map(([, , , weight]) => weight),
});

/** Data that no model can be read from, and why; times are whole so that all models take them. */
const THIN: readonly (readonly [string, PurchaseHistories])[] = [
  [
    'nobody bought again',
    of([
      [0, 0, 10, 500],
      [0, 0, 20, 500],
    ]),
  ],
  [
    'one of a thousand bought again',
    of([
      [0, 0, 10, 999],
      [1, 4, 10, 1],
    ]),
  ],
  ['all bought once, at one time', of([[1, 4, 10, 300]])],
  ['one customer', of([[2, 4, 10, 1]])],
  ['one silent customer', of([[0, 0, 10, 1]])],
  [
    'two customers',
    of([
      [2, 4, 10, 1],
      [0, 0, 12, 1],
    ]),
  ],
  [
    'all bought at the very end, so that nobody is seen to leave',
    of([
      [1, 10, 10, 40],
      [3, 10, 10, 60],
      [8, 10, 10, 30],
    ]),
  ],
  ['nobody was seen for any time', of([[0, 0, 0, 100]])],
  [
    'everyone bought at every opportunity',
    of([
      [10, 10, 10, 50],
      [6, 6, 6, 50],
    ]),
  ],
];

describe.each(MODELS)('$name.fit of data that say too little', ({ name, names, model }) => {
  test.each(THIN)('%s: it says that it did not converge, and why', (_, data) => {
    const fit = model.fit(data);
    expect(fit.converged).toBe(false);
    expect(['boundary', 'no curvature', 'too many iterations']).toContain(fit.ending);
    expect(fit.ending === 'boundary').toBe(fit.boundaries.length > 0);
    for (const { parameter, limit, meaning, instead } of fit.boundaries) {
      expect(names).toContain(parameter);
      expect(['zero', 'infinity']).toContain(limit);
      expect(meaning.length > 10 && instead.length > 10, `${meaning}; ${instead}`).toBe(true);
    }
    for (const parameter of names) {
      expect(fit.parameters[parameter]! > 0 && fit.parameters[parameter]! < Infinity, parameter).toBe(true);
      expect(fit.standardErrors[parameter]).toBeNaN();
    }
    expect(fit.covariance.flat().every(Number.isNaN)).toBe(true);
    expect(Number.isFinite(fit.logLikelihood), name).toBe(true);
    // Two searches, neither of which goes on for ever.
    expect(fit.evaluations).toBeLessThan(410);
  });
});
