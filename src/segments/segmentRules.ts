import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';

/** The lowest and the highest score of a range, both in it. */
export type ScoreRange = readonly [lowest: number, highest: number];

/** Who is in a segment: customers whose scores lie in all ranges given. A range not given holds every score. */
export interface SegmentRule {
  /** What the segment is called, as it is shown to people. */
  readonly name: string;
  /** Scores of recency. */
  readonly recency?: ScoreRange;
  /** Scores of frequency. */
  readonly frequency?: ScoreRange;
  /** Scores of money. */
  readonly monetary?: ScoreRange;
}

const FIGURES = ['recency', 'frequency', 'monetary'] as const;

/** Refuses rules that are wrong for scores from 1 to `bins`, and gives a copy. */
export function checkRules(metric: string, rules: readonly SegmentRule[], bins: number): SegmentRule[] {
  if (!Array.isArray(rules) || rules.length === 0)
    refuse('not-rows', metric, ['rules'], 'an array of at least one rule', rules);
  const names = new Set<string>();
  return Array.from(rules as readonly SegmentRule[], (rule, place) => {
    checkOptions(metric, rule, ['name', ...FIGURES], `rules[${place}]`);
    checkName(metric, ['rules', place, 'name'], rule.name, names);
    const copy: { -readonly [Key in keyof SegmentRule]: SegmentRule[Key] } = { name: rule.name };
    for (const figure of FIGURES) {
      const range = rule[figure];
      if (range === undefined) continue;
      checkRange(metric, ['rules', place, figure], range, bins);
      copy[figure] = [range[0], range[1]];
    }
    return copy;
  });
}

/** Refuses what is no text to show, or came before among the names, and adds it to them. */
export function checkName(metric: string, path: readonly (string | number)[], name: string, names: Set<string>): void {
  checkText(metric, path, name);
  if (names.has(name)) refuse('duplicate-id', metric, path, 'another name than those before it', name);
  names.add(name);
}

function checkRange(metric: string, path: readonly (string | number)[], range: ScoreRange, bins: number): void {
  if (!Array.isArray(range) || range.length !== 2)
    refuse('not-rows', metric, path, 'a lowest and a highest score, [lowest, highest]', range);
  for (let end = 0; end < 2; end++)
    if (!Number.isInteger(range[end]) || range[end] < 1 || range[end] > bins)
      refuse('not-on-scale', metric, [...path, end], `a whole score from 1 to ${bins}`, range[end]);
  if (range[1] < range[0])
    refuse('reversed-interval', metric, path, 'with the lowest score first', `${range[0]} to ${range[1]}`);
}

/** Calls back with the place of every cell of scores that a rule matches, ascending; see `cellOf`. */
export function forEachCell(rule: SegmentRule, bins: number, visit: (cell: number) => void): void {
  const every: ScoreRange = [1, bins];
  const { recency = every, frequency = every, monetary = every } = rule;
  for (let r = recency[0]; r <= recency[1]; r++)
    for (let f = frequency[0]; f <= frequency[1]; f++)
      for (let m = monetary[0]; m <= monetary[1]; m++) visit(cellOf(r, f, m, bins));
}

/** The place of a cell among all: those of recency 1 first, within them those of frequency 1. */
export function cellOf(recency: number, frequency: number, monetary: number, bins: number): number {
  return ((recency - 1) * bins + frequency - 1) * bins + monetary - 1;
}

/** For every cell the place of the first rule that matches it, -1 where none does. */
export function firstRuleByCell(rules: readonly SegmentRule[], bins: number): Int32Array {
  const first = new Int32Array(bins ** 3).fill(-1);
  rules.forEach((rule, place) => {
    forEachCell(rule, bins, (cell) => {
      if (first[cell] === -1) first[cell] = place;
    });
  });
  return first;
}
