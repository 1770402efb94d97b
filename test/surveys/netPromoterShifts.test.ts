import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { netPromoterCategory } from '../../src/surveys/netPromoterCategory.ts';
import { netPromoterShifts } from '../../src/surveys/netPromoterShifts.ts';
import { surveyAnswers } from '../../src/surveys/surveyAnswers.ts';
import { refusalOf } from '../core/refusalOf.ts';

const spring = { customers: ['ada', 'bob', 'cyd', 'dan'], scores: [6, 9, 8, 10] };
const autumn = { customers: ['bob', 'eve', 'ada', 'cyd'], scores: [10, 3, 8, 0] };
const none = {
  ...{ detractorToDetractor: 0, detractorToPassive: 0, detractorToPromoter: 0 },
  ...{ passiveToDetractor: 0, passiveToPassive: 0, passiveToPromoter: 0 },
  ...{ promoterToDetractor: 0, promoterToPassive: 0, promoterToPromoter: 0 },
};

describe('netPromoterShifts', () => {
  test('counts who became what, and those who answered once apart', () => {
    expect(netPromoterShifts(spring, autumn)).toEqual({
      ...none,
      ...{ detractorToPassive: 1, promoterToPromoter: 1, passiveToDetractor: 1 },
      ...{ unmatchedBefore: 1, unmatchedAfter: 1 },
      definition: { scale: { lowest: 0, highest: 10 }, promotersFrom: 9, passivesFrom: 7 },
    });
  });

  test('lists the nine in order: from detractors up, to detractors up', () => {
    expect(Object.keys(netPromoterShifts(spring, autumn)).slice(0, 9)).toEqual(Object.keys(none));
  });

  test('takes the answers of two intervals of a log', () => {
    const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [1, 2, 11], amount: [3, 9, 10] });
    const shifts = netPromoterShifts(surveyAnswers(log, { to: 10 }), surveyAnswers(log, { from: 10 }));
    expect([shifts.detractorToPromoter, shifts.unmatchedBefore, shifts.unmatchedAfter]).toEqual([1, 1, 0]);
  });

  test("tells ids of text from numbers: '1' and 1 are two customers", () => {
    const shifts = netPromoterShifts({ customers: ['1'], scores: [9] }, { customers: [1], scores: [9] });
    expect([shifts.promoterToPromoter, shifts.unmatchedBefore, shifts.unmatchedAfter]).toEqual([0, 1, 1]);
  });

  test('is what looking each customer up finds, for any answers', () => {
    const anyAnswers = fc
      .uniqueArray(fc.nat(12))
      .chain((customers) =>
        fc
          .array(fc.integer({ min: 0, max: 10 }), { minLength: customers.length, maxLength: customers.length })
          .map((scores) => ({ customers, scores })),
      );
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (before, after) => {
        const shifts = netPromoterShifts(before, after);
        const both = before.customers.filter((customer) => after.customers.includes(customer));
        const categoryIn = (answers: typeof before, customer: number) =>
          netPromoterCategory(answers.scores[answers.customers.indexOf(customer)]!);
        for (const [name, found] of Object.entries(shifts).slice(0, 9)) {
          const [from, to] = name.split('To');
          const own = both.filter(
            (customer) => categoryIn(before, customer) === from && categoryIn(after, customer) === to?.toLowerCase(),
          );
          expect([name, found]).toEqual([name, own.length]);
        }
        expect(shifts.unmatchedBefore + both.length).toBe(before.customers.length);
        expect(shifts.unmatchedAfter + both.length).toBe(after.customers.length);
      }),
    );
  });

  test('refuses a customer twice, by place', () => {
    const twice = { customers: ['ada', 'bob', 'ada'], scores: [1, 2, 3] };
    const error = refusalOf(() => netPromoterShifts(spring, twice));
    expect([error.code, error.path, error.received]).toEqual(['duplicate-id', ['after', 'customers', 2], '"ada"']);
    expect(error.message).toBe(
      'netPromoterShifts: "after.customers[2]" must be there once: take each one\'s last answer; received "ada"',
    );
  });

  test('refuses scores off the scale, columns of two lengths, ids that are none', () => {
    expect(refusalOf(() => netPromoterShifts({ ...spring, scores: [1, 2, 3, 11] }, autumn)).path).toEqual([
      ...['before', 'scores', 3],
    ]);
    expect(refusalOf(() => netPromoterShifts({ ...spring, scores: [1] }, autumn)).code).toBe('length-mismatch');
    expect(refusalOf(() => netPromoterShifts(spring, { customers: [null], scores: [1] } as never)).code).toBe(
      'not-an-id',
    );
    expect(refusalOf(() => netPromoterShifts(spring, {} as never)).path).toEqual(['after', 'customers']);
  });
});
