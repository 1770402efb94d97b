import { describe, expect, test } from 'vitest';
import { conversionRate } from '../../src/rates/conversionRate.ts';
import { isShareOf } from './shareOf.ts';

describe('conversionRate', () => {
  test('is those who arrived over those who set out', () => {
    expect(conversionRate({ started: 400, converted: 30 })).toBe(0.075);
  });

  isShareOf(conversionRate, 'started', 'converted');
});
