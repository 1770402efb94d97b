import { describe, expect, test } from 'vitest';
import { customerEaseScore } from '../../src/surveys/customerEaseScore.ts';
import { customerSatisfactionScore } from '../../src/surveys/customerSatisfactionScore.ts';
import { easeTotals } from '../../src/surveys/easeTotals.ts';
import { netPromoterBounds } from '../../src/surveys/netPromoterBounds.ts';
import { netPromoterCounts } from '../../src/surveys/netPromoterCounts.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { responseRate } from '../../src/surveys/responseRate.ts';
import { satisfactionCounts } from '../../src/surveys/satisfactionCounts.ts';
import cases from '../reference/published/surveyCases.json' with { type: 'json' };

/** Rounded as the source rounds: what it prints is a fact about its display, not about the score. */
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

describe('published cases', () => {
  test.each(cases.netPromoter)('$source, "$test": the counts, and the score to its decimals', (published) => {
    const scores = published.histogram.flatMap((count, score) => new Array<number>(count).fill(score));
    const counts = netPromoterCounts(scores);
    expect(counts).toMatchObject(published.counts);
    expect(rounded(netPromoterScore(counts), published.decimals)).toBe(published.score);
  });

  test('Formbricks counts who skipped the question in the denominator of its NPS: here silence is no answer', () => {
    const { answers, dismissed, score, counts, promotersPercent, dismissedPercent } = cases.netPromoterDismissed;
    const tally = netPromoterCounts(answers);
    const { promoters } = tally;
    const shown = answers.length + dismissed;
    // Its own figures, from what was shown to people:
    expect([promoters, shown]).toEqual([counts.promoters, counts.total]);
    expect(rounded((100 * promoters) / shown, 2)).toBe(promotersPercent);
    expect(rounded((100 * dismissed) / shown, 2)).toBe(dismissedPercent);
    expect(rounded(netPromoterScore({ ...tally, passives: dismissed }), 2)).toBe(score);
    // Ours: silence is told apart, and what it may hide is as wide as the scale allows.
    expect(netPromoterScore(tally)).toBe(100);
    expect(responseRate({ delivered: shown, answered: answers.length })).toBe(1 / 3);
    expect(netPromoterBounds({ ...tally, invited: shown })).toEqual({ lower: -100 / 3, upper: 100 });
  });

  test.each(cases.satisfaction)('$source, "$test": satisfied and percent; who skipped is in neither', (published) => {
    const { scale, topBoxes, answers } = published;
    const counts = satisfactionCounts(answers, { scale, topBoxes });
    expect(counts.satisfied).toBe(published.satisfied);
    expect(100 * customerSatisfactionScore(counts)).toBe(published.percent);
    if (published.total !== undefined) expect(counts.answers).toBe(published.total);
    // The mean of a satisfaction scale is no figure of its own here: it is that of the ease totals of the same answers.
    if (published.mean !== undefined) expect(customerEaseScore(easeTotals(answers, { scale }))).toBe(published.mean);
  });

  test.each(cases.ease)('$source, "$test": the mean to its decimals', ({ answers, scale, mean, decimals }) => {
    expect(rounded(customerEaseScore(easeTotals(answers, { scale })), decimals)).toBe(mean);
  });
});
