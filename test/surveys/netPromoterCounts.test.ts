import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterCounts } from '../../src/surveys/netPromoterCounts.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { refusalOf } from '../core/refusalOf.ts';

const anyScores = fc.array(fc.integer({ min: 0, max: 10 }));

describe('netPromoterCounts', () => {
  test('counts each category, and says which scores they are', () => {
    expect(netPromoterCounts([10, 9, 9, 8, 7, 6, 0, 3, 6])).toEqual({
      ...{ promoters: 3, passives: 2, detractors: 4 },
      definition: { scale: { lowest: 0, highest: 10 }, promotersFrom: 9, passivesFrom: 7 },
    });
  });

  test('counts nothing of nothing', () => {
    const { promoters, passives, detractors } = netPromoterCounts([]);
    expect([promoters, passives, detractors]).toEqual([0, 0, 0]);
  });

  test('counts each score where the list of that score says, for any scores, in any kind of array', () => {
    const among = (scores: readonly number[], own: readonly number[]) =>
      scores.filter((score) => own.includes(score)).length;
    fc.assert(
      fc.property(anyScores, (scores) => {
        const expected = [among(scores, [9, 10]), among(scores, [7, 8]), among(scores, [0, 1, 2, 3, 4, 5, 6])];
        for (const list of [scores, Object.freeze([...scores]), Float64Array.from(scores), Int8Array.from(scores)]) {
          const { promoters, passives, detractors } = netPromoterCounts(list);
          expect([promoters, passives, detractors]).toEqual(expected);
        }
      }),
    );
  });

  test('the counts of two halves add up to those of all, and so does the score', () => {
    fc.assert(
      fc.property(anyScores, anyScores, (some, others) => {
        const [one, other, all] = [some, others, [...some, ...others]].map(netPromoterCounts);
        const added = {
          promoters: one!.promoters + other!.promoters,
          passives: one!.passives + other!.passives,
          detractors: one!.detractors + other!.detractors,
        };
        expect(all).toMatchObject(added);
        expect(netPromoterScore(added)).toBe(netPromoterScore(all!));
      }),
    );
  });

  test('no two results share their definition', () => {
    expect(netPromoterCounts([1]).definition.scale).not.toBe(netPromoterCounts([1]).definition.scale);
  });
});

describe('netPromoterCounts refuses', () => {
  test('scores off the scale, fractional or missing, each by its index', () => {
    const error = refusalOf(() => netPromoterCounts([10, 11, 5, 6.5, Number.NaN, -1]));
    expect([error.code, error.path, error.issueCount]).toEqual(['not-on-scale', ['scores', 1], 4]);
    expect(error.issues.map(({ path, received }) => [path[1], received])).toEqual([
      ...[[1, '11'] as const, [3, '6.5'] as const, [4, 'NaN'] as const, [5, '-1'] as const],
    ]);
    expect(error.message).toBe(
      'netPromoterCounts: "scores[1]" must be a whole number from 0 to 10; received 11 (the first of 4 issues)',
    );
  });

  test('scores as text, null for who did not answer, and holes', () => {
    for (const wrong of ['9', null, undefined, true, 9n, [9]])
      expect(refusalOf(() => netPromoterCounts([1, wrong as never])).path).toEqual(['scores', 1]);
    expect(refusalOf(() => netPromoterCounts(new Array(2))).issueCount).toBe(2);
  });

  test('what is no list', () => {
    for (const wrong of [undefined, null, 5, '99', { length: 1, 0: 9 }, new Set([9])])
      expect(refusalOf(() => netPromoterCounts(wrong as never)).code).toBe('not-rows');
  });

  test('a million wrong scores with twenty of them named', () => {
    const error = refusalOf(() => netPromoterCounts(new Float64Array(1e6).fill(11)));
    expect([error.issues.length, error.issueCount]).toEqual([20, 1e6]);
  });
});
