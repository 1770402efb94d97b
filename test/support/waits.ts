import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurvivalQuantile } from '../../src/statistics/survivalQuantile.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { NO_QUANTITIES } from '../rates/wrongSubjects.ts';

/** Hours of some tickets. */
export interface Times {
  readonly time: number[];
  readonly ended: number[];
}

/** Tickets of whole hours, some of them open. */
export const anyTimes: fc.Arbitrary<Times> = fc
  .array(fc.tuple(fc.nat(15), fc.constantFrom(0, 1)), { maxLength: 25 })
  .map((tickets) => ({ time: tickets.map(([hours]) => hours), ended: tickets.map(([, end]) => end) }));

/** Three tickets were answered after 2, 4 and 30 hours; two have waited for 20 and 50 hours so far. */
const WAITING: Times = { time: [2, 4, 20, 30, 50], ended: [1, 1, 0, 1, 0] };

/** Holds what every median of waits does. */
export function isMedianOfWaits(metric: (times: Times) => number): void {
  describe('the median of waits', () => {
    test('counts tickets that are still open for as long as they have been, and is longer for it', () => {
      // Answered only: the middle of 2, 4 and 30 is 4. With the open ones: 4/5 wait longer than 2, 3/5 longer than 4;
      // of the two at risk at 30 one is answered then, 3/5 x 1/2 = 0.3: the curve comes down to a half at 30.
      expect(metric({ time: [2, 4, 30], ended: [1, 1, 1] })).toBe(4);
      expect(metric(WAITING)).toBe(30);
    });

    test('of tickets that all ended is the middle one, or the mean of the middle two', () => {
      expect(metric({ time: [9, 1, 5], ended: [1, 1, 1] })).toBe(5);
      expect(metric({ time: [9, 1, 5, 8], ended: [1, 1, 1, 1] })).toBe(6.5);
    });

    test('is NaN without a ticket, and where too few have ended to say', () => {
      expect(metric({ time: [], ended: [] })).toBeNaN();
      expect(metric({ time: [5, 7], ended: [0, 0] })).toBeNaN();
      expect(metric({ time: [1, 7, 8], ended: [1, 0, 0] })).toBeNaN();
    });

    test('is never shorter than the median of the ended ones alone', () => {
      fc.assert(
        fc.property(anyTimes, ({ time, ended }) => {
          const own = time.filter((_, ticket) => ended[ticket] === 1).sort((one, other) => one - other);
          const middle = (own[Math.floor((own.length - 1) / 2)]! + own[Math.ceil((own.length - 1) / 2)]!) / 2;
          expect(metric({ time, ended }) < middle).toBe(false);
        }),
        runs(300),
      );
    });

    test('lets a ticket of weight 3 count as three, and one of weight 0 not at all', () => {
      const times = { time: [1, 5, 9], ended: [1, 1, 1], weight: [3, 1, 0] };
      expect(metric(times)).toBe(1);
    });
  });

  refusesWrongTimes(metric.name, (times) => metric(times as Times));
}

