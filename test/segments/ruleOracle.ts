import fc from 'fast-check';
import type { ScoreRange, SegmentRule } from '../../src/segments/segmentRules.ts';

/** The name of the first rule that holds for scores of recency, frequency and money. */
export function plainSegment(
  rules: readonly SegmentRule[],
  [recency, frequency, monetary]: readonly [number, number, number],
): string | undefined {
  const holds = (score: number, range: ScoreRange | undefined) =>
    range === undefined || (score >= range[0] && score <= range[1]);
  return rules.find(
    (rule) => holds(recency, rule.recency) && holds(frequency, rule.frequency) && holds(monetary, rule.monetary),
  )?.name;
}

function rulesFor(bins: number): fc.Arbitrary<SegmentRule[]> {
  const range = fc
    .tuple(fc.integer({ min: 1, max: bins }), fc.integer({ min: 1, max: bins }))
    .map(([one, other]): ScoreRange => [Math.min(one, other), Math.max(one, other)]);
  const ranges = fc.record({ recency: range, frequency: range, monetary: range }, { requiredKeys: [] });
  return fc
    .array(ranges, { minLength: 1, maxLength: 6 })
    .map((rules) => rules.map((rule, place) => ({ name: `rule ${place}`, ...rule })));
}

/** Rules for a small number of classes. */
export const anyRules: fc.Arbitrary<{ bins: number; rules: SegmentRule[] }> = fc
  .integer({ min: 2, max: 5 })
  .chain((bins) => fc.record({ bins: fc.constant(bins), rules: rulesFor(bins) }));
