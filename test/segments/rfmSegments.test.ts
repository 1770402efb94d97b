import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { type RfmScores, rfmScores } from '../../src/segments/rfmScores.ts';
import { rfmSegments } from '../../src/segments/rfmSegments.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyOrders, DAY, orderLog } from './rfmOracle.ts';
import { anyRules, plainSegment } from './ruleOracle.ts';

/** Scores written by hand: one customer a row, with days, orders, revenue and the three scores. */
function scoresOf(rows: readonly (readonly [number, number, number, number, number, number])[], bins = 5): RfmScores {
  const column = (place: number) => rows.map((row) => row[place]!);
  const none = { recencyDays: [], orderCount: [], revenue: [] };
  return {
    customers: rows.map((_, place) => `c${place}`),
    recencyDays: Float64Array.from(column(0)),
    orderCount: Int32Array.from(column(1)),
    revenue: Float64Array.from(column(2)),
    recencyScore: Int32Array.from(column(3)),
    frequencyScore: Int32Array.from(column(4)),
    monetaryScore: Int32Array.from(column(5)),
    thresholds: none,
    classSizes: none,
    definition: { asOf: AS_OF, bins, method: 'quantile', currency: 'EUR' },
  };
}

const FOUR = scoresOf([
  [2, 9, 600, 5, 5, 5],
  [4, 3, 150, 4, 4, 2],
  [90, 1, 50, 1, 1, 1],
  [6, 7, 200, 4, 5, 4],
]);

describe('rfmSegments', () => {
  test('gives each customer the first rule that holds for their scores', () => {
    const { customers, codes, names } = rfmSegments(FOUR);
    expect(toRows({ customers, codes })).toEqual([
      { customer: 'c0', codes: names.indexOf('champions') },
      { customer: 'c1', codes: names.indexOf('loyal') },
      { customer: 'c2', codes: names.indexOf('lost') },
      { customer: 'c3', codes: names.indexOf('champions') },
    ]);
  });

  test('sums segments up in the order of the rules, those of nobody too, and the others last', () => {
    const { segments, names } = rfmSegments(FOUR);
    expect(segments.map(({ name }) => name)).toEqual(names);
    expect(names.at(-1)).toBe('other');
    expect(segments[0]).toEqual({
      ...{ name: 'champions', customers: 2, share: 0.5, revenue: 800, revenueShare: 0.8 },
      ...{ meanRecencyDays: 4, meanOrderCount: 8, meanRevenue: 400 },
    });
    expect(segments[2]).toEqual({
      ...{ name: 'potential loyalists', customers: 0, share: 0, revenue: 0, revenueShare: 0 },
      ...{ meanRecencyDays: Number.NaN, meanOrderCount: Number.NaN, meanRevenue: Number.NaN },
    });
  });

  test('drops nobody: whom no rule matches is in the last segment, under the name told', () => {
    const rules = [{ name: 'best', monetary: [5, 5] }] as const;
    const { codes, names, segments } = rfmSegments(FOUR, { rules, otherName: 'the rest' });
    expect([...codes]).toEqual([0, 1, 1, 1]);
    expect(names).toEqual(['best', 'the rest']);
    expect(segments.map(({ customers }) => customers)).toEqual([1, 3]);
  });

  test('of rules that hold for nobody has all in the last segment', () => {
    const { segments } = rfmSegments(FOUR, { rules: [{ name: 'x', recency: [3, 3] }] });
    expect(segments.map(({ name, customers, share, revenueShare }) => [name, customers, share, revenueShare])).toEqual([
      ['x', 0, 0, 0],
      ['other', 4, 1, 1],
    ]);
  });

  test('of no customers has shares of NaN', () => {
    const [first] = rfmSegments(scoresOf([])).segments;
    expect(first).toMatchObject({ customers: 0, share: Number.NaN, revenue: 0, revenueShare: Number.NaN });
  });

  test('has revenue shares of NaN where there is no revenue', () => {
    expect(rfmSegments(scoresOf([[1, 1, 0, 5, 1, 1]])).segments.map(({ revenueShare }) => revenueShare)).toEqual(
      new Array(12).fill(Number.NaN),
    );
  });

  test('adds money up without losing what rounding would take', () => {
    const scores = scoresOf([1e16, 1, 1, 1, 1].map((revenue) => [1, 1, revenue, 5, 5, 5] as const));
    expect(rfmSegments(scores).segments[0]!.revenue).toBe(1e16 + 4);
  });

  test('carries the definition of the scores, and the rules as data of its own', () => {
    const rules = [{ name: 'best', monetary: [5, 5] as const }];
    const { definition } = rfmSegments(FOUR, { rules });
    expect(definition).toEqual({ ...FOUR.definition, rules, otherName: 'other' });
    expect(definition.rules[0]).not.toBe(rules[0]);
  });

  test('takes rules of its own for another number of classes', () => {
    const three = scoresOf([[1, 1, 1, 3, 1, 2]], 3);
    expect([...rfmSegments(three, { rules: [{ name: 'x', recency: [3, 3] }] }).codes]).toEqual([0]);
  });

  test('takes scores that went through JSON as lists', () => {
    const lists = Object.fromEntries(
      Object.entries(FOUR).map(([name, column]) => [
        name,
        ArrayBuffer.isView(column) ? [...(column as Float64Array)] : column,
      ]),
    );
    expect(rfmSegments(JSON.parse(JSON.stringify(lists)))).toEqual(rfmSegments(FOUR));
  });

  test('is what asking the rules about each customer gives, and its parts add up, for any log and rules', () => {
    fc.assert(
      fc.property(anyOrders, anyRules, (rows, { rules, bins }) => {
        const scores = rfmScores(orderLog(rows), { asOf: AS_OF, bins });
        const { codes, names, segments } = rfmSegments(scores, { rules });
        const expected = scores.customers.map((_, place) => {
          const { recencyScore, frequencyScore, monetaryScore } = scores;
          return plainSegment(rules, [recencyScore[place]!, frequencyScore[place]!, monetaryScore[place]!]) ?? 'other';
        });
        expect(Array.from(codes, (code) => names[code])).toEqual(expected);
        for (const { name, customers, revenue, meanOrderCount } of segments) {
          const own = expected.flatMap((segment, place) => (segment === name ? [place] : []));
          expect(customers).toBe(own.length);
          expect(revenue).toBe(own.reduce((sum, place) => sum + scores.revenue[place]!, 0));
          const orders = own.reduce((sum, place) => sum + scores.orderCount[place]!, 0);
          expect(meanOrderCount).toBe(own.length === 0 ? Number.NaN : orders / own.length);
        }
      }),
      runs(200),
    );
  });
});

