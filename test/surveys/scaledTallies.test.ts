import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easeTotals } from '../../src/surveys/easeTotals.ts';
import { effortTotals } from '../../src/surveys/effortTotals.ts';
import { satisfactionCounts } from '../../src/surveys/satisfactionCounts.ts';
import { refusalOf } from '../core/refusalOf.ts';

const FIVE = { lowest: 1, highest: 5 };
const anyScale = fc
  .record({ lowest: fc.integer({ min: -20, max: 20 }), steps: fc.integer({ min: 1, max: 30 }) })
  .map(({ lowest, steps }) => ({ lowest, highest: lowest + steps }));
const anyScaled = anyScale.chain((scale) =>
  fc.record({
    scale: fc.constant(scale),
    scores: fc.array(fc.integer({ min: scale.lowest, max: scale.highest })),
    topBoxes: fc.integer({ min: 1, max: scale.highest - scale.lowest }),
  }),
);

describe('satisfactionCounts', () => {
  test('counts the two highest of five', () => {
    expect(satisfactionCounts([5, 4, 3, 1, 5], { scale: FIVE })).toEqual({
      ...{ satisfied: 3, answers: 5, definition: { scale: FIVE, topBoxes: 2 } },
    });
  });

  test('counts 6 and 7 of seven, 9 and 10 of ten, and 5 alone where one box is asked for', () => {
    const all = (highest: number) => Array.from({ length: highest }, (_, i) => i + 1);
    expect(satisfactionCounts(all(7), { scale: { lowest: 1, highest: 7 } }).satisfied).toBe(2);
    expect(satisfactionCounts(all(10), { scale: { lowest: 1, highest: 10 } }).satisfied).toBe(2);
    expect(satisfactionCounts(all(5), { scale: FIVE, topBoxes: 1 }).satisfied).toBe(1);
  });

  test('counts what is among the highest scores written out, for any scale', () => {
    fc.assert(
      fc.property(anyScaled, ({ scale, scores, topBoxes }) => {
        const boxes = Array.from({ length: topBoxes }, (_, i) => scale.highest - i);
        const expected = scores.filter((score) => boxes.includes(score)).length;
        expect(satisfactionCounts(scores, { scale, topBoxes })).toMatchObject({
          ...{ satisfied: expected, answers: scores.length },
        });
      }),
    );
  });

  test('refuses boxes that are none, all of the scale, or not whole', () => {
    const boxes = (topBoxes: number) => refusalOf(() => satisfactionCounts([5], { scale: FIVE, topBoxes }));
    expect([boxes(0).code, boxes(5).code, boxes(1.5).code]).toEqual(['below-limit', 'above-limit', 'not-a-count']);
    expect(boxes(5).message).toBe(
      'satisfactionCounts: "topBoxes" must be below the number of scores on the scale (5); received 5',
    );
    expect(satisfactionCounts([5, 2, 1], { scale: FIVE, topBoxes: 4 }).satisfied).toBe(2);
  });

  test('refuses two boxes of a scale of two: all would be satisfied', () => {
    const error = refusalOf(() => satisfactionCounts([0, 1], { scale: { lowest: 0, highest: 1 } }));
    expect([error.code, error.path]).toEqual(['above-limit', ['topBoxes']]);
  });

  test('does not guess a scale', () => {
    expect(refusalOf(() => satisfactionCounts([5], {} as never)).path).toEqual(['scale']);
    expect(refusalOf(() => satisfactionCounts([5], undefined as never)).path).toEqual(['options']);
  });
});

describe('effortTotals and easeTotals', () => {
  test('have the scale of their question unless told: 1 to 5 and 1 to 7', () => {
    expect(effortTotals([1, 2, 2, 5])).toEqual({
      ...{ effortSum: 10, answers: 4, definition: { scale: FIVE, direction: 'lower is better' } },
    });
    expect(easeTotals([7, 6, 4, 1])).toEqual({
      ...{ easeSum: 18, easyAnswers: 2, answers: 4 },
      definition: { scale: { lowest: 1, highest: 7 }, easyFrom: 5, direction: 'higher is better' },
    });
    expect(refusalOf(() => effortTotals([6])).path).toEqual(['scores', 0]);
    expect(refusalOf(() => easeTotals([8])).code).toBe('not-on-scale');
  });

  test('agreeing is above the middle: 4 and 5 of five, 6 to 10 of ten, 1 and 2 of -2 to 2', () => {
    const from = (lowest: number, highest: number) =>
      easeTotals([], { scale: { lowest, highest } }).definition.easyFrom;
    expect([from(1, 7), from(1, 5), from(1, 10), from(-2, 2), from(-3, 0)]).toEqual([5, 4, 6, 1, -1]);
  });

  test('add up, for any scale', () => {
    fc.assert(
      fc.property(anyScaled, ({ scale, scores }) => {
        const sum = scores.reduce((total, score) => total + score, 0);
        const easy = scores.filter((score) => score - scale.lowest > scale.highest - score).length;
        expect(effortTotals(scores, { scale })).toMatchObject({ effortSum: sum, answers: scores.length });
        expect(easeTotals(scores, { scale })).toMatchObject({ easeSum: sum, easyAnswers: easy });
      }),
    );
  });
});

describe.each([
  ['satisfactionCounts', satisfactionCounts],
  ['effortTotals', effortTotals],
  ['easeTotals', easeTotals],
] as const)('%s refuses', (name, tally) => {
  const withScale = (scale: unknown) => refusalOf(() => tally([1], { scale } as never));

  test('ends that are swapped or equal, not whole, or more than ends', () => {
    expect(withScale({ lowest: 5, highest: 1 }).message).toBe(
      `${name}: "scale.highest" must be above "lowest" (5); received 1`,
    );
    expect([withScale({ lowest: 5, highest: 5 }).code, withScale({ lowest: 5, highest: 1 }).code]).toEqual([
      ...['reversed-interval', 'reversed-interval'],
    ]);
    expect(withScale({ lowest: 0.5, highest: 5 }).path).toEqual(['scale', 'lowest']);
    expect(withScale({ lowest: 1, highest: Infinity }).code).toBe('not-an-option');
    expect(withScale({ lowest: 1, highest: 5, middle: 3 }).code).toBe('unknown-option');
    expect(withScale('1-5').code).toBe('not-a-record');
  });

  test('scores off the scale, each by its index', () => {
    const error = refusalOf(() => tally([1, 0, 3, 5.5], { scale: FIVE }));
    expect([error.code, error.path, error.issueCount, error.metric]).toEqual(['not-on-scale', ['scores', 1], 2, name]);
  });
});

test('a tally keeps a copy of the scale it was given, not the object itself', () => {
  const scale = { lowest: 1, highest: 5 };
  expect(satisfactionCounts([], { scale }).definition.scale).not.toBe(scale);
});
