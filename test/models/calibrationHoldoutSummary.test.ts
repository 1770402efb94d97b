import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { anyOrderCase, byCustomer, dayNumber, logOf, oracleRows } from './purchaseOracle.ts';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);

describe('the split into calibration and holdout', () => {
  const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
  const log = eventLogFromColumns({
    customer: ['ada', 'ada', 'ada', 'ada', 'bob', 'cyd', 'cyd', 'dan', 'bob'],
    at: [
      ...[day(1, 1), day(1, 15), day(2, 20), day(2, 20) + 5, day(1, 22)],
      ...[day(2, 14), day(2, 15), day(2, 27), day(3, 1)],
    ],
    amount: [50, 30, 60, 6, 35, 20, 21, 9, 8],
  });
  const options = { calibrationEnd: day(2, 6), holdoutEnd: day(2, 27), unit: 'week' } as const;

  test('is the summary as of the end of the calibration, and what the same customers bought after it', () => {
    const { definition, ...summary } = purchaseSummary(log, { asOf: day(2, 6), unit: 'week' });
    expect(calibrationHoldoutSummary(log, options)).toStrictEqual({
      ...summary,
      customers: ['ada', 'bob'],
      frequency: Int32Array.of(1, 0),
      // Ada's two orders of 20 February are one purchase.
      holdoutFrequency: Int32Array.of(1, 0),
      holdoutSpend: Float64Array.of(66, 0),
      holdoutLength: 3,
      laterCustomers: 2,
      holdoutCustomers: 1,
      holdoutCustomersOrders: 2,
      ordersAfterHoldout: 2,
      definition: { ...definition, holdoutEnd: day(2, 27) },
    });
  });

  test('takes a frozen log and frozen options', () => {
    expect(calibrationHoldoutSummary(deepFrozen(log), deepFrozen({ ...options }))).toStrictEqual(
      calibrationHoldoutSummary(log, options),
    );
  });

  test('says NaN for the holdout spend where the log has no amounts', () => {
    const bare = calibrationHoldoutSummary(withoutAmounts(log), options);
    expect(bare.holdoutSpend).toEqual(Float64Array.of(Number.NaN, Number.NaN));
    expect(bare.holdoutFrequency).toEqual(Int32Array.of(1, 0));
  });

  test('of nobody known by the end of the calibration is empty columns', () => {
    const early = calibrationHoldoutSummary(log, { ...options, calibrationEnd: day(1, 1) - 90 * DAY });
    expect(early).toMatchObject({
      customers: [],
      holdoutFrequency: new Int32Array(0),
      holdoutCustomers: 3,
      holdoutCustomersOrders: 7,
      ordersAfterHoldout: 2,
      // 90 days to New Year, then 31 of January and 26 of February.
      holdoutLength: 147 / 7,
    });
  });
});

describe('whatever the split', () => {
  const anySplit = fc.tuple(anyOrderCase, fc.integer({ min: 1, max: 30 * DAY }));
  const hasDay = (from: number, to: number, zone: string) => dayNumber(to - 1, zone) > dayNumber(from - 1, zone);

  test('calibration and holdout are those that a map of arrays gives, and add up to the summary as of the end', () => {
    fc.assert(
      fc.property(anySplit, ([one, length]) => {
        const { orders, asOf: calibrationEnd, unit, timeZone, spend } = one;
        const holdoutEnd = calibrationEnd + length;
        fc.pre(hasDay(calibrationEnd, holdoutEnd, timeZone));
        const log = logOf(orders);
        const split = calibrationHoldoutSummary(log, { calibrationEnd, holdoutEnd, unit, timeZone, spend });
        const whole = new Map(oracleRows({ ...one, asOf: holdoutEnd }).map((row) => [row.customer, row]));
        const before = oracleRows(one);
        const rows = byCustomer(toRows(split));
        expect(rows).toMatchObject(before);
        rows.forEach(({ customer, frequency, age, holdoutFrequency, holdoutSpend }) => {
          const end = whole.get(Number(customer))!;
          expect(frequency + holdoutFrequency).toBe(end.frequency);
          expect(age + split.holdoutLength).toBeCloseTo(end.age, 9);
          const paid = orders.filter((order) => order[0] === customer && order[1] >= calibrationEnd);
          const inHoldout = paid.filter((order) => order[1] < holdoutEnd);
          expect(holdoutSpend).toBe(inHoldout.reduce((sum, [, , cents]) => sum + cents, 0));
        });
        const known = new Set(before.map(({ customer }) => customer));
        const news = orders.filter(([customer, instant]) => !known.has(customer) && instant < holdoutEnd);
        expect([split.holdoutCustomers, split.holdoutCustomersOrders, split.ordersAfterHoldout]).toEqual([
          new Set(news.map(([customer]) => customer)).size,
          news.length,
          orders.filter(([, instant]) => instant >= holdoutEnd).length,
        ]);
      }),
      runs(300),
    );
  });
});

