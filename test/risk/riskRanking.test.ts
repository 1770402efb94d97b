import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { riskRanking } from '../../src/risk/riskRanking.ts';
import { riskReasons } from '../../src/risk/riskReasons.ts';
import { riskScores } from '../../src/risk/riskScores.ts';
import type { RiskScores } from '../../src/risk/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, DAY, indicatorOfRisks } from './handIndicator.ts';

const NAN = Number.NaN;
const CUSTOMERS = ['ada', 'bob', 'cyd', 'dan'];

/** Risks of four customers by three indicators; the last one saw dan long ago. */
const scores = riskScores(
  [
    indicatorOfRisks('late', CUSTOMERS, [0.5, 1, 0, NAN]),
    indicatorOfRisks('silent', CUSTOMERS, [1, 1, 0, NAN]),
    indicatorOfRisks('angry', ['dan', 'ada'], [1, 0.25], [AS_OF - 100 * DAY, AS_OF]),
  ],
  {
    weights: [
      { indicator: 'late', weight: 2 },
      { indicator: 'silent', weight: 1 },
      { indicator: 'angry', weight: 1, staleAfterDays: 90 },
    ],
  },
);

const format = ({ indicator }: { readonly indicator: string }): string => indicator;

describe('riskRanking', () => {
  test('puts the highest score first and leaves out who has none', () => {
    // bob (2 + 1) / 3, ada (1 + 1 + 0.25) / 4, cyd 0; dan is known only from long ago.
    const ranking = riskRanking(scores);
    expect(ranking.map(({ customer, score }) => [customer, score])).toEqual([
      ['bob', 1],
      ['ada', 0.5625],
      ['cyd', 0],
    ]);
    expect(ranking.map(({ coverage }) => coverage)).toEqual([0.75, 1, 0.75]);
  });

  test('gives the reasons that add most first, equal ones in the order of the indicators', () => {
    const [bob, ada, cyd] = riskRanking(scores, { format });
    expect(ada?.reasons.map(({ text, contribution }) => [text, contribution])).toEqual([
      ['late', 0.25],
      ['silent', 0.25],
      ['angry', 0.0625],
    ]);
    expect(bob?.reasons.map(({ text }) => text)).toEqual(['late', 'silent']);
    // What adds nothing is no reason.
    expect(cyd?.reasons).toEqual([]);
  });

  test('a reason carries what a person needs to check it', () => {
    const [reason] = riskRanking(scores, { count: 1, reasons: 1 })[0]!.reasons;
    expect(reason).toMatchObject({ indicator: 'late', risk: 1, value: 100, evidence: {}, text: 'late: 100.' });
    expect(reason?.definition).toBe(scores.indicators[0]?.indicator.definition);
  });

  test('three reasons unless told, ten customers unless told', () => {
    const many = Array.from({ length: 12 }, (_, place) => place);
    const risks = many.map((place) => place / 16 + 0.1);
    const wide = riskScores(['a', 'b', 'c', 'd'].map((name) => indicatorOfRisks(name, many, risks)));
    expect(riskRanking(wide)).toHaveLength(10);
    expect(riskRanking(wide).map(({ customer }) => customer)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(riskRanking(wide)[0]?.reasons).toHaveLength(3);
    expect(riskRanking(wide, { count: 99, reasons: 9 }).map(({ reasons }) => reasons.length)).toEqual(
      many.map(() => 4),
    );
    expect(riskRanking(wide, { count: 0 })).toEqual([]);
    expect(riskRanking(wide, { reasons: 0 })[0]?.reasons).toEqual([]);
  });

  test('the evidence is every other column of the indicator, of this customer', () => {
    const late = { ...indicatorOfRisks('late', ['ada', 'bob'], [0.5, 1]), openGapDays: Float64Array.of(7, 9) };
    const [bob] = riskRanking(riskScores([{ ...late, orderCount: Int32Array.of(3, 4) } as typeof late]));
    expect(bob?.reasons[0]?.evidence).toEqual({ openGapDays: 9, orderCount: 4 });
  });

  test('says what is missing and what is stale', () => {
    const named = riskReasons(scores, { customers: ['dan', 'bob'], format });
    expect(named.map(({ customer, missing, stale }) => ({ customer, missing, stale }))).toEqual([
      { customer: 'dan', missing: ['late', 'silent'], stale: ['angry'] },
      { customer: 'bob', missing: ['angry'], stale: [] },
    ]);
    expect([named[0]?.score, named[0]?.coverage, named[0]?.reasons]).toEqual([NAN, 0, []]);
  });

  test('what was seen just as long ago as it may be is not stale', () => {
    const seen = (at: number) =>
      riskReasons(
        riskScores([indicatorOfRisks('asked', ['ada'], [1], [at]), indicatorOfRisks('late', ['ada'], [1])], {
          weights: [
            { indicator: 'asked', weight: 1, staleAfterDays: 90 },
            { indicator: 'late', weight: 1 },
          ],
        }),
        { customers: ['ada'] },
      )[0]?.stale;
    expect([seen(AS_OF - 90 * DAY), seen(AS_OF - 90 * DAY - 1)]).toEqual([[], ['asked']]);
  });

  test('is the top of all scores in order, equal ones in their own', () => {
    const anyRisks = fc.array(
      fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1, NAN), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(anyRisks, fc.nat(12), (risks, count) => {
        const own = riskScores([
          indicatorOfRisks(
            'late',
            risks.map((_, place) => place),
            risks,
          ),
        ]);
        const expected = [...own.score.keys()]
          .filter((place) => !Number.isNaN(own.score[place]))
          .sort((one, other) => own.score[other]! - own.score[one]! || one - other)
          .slice(0, count);
        expect(riskRanking(own, { count }).map(({ customer }) => customer)).toEqual(expected);
      }),
      runs(300),
    );
  });

  test('takes frozen scores', () => {
    expect(riskRanking(deepFrozen(scores) as RiskScores)).toHaveLength(3);
  });

  test('the reasons shown with all of them add up to the score', () => {
    for (const { reasons, score } of riskRanking(scores, { reasons: 9 }))
      expect(reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
  });
});

describe('refuses', () => {
  test('a customer who is not scored, a customer twice', () => {
    const error = refusalOf(() => riskReasons(scores, { customers: ['ada', 'eve'] }));
    expect([error.code, error.message]).toEqual([
      'unknown-field',
      'riskReasons: "customers[1]" must be one of the customers who are scored; received "eve"',
    ]);
    expect(refusalOf(() => riskReasons(scores, { customers: ['ada', 'ada'] })).code).toBe('duplicate-id');
  });

  test('numbers that are no counts, a format that is no function, scores that went through JSON', () => {
    expect(refusalOf(() => riskRanking(scores, { count: 1.5 })).code).toBe('not-a-count');
    expect(refusalOf(() => riskRanking(scores, { reasons: -1 })).code).toBe('not-a-count');
    expect(refusalOf(() => riskRanking(scores, { format: 'x' as never })).code).toBe('not-a-function');
    expect(refusalOf(() => riskRanking(JSON.parse(JSON.stringify(scores)))).message).toBe(
      'riskRanking: "scores.score" must be a Float64Array or an Int32Array; received an object',
    );
  });
});