/** Holds what every interval of such a median does. */
export function isIntervalOfWaits(
  interval: (times: Times, options?: { readonly level?: number }) => SurvivalQuantile,
  metric: (times: Times) => number,
): void {
  test('its estimate is the median, and its level and share stand beside it', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const { estimate, level, share } = interval(times);
        expect([estimate, level, share]).toEqual([metric(times), 0.95, 0.5]);
      }),
      runs(100),
    );
  });

  test('of 99 tickets that took 1 to 99 hours: from 40 to 59', () => {
    // With t ended of 99 at risk, S = (99 - t) / 99 and Greenwood's sum is t / (99 (99 - t)). The lower end of S,
    // exp(-exp(log(-log S) + 1.96 sqrt(sum) / |log S|)), is 0.5028 at 39 and 0.4926 at 40; the upper end 0.5087 at 58
    // and 0.4986 at 59.
    const time = Array.from({ length: 99 }, (_, place) => place + 1);
    expect(interval({ time, ended: time.map(() => 1) })).toMatchObject({ estimate: 50, lower: 40, upper: 59 });
  });

  test('widens with the level', () => {
    const time = Array.from({ length: 40 }, (_, place) => place + 1);
    const times = { time, ended: time.map((hours) => (hours % 4 === 0 ? 0 : 1)) };
    const [narrow, wide] = [interval(times, { level: 0.5 }), interval(times, { level: 0.99 })];
    expect(wide.lower < narrow.lower && wide.upper > narrow.upper).toBe(true);
    expect([narrow.level, wide.level]).toEqual([0.5, 0.99]);
  });

  test('has no ends for weighted tickets', () => {
    const times = { time: [1, 2, 3], ended: [1, 1, 1], weight: [1, 1, 1] };
    expect(interval(times)).toMatchObject({ estimate: 2, lower: Number.NaN, upper: Number.NaN });
  });

  test('refuses a level or an option that is none', () => {
    const times = { time: [1], ended: [1] };
    for (const level of [0, 1, 95, Number.NaN, '0.95', null])
      expect(refusalOf(() => interval(times, { level } as never)).path).toEqual(['level']);
    expect(refusalOf(() => interval(times, { hours: 4 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => interval(times, null as never)).metric).toBe(interval.name);
  });

  refusesWrongTimes(interval.name, (times) => interval(times as Times));
}

/** Holds what every share within so many hours does. */
export function isShareWithin(share: (times: Times, options: { readonly hours: number }) => number): void {
  test('counts an open ticket for as long as it was seen, neither as over nor as too late', () => {
    // As above: 4/5, then 3/5 wait longer than 4 hours; at 30 it is 3/10.
    const within = (hours: number): number => share(WAITING, { hours });
    expect([within(1), within(2), within(10)]).toEqual([0, expect.closeTo(0.2, 15), expect.closeTo(0.4, 15)]);
    expect([within(29), within(30), within(50)].map((found) => found.toFixed(12))).toEqual([
      '0.400000000000',
      '0.700000000000',
      '0.700000000000',
    ]);
    // Leaving the open ones out would say 2 of 3 within 10 hours; counting them as too late would say 3 of 5 within 50.
  });

  test('is the plain share where all ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.nat(25), (time, hours) => {
        const plain = time.filter((own) => own <= hours).length / time.length;
        expect(share({ time, ended: time.map(() => 1) }, { hours })).toBeCloseTo(plain, 15);
      }),
      runs(200),
    );
  });

  test('is NaN without a ticket, and beyond what was seen while some may still be open', () => {
    expect(share({ time: [], ended: [] }, { hours: 0 })).toBeNaN();
    expect(share(WAITING, { hours: 51 })).toBeNaN();
    expect(share({ time: [1, 2], ended: [1, 1] }, { hours: 51 })).toBe(1);
  });

  test('grows with the hours, from 0 to 1', () => {
    fc.assert(
      fc.property(anyTimes, fc.nat(15), fc.nat(5), (times, hours, more) => {
        const [soon, later] = [share(times, { hours }), share(times, { hours: hours + more })];
        expect(soon < 0 || soon > 1 || later < soon).toBe(false);
      }),
      runs(200),
    );
  });

  test.each(NO_QUANTITIES)('refuses hours that are %s', (received, hours) => {
    const error = refusalOf(() => share(WAITING, { hours } as never));
    expect(error.message).toBe(`${share.name}: "hours" must be a finite number of at least 0; received ${received}`);
  });

  test('refuses options that are none', () => {
    expect(refusalOf(() => share(WAITING, { days: 2 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => share(WAITING, undefined as never)).code).toBe('not-a-record');
  });

  refusesWrongTimes(share.name, (times) => share(times as Times, { hours: 2 }));
}

/** Holds that wrong times are refused by the function that was called, by place. */
function refusesWrongTimes(name: string, read: (times: unknown) => unknown): void {
  test('refuses negative hours, ends that are none and columns of unlike length, by place', () => {
    const refused = (times: object) => refusalOf(() => read({ ...WAITING, ...times })).message;
    expect(refused({ time: [2, 4, -20, 30, 50] })).toBe(
      `${name}: "times.time[2]" must be a finite number of at least 0; received -20`,
    );
    expect(refused({ ended: [1, 1, true, 1, 0] })).toBe(
      `${name}: "times.ended[2]" must be 1 (the end was seen) or 0; received true`,
    );
    expect(refused({ ended: [1, 1] })).toBe(`${name}: "times.ended" must be as long as "time" (5); received 2`);
  });

  test.each(HOSTILE_VALUES)('refuses %s as the times', (_, value) => {
    expect(refusalOf(() => read(value)).metric).toBe(name);
  });

  test('reads frozen and typed columns alike, and changes none', () => {
    const typed = { time: Float64Array.from(WAITING.time), ended: Int8Array.from(WAITING.ended) };
    const frozen = Object.freeze({ time: Object.freeze([...WAITING.time]), ended: Object.freeze([...WAITING.ended]) });
    expect([read(typed), read(frozen)]).toEqual([read(WAITING), read(WAITING)]);
    expect(Array.from(typed.time)).toEqual(WAITING.time);
  });
}