describe('rfmSegments refuses', () => {
  const ask =
    (scores: unknown, options: unknown = {}) =>
    () =>
      rfmSegments(scores as never, options as never);

  test('scores that are not in 5 classes where no rules are given, in words', () => {
    expect(refusalOf(ask(scoresOf([], 4))).message).toBe(
      'rfmSegments: "rules" must be given where scores do not go from 1 to 5, but to 4; received undefined',
    );
  });

  test('rules that ask for scores there are not', () => {
    const error = refusalOf(ask(scoresOf([], 3), { rules: [{ name: 'x', recency: [1, 4] }] }));
    expect([error.metric, error.code, error.path]).toEqual(['rfmSegments', 'not-on-scale', ['rules', 0, 'recency', 1]]);
  });

  test('no rules at all, and a name twice, the name of the others too', () => {
    expect(refusalOf(ask(FOUR, { rules: [] })).code).toBe('not-rows');
    expect(refusalOf(ask(FOUR, { rules: [{ name: 'x' }, { name: 'x' }] })).path).toEqual(['rules', 1, 'name']);
    expect(refusalOf(ask(FOUR, { rules: [{ name: 'other' }] }))).toMatchObject({
      code: 'duplicate-id',
      path: ['otherName'],
    });
    expect(refusalOf(ask(FOUR, { otherName: '' })).code).toBe('not-a-text');
  });

  test.each([
    ['a score of 6 in five classes', { recencyScore: [6, 1, 1, 1] }, 'not-on-scale', ['scores', 'recencyScore', 0]],
    ['a score of 0', { monetaryScore: [1, 1, 0, 1] }, 'not-on-scale', ['scores', 'monetaryScore', 2]],
    ['a column that is too short', { frequencyScore: [1] }, 'length-mismatch', ['scores', 'frequencyScore']],
    ['figures that are too many', { revenue: [1, 1, 1, 1, 1] }, 'length-mismatch', ['scores', 'revenue']],
    ['a figure that is none', { revenue: [1, 1, 1, Number.NaN] }, 'not-a-number', ['scores.revenue', 3]],
    ['no scores', { recencyScore: undefined }, 'not-rows', ['scores', 'recencyScore']],
    ['no customers', { customers: 4 }, 'not-rows', ['scores', 'customers']],
    ['no definition', { definition: undefined }, 'not-a-record', ['scores.definition']],
    ['no number of classes', { definition: { bins: 0 } }, 'not-an-option', ['scores', 'definition', 'bins']],
  ])('%s, by where it is', (_, change, code, path) => {
    const error = refusalOf(ask({ ...FOUR, ...change }));
    expect([error.metric, error.code, error.path]).toEqual(['rfmSegments', code, path]);
  });

  test('a misspelt option', () => {
    expect(refusalOf(ask(FOUR, { rule: [] })).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s as scores and as the name of the others', (_, value) => {
    expect(refusalOf(ask(value)).metric).toBe('rfmSegments');
    if (value !== undefined && (typeof value !== 'string' || value === ''))
      expect(refusalOf(ask(FOUR, { otherName: value })).path).toEqual(['otherName']);
  });
});

test('the whole way from orders to segments, worked by hand', () => {
  // Ada: 2 days ago, 3 orders, 90; bob: 50 days, 2 orders, 30; cyd: 90 days, 1 order, 10.
  const log = eventLogFromColumns({
    customer: ['ada', 'ada', 'ada', 'bob', 'bob', 'cyd'],
    at: [10, 40, 98, 20, 50, 10].map((day) => day * DAY),
    amount: [30, 30, 30, 10, 20, 10],
  });
  // Quantiles 1/5 … 4/5 of three values a < b < c have ranks 0.4, 0.8, 1.2, 1.6: two of them lie below b, four below c.
  const scores = rfmScores(log, { asOf: 100 * DAY });
  expect([...scores.recencyScore]).toEqual([5, 3, 1]);
  expect([...scores.frequencyScore]).toEqual([5, 3, 1]);
  const { codes, names } = rfmSegments(scores);
  expect(Array.from(codes, (code) => names[code])).toEqual(['champions', 'needs attention', 'lost']);
});
