import { describe, expect, test } from 'vitest';
import { compressRows } from '../../src/models/compressRows.ts';
import { type SyntheticCustomers, syntheticCustomers } from './syntheticCustomers.ts';

const days = (weeks: Float64Array): number => weeks.reduce((total, value) => total + Math.round(7 * value), 0);

const factsOf = ({ frequency, recency, age, meanSpend }: SyntheticCustomers) => ({
  purchases: frequency.reduce((total, value) => total + value, 0),
  recencyDays: days(recency),
  ageDays: days(age),
  cents: meanSpend.reduce((total, value) => total + Math.round(100 * value), 0),
  silent: frequency.filter((value) => value === 0).length,
  distinct: compressRows([frequency, recency, age], undefined).weight.length,
});

describe('syntheticCustomers', () => {
  test('the first 100,000 are those that other programs were fitted to', () => {
    expect(factsOf(syntheticCustomers(100_000))).toEqual({
      purchases: 105_099,
      recencyDays: 4_836_059,
      ageDays: 22_688_837,
      cents: 141_433_031,
      silent: 59_727,
      distinct: 30_414,
    });
  });

  test('so are the first million', { timeout: 60_000 }, () => {
    expect(factsOf(syntheticCustomers(1_000_000))).toEqual({
      purchases: 1_053_773,
      recencyDays: 48_226_105,
      ageDays: 226_945_157,
      cents: 1_418_725_962,
      silent: 597_553,
      distinct: 110_809,
    });
  });
});
