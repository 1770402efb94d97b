import { describe, expect, test } from 'vitest';
import { winBackRate } from '../../src/rates/winBackRate.ts';
import { isShareOf } from './shareOf.ts';

describe('winBackRate', () => {
  test('is the customers won back over those lost', () => {
    expect(winBackRate({ lostCustomers: 60, wonBackCustomers: 9 })).toBe(0.15);
  });

  isShareOf(winBackRate, 'lostCustomers', 'wonBackCustomers');
});
