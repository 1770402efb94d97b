import { describe, expect, test } from 'vitest';
import { customerMovement } from '../../src/rates/customerMovement.ts';
import { customerAcquisitionCost } from '../../src/value/customerAcquisitionCost.ts';
import { tenures } from '../rates/movementOracle.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { acquisitionSpend: 9000, newCustomers: 120 };

describe('customerAcquisitionCost', () => {
  test('is the spend by the head', () => {
    expect(customerAcquisitionCost(TEXTBOOK)).toBe(75);
  });

  test('is 0 where nothing was spent', () => {
    expect(customerAcquisitionCost({ ...TEXTBOOK, acquisitionSpend: 0 })).toBe(0);
  });

  test('takes the heads that a movement counts', () => {
    const rows = [
      { customer: 'kept', from: 0, to: Infinity },
      { customer: 'kept too', from: 1, to: Infinity },
      { customer: 'new', from: 15, to: Infinity },
      { customer: 'new too', from: 16, to: Infinity },
    ];
    const movement = customerMovement(tenures(rows, 20), { from: 10, to: 20 });
    expect(customerAcquisitionCost({ ...movement, acquisitionSpend: 9 })).toBe(4.5);
  });

  dividesExactly(customerAcquisitionCost, 'acquisitionSpend', 'newCustomers');
  refusesQuantities(customerAcquisitionCost, TEXTBOOK, ['acquisitionSpend', 'newCustomers']);
  readsItsSubject(customerAcquisitionCost, 'totals', TEXTBOOK);
});
