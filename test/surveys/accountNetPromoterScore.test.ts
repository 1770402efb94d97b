import { describe, expect, test } from 'vitest';
import { accountNetPromoterInterval } from '../../src/surveys/accountNetPromoterInterval.ts';
import { accountNetPromoterScore } from '../../src/surveys/accountNetPromoterScore.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { refusalOf } from '../core/refusalOf.ts';

const LARGE = { promoters: 8, passives: 1, detractors: 1 };
const SMALL = { promoters: 0, passives: 0, detractors: 1 };
const SILENT = { promoters: 0, passives: 0, detractors: 0 };

describe('accountNetPromoterScore', () => {
  test('counts each account once, however many answered for it', () => {
    // 70 and -100.
    expect(accountNetPromoterScore([LARGE, SMALL])).toBe(-15);
    // All eleven answers in one: 8 - 2 of 11.
    expect(netPromoterScore({ promoters: 8, passives: 1, detractors: 2 })).toBeCloseTo(54.5454, 3);
  });

  test('leaves out accounts without an answer, and is NaN where no account has one', () => {
    expect(accountNetPromoterScore([LARGE, SILENT, SMALL])).toBe(-15);
    for (const accounts of [[], [SILENT], [SILENT, SILENT]]) expect(accountNetPromoterScore(accounts)).toBeNaN();
  });

  test('is the score itself of a single account', () => {
    expect(accountNetPromoterScore([LARGE])).toBe(netPromoterScore(LARGE));
  });

  test('refuses an account by its place', () => {
    const error = refusalOf(() => accountNetPromoterScore([LARGE, { ...SMALL, passives: -1 }]));
    expect(error.message).toBe(
      'accountNetPromoterScore: "accounts[1].passives" must be a finite number of at least 0; received -1',
    );
    expect(refusalOf(() => accountNetPromoterScore([null as never])).code).toBe('not-a-record');
    expect(refusalOf(() => accountNetPromoterScore(LARGE as never)).code).toBe('not-rows');
  });
});

describe('accountNetPromoterInterval', () => {
  const accounts = [8, 5, 2, 9, 6].map((promoters) => ({ promoters, passives: 0, detractors: 10 - promoters }));

  test("is Student's interval of the accounts' own scores", () => {
    // Scores 60, 0, -60, 80, 20: mean 20, squared deviations 1600 + 400 + 6400 + 3600 + 0 = 12000, of 4 degrees of
    // freedom 3000; t is 2.7764451051977987.
    const reach = 2.7764451051977987 * Math.sqrt(3000 / 5);
    const { estimate, lower, upper, level, method } = accountNetPromoterInterval([...accounts, SILENT]);
    expect([estimate, level, method]).toEqual([20, 0.95, 'student']);
    expect(lower).toBeCloseTo(20 - reach, 10);
    expect(upper).toBeCloseTo(20 + reach, 10);
  });

  test('is cut at the ends of the scale', () => {
    const { lower, upper } = accountNetPromoterInterval([LARGE, SMALL]);
    expect([lower, upper]).toEqual([-100, 100]);
  });

  test('has no ends for one account, and is NaN for none', () => {
    const one = accountNetPromoterInterval([LARGE, SILENT]);
    expect([one.estimate, one.lower, one.upper]).toEqual([70, Number.NaN, Number.NaN]);
    const none = accountNetPromoterInterval([SILENT]);
    expect([none.estimate, none.lower, none.upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('refuses by its own name', () => {
    const error = refusalOf(() => accountNetPromoterInterval(accounts, { level: 2 }));
    expect([error.code, error.metric]).toEqual(['not-an-option', 'accountNetPromoterInterval']);
    expect(refusalOf(() => accountNetPromoterInterval([{} as never])).path).toEqual(['accounts[0].promoters']);
  });
});
