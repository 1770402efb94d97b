import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/log/day.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import * as bgNbd from '../../src/models/bgNbd/index.ts';
import type { BgNbdFit } from '../../src/models/bgNbd/types.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { purchaseTracking, type TrackedPeriod } from '../../src/models/purchaseTracking.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { CDNOW_FITS, fitOf, WRONG_FITS } from './checkCases.ts';
import { anyOrderCase, dayNumber, logOf, type OrderCase } from './purchaseOracle.ts';

const fit = CDNOW_FITS.bgNbd;
const { parameters } = CDNOW_FITS.bgNbd as BgNbdFit;
const day = (number: number): number => number * DAY;

/** Expected of a customer within some weeks of the first order. */
const expectedWithin = (weeks: number): number => bgNbd.expectedPurchasesOfNewCustomer(parameters, { horizon: weeks });

// Ada comes on day 0, bob on day 10, cyd in the holdout.
const log = eventLogFromColumns({
  customer: ['ada', 'ada', 'ada', 'ada', 'ada', 'bob', 'bob', 'cyd', 'cyd'],
  at: [day(0), day(0) + 5, day(6), day(7), day(30), day(10), day(22), day(20), day(24)],
});
const options = { fit, calibrationEnd: day(14), asOf: day(25) };

describe('the tracking of purchases', () => {
  test('counts repeat purchases of the cohort by weeks from its first order on', () => {
    const { rows, customers, laterCustomers } = purchaseTracking(log, options);
    expect(rows.map(({ period, from, to }) => [period, from, to])).toEqual([
      [1, day(0), day(7)],
      [2, day(7), day(14)],
      [3, day(14), day(21)],
    ]);
    // Ada's second order is on the day of the first, and her third is on the last day of week 1.
    expect(rows.map(({ actual }) => actual)).toEqual([1, 1, 0]);
    expect(rows.map(({ actualCumulative }) => actualCumulative)).toEqual([1, 2, 2]);
    expect(rows.map(({ isHoldout }) => isHoldout)).toEqual([false, false, true]);
    expect({ customers, laterCustomers }).toEqual({ customers: 2, laterCustomers: 1 });
  });

  test('expects of each customer what a new one buys, from the day of the own first order on', () => {
    const { rows } = purchaseTracking(log, options);
    // The last day of week 1 is ada's sixth; that of week 2 her 13th, and bob's third.
    const known = [
      expectedWithin(6 / 7),
      expectedWithin(13 / 7) + expectedWithin(3 / 7),
      expectedWithin(20 / 7) + expectedWithin(10 / 7),
    ];
    rows.forEach(({ expectedCumulative }, place) => {
      expect(expectedCumulative).toBeCloseTo(known[place]!, 13);
    });
  });

  test('leaves out the period that is not over, and counts its purchases', () => {
    // Bob's second order on day 22 is in week 4, which ends with day 27; ada's on day 30 comes later.
    expect(purchaseTracking(log, options)).toMatchObject({ openPurchases: 1, laterOrders: 1 });
    expect(purchaseTracking(log, { ...options, asOf: day(28) - 1 }).rows).toHaveLength(3);
    // As of the very instant of bob's, it is one of the later ones.
    expect(purchaseTracking(log, { ...options, asOf: day(22) })).toMatchObject({ openPurchases: 0, laterOrders: 2 });
    const whole = purchaseTracking(log, { ...options, asOf: day(28) });
    expect(whole.rows).toHaveLength(4);
    expect(whole).toMatchObject({ openPurchases: 0, laterOrders: 1 });
  });

  test('says that a period is of the holdout where it has a day after the calibration', () => {
    const holdouts = (calibrationEnd: number): boolean[] =>
      purchaseTracking(log, { ...options, calibrationEnd }).rows.map(({ isHoldout }) => isHoldout);
    expect(holdouts(day(13))).toEqual([false, true, true]);
    // A split at noon gives the day to the calibration.
    expect(holdouts(day(13) + DAY / 2)).toEqual([false, false, true]);
    expect(holdouts(day(15))).toEqual([false, false, true]);
  });

  test('may end with the calibration', () => {
    const { rows } = purchaseTracking(log, { ...options, asOf: options.calibrationEnd });
    expect(rows.map(({ isHoldout }) => isHoldout)).toEqual([false, false]);
  });

  test('of a cohort of nobody has no rows', () => {
    const nobody = { rows: [], customers: 0, openPurchases: 0, laterOrders: 0 };
    expect(purchaseTracking(log, { ...options, calibrationEnd: day(0) })).toMatchObject({
      ...nobody,
      laterCustomers: 3,
    });
    const empty = eventLogFromColumns({ customer: [], at: [] });
    expect(purchaseTracking(empty, options)).toMatchObject({ ...nobody, laterCustomers: 0 });
  });

  test('ends a month and a year with the last whole day of theirs', () => {
    const monthly = fitOf('bgNbd', parameters, 'month');
    const { rows } = purchaseTracking(log, { ...options, fit: monthly, asOf: day(400) });
    // 30.436875, 60.87375, 91.310625, 121.7475, … days.
    expect(rows.slice(0, 4).map(({ to }) => to / DAY)).toEqual([31, 61, 92, 122]);
    const yearly = purchaseTracking(log, { ...options, fit: fitOf('bgNbd', parameters, 'year'), asOf: day(400) });
    expect(yearly.rows.map(({ to }) => to / DAY)).toEqual([366]);
    expect(yearly.rows[0]!.expected).toBeCloseTo(expectedWithin(365 / 365.2425) + expectedWithin(355 / 365.2425), 13);
  });

  test('goes by the days of the zone, where clocks change too', () => {
    // Midnights of Berlin around 31 March 2024, a day of 23 hours.
    const midnight = Date.UTC(2024, 2, 28, 23);
    const berlin = eventLogFromColumns({ customer: ['ada', 'ada'], at: [midnight, midnight + day(7) - DAY / 24] });
    const zoned = { fit, calibrationEnd: midnight + DAY, asOf: midnight + day(20), timeZone: 'Europe/Berlin' };
    const { rows, definition } = purchaseTracking(berlin, zoned);
    expect(rows.map(({ to }) => to - midnight)).toEqual([day(7) - DAY / 24, day(14) - DAY / 24]);
    expect(rows.map(({ actual }) => actual)).toEqual([0, 1]);
    expect(definition.timeZone).toBe('Europe/Berlin');
  });

  test('says what it rests on, and takes frozen options', () => {
    expect(purchaseTracking(log, deepFrozen({ ...options })).definition).toEqual({
      ...{ model: 'bgNbd', parameters, timeUnit: 'week', timeZone: 'UTC' },
      ...{ calibrationEnd: options.calibrationEnd, asOf: options.asOf },
    });
    expect(purchaseTracking(log, { ...options, asOf: new Date(options.asOf) })).toStrictEqual(
      purchaseTracking(log, options),
    );
  });
});

