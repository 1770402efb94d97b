import type { SegmentRule } from './segmentRules.ts';

/**
 * Eleven segments for scores from 1 to 5, in order: the first rule that matches wins. They cover all 125 cells, and none
 * is swallowed by those before it. Names are the usual ones; where their borders lie is this library's choice, since no
 * two systems agree on it.
 *
 * Recency and frequency decide; money tells champions from the loyal, and those you cannot lose from those at risk.
 *
 * @example
 * rfmSegmentRules.map((rule) => rule.name).slice(0, 3) // ['champions', 'loyal', 'potential loyalists']
 */
export const rfmSegmentRules: readonly SegmentRule[] = /* @__PURE__ */ usualRules();

// Made by one call, which a bundler can leave out where the rules are not used.
function usualRules(): readonly SegmentRule[] {
  return Object.freeze([
    rule('champions', { recency: [4, 5], frequency: [4, 5], monetary: [4, 5] }),
    rule('loyal', { recency: [3, 5], frequency: [4, 5] }),
    rule('potential loyalists', { recency: [4, 5], frequency: [2, 3] }),
    rule('new', { recency: [5, 5], frequency: [1, 1] }),
    rule('promising', { recency: [4, 4], frequency: [1, 1] }),
    rule('needs attention', { recency: [3, 3], frequency: [2, 3] }),
    rule('about to sleep', { recency: [3, 3], frequency: [1, 1] }),
    rule('cannot lose', { recency: [1, 2], frequency: [4, 5], monetary: [4, 5] }),
    rule('at risk', { recency: [1, 2], frequency: [3, 5] }),
    rule('hibernating', { recency: [2, 2], frequency: [1, 2] }),
    rule('lost', { recency: [1, 1], frequency: [1, 2] }),
  ]);
}

function rule(name: string, ranges: Omit<SegmentRule, 'name'>): SegmentRule {
  for (const range of Object.values(ranges)) Object.freeze(range);
  return Object.freeze({ name, ...ranges });
}
