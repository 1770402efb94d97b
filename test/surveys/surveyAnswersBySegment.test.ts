import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { surveyAnswersBySegment } from '../../src/surveys/surveyAnswersBySegment.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { answerLog, anyAnswerRows, DAY, lastOfEach, listed, listedRows, START } from './answerRows.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd'],
  at: [10, 20, 30, 40],
  amount: [6, 10, 9, 7],
  attributes: { market: ['north', 'south', 'south', 'south'] },
});
const byMarket = { attribute: 'market', value: 'last' } as const;

describe('surveyAnswersBySegment', () => {
  test('gives each value of the attribute with the last answers of its customers', () => {
    const [south, ...others] = surveyAnswersBySegment(log, byMarket);
    expect([south!.value, south!.customers, [...south!.scores], south!.leftOut, others.length]).toEqual([
      ...['south', ['ada', 'bob', 'cyd'], [9, 10, 7], 1, 0],
    ]);
  });

  test('a customer belongs, with all answers, to the first value where it is told to', () => {
    const parts = surveyAnswersBySegment(log, { ...byMarket, value: 'first' });
    expect(parts.map(({ value, scores }) => [value, ...scores])).toEqual([
      ['north', 9],
      ['south', 10, 7],
    ]);
  });

  test('what comes after the interval moves nobody to another segment', () => {
    const parts = surveyAnswersBySegment(log, { ...byMarket, to: 30 });
    expect(parts.map(({ value, scores }) => [value, ...scores])).toEqual([
      ['north', 6],
      ['south', 10],
    ]);
  });

  test('a segment of fewer answers than the minimum comes with nothing but its name', () => {
    const [north, south] = surveyAnswersBySegment(log, { ...byMarket, value: 'first', minimumAnswers: 2 });
    expect([north!.value, north!.suppressed, north!.customers, north!.scores.length]).toEqual(['north', true, [], 0]);
    expect(north!.leftOut).toBeNaN();
    expect([south!.suppressed, south!.scores.length]).toEqual([false, 2]);
  });

  test('says what each part rests on', () => {
    const [part] = surveyAnswersBySegment(log, { ...byMarket, from: 5, minimumAnswers: 1 });
    expect(part!.definition).toEqual({
      ...{ from: 5, to: undefined, answers: 'last' },
      ...{ attribute: { name: 'market', value: 'last' }, minimumAnswers: 1 },
    });
  });

  test('is what sorting customers by their first or last row finds, for any rows, interval and rule', () => {
    fc.assert(
      fc.property(anyAnswerRows, fc.nat(60), fc.constantFrom('first', 'last'), (rows, start, value) => {
        const from = START + start * DAY;
        const inside = rows.filter(({ at }) => at >= from);
        const inTime = [...inside].sort((one, other) => one.at - other.at);
        const marketOf = (customer: string) => {
          const own = inTime.filter((row) => row.customer === customer);
          return own.at(value === 'first' ? 0 : -1)!.market;
        };
        for (const answers of ['last', 'all'] as const) {
          const parts = surveyAnswersBySegment(answerLog(rows), { attribute: 'market', value, from, answers });
          const chosen = answers === 'all' ? inside : lastOfEach(inside);
          expect(parts.reduce((sum, { scores }) => sum + scores.length, 0)).toBe(chosen.length);
          for (const part of parts)
            expect(listed(part)).toEqual(
              listedRows(chosen.filter(({ customer }) => marketOf(customer) === part.value)),
            );
        }
      }),
    );
  });

  test('refuses an attribute that the log does not have, and none', () => {
    const error = refusalOf(() => surveyAnswersBySegment(log, { ...byMarket, attribute: 'plan' }));
    expect([error.code, error.path, error.received]).toEqual(['unknown-field', ['attribute'], '"plan"']);
    expect(refusalOf(() => surveyAnswersBySegment(log, { value: 'last' } as never)).code).toBe('unknown-field');
    expect(refusalOf(() => surveyAnswersBySegment(log, { attribute: 'market' } as never)).path).toEqual(['value']);
  });
});
