import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rfmSegmentRules } from '../../src/segments/rfmSegmentRules.ts';
import { segmentRuleCoverage } from '../../src/segments/segmentRuleCoverage.ts';
import type { SegmentRule } from '../../src/segments/segmentRules.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyRules, plainSegment } from './ruleOracle.ts';

describe('segmentRuleCoverage', () => {
  test('counts the cells of five classes, and lists those that no rule covers in order', () => {
    const coverage = segmentRuleCoverage([
      { name: 'most', recency: [2, 5] },
      { name: 'rich', monetary: [2, 5], frequency: [2, 5] },
      { name: 'poor', frequency: [1, 1], monetary: [1, 3] },
    ]);
    // Of recency 1: money 1 with frequency 2 to 5, and money 4 and 5 with frequency 1.
    expect(coverage).toMatchObject({ cells: 125, covered: 119 });
    expect(coverage.uncovered.map(({ recency, frequency, monetary }) => [recency, frequency, monetary])).toEqual([
      [1, 1, 4],
      [1, 1, 5],
      [1, 2, 1],
      [1, 3, 1],
      [1, 4, 1],
      [1, 5, 1],
    ]);
  });

  test('says which earlier rules take cells from a rule, and whether any is left', () => {
    const { rules } = segmentRuleCoverage(
      [
        { name: 'recent', recency: [2, 2] },
        { name: 'frequent', frequency: [2, 2] },
        { name: 'both', recency: [2, 2], frequency: [2, 2] },
        { name: 'all' },
      ],
      { bins: 2 },
    );
    expect(rules).toEqual([
      { name: 'recent', matches: 4, wins: 4, overlaps: [], isReachable: true },
      { name: 'frequent', matches: 4, wins: 2, overlaps: [{ name: 'recent', cells: 2 }], isReachable: true },
      { name: 'both', matches: 2, wins: 0, overlaps: [{ name: 'recent', cells: 2 }], isReachable: false },
      {
        ...{ name: 'all', matches: 8, wins: 2, isReachable: true },
        overlaps: [
          { name: 'recent', cells: 4 },
          { name: 'frequent', cells: 2 },
        ],
      },
    ]);
  });

  test('finds champions that an earlier, wider rule swallows', () => {
    const { rules } = segmentRuleCoverage([
      { name: 'loyal', frequency: [4, 5] },
      { name: 'champions', recency: [5, 5], frequency: [5, 5], monetary: [5, 5] },
    ]);
    expect(rules.filter(({ isReachable }) => !isReachable).map(({ name }) => name)).toEqual(['champions']);
  });

  test('carries the rules and the number of classes as data of its own', () => {
    const rules: SegmentRule[] = [{ name: 'recent', recency: [4, 5] }];
    const { definition } = segmentRuleCoverage(rules);
    expect(definition).toEqual({ bins: 5, rules });
    expect(definition.rules[0]!.recency).not.toBe(rules[0]!.recency);
  });

  test('is what asking every rule about every cell gives, for any rules', () => {
    fc.assert(
      fc.property(anyRules, ({ rules, bins }) => {
        const coverage = segmentRuleCoverage(rules, { bins });
        const scores = Array.from({ length: bins }, (_, place) => place + 1);
        const cells = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => [r, f, m] as const)));
        const winners = cells.map((cell) => plainSegment(rules, cell));
        expect(coverage.cells).toBe(cells.length);
        expect(coverage.uncovered.map(({ recency, frequency, monetary }) => [recency, frequency, monetary])).toEqual(
          cells.filter((_, place) => winners[place] === undefined),
        );
        expect(coverage.covered + coverage.uncovered.length).toBe(coverage.cells);
        for (const { name, matches, wins, overlaps, isReachable } of coverage.rules) {
          const own = rules.filter((rule) => rule.name === name);
          const matched = winners.filter((_, place) => plainSegment(own, cells[place]!) !== undefined);
          expect(matches).toBe(matched.length);
          expect(wins).toBe(winners.filter((winner) => winner === name).length);
          expect(wins + overlaps.reduce((sum, one) => sum + one.cells, 0)).toBe(matches);
          for (const one of overlaps) expect(one.cells).toBe(matched.filter((winner) => winner === one.name).length);
          expect(isReachable).toBe(winners.includes(name));
        }
      }),
      runs(200),
    );
  });
});

