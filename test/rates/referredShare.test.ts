import { describe, expect, test } from 'vitest';
import { referredShare } from '../../src/rates/referredShare.ts';
import { isShareOf } from './shareOf.ts';

describe('referredShare', () => {
  test('is the new customers who were referred over all new ones', () => {
    expect(referredShare({ newCustomers: 80, referredCustomers: 20 })).toBe(0.25);
  });

  isShareOf(referredShare, 'newCustomers', 'referredCustomers');
});
