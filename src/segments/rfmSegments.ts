import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { mean } from '../numeric/mean.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { type CheckedScores, checkScores } from './checkScores.ts';
import type { RfmDefinition, RfmScores } from './rfmScores.ts';
import { rfmSegmentRules } from './rfmSegmentRules.ts';
import { cellOf, checkName, checkRules, firstRuleByCell, type SegmentRule } from './segmentRules.ts';

/** The choices of `rfmSegments`. */
export interface SegmentOptions {
  /** The rules, in order: the first that matches wins. `rfmSegmentRules`, which are for 5 classes, unless told. */
  readonly rules?: readonly SegmentRule[];
  /** What those are called whom no rule matches; `'other'` unless told. */
  readonly otherName?: string;
}

/** One segment as a whole. */
export interface SegmentSummary {
  /** What it is called. */
  readonly name: string;
  /** How many customers are in it. */
  readonly customers: number;
  /** Their share of all customers; NaN where there is none at all. */
  readonly share: number;
  /** Their revenue. */
  readonly revenue: number;
  /** Its share of all revenue; NaN where that is 0. */
  readonly revenueShare: number;
  /** Mean days since the last order; NaN of nobody. */
  readonly meanRecencyDays: number;
  /** Mean number of orders; NaN of nobody. */
  readonly meanOrderCount: number;
  /** Mean revenue of a customer; NaN of nobody. */
  readonly meanRevenue: number;
}

/** Who is in which segment, and what each segment amounts to. */
export interface RfmSegments {
  /** The customers, as in the scores. */
  readonly customers: readonly CustomerId[];
  /** The segment of each customer: its place in `names`. */
  readonly codes: Int32Array;
  /** The names of the segments, in the order of the rules; at last that of those whom no rule matches. */
  readonly names: readonly string[];
  /** One record a segment, in the order of `names`, segments of nobody too. */
  readonly segments: readonly SegmentSummary[];
  /** What the segments rest on: the definition of the scores, and the rules. */
  readonly definition: RfmDefinition & {
    /** The rules, in order. */
    readonly rules: readonly SegmentRule[];
    /** What those are called whom no rule matches. */
    readonly otherName: string;
  };
}

const METRIC = 'rfmSegments';

/**
 * Puts customers into named segments by their scores. The first rule that matches wins; whom no rule matches is in a
 * segment of its own, the last, and never dropped.
 *
 * `segmentRuleCoverage` says beforehand which scores rules of your own leave out, and which rules never win.
 *
 * @param scores - what `rfmScores` gave
 * @param options - rules, and the name for the others
 * @returns codes beside `customers`, and one summary a segment; a segment of nobody has share 0 and means of NaN
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-on-scale`, `not-an-option`,
 * `unknown-option`, `not-a-text`, `duplicate-id` (a name that came before), `reversed-interval`, `missing-field` (no
 * rules where the scores do not have 5 classes)
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [0, 90 * day, 9 * day], amount: [30, 50, 20] });
 * const { codes, names, segments } = rfmSegments(rfmScores(log, { asOf: 100 * day }));
 * [...codes].map((code) => names[code]) // ['champions', 'lost']
 * segments[0]!.revenueShare // 0.8
 */
export function rfmSegments(scores: RfmScores, options: SegmentOptions = {}): RfmSegments {
  const checked = checkScores(METRIC, scores);
  checkOptions(METRIC, options, ['rules', 'otherName']);
  const { bins } = checked;
  const { rules: told = rfmSegmentRules, otherName = 'other' } = options;
  if (options.rules === undefined && bins !== 5)
    refuse('missing-field', METRIC, ['rules'], `given where scores do not go from 1 to 5, but to ${bins}`, undefined);
  const rules = checkRules(METRIC, told, bins);
  const names = rules.map(({ name }) => name);
  checkName(METRIC, ['otherName'], otherName, new Set(names));
  names.push(otherName);
  const codes = codesOf(checked, firstRuleByCell(rules, bins), rules.length);
  const { asOf, method, currency } = scores.definition;
  return {
    customers: scores.customers,
    codes,
    names,
    segments: summariesOf(checked, codes, names),
    definition: { asOf, bins, method, currency, rules, otherName },
  };
}

function codesOf(scores: CheckedScores, ruleByCell: Int32Array, otherCode: number): Int32Array {
  const { recencyScore, frequencyScore, monetaryScore, bins } = scores;
  const codes = new Int32Array(recencyScore.length);
  for (let place = 0; place < codes.length; place++) {
    const rule = ruleByCell[cellOf(recencyScore[place]!, frequencyScore[place]!, monetaryScore[place]!, bins)]!;
    codes[place] = rule === -1 ? otherCode : rule;
  }
  return codes;
}

function summariesOf(scores: CheckedScores, codes: Int32Array, names: readonly string[]): SegmentSummary[] {
  const offsets = new Int32Array(names.length + 1);
  for (let place = 0; place < codes.length; place++) offsets[codes[place]! + 1]!++;
  for (let code = 0; code < names.length; code++) offsets[code + 1]! += offsets[code]!;
  const columns = [scores.revenue, scores.recencyDays, scores.orderCount].map((column) =>
    grouped(column, codes, offsets),
  );
  const total = sum(scores.revenue);
  return names.map((name, code) => {
    const [revenue, recencyDays, orderCount] = columns.map((column) =>
      column.subarray(offsets[code]!, offsets[code + 1]!),
    ) as [Float64Array, Float64Array, Float64Array];
    return {
      name,
      customers: revenue.length,
      share: ratio(revenue.length, codes.length),
      revenue: sum(revenue),
      revenueShare: ratio(sum(revenue), total),
      meanRecencyDays: mean(recencyDays),
      meanOrderCount: mean(orderCount),
      meanRevenue: mean(revenue),
    };
  });
}

/** The values of a column, segment after segment. */
function grouped(column: Float64Array, codes: Int32Array, offsets: Int32Array): Float64Array {
  const next = offsets.slice();
  const values = new Float64Array(column.length);
  for (let place = 0; place < codes.length; place++) values[next[codes[place]!]!++] = column[place]!;
  return values;
}
