import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { surveyAnswers } from '../../src/surveys/surveyAnswers.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { answerLog, anyAnswerRows, DAY, lastOfEach, listed, listedRows, START } from './answerRows.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'bob', 'cyd'],
  at: [10, 20, 30, 40, 50],
  amount: [6, 10, 9, 2, 7],
});

describe('surveyAnswers', () => {
  test('takes of each customer the last answer, and counts those it leaves out', () => {
    const { customers, scores, at, leftOut, definition } = surveyAnswers(log);
    expect([customers, [...scores], [...at], leftOut]).toEqual([['ada', 'bob', 'cyd'], [9, 2, 7], [30, 40, 50], 2]);
    expect(definition).toEqual({ from: undefined, to: undefined, answers: 'last' });
  });

  test('takes every answer where it is told to, each with its customer, in the order of the log', () => {
    const { customers, scores, leftOut, definition } = surveyAnswers(log, { answers: 'all' });
    expect([customers, [...scores], leftOut]).toEqual([['ada', 'ada', 'bob', 'bob', 'cyd'], [6, 9, 10, 2, 7], 0]);
    expect(definition.answers).toBe('all');
  });

  test('the last answer is the last of the interval [from, to): the answers of its end are not in it', () => {
    const { customers, scores, leftOut, definition } = surveyAnswers(log, { from: 10, to: new Date(40) });
    expect([customers, [...scores], leftOut]).toEqual([['ada', 'bob'], [9, 10], 1]);
    expect(definition).toEqual({ from: 10, to: 40, answers: 'last' });
  });

  test('of two answers at one instant the one that came later in the input is the last', () => {
    const twice = { customer: ['ada', 'ada'], at: [5, 5] };
    expect([...surveyAnswers(eventLogFromColumns({ ...twice, amount: [3, 8] })).scores]).toEqual([8]);
    expect([...surveyAnswers(eventLogFromColumns({ ...twice, amount: [8, 3] })).scores]).toEqual([3]);
  });

  test('an empty log, or an interval without answers, has no answer', () => {
    const empty = surveyAnswers(eventLogFromColumns({ customer: [], at: [], amount: [] }));
    expect([empty.customers, empty.scores.length, empty.leftOut]).toEqual([[], 0, 0]);
    expect(surveyAnswers(log, { from: 60 }).customers).toEqual([]);
  });

  test('goes through toRows', () => {
    expect(toRows(surveyAnswers(log))[0]).toEqual({ customer: 'ada', scores: 9, at: 30 });
  });

  test('is what looking at every pair of rows finds, for any rows, interval and rule', () => {
    fc.assert(
      fc.property(anyAnswerRows, fc.nat(60), fc.nat(60), (rows, start, days) => {
        const [from, to] = [START + start * DAY, START + (start + days) * DAY];
        const inside = rows.filter(({ at }) => at >= from && at < to);
        const last = surveyAnswers(answerLog(rows), { from, to });
        expect(listed(last)).toEqual(listedRows(lastOfEach(inside)));
        expect(last.scores.length + last.leftOut).toBe(inside.length);
        expect(listed(surveyAnswers(answerLog(rows), { from, to, answers: 'all' }))).toEqual(listedRows(inside));
      }),
    );
  });
});

describe('surveyAnswers refuses', () => {
  test('a log without amounts: it has no scores', () => {
    const error = refusalOf(() => surveyAnswers(eventLogFromColumns({ customer: ['ada'], at: [5] })));
    expect([error.code, error.path]).toEqual(['missing-field', ['log', 'amount']]);
    expect(error.message).toBe('surveyAnswers: "log.amount" must be in the log: the scores; received undefined');
  });

  test('another rule, another key, a reversed interval', () => {
    expect(refusalOf(() => surveyAnswers(log, { answers: 'first' as never })).code).toBe('not-an-option');
    expect(refusalOf(() => surveyAnswers(log, { dedupe: true } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => surveyAnswers(log, { from: 5, to: 4 })).code).toBe('reversed-interval');
  });
});
