import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { netPromoterCountsByAccount } from '../../src/surveys/netPromoterCountsByAccount.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { answerLog, anyAnswerRows, lastOfEach } from './answerRows.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd'],
  at: [10, 20, 30, 40],
  amount: [6, 10, 9, 7],
  attributes: { account: ['small', 'large', 'large', 'large'] },
});
const figures = (accounts: ReturnType<typeof netPromoterCountsByAccount>) =>
  accounts.map(({ account, promoters, passives, detractors }) => [account, promoters, passives, detractors]);

describe('netPromoterCountsByAccount', () => {
  test('counts the last answer of each customer for the account of the last one', () => {
    expect(figures(netPromoterCountsByAccount(log, { attribute: 'account' }))).toEqual([['large', 2, 1, 0]]);
  });

  test('counts it for the account of the first answer where it is told to, and all answers where all count', () => {
    const options = { attribute: 'account', value: 'first' } as const;
    expect(figures(netPromoterCountsByAccount(log, options))).toEqual([
      ['small', 1, 0, 0],
      ['large', 1, 1, 0],
    ]);
    expect(figures(netPromoterCountsByAccount(log, { ...options, answers: 'all' }))).toEqual([
      ['small', 1, 0, 1],
      ['large', 1, 1, 0],
    ]);
  });

  test('takes each customer for an account without an attribute, with all answers unless told', () => {
    expect(figures(netPromoterCountsByAccount(log))).toEqual([
      ['ada', 1, 0, 1],
      ['bob', 1, 0, 0],
      ['cyd', 0, 1, 0],
    ]);
    expect(figures(netPromoterCountsByAccount(log, { answers: 'last', to: 40 }))).toEqual([
      ['ada', 1, 0, 0],
      ['bob', 1, 0, 0],
    ]);
  });

  test('says what the counts rest on', () => {
    const [account] = netPromoterCountsByAccount(log, { attribute: 'account', from: 5 });
    expect(account!.definition).toEqual({
      ...{ scale: { lowest: 0, highest: 10 }, promotersFrom: 9, passivesFrom: 7 },
      ...{ from: 5, to: undefined, answers: 'last', attribute: { name: 'account', value: 'last' } },
    });
    expect(netPromoterCountsByAccount(log)[0]!.definition).toMatchObject({ answers: 'all', attribute: undefined });
  });

  test('is what sorting rows by market finds, for any rows', () => {
    fc.assert(
      fc.property(anyAnswerRows, (rows) => {
        const chosen = lastOfEach(rows);
        const accounts = netPromoterCountsByAccount(answerLog(rows), { attribute: 'market' });
        expect(accounts.map(({ account }) => account).sort()).toEqual(
          [...new Set(chosen.map(({ market }) => market))].sort(),
        );
        for (const { account, promoters, detractors, passives } of accounts) {
          const own = chosen.filter(({ market }) => market === account).map(({ score }) => score);
          expect(promoters).toBe(own.filter((score) => [9, 10].includes(score)).length);
          expect(passives).toBe(own.filter((score) => [7, 8].includes(score)).length);
          expect(promoters + passives + detractors).toBe(own.length);
        }
      }),
    );
  });

  test('refuses a score off the scale, an unknown attribute, and a value without an attribute', () => {
    const five = eventLogFromColumns({ customer: ['ada'], at: [5], amount: [4.5] });
    expect(refusalOf(() => netPromoterCountsByAccount(five)).code).toBe('not-on-scale');
    expect(refusalOf(() => netPromoterCountsByAccount(log, { attribute: 'plan' })).code).toBe('unknown-field');
    expect(refusalOf(() => netPromoterCountsByAccount(log, { value: 'last' })).path).toEqual(['value']);
  });
});