describe('of random orders', () => {
  /** The last day of the period before `to`, by the calendar of a zone. */
  const lastDayOf = (to: number, { timeZone }: OrderCase): number => dayNumber(to - 1, timeZone);

  test('the tracking is what a slow loop over customers and days says', () => {
    fc.assert(
      fc.property(anyOrderCase, fc.nat(30), (orderCase, reach) => {
        const { orders, asOf: calibrationEnd, timeZone, unit } = orderCase;
        const asOf = calibrationEnd + day(reach);
        const own = fitOf('bgNbd', parameters, unit);
        const { rows, customers } = purchaseTracking(logOf(orders), { fit: own, calibrationEnd, asOf, timeZone });
        const cohort = [...new Set(orders.map(([customer]) => customer))]
          .map((id) => orders.filter(([customer]) => customer === id).map(([, at]) => at))
          .filter((times) => Math.min(...times) < calibrationEnd)
          .map((times) => [...new Set(times.map((at) => dayNumber(at, timeZone)))].sort((one, other) => one - other));
        expect(customers).toBe(cohort.length);
        const days = { day: 1, week: 7, month: 146_097 / 4800, year: 146_097 / 400 }[unit];
        for (const { to, expectedCumulative, actualCumulative } of rows) {
          const last = lastDayOf(to, orderCase);
          const known = cohort.filter(([first]) => first! <= last);
          const made = known.flatMap((own) => own.slice(1)).filter((bought) => bought <= last);
          expect(actualCumulative).toBe(made.length);
          const expected = known.map(([first]) => expectedWithin((last - first!) / days));
          expect(expectedCumulative).toBeCloseTo(
            expected.reduce((total, one) => total + one, 0),
            10,
          );
        }
      }),
      runs(150),
    );
  });

  test('periods add up to what is cumulative, and follow one another', () => {
    fc.assert(
      fc.property(anyOrderCase, fc.nat(30), ({ orders, asOf: calibrationEnd, timeZone }, reach) => {
        const asOf = calibrationEnd + day(reach);
        const own = fitOf('mbgNbd', { r: 0.5, alpha: 6, a: 0.9, b: 1.6 }, 'week');
        const { rows } = purchaseTracking(logOf(orders), { fit: own, calibrationEnd, asOf, timeZone });
        let [expected, actual] = [0, 0];
        rows.forEach((row, place) => {
          expected += row.expected;
          actual += row.actual;
          expect(row.expectedCumulative).toBeCloseTo(expected, 12);
          expect(row.expected).toBeGreaterThanOrEqual(0);
          expect(row.actualCumulative).toBe(actual);
          expect(row.period).toBe(place + 1);
          if (place > 0) expect(row.from).toBe(rows[place - 1]!.to);
          expect(row.to).toBeLessThanOrEqual(asOf);
        });
      }),
      runs(100),
    );
  });
});

