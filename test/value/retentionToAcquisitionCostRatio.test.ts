import { describe, expect, test } from 'vitest';
import { customerAcquisitionCost } from '../../src/value/customerAcquisitionCost.ts';
import { customerRetentionCost } from '../../src/value/customerRetentionCost.ts';
import { retentionToAcquisitionCostRatio } from '../../src/value/retentionToAcquisitionCostRatio.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { retentionCost: 15, acquisitionCost: 75 };

describe('retentionToAcquisitionCostRatio', () => {
  test('is 1/5 where winning costs five times as much as keeping', () => {
    expect(retentionToAcquisitionCostRatio(TEXTBOOK)).toBe(0.2);
  });

  test('is above 1 where keeping a customer costs more than winning one', () => {
    expect(retentionToAcquisitionCostRatio({ retentionCost: 150, acquisitionCost: 75 })).toBe(2);
  });

  test('takes both costs as the metrics give them, and their NaN', () => {
    const acquisitionCost = customerAcquisitionCost({ acquisitionSpend: 600, newCustomers: 10 });
    const costOf = (retainedCustomers: number) => customerRetentionCost({ retentionSpend: 600, retainedCustomers });
    expect(retentionToAcquisitionCostRatio({ retentionCost: costOf(40), acquisitionCost })).toBe(0.25);
    expect(retentionToAcquisitionCostRatio({ retentionCost: costOf(0), acquisitionCost })).toBeNaN();
    expect(retentionToAcquisitionCostRatio({ retentionCost: 5, acquisitionCost: Number.NaN })).toBeNaN();
  });

  dividesExactly(retentionToAcquisitionCostRatio, 'retentionCost', 'acquisitionCost');
  for (const field of ['retentionCost', 'acquisitionCost']) {
    const rule = 'a finite number of at least 0';
    refusesField(retentionToAcquisitionCostRatio, TEXTBOOK, field, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  }
  readsItsSubject(retentionToAcquisitionCostRatio, 'costs', TEXTBOOK);
});
