import { describe, expect, test } from 'vitest';
import { customerSatisfactionInterval } from '../../src/surveys/customerSatisfactionInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';

describe('customerSatisfactionInterval', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
  test.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('%i of %i is the Wilson interval that Newcombe published', (satisfied, answers, lower, upper) => {
    const interval = customerSatisfactionInterval({ satisfied, answers });
    expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower, upper]);
    expect([interval.estimate, interval.level, interval.method]).toEqual([satisfied / answers, 0.95, 'wilson']);
  });

  test('is NaN where nobody answered', () => {
    const { estimate, lower, upper } = customerSatisfactionInterval({ satisfied: 0, answers: 0 });
    expect([estimate, lower, upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('narrows at a lower level', () => {
    const counts = { satisfied: 84, answers: 120 };
    expect(customerSatisfactionInterval(counts, { level: 0.5 }).upper).toBeLessThan(
      customerSatisfactionInterval(counts).upper,
    );
  });

  test('refuses by its own name and the names of its fields', () => {
    const error = refusalOf(() => customerSatisfactionInterval({ satisfied: 5, answers: 4 }));
    expect(error.message).toBe('customerSatisfactionInterval: "satisfied" must be at most "answers" (4); received 5');
    expect(refusalOf(() => customerSatisfactionInterval({ satisfied: 0.5, answers: 4 })).code).toBe('not-a-count');
    expect(refusalOf(() => customerSatisfactionInterval({ satisfied: 1, answers: 4 }, { level: 0 })).metric).toBe(
      'customerSatisfactionInterval',
    );
  });
});
