import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEventLogs } from '../../src/log/mergeEventLogs.ts';
import { type RfmLists, rfmScores } from '../../src/segments/rfmScores.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyOrders, DAY, orderLog, plainCustomers } from './rfmOracle.ts';

const THRESHOLDS = { recencyDays: [7, 30], orderCount: [1, 3], revenue: [5000, 20_000] };

/** Three customers: ada orders often and much, bob once long ago, cyd stands on every threshold. */
const LOG = orderLog([
  ...[1, 2, 3, 4].map((days) => ({ customer: 'ada', at: AS_OF - days * DAY, amount: 9000 })),
  { customer: 'bob', at: AS_OF - 60 * DAY, amount: 100 },
  ...[7, 8, 9].map((days) => ({ customer: 'cyd', at: AS_OF - days * DAY, amount: days === 7 ? 0 : 2500 })),
]);

const anyList = fc
  .array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 3 })
  .map((list) => list.sort((one, other) => one - other));
const anyThresholds = fc.record({ recencyDays: anyList, orderCount: anyList, revenue: anyList });

describe('rfmScores by thresholds', () => {
  test('counts the thresholds below a value; a value on one is in the class below, for days the better one', () => {
    const scores = rfmScores(LOG, { asOf: AS_OF, thresholds: THRESHOLDS });
    expect(scores.customers).toEqual(['ada', 'bob', 'cyd']);
    expect([...scores.recencyScore]).toEqual([3, 1, 3]);
    expect([...scores.frequencyScore]).toEqual([3, 1, 2]);
    expect([...scores.monetaryScore]).toEqual([3, 1, 1]);
    expect(scores.classSizes).toEqual({ recencyDays: [1, 0, 2], orderCount: [1, 1, 1], revenue: [2, 0, 1] });
    expect(scores.thresholds).toEqual(THRESHOLDS);
    expect(scores.definition).toMatchObject({ bins: 3, method: 'thresholds' });
  });

  test('is what counting row by row gives, for any orders and thresholds', () => {
    fc.assert(
      fc.property(anyOrders, anyThresholds, (rows, thresholds) => {
        const scores = rfmScores(orderLog(rows), { asOf: AS_OF, thresholds });
        const above = (list: readonly number[], value: number) => list.filter((border) => border < value).length;
        const plain = plainCustomers(rows, AS_OF).map(({ customer, days, orders, cents }) => [
          customer,
          4 - above(thresholds.recencyDays, days),
          1 + above(thresholds.orderCount, orders),
          1 + above(thresholds.revenue, cents),
        ]);
        const found = scores.customers.map((customer, place) => [
          customer,
          scores.recencyScore[place],
          scores.frequencyScore[place],
          scores.monetaryScore[place],
        ]);
        expect(new Map(found.map((row) => [row[0], row]))).toEqual(new Map(plain.map((row) => [row[0], row])));
      }),
      runs(200),
    );
  });

  test('an earlier result’s thresholds give its own scores again, and do not move with who else is there', () => {
    fc.assert(
      fc.property(anyOrders, anyOrders, (rows, others) => {
        fc.pre(plainCustomers(rows, AS_OF).length > 0);
        const log = orderLog(rows);
        const { thresholds, recencyScore, frequencyScore, monetaryScore } = rfmScores(log, { asOf: AS_OF, bins: 4 });
        const again = rfmScores(log, { asOf: AS_OF, thresholds });
        expect([again.recencyScore, again.frequencyScore, again.monetaryScore]).toEqual([
          ...[recencyScore, frequencyScore, monetaryScore],
        ]);
        const strangers = orderLog(others.map((row) => ({ ...row, customer: `stranger ${row.customer}` })));
        const all = rfmScores(mergeEventLogs([log, strangers]), { asOf: AS_OF, thresholds });
        const scoreOf = new Map(all.customers.map((customer, place) => [customer, all.monetaryScore[place]]));
        again.customers.forEach((customer, place) => {
          expect(scoreOf.get(customer)).toBe(monetaryScore[place]);
        });
      }),
      runs(100),
    );
  });

  test('keeps copies: what was passed in stays the caller’s', () => {
    const own = structuredClone(THRESHOLDS);
    const { thresholds } = rfmScores(LOG, { asOf: AS_OF, thresholds: own });
    own.revenue[0] = 0;
    expect(thresholds.revenue[0]).toBe(5000);
  });
});

describe('rfmScores refuses thresholds', () => {
  const refused = (thresholds: unknown, more = {}) =>
    refusalOf(() => rfmScores(LOG, { asOf: AS_OF, thresholds: thresholds as RfmLists, ...more }));

  test('that fall, by place and values', () => {
    expect(refused({ ...THRESHOLDS, revenue: [200, 100] }).message).toBe(
      'rfmScores: "thresholds.revenue[1]" must be at least the one before (200); received 100',
    );
  });

  test('of unlike number, none at all, and too many', () => {
    expect(refused({ ...THRESHOLDS, orderCount: [1] }).message).toBe(
      'rfmScores: "thresholds.orderCount" must be as long as "recencyDays" (2); received 1',
    );
    for (const list of [[], new Array(100).fill(1)]) {
      const { code, path } = refused({ recencyDays: list, orderCount: list, revenue: list });
      expect([code, path]).toEqual(['not-an-option', ['thresholds', 'recencyDays']]);
    }
  });

  test('that are no numbers, as those of a class of nobody by ntile', () => {
    const { thresholds } = rfmScores(LOG, { asOf: AS_OF, bins: 5, method: 'ntile' });
    expect(thresholds.recencyDays.some(Number.isNaN)).toBe(true);
    expect(refused(thresholds).code).toBe('not-a-number');
    expect(refused({ ...THRESHOLDS, revenue: '12' }).code).toBe('not-rows');
    expect(refused({ ...THRESHOLDS, money: [1, 2] }).code).toBe('unknown-option');
    expect(refused({ recencyDays: [7, 30], orderCount: [1, 3] }).code).toBe('not-rows');
    expect(refused(null).code).toBe('not-a-record');
  });

  test('beside a number of classes or a method, which they take the place of', () => {
    for (const more of [{ bins: 3 }, { method: 'ntile' }]) {
      const error = refused(THRESHOLDS, more);
      expect([error.code, error.path]).toEqual(['not-an-option', Object.keys(more)]);
    }
  });
});
