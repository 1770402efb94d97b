import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { type EngagementDeclineOptions, engagementDecline } from '../../src/risk/engagementDecline.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { exactSum, nearestDouble, ulpsApart } from '../rates/exact.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfDays, rowsBefore } from './eventRows.ts';

/** Every so many days from one day up to, not including, another. */
const every = (step: number, from: number, to: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, place) => from + place * step);

const atDay = (asOf: number, more: object = {}) => ({ asOf: asOf * DAY, ...more });

describe('engagementDecline', () => {
  test('sets what a customer does a day against their own usual', () => {
    // At day 300: recent from day 270, baseline from day 90. Weekly before: 26 visits in 180 days; then 2 in 30.
    const days = [...every(7, 90, 270), 275, 290];
    const found = engagementDecline(logOfDays({ ada: [3, ...days] }), atDay(300));
    expect([...found.recentEvents, ...found.baselineEvents, ...found.baselineDays]).toEqual([2, 26, 180]);
    // 2 / 30 a day against 26 / 180: (2 x 180) / (30 x 26) = 360 / 780 = 6 / 13.
    expect(found.value[0]).toBe(6 / 13);
    // From 1 (risk 0) to 1/4 (risk 1): (1 - 6/13) / (3/4) = 28 / 39.
    expect(found.risk[0]).toBeCloseTo(28 / 39, 14);
    expect(found.recentPerWeek[0]).toBe(14 / 30);
    expect(found.baselinePerWeek[0]).toBe(182 / 180);
  });

  test('looks at half-open windows: an event counts on the first instant, and not on the one after the last', () => {
    const options = { asOf: 100 * DAY, recentDays: 10, baselineDays: 20, minimumBaselineEvents: 1 };
    const count = (ms: number): number[] => {
      const log = logOf([0, ms].map((at) => ({ customer: 'ada', at, amount: 0 })));
      const { recentEvents, baselineEvents } = engagementDecline(log, options);
      return [recentEvents[0]!, baselineEvents[0]!];
    };
    expect(count(100 * DAY)).toEqual([0, 0]);
    expect(count(100 * DAY - 1)).toEqual([1, 0]);
    expect(count(90 * DAY)).toEqual([1, 0]);
    expect(count(90 * DAY - 1)).toEqual([0, 1]);
    expect(count(70 * DAY)).toEqual([0, 1]);
    expect(count(70 * DAY - 1)).toEqual([0, 0]);
  });

  test('begins the baseline of a newcomer with their first event, which itself is not counted', () => {
    // First seen on day 220, 50 days before the recent ones; on five of these days they came again.
    const found = engagementDecline(logOfDays({ ada: [220, 225, 230, 240, 250, 269, 280] }), atDay(300));
    expect([found.baselineEvents[0], found.baselineDays[0]]).toEqual([5, 50]);
    // 1 / 30 a day against 5 / 50.
    expect(found.value[0]).toBe(1 / 3);
    // Seen at the very start of the baseline: it is not shorter, and every event counts.
    const old = engagementDecline(logOfDays({ ada: [90, 225, 230, 240, 250] }), atDay(300));
    expect([old.baselineEvents[0], old.baselineDays[0]]).toEqual([5, 180]);
  });

  test('takes newcomers of a steady chance of coming for steady, on average', () => {
    // Comings at random, one in 3 days: the baseline that counted its own beginning would have 3 / 40 too many a day.
    const { uniform } = seededRandom(7);
    const comings = (first: number) => {
      const days = [first];
      while (days.at(-1)! < 300) days.push(days.at(-1)! - 3 * Math.log(1 - uniform()));
      return days;
    };
    const customers = Object.fromEntries(Array.from({ length: 4000 }, (_, id) => [`c${id}`, comings(230)]));
    const { overallChange, value } = engagementDecline(logOfDays(customers), atDay(300));
    expect(value.filter((own) => !Number.isNaN(own)).length).toBeGreaterThan(3900);
    // About 40000 recent events: a standard error of about 0.7 %. Counting the first would give 0.93.
    expect(Math.abs(overallChange - 1)).toBeLessThan(0.02);
  });

  test('says nothing of a baseline shorter than the recent days, or of too few events', () => {
    const found = engagementDecline(
      logOfDays({
        thirtyDays: [240, 241, 242, 243, 244, 245],
        newer: [241, 242, 243, 244, 245, 246],
        fourVisits: [100, 110, 120, 130],
        recentOnly: [280, 281, 282, 283, 284, 285],
        longGone: every(1, 0, 80),
      }),
      atDay(300),
    );
    expect(found.customers).toEqual(['thirtyDays', 'newer', 'fourVisits', 'recentOnly', 'longGone']);
    expect([...found.value]).toEqual([0, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect([...found.risk]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect([...found.observedAt]).toEqual([300 * DAY, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    // What there is to see is still shown.
    expect([...found.baselineEvents]).toEqual([5, 5, 3, 0, 0]);
    expect([...found.baselineDays]).toEqual([30, 29, 170, 0, 180]);
    expect([...found.recentEvents]).toEqual([0, 0, 0, 6, 0]);
    expect([...found.baselinePerWeek]).toEqual([35 / 30, 35 / 29, 21 / 170, Number.NaN, 0]);
  });

  test('needs as many events of the baseline as told', () => {
    const log = logOfDays({ ada: [0, 110, 120], bob: [0, 110] });
    const { value } = engagementDecline(log, atDay(300, { minimumBaselineEvents: 2 }));
    expect([...value]).toEqual([0, Number.NaN]);
  });

  test('with seasonality removed sets each customer against all of them together', () => {
    // Everybody came every 3 days; in summer ada and bob every 6, cyd not at all.
    const before = every(3, 0, 270);
    const log = logOfDays({
      ada: [...before, ...every(6, 270, 300)],
      bob: [...before, ...every(6, 270, 300)],
      cyd: before,
    });
    const ignored = engagementDecline(log, atDay(300));
    const removed = engagementDecline(log, atDay(300, { seasonality: 'removed' }));
    expect([...ignored.value]).toEqual([0.5, 0.5, 0]);
    // 10 events of 30 expected.
    expect([ignored.overallChange, removed.overallChange]).toEqual([1 / 3, 1 / 3]);
    expect([...removed.value]).toEqual([1.5, 1.5, 0]);
    expect([...removed.risk]).toEqual([0, 0, 1]);
    expect(removed.definition.settings).toMatchObject({ seasonality: 'removed' });
  });

  test('with seasonality removed says nothing where nobody did anything of late', () => {
    const found = engagementDecline(logOfDays({ ada: every(9, 0, 260) }), atDay(300, { seasonality: 'removed' }));
    expect([...found.value, found.overallChange, ...found.observedAt]).toEqual([Number.NaN, 0, Number.NaN]);
    expect(engagementDecline(logOfDays({}), atDay(300)).overallChange).toBeNaN();
  });

  test('carries what it rests on', () => {
    const { definition } = engagementDecline(logOfDays({}), { asOf: new Date(DAY), name: 'visits' });
    expect(definition).toEqual({
      name: 'visits',
      kind: 'engagementDecline',
      asOf: DAY,
      map: { kind: 'linear', safe: 1, risky: 0.25 },
      settings: { recentDays: 30, baselineDays: 180, minimumBaselineEvents: 5, seasonality: 'ignored' },
    });
  });

  test('is what plain loops over the rows find, for any log', () => {
    const choices = fc.record({
      recentDays: fc.integer({ min: 1, max: 30 }),
      more: fc.integer({ min: 0, max: 60 }),
      minimumBaselineEvents: fc.integer({ min: 1, max: 4 }),
      seasonality: fc.constantFrom('ignored' as const, 'removed' as const),
    });
    fc.assert(
      fc.property(anyEvents(fc.constant(0), 80), choices, (rows, { more, ...own }) => {
        const options = { asOf: AS_OF, ...own, baselineDays: own.recentDays + more };
        const found = engagementDecline(logOf(rows), options);
        const plain = plainDecline(rows, options);
        expect(found.customers).toEqual(plain.map(({ customer }) => customer));
        expect([...found.recentEvents]).toEqual(plain.map(({ recent }) => recent));
        expect([...found.baselineEvents]).toEqual(plain.map(({ usual }) => usual));
        expect([...found.baselineDays]).toEqual(plain.map(({ length }) => length / DAY));
        const assessed = plain.filter(({ isKnown }) => isKnown);
        const expected = exactSum(assessed.map(({ usual, length }) => (usual * own.recentDays * DAY) / length));
        const overall = assessed.reduce((total, { recent }) => total + recent, 0) / expected;
        if (assessed.length === 0) expect(found.overallChange).toBeNaN();
        else expect(found.overallChange).toBeCloseTo(overall, 12);
        plain.forEach(({ isKnown, recent, usual, length }, place) => {
          const isSaid = isKnown && (own.seasonality === 'ignored' || overall > 0);
          if (!isSaid) {
            expect(found.value[place]).toBeNaN();
            return;
          }
          const exact = nearestDouble({
            numerator: BigInt(recent) * BigInt(length),
            denominator: BigInt(own.recentDays * DAY) * BigInt(usual),
          });
          if (own.seasonality === 'ignored') expect(ulpsApart(found.value[place]!, exact)).toBeLessThanOrEqual(2);
          else expect(found.value[place]).toBeCloseTo(exact / overall, 12);
        });
      }),
      runs(300),
    );
  });
});

type Plain = { customer: string | number; recent: number; usual: number; length: number; isKnown: boolean };

function plainDecline(
  rows: Parameters<typeof rowsBefore>[0],
  {
    recentDays,
    baselineDays,
    minimumBaselineEvents,
  }: Required<Pick<EngagementDeclineOptions, 'recentDays' | 'baselineDays' | 'minimumBaselineEvents'>>,
): Plain[] {
  const recentFrom = AS_OF - recentDays * DAY;
  return rowsBefore(rows, AS_OF).map(([customer, own]) => {
    const instants = own.map(({ at }) => at);
    const earliest = Math.min(...instants);
    const from = Math.max(recentFrom - baselineDays * DAY, earliest);
    const within = instants.filter((at) => at >= from && at < recentFrom).length;
    const isNewcomer = from === earliest && earliest > recentFrom - baselineDays * DAY;
    const usual = isNewcomer && earliest < recentFrom ? within - 1 : within;
    const length = Math.max(0, recentFrom - from);
    const recent = instants.filter((at) => at >= recentFrom).length;
    return { customer, recent, usual, length, isKnown: usual >= minimumBaselineEvents && length >= recentDays * DAY };
  });
}

describe('engagementDecline refuses', () => {
  const ask = (more: object) => refusalOf(() => engagementDecline(logOfDays({ ada: [0] }), atDay(9, more)));

  test('a baseline shorter than the recent days, by name and value', () => {
    expect(ask({ baselineDays: 29 }).message).toBe(
      'engagementDecline: "baselineDays" must be at least "recentDays" (30); received 29',
    );
    expect(ask({ recentDays: 200 }).code).toBe('below-limit');
    expect(() => engagementDecline(logOfDays({}), atDay(9, { recentDays: 180 }))).not.toThrow();
  });

  test('lengths and numbers that are none, and words that are not known', () => {
    for (const wrong of [0, -1, Number.NaN, Infinity, '30', null]) {
      expect(ask({ recentDays: wrong }).path).toEqual(['recentDays']);
      expect(ask({ baselineDays: wrong }).path).toEqual(['baselineDays']);
      expect(ask({ minimumBaselineEvents: wrong }).path).toEqual(['minimumBaselineEvents']);
    }
    expect(ask({ minimumBaselineEvents: 0 }).message).toBe(
      'engagementDecline: "minimumBaselineEvents" must be at least 1; received 0',
    );
    expect(ask({ seasonality: 'yearly' }).message).toBe(
      `engagementDecline: "seasonality" must be one of 'ignored', 'removed'; received "yearly"`,
    );
  });
});
