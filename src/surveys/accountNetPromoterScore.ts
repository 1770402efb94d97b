import { refuse } from '../core/errors.ts';
import { mean } from '../numeric/mean.ts';
import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { scoreOf } from './scoreOf.ts';

/**
 * The net promoter score of the average account: each account counts once, however many people answered for it.
 *
 * mean over accounts of 100 x (promoters - detractors) / (promoters + passives + detractors)
 *
 * Accounts without an answer have no score and do not count.
 *
 * @param accounts - answers by category of each account, as `netPromoterCountsByAccount` gives them
 * @returns the mean score, not rounded
 * @unit points
 * @range -100..100
 * @direction higher is better
 * @undefinedWhen no account has an answer (NaN)
 * @throws InputError `not-rows`, `not-a-record`, `not-a-quantity`
 * @example
 * const large = { promoters: 8, passives: 1, detractors: 1 };
 * const small = { promoters: 0, passives: 0, detractors: 1 };
 * accountNetPromoterScore([large, small]) // -15
 * @reference common practice between businesses: one account, one vote
 */
export function accountNetPromoterScore(accounts: readonly NetPromoterCounts[]): number {
  return mean(accountScores('accountNetPromoterScore', accounts));
}

/** The scores of the accounts that have an answer, each account checked. */
export function accountScores(metric: string, accounts: readonly NetPromoterCounts[]): number[] {
  if (!Array.isArray(accounts)) refuse('not-rows', metric, ['accounts'], 'an array of counts', accounts);
  const scores: number[] = [];
  for (let i = 0; i < accounts.length; i++) {
    checkNetPromoterCounts(metric, `accounts[${i}]`, accounts[i]);
    const score = scoreOf(accounts[i]);
    if (!Number.isNaN(score)) scores.push(score);
  }
  return scores;
}
