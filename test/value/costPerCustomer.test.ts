import { describe, expect, test } from 'vitest';
import { costPerCustomer } from '../../src/value/costPerCustomer.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';
import cases from '../reference/published/valueCases.json' with { type: 'json' };
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { cost: 5400, customers: 1200 };

describe('costPerCustomer', () => {
  test('is the cost by the head', () => {
    expect(costPerCustomer(TEXTBOOK)).toBe(4.5);
  });

  test('is NaN, not 0, where there was nobody to serve', () => {
    expect(costPerCustomer({ cost: 0, customers: 0 })).toBeNaN();
    expect(costPerCustomer({ cost: 5, customers: 0 })).toBeNaN();
  });

  dividesExactly(costPerCustomer, 'cost', 'customers');
  refusesQuantities(costPerCustomer, TEXTBOOK, ['cost', 'customers']);
  readsItsSubject(costPerCustomer, 'totals', TEXTBOOK);
});

describe('published cases', () => {
  const { active, costs, costPerUser, total } = cases.polarCostPerUser;
  const costOf = (month?: string): number =>
    costs.reduce((sum, [at, cost]) => (month === undefined || at === month ? sum + Number(cost) : sum), 0);

  test('Polar has the cost per user of each month, 0 in a month without a cost', () => {
    const found = Object.entries(active).map(([month, customers]) => [
      month,
      costPerCustomer({ cost: costOf(month), customers }),
    ]);
    expect(Object.fromEntries(found)).toEqual(costPerUser);
  });

  test('Polar divides the cost of all months by the users of the last one, where a mean of months would be 1/6', () => {
    expect(costPerCustomer({ cost: costOf(), customers: active['2024-03'] })).toBe(total);
  });
});
