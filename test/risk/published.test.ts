import { expect, test } from 'vitest';
import { riskScores } from '../../src/risk/riskScores.ts';
import cases from '../reference/published/healthCases.json' with { type: 'json' };
import { indicatorOfHealth, indicatorOfRisks } from './handIndicator.ts';

/** The health score of weighted parts, 100 the best: what risk leaves. */
function healthOf(parts: readonly { readonly weight: number; readonly score: number }[]): number {
  const indicators = parts.map(({ score }, place) => indicatorOfHealth(`part ${place}`, score));
  const weights = parts.map(({ weight }, place) => ({ indicator: `part ${place}`, weight }));
  return 100 * (1 - riskScores(indicators, { weights }).score[0]!);
}

test('Gainsight, score of a measure group: 2287 / 57, which it prints as 40.122 and shows as 40', () => {
  const health = healthOf(cases.gainsight.measures);
  expect(health).toBeCloseTo(2287 / 57, 12);
  expect(Math.trunc(health * 1000) / 1000).toBe(cases.gainsight.score);
  expect(Math.round(health)).toBe(cases.gainsight.displayed);
});

test.each(cases.natero)(
  'Natero, components of metrics that weigh the same: $displayed',
  ({ components, displayed }) => {
    const parts = components.map(({ weight, scores }) => {
      return { weight, score: healthOf(scores.map((score) => ({ weight: 1, score }))) };
    });
    expect(Math.round(healthOf(parts))).toBe(displayed);
  },
);

test('a missing weight is shared out in proportion, where others share it out equally', () => {
  const { weights, missing, redistributed } = cases.equalRedistribution;
  const indicators = weights.map((_, own) => indicatorOfRisks(`${own}`, ['c'], [own === missing ? Number.NaN : 1]));
  const scores = riskScores(indicators, { weights: weights.map((weight, own) => ({ indicator: `${own}`, weight })) });
  const shares = scores.indicators.map((part) => part.contribution[0]!).filter((share) => !Number.isNaN(share));
  // 10, 20 and 40 of 70: the second is still worth twice the first, which it is no more of 20, 30 and 50.
  expect(shares.map((share) => share * 70)).toEqual([expect.closeTo(10), expect.closeTo(20), expect.closeTo(40)]);
  expect(redistributed[1]! / redistributed[0]!).not.toBe(weights[1]! / weights[0]!);
});