describe('a split within a day', () => {
  const split = (...instants: string[]) => {
    const log = eventLogFromColumns({
      customer: instants.map(() => 'ada'),
      at: instants.map(at),
      amount: instants.map(() => 10),
    });
    const ends = { calibrationEnd: at('2024-01-10T12:00Z'), holdoutEnd: at('2024-01-20T00:00Z') };
    const { frequency, age, ...rest } = calibrationHoldoutSummary(log, { ...ends, unit: 'day' });
    return [frequency[0], age[0], rest.holdoutFrequency[0], rest.holdoutSpend[0], rest.holdoutLength];
  };

  test('gives the day to the calibration, and a later order of it to the holdout where there was none before', () => {
    expect(split('2024-01-01T00:00Z', '2024-01-10T18:00Z')).toEqual([0, 9, 1, 10, 9]);
  });

  test('makes no second purchase of a day that had one before, but counts its money', () => {
    expect(split('2024-01-01T00:00Z', '2024-01-10T06:00Z', '2024-01-10T18:00Z')).toEqual([1, 9, 0, 10, 9]);
  });
});

describe('the input', () => {
  const log = eventLogFromColumns({ customer: [1, 1], at: [0, 5 * DAY], amount: [5, 6] });
  const options = { calibrationEnd: 3 * DAY, holdoutEnd: 9 * DAY, unit: 'day' } as const;
  const refused = (changed: object) =>
    refusalOf(() => calibrationHoldoutSummary(log, { ...options, ...changed } as never));

  test.each([
    [{ calibrationEnd: 'May' }, 'not-an-instant', 'calibrationEnd'],
    [{ holdoutEnd: undefined }, 'not-an-instant', 'holdoutEnd'],
    [{ holdoutEnd: 3 * DAY }, 'reversed-interval', 'holdoutEnd'],
    [{ holdoutEnd: 2 * DAY }, 'reversed-interval', 'holdoutEnd'],
    [{ unit: 'fortnight' }, 'not-an-option', 'unit'],
    [{ spend: 'none' }, 'not-an-option', 'spend'],
    [{ timeZone: 'Mars/Base' }, 'unknown-time-zone', 'timeZone'],
    [{ asOf: 3 * DAY }, 'unknown-option', 'options'],
  ])('%o is refused', (changed, code, name) => {
    expect(refused(changed)).toMatchObject({ code, metric: 'calibrationHoldoutSummary', path: [name] });
  });

  test('of a holdout that ends on the last day of the calibration is refused, by both instants', () => {
    const error = refused({ calibrationEnd: 3 * DAY - 20, holdoutEnd: 3 * DAY });
    expect(error.message).toBe(
      'calibrationHoldoutSummary: "holdoutEnd" must be on a day after the last before "calibrationEnd" ' +
        '(1970-01-03T23:59:59.980Z); received 1970-01-04T00:00:00.000Z',
    );
  });

  test('with a negative amount in calibration or holdout is refused, with what to do', () => {
    for (const [amount, row] of [
      [[-5, 6], 0],
      [[5, -6], 1],
    ] as const) {
      const kept = eventLogFromColumns({ customer: [1, 1], at: [0, 5 * DAY], amount }, { refunds: 'keep' });
      const error = refusalOf(() => calibrationHoldoutSummary(kept, options));
      expect(error).toMatchObject({
        code: 'not-a-quantity',
        metric: 'calibrationHoldoutSummary',
        path: ['log', 'amount', row],
      });
    }
  });

  test('of several currencies or no log is refused', () => {
    const mixed = eventLogFromColumns({ customer: [1, 1], at: [0, 1], amount: [5, 6], currency: ['EUR', 'USD'] });
    expect(refusalOf(() => calibrationHoldoutSummary(mixed, options)).code).toBe('mixed-currencies');
    expect(refusalOf(() => calibrationHoldoutSummary([] as never, options)).code).toBe('not-a-log');
  });
});

describe.skipIf(!hasCdnow)('CDNOW, tried on the nine months after the first nine', () => {
  // 1,882 is the published number of purchases; the money: Python, by dictionaries of dates, on the same file.
  test('has 1,882 purchases in a holdout of 39 weeks, for 70,976.39', () => {
    const options = { calibrationEnd: CALIBRATION_END, holdoutEnd: HOLDOUT_END, unit: 'week' } as const;
    const split = calibrationHoldoutSummary(cdnowLog(), options);
    expect(split.customers).toHaveLength(2357);
    expect(split.holdoutFrequency.reduce((sum, purchases) => sum + purchases, 0)).toBe(1882);
    expect(split.holdoutSpend.reduce((sum, spend) => sum + spend, 0)).toBeCloseTo(70_976.39, 6);
    expect([split.holdoutLength, split.holdoutCustomers, split.ordersAfterHoldout]).toEqual([39, 0, 0]);
  });
});