describe('the input', () => {
  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => purchaseTracking(log, { ...options, fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'purchaseTracking', path });
  });

  test('a fit of opportunities is refused: they have no days', () => {
    const gifts = fitOf('bgBb', { alpha: 1, beta: 1, gamma: 1, delta: 3 }, 'year');
    expect(refusalOf(() => purchaseTracking(log, { ...options, fit: gifts }))).toMatchObject({
      code: 'not-an-option',
      path: ['fit', 'model'],
      issues: [{ received: '"bgBb"' }],
    });
  });

  test.each([undefined, 'quarter', 7])('a fit in the unit %o is refused', (unit) => {
    const wrong = fitOf('bgNbd', parameters, unit as never);
    const refusal = refusalOf(() => purchaseTracking(log, { ...options, fit: wrong }));
    expect(refusal).toMatchObject({ code: 'not-an-option', path: ['fit.definition.timeUnit'] });
  });

  test.each([
    [{ calibrationEnd: 'now' }, 'not-an-instant', ['calibrationEnd']],
    [{ asOf: undefined }, 'not-an-instant', ['asOf']],
    [{ asOf: day(14) - 1 }, 'reversed-interval', ['asOf']],
    [{ timeZone: 'Nowhere' }, 'unknown-time-zone', ['timeZone']],
    [{ unit: 'week' }, 'unknown-option', ['options']],
  ])('options with %o are refused', (changed, code, path) => {
    const refusal = refusalOf(() => purchaseTracking(log, { ...options, ...changed } as never));
    expect(refusal).toMatchObject({ code, metric: 'purchaseTracking', path });
  });

  test('what is no log is refused', () => {
    expect(refusalOf(() => purchaseTracking({} as never, options)).code).toBe('not-a-log');
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  const ends = { calibrationEnd: CALIBRATION_END, asOf: HOLDOUT_END };

  // A loop over the 2,357 customers for each of 78 weeks, expectations by the published closed forms with mpmath's 2F1.
  test.each([
    ['bgNbd', { 1: 3.208787876577688, 12: 611.7555726163375, 39: 2493.956889775195, 78: 4160.609211637813 }],
    ['mbgNbd', { 1: 3.198052126051417, 12: 613.5294170307075, 39: 2475.636260538805, 78: 4049.953212682692 }],
    ['paretoNbd', { 1: 3.068429028001799, 12: 601.9761001352532, 39: 2524.93276347595, 78: 4270.040684198608 }],
  ] as const)('has 78 weeks, and in them what %s expects', (model, known) => {
    const { rows, openPurchases } = purchaseTracking(cdnowLog(), { fit: CDNOW_FITS[model], ...ends });
    expect(rows).toHaveLength(78);
    expect(openPurchases).toBe(0);
    for (const [week, expected] of Object.entries(known))
      expect(rows[Number(week) - 1]!.expectedCumulative / expected).toBeCloseTo(1, 11);
  });

  test('has the purchases of the paper, 2,457 by the end of the calibration and 1,882 more by that of the holdout', () => {
    const { rows } = purchaseTracking(cdnowLog(), { fit, ...ends });
    expect(rows[11]!.actualCumulative).toBe(733);
    expect(rows[38]).toMatchObject({ to: CALIBRATION_END, isHoldout: false, actualCumulative: 2457 });
    expect(rows[39]).toMatchObject({ from: CALIBRATION_END, isHoldout: true });
    expect(rows[77]).toMatchObject({ to: HOLDOUT_END, actualCumulative: 2457 + 1882 });
    // Within 4 %, as in the paper's figure.
    expect(rows[77]!.expectedCumulative / 4339).toBeCloseTo(0.96, 2);
  });

  // Expected 432.645, 241.463 and 992.544 by the same slow loop.
  test('is off in the weeks up to Christmas and in a spring, and on course in all others', () => {
    const { rows } = purchaseTracking(cdnowLog(), { fit, ...ends });
    const sums = (weeks: readonly TrackedPeriod[]): number[] => [
      weeks.reduce((total, { actual }) => total + actual, 0),
      Math.round(weeks.reduce((total, { expected }) => total + expected, 0)),
    ];
    const between = (from: number, to: number): TrackedPeriod[] =>
      rows.filter((row) => row.from >= from && row.to <= to);
    const christmas = between(Date.UTC(1997, 9, 22), Date.UTC(1997, 11, 24));
    const spring = between(Date.UTC(1998, 1, 25), Date.UTC(1998, 3, 8));
    const others = rows.slice(39).filter((row) => !christmas.includes(row) && !spring.includes(row));
    expect([christmas.length, spring.length, others.length]).toEqual([9, 6, 24]);
    expect([christmas, spring, others].map(sums)).toEqual([
      [541, 433],
      [346, 241],
      [995, 993],
    ]);
  });

  test('has as many as the summary of purchases', () => {
    const summary = purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' });
    const { rows } = purchaseTracking(cdnowLog(), { fit, ...ends, asOf: CALIBRATION_END });
    expect(rows.at(-1)!.actualCumulative).toBe(summary.frequency.reduce((total, count) => total + count, 0));
  });
});
