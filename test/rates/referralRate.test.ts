import { describe, expect, test } from 'vitest';
import { referralRate } from '../../src/rates/referralRate.ts';
import { isShareOf } from './shareOf.ts';

describe('referralRate', () => {
  test('is the customers who referred over all customers', () => {
    expect(referralRate({ customers: 500, referrers: 35 })).toBe(0.07);
  });

  isShareOf(referralRate, 'customers', 'referrers');
});