describe('the segments of the library', () => {
  const coverage = segmentRuleCoverage(rfmSegmentRules);

  test('cover all 125 cells', () => {
    expect(coverage).toMatchObject({ cells: 125, covered: 125, uncovered: [] });
  });

  test('are eleven, each with cells of its own', () => {
    expect(coverage.rules).toHaveLength(11);
    expect(coverage.rules.filter(({ isReachable }) => !isReachable)).toEqual([]);
    expect(coverage.rules.reduce((sum, { wins }) => sum + wins, 0)).toBe(125);
  });

  test('overlap only where money tells two apart', () => {
    const overlaps = coverage.rules.flatMap(({ name, overlaps: own }) => own.map((one) => [one.name, name, one.cells]));
    expect(overlaps).toEqual([
      ['champions', 'loyal', 8],
      ['cannot lose', 'at risk', 8],
    ]);
  });

  test('cannot be changed by a caller for all others', () => {
    expect(() => (rfmSegmentRules as SegmentRule[]).push({ name: 'mine' })).toThrow(TypeError);
    expect(() => Object.assign(rfmSegmentRules[0]!, { name: 'mine' })).toThrow(TypeError);
    expect(() => Object.assign(rfmSegmentRules[0]!.recency!, [1])).toThrow(TypeError);
  });
});

describe('segmentRuleCoverage refuses', () => {
  const GOOD = { name: 'recent', recency: [4, 5] };
  const ask =
    (rules: unknown, options: unknown = {}) =>
    () =>
      segmentRuleCoverage(rules as never, options as never);

  test.each([
    ['no rules', [], 'not-rows', ['rules']],
    ['rules that are no array', { 0: GOOD }, 'not-rows', ['rules']],
    ['a rule that is none', [GOOD, null], 'not-a-record', ['rules[1]']],
    ['a misspelt score', [{ ...GOOD, recencies: [1, 2] }], 'unknown-option', ['rules[0]']],
    ['a rule without a name', [{ recency: [1, 2] }], 'not-a-text', ['rules', 0, 'name']],
    ['an empty name', [{ name: '' }], 'not-a-text', ['rules', 0, 'name']],
    ['the same name twice', [GOOD, { name: 'lost' }, { name: 'recent' }], 'duplicate-id', ['rules', 2, 'name']],
    ['a score below 1', [GOOD, { name: 'x', monetary: [0, 2] }], 'not-on-scale', ['rules', 1, 'monetary', 0]],
    ['a score above the classes', [{ name: 'x', recency: [1, 6] }], 'not-on-scale', ['rules', 0, 'recency', 1]],
    ['a score that is not whole', [{ name: 'x', recency: [1, 2.5] }], 'not-on-scale', ['rules', 0, 'recency', 1]],
    ['a reversed range', [{ name: 'x', frequency: [5, 4] }], 'reversed-interval', ['rules', 0, 'frequency']],
    ['a range of three', [{ name: 'x', recency: [1, 2, 3] }], 'not-rows', ['rules', 0, 'recency']],
    ['a single score', [{ name: 'x', recency: 5 }], 'not-rows', ['rules', 0, 'recency']],
  ])('%s, by where it is', (_, rules, code, path) => {
    const error = refusalOf(ask(rules));
    expect([error.metric, error.code, error.path]).toEqual(['segmentRuleCoverage', code, path]);
  });

  test('a reversed range in words', () => {
    expect(refusalOf(ask([GOOD, { name: 'x', recency: [5, 4] }])).message).toBe(
      'segmentRuleCoverage: "rules[1].recency" must be with the lowest score first; received "5 to 4"',
    );
  });

  test('a hole in the rules', () => {
    const rules = Object.assign(new Array(3), { 0: GOOD, 2: GOOD });
    expect(refusalOf(ask(rules)).path).toEqual(['rules[1]']);
  });

  test.each(HOSTILE_VALUES)('%s as a number of classes and as a range', (name, value) => {
    // [1, 2] is a range, wherever the array was made.
    if (value === undefined || name === 'an array of another realm') return;
    expect(refusalOf(ask([GOOD], { bins: value })).path).toEqual(['bins']);
    expect(refusalOf(ask([{ name: 'x', recency: value }])).path[0]).toBe('rules');
  });
});
