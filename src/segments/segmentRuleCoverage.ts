import { checkOptions } from '../core/checks.ts';
import { checkBins } from './checkBins.ts';
import { checkRules, firstRuleByCell, forEachCell, type SegmentRule } from './segmentRules.ts';

/** The choices of `segmentRuleCoverage`. */
export interface CoverageOptions {
  /** How many classes the scores have, 2 to 100; 5 unless told. */
  readonly bins?: number;
}

/** One combination of scores. */
export interface ScoreCell {
  /** Score of recency. */
  readonly recency: number;
  /** Score of frequency. */
  readonly frequency: number;
  /** Score of money. */
  readonly monetary: number;
}

/** What becomes of one rule. */
export interface RuleCoverage {
  /** What its segment is called. */
  readonly name: string;
  /** Cells that it matches. */
  readonly matches: number;
  /** Cells in which it is the first to match. */
  readonly wins: number;
  /** The earlier rules that win cells it matches, in order, and how many each. */
  readonly overlaps: readonly {
    /** What the earlier rule's segment is called. */
    readonly name: string;
    /** How many cells it takes. */
    readonly cells: number;
  }[];
  /** Whether it wins any cell: else nobody can ever be in its segment. */
  readonly isReachable: boolean;
}

/** What ordered rules do with all combinations of scores. */
export interface SegmentRuleCoverage {
  /** How many combinations there are: `bins` to the third power. */
  readonly cells: number;
  /** How many of them some rule matches. */
  readonly covered: number;
  /** Those that none does, in order of recency, then frequency, then money. */
  readonly uncovered: readonly ScoreCell[];
  /** One record a rule, in their order. */
  readonly rules: readonly RuleCoverage[];
  /** What was looked at. */
  readonly definition: {
    /** How many classes the scores have. */
    readonly bins: number;
    /** The rules, in order. */
    readonly rules: readonly SegmentRule[];
  };
}

const METRIC = 'segmentRuleCoverage';

/**
 * Checks ordered segment rules on every combination of scores: which cells none covers, which rules take cells from
 * later ones, and which rules can never win.
 *
 * @param rules - segment rules, in order
 * @param options - number of classes
 * @returns counts of cells, the cells left out, and one record a rule
 * @throws InputError `not-rows`, `not-a-record`, `unknown-option`, `not-an-option`, `not-a-text`, `duplicate-id`,
 * `not-on-scale`, `reversed-interval`
 * @complexity the third power of the number of classes, for each rule at most
 * @example
 * const { covered, rules } = segmentRuleCoverage([
 *   { name: 'recent', recency: [4, 5] },
 *   { name: 'champions', recency: [5, 5], frequency: [5, 5], monetary: [5, 5] },
 * ]);
 * covered // 50
 * rules[1] // { name: 'champions', matches: 1, wins: 0, overlaps: [{ name: 'recent', cells: 1 }], isReachable: false }
 */
export function segmentRuleCoverage(rules: readonly SegmentRule[], options: CoverageOptions = {}): SegmentRuleCoverage {
  checkOptions(METRIC, options, ['bins']);
  const { bins = 5 } = options;
  checkBins(METRIC, ['bins'], bins);
  const checked = checkRules(METRIC, rules, bins);
  const winners = firstRuleByCell(checked, bins);
  const uncovered: ScoreCell[] = [];
  winners.forEach((winner, cell) => {
    if (winner === -1) uncovered.push(scoresOf(cell, bins));
  });
  return {
    cells: winners.length,
    covered: winners.length - uncovered.length,
    uncovered,
    rules: checked.map((rule) => coverageOf(rule, checked, winners, bins)),
    definition: { bins, rules: checked },
  };
}

function coverageOf(rule: SegmentRule, rules: readonly SegmentRule[], winners: Int32Array, bins: number): RuleCoverage {
  const cellsByWinner = new Int32Array(rules.length);
  let matches = 0;
  forEachCell(rule, bins, (cell) => {
    matches++;
    cellsByWinner[winners[cell]!]!++;
  });
  const place = rules.indexOf(rule);
  const wins = cellsByWinner[place]!;
  const overlaps = rules
    .map(({ name }, winner) => ({ name, cells: cellsByWinner[winner]! }))
    .filter(({ cells }, winner) => winner !== place && cells > 0);
  return { name: rule.name, matches, wins, overlaps, isReachable: wins > 0 };
}

function scoresOf(cell: number, bins: number): ScoreCell {
  const square = bins * bins;
  return {
    recency: 1 + Math.floor(cell / square),
    frequency: 1 + Math.floor((cell % square) / bins),
    monetary: 1 + (cell % bins),
  };
}
