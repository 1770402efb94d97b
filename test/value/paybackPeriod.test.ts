import { describe, expect, test } from 'vitest';
import { paybackPeriod } from '../../src/value/paybackPeriod.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';
import { dividesExactly } from './quotients.ts';

const TEXTBOOK = { acquisitionCost: 75, marginPerPeriod: 10 };

describe('paybackPeriod', () => {
  test('is 7 periods and a half for a cost of 75 and a margin of 10', () => {
    expect(paybackPeriod(TEXTBOOK)).toBe(7.5);
  });

  test('is 0 for a customer who came for nothing', () => {
    expect(paybackPeriod({ ...TEXTBOOK, acquisitionCost: 0 })).toBe(0);
  });

  test('is NaN for a margin of nothing or less, which never pays back, even where there is nothing to pay', () => {
    for (const marginPerPeriod of [0, -0, -10, -5e-324])
      for (const acquisitionCost of [75, 0]) expect(paybackPeriod({ acquisitionCost, marginPerPeriod })).toBeNaN();
  });

  test('lets NaN, as costs and margins of empty data are, through', () => {
    for (const part of Object.keys(TEXTBOOK)) expect(paybackPeriod({ ...TEXTBOOK, [part]: Number.NaN })).toBeNaN();
  });

  const rule = 'a finite number of at least 0';
  dividesExactly(paybackPeriod, 'acquisitionCost', 'marginPerPeriod');
  refusesField(paybackPeriod, TEXTBOOK, 'acquisitionCost', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  refusesField(paybackPeriod, TEXTBOOK, 'marginPerPeriod', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  readsItsSubject(paybackPeriod, 'parts', TEXTBOOK);
});
