import { expect, test } from 'vitest';
import { netPromoterCategory } from '../../src/surveys/netPromoterCategory.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

test('9 and 10 are promoters, 7 and 8 passives, 0 to 6 detractors', () => {
  const all = Array.from({ length: 11 }, (_, score) => netPromoterCategory(score));
  expect(all.slice(0, 7)).toEqual(new Array(7).fill('detractor'));
  expect(all.slice(7)).toEqual(['passive', 'passive', 'promoter', 'promoter']);
});

test.each([11, -1, 6.5, Number.NaN, Infinity, '7', null, undefined, 7n, [7]])('refuses %s', (score) => {
  const error = refusalOf(() => netPromoterCategory(score as number));
  expect([error.code, error.path, error.expected]).toEqual([
    ...['not-on-scale', ['score'], 'a whole number from 0 to 10'],
  ]);
});

test.each(HOSTILE_VALUES.filter(([, value]) => !Object.is(value, -0)))('refuses %s', (_, value) => {
  expect(refusalOf(() => netPromoterCategory(value as number)).metric).toBe('netPromoterCategory');
});
