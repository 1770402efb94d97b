import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { netPromoterCounts } from '../../src/surveys/netPromoterCounts.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { surveyAnswersByPeriod } from '../../src/surveys/surveyAnswersByPeriod.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { answerLog, anyAnswerRows, DAY, lastOfEach, listed, listedRows, START } from './answerRows.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'ada', 'bob', 'ada', 'cyd'],
  at: [Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 20), Date.UTC(2024, 0, 9), Date.UTC(2024, 2, 1), Date.UTC(2024, 2, 5)],
  amount: [6, 9, 2, 10, 10],
});
const month = { period: 'month', asOf: Date.UTC(2024, 2, 10) } as const;

describe('surveyAnswersByPeriod', () => {
  test('gives each period with the last answer of each customer in it, empty ones too', () => {
    const parts = surveyAnswersByPeriod(log, month);
    expect(parts.map(({ label, customers, scores, leftOut, state }) => [label, customers, [...scores], leftOut, state]))
      // February has no answer: fewer than 1, so that it is not shown either.
      .toEqual([
        ['2024-01', ['ada', 'bob'], [9, 2], 1, 'observed'],
        ['2024-02', [], [], Number.NaN, 'observed'],
        ['2024-03', ['ada', 'cyd'], [10, 10], 0, 'partial'],
      ]);
  });

  test('any figure of a part is a map, NaN where there is no answer', () => {
    const scores = surveyAnswersByPeriod(log, month).map((part) => netPromoterScore(netPromoterCounts(part.scores)));
    expect(scores).toEqual([0, Number.NaN, 100]);
  });

  test('a period that ends at asOf is observed, and what comes from asOf on is not looked at', () => {
    const parts = surveyAnswersByPeriod(log, { period: 'month', asOf: Date.UTC(2024, 2, 1) });
    expect(parts.map(({ label, state }) => `${label} ${state}`)).toEqual(['2024-01 observed', '2024-02 observed']);
  });

  test('a period of fewer answers than the minimum comes with nothing, of as many with all', () => {
    const two = surveyAnswersByPeriod(log, { ...month, minimumAnswers: 2 });
    expect(two.map(({ suppressed }) => suppressed)).toEqual([false, true, false]);
    const three = surveyAnswersByPeriod(log, { ...month, minimumAnswers: 3 });
    for (const { customers, scores, at, leftOut, suppressed, definition } of three) {
      expect([customers, scores.length, at.length, leftOut, suppressed]).toEqual([[], 0, 0, Number.NaN, true]);
      expect(definition.minimumAnswers).toBe(3);
    }
  });

  test('0 as the minimum shows empty periods as what they are', () => {
    const [, february] = surveyAnswersByPeriod(log, { ...month, minimumAnswers: 0 });
    expect([february!.suppressed, february!.leftOut, february!.scores.length]).toEqual([false, 0, 0]);
  });

  test('the minimum is of the answers that count, after older ones of the same customer are left out', () => {
    const three = surveyAnswersByPeriod(log, { ...month, answers: 'all', minimumAnswers: 3 });
    expect(three.map(({ suppressed }) => suppressed)).toEqual([false, true, true]);
  });

  test('says what each part rests on', () => {
    const [january] = surveyAnswersByPeriod(log, { ...month, timeZone: 'Europe/Paris' });
    expect(january!.definition).toEqual({
      ...{ from: Date.UTC(2023, 11, 31, 23), to: Date.UTC(2024, 0, 31, 23), answers: 'last' },
      ...{ period: 'month', timeZone: 'Europe/Paris', weekStartsOn: 'monday', asOf: month.asOf, minimumAnswers: 1 },
    });
    expect([january!.from, january!.to]).toEqual([january!.definition.from, january!.definition.to]);
  });

  test('a log without answers before asOf has no part', () => {
    expect(surveyAnswersByPeriod(log, { period: 'day', asOf: 0 })).toEqual([]);
    const empty = eventLogFromColumns({ customer: [], at: [], amount: [] });
    expect(surveyAnswersByPeriod(empty, month)).toEqual([]);
  });

  test('a day that the zone skipped has no part', () => {
    // Samoa went over the date line: there was no 30 December 2011.
    const at = [Date.UTC(2011, 11, 30, 9), Date.UTC(2011, 11, 30, 11)];
    const samoa = eventLogFromColumns({ customer: ['ada', 'bob'], at, amount: [1, 2] });
    const days = surveyAnswersByPeriod(samoa, { period: 'day', timeZone: 'Pacific/Apia', asOf: at[1]! + 1 });
    expect(days.map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('is what sorting rows by their label finds, for any rows and rule', () => {
    fc.assert(
      fc.property(anyAnswerRows, fc.constantFrom('day', 'week', 'month'), fc.nat(70), (rows, period, days) => {
        const asOf = START + days * DAY;
        const calendar = { period, timeZone: 'America/New_York' } as const;
        for (const answers of ['last', 'all'] as const) {
          const parts = surveyAnswersByPeriod(answerLog(rows), { ...calendar, asOf, answers });
          const seen = rows.filter(({ at }) => at < asOf);
          const labels = new Set(parts.map(({ label }) => label));
          expect(seen.every(({ at }) => labels.has(periodLabel(at, calendar)))).toBe(true);
          for (const part of parts) {
            const own = seen.filter(({ at }) => periodLabel(at, calendar) === part.label);
            expect(listed(part)).toEqual(listedRows(answers === 'all' ? own : lastOfEach(own)));
          }
        }
      }),
    );
  });

  test('refuses a log without amounts, a minimum that is no count, and no asOf', () => {
    const bare = eventLogFromColumns({ customer: ['ada'], at: [5] });
    expect(refusalOf(() => surveyAnswersByPeriod(bare, month)).code).toBe('missing-field');
    expect(refusalOf(() => surveyAnswersByPeriod(log, { ...month, minimumAnswers: 1.5 })).code).toBe('not-a-count');
    expect(refusalOf(() => surveyAnswersByPeriod(log, { period: 'month' } as never)).path).toEqual(['asOf']);
  });
});
