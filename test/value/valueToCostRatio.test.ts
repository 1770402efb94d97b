import { describe, expect, test } from 'vitest';
import { customerAcquisitionCost } from '../../src/value/customerAcquisitionCost.ts';
import { discountedLifetimeValue } from '../../src/value/discountedLifetimeValue.ts';
import { valueToCostRatio } from '../../src/value/valueToCostRatio.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { lifetimeValue: 225, acquisitionCost: 75 };

describe('valueToCostRatio', () => {
  test('is what comes back for each unit of money spent on winning', () => {
    expect(valueToCostRatio(TEXTBOOK)).toBe(3);
    expect(valueToCostRatio({ lifetimeValue: 75, acquisitionCost: 75 })).toBe(1);
  });

  test('is negative where customers cost money, and 0 where they bring nothing', () => {
    expect(valueToCostRatio({ lifetimeValue: -30, acquisitionCost: 60 })).toBe(-0.5);
    expect(valueToCostRatio({ lifetimeValue: 0, acquisitionCost: 60 })).toBe(0);
  });

  test('is NaN where winning costs nothing, whatever the value', () => {
    for (const lifetimeValue of [225, 0, -5]) expect(valueToCostRatio({ lifetimeValue, acquisitionCost: 0 })).toBeNaN();
  });

  test('takes a value and a cost as the metrics give them, and their NaN', () => {
    const parts = { marginPerPeriod: 100, retentionRate: 0.5, discountRate: 0 };
    const lifetimeValue = discountedLifetimeValue(parts, { firstPayment: 'now' });
    const costOf = (newCustomers: number) => customerAcquisitionCost({ acquisitionSpend: 500, newCustomers });
    expect(valueToCostRatio({ lifetimeValue, acquisitionCost: costOf(10) })).toBe(4);
    expect(valueToCostRatio({ lifetimeValue, acquisitionCost: costOf(0) })).toBeNaN();
    expect(valueToCostRatio({ lifetimeValue: Number.NaN, acquisitionCost: 50 })).toBeNaN();
  });

  const rule = 'a finite number of at least 0';
  dividesExactly(valueToCostRatio, 'lifetimeValue', 'acquisitionCost');
  refusesField(valueToCostRatio, TEXTBOOK, 'lifetimeValue', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  refusesField(valueToCostRatio, TEXTBOOK, 'acquisitionCost', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(valueToCostRatio, 'parts', TEXTBOOK);
});
