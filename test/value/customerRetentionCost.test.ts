import { describe, expect, test } from 'vitest';
import { customerMovement } from '../../src/rates/customerMovement.ts';
import { customerRetentionCost } from '../../src/value/customerRetentionCost.ts';
import { tenures } from '../rates/movementOracle.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { retentionSpend: 1800, retainedCustomers: 240 };

describe('customerRetentionCost', () => {
  test('is the spend by the head', () => {
    expect(customerRetentionCost(TEXTBOOK)).toBe(7.5);
  });

  test('is 0 where nothing was spent', () => {
    expect(customerRetentionCost({ ...TEXTBOOK, retentionSpend: 0 })).toBe(0);
  });

  test('takes the heads that a movement counts', () => {
    const rows = [
      { customer: 'kept', from: 0, to: Infinity },
      { customer: 'kept too', from: 1, to: Infinity },
      { customer: 'new', from: 15, to: Infinity },
      { customer: 'new too', from: 16, to: Infinity },
    ];
    const movement = customerMovement(tenures(rows, 20), { from: 10, to: 20 });
    expect(customerRetentionCost({ ...movement, retentionSpend: 9 })).toBe(4.5);
  });

  dividesExactly(customerRetentionCost, 'retentionSpend', 'retainedCustomers');
  refusesQuantities(customerRetentionCost, TEXTBOOK, ['retentionSpend', 'retainedCustomers']);
  readsItsSubject(customerRetentionCost, 'totals', TEXTBOOK);
});
