import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import type { EventLog, TenureLog } from '../../src/log/types.ts';
import { alertLift } from '../../src/risk/alertLift.ts';
import { alertPrecision } from '../../src/risk/alertPrecision.ts';
import { alertRecall } from '../../src/risk/alertRecall.ts';
import { alertStep } from '../../src/risk/alertStep.ts';
import type { Alert, AlertState } from '../../src/risk/alertTypes.ts';
import { backtestAlerts } from '../../src/risk/backtestAlerts.ts';
import { noAlerts } from '../../src/risk/noAlerts.ts';
import type { RiskScores } from '../../src/risk/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { DAY, madeScores } from './madeScores.ts';

const RULES = [{ name: 'high', enterAt: 0.7, leaveAt: 0.4 }];

/** What is said of a customer on a day: their score from then on. */
type Signal = readonly [customer: string, day: number, score: number];
/** From which day to which one someone is a customer. */
type Stay = readonly [customer: string, from: number, to: number | null];

function signalLog(signals: readonly Signal[]): EventLog {
  return eventLogFromColumns({
    customer: signals.map(([customer]) => customer),
    at: signals.map(([, day]) => day * DAY),
    amount: signals.map(([, , score]) => score),
  });
}

function stayLog(stays: readonly Stay[], asOf: number): TenureLog {
  return tenureLogFromColumns(
    {
      customer: stays.map(([customer]) => customer),
      from: stays.map(([, from]) => from * DAY),
      to: stays.map(([, , to]) => (to === null ? null : to * DAY)),
    },
    { asOf: asOf * DAY },
  );
}

/** The score that each customer's last signal says; 9 says that there is none. */
function lastSignals({ signals }: { readonly signals: EventLog }, asOf: number): RiskScores {
  const { customers, offsets, amount } = signals;
  const scoreOf = (place: number): number => {
    const last = amount![offsets[place + 1]! - 1]!;
    return last === 9 ? Number.NaN : last;
  };
  return madeScores(
    asOf,
    customers.map((customer, place) => ({ customer, score: scoreOf(place) })),
  );
}

describe('a history with every kind of outcome, looked at every 10 days up to the 100th, known up to the 110th', () => {
  // Everyone begins on day 0 but ivy, who comes back on day 60. A horizon has 30 days.
  const losses = stayLog(
    [
      ['ada', 0, 35],
      ['bob', 0, null],
      ['cyd', 0, 105],
      ['dan', 0, null],
      ['eve', 0, 40],
      ['fay', 0, 50],
      ['gus', 0, 50],
      ['hal', 0, 49],
      ['ivy', 0, 30],
      ['ivy', 60, 95],
      ['joe', 0, 10],
      ['kim', 0, 100],
      ['lou', 0, 20],
      ['lou', 15, null],
      ['ned', 0, 45],
      ['pat', 0, null],
      ['quy', 0, 65],
      ['rex', 0, 110],
    ],
    110,
  );
  const known = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy', 'joe', 'lou', 'max', 'ned', 'rex'];
  const signals = signalLog([
    ...known.map((customer) => [customer, 1, 0.1] as const),
    ['ada', 15, 0.9],
    ['bob', 5, 0.9],
    ['cyd', 85, 0.9],
    ['dan', 95, 0.9],
    ['fay', 55, 0.9],
    ['gus', 15, 0.9],
    ['hal', 15, 0.9],
    ['ivy', 5, 0.9],
    ['ivy', 40, 0.1],
    ['ivy', 65, 0.9],
    ['max', 25, 0.9],
    ['ned', 15, 0.9],
    ['ned', 25, 0.1],
    ['ned', 35, 0.9],
    ['pat', 1, 9],
    ['quy', 1, 9],
    ['rex', 85, 0.9],
  ]);
  const looks = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((day) => day * DAY);
  const options = { score: lastSignals, rules: RULES, looks, losses, horizonDays: 30 };
  const backtest = backtestAlerts({ signals }, options);

  test('each alert has its outcome', () => {
    const shown = backtest.alerts.map(({ customer, at, outcome, lostAt }) => [
      ...[customer, at / DAY, outcome],
      lostAt === undefined ? undefined : lostAt / DAY,
    ]);
    expect(shown).toEqual([
      ['bob', 10, 'false', undefined],
      ['ivy', 10, 'caught', 30],
      ['ada', 20, 'caught', 35],
      // Lost 30 days after the alert: the horizon is over on that very day.
      ['gus', 20, 'false', 50],
      ['hal', 20, 'caught', 49],
      ['ned', 20, 'caught', 45],
      // No customer at all.
      ['max', 30, 'other', undefined],
      ['ned', 40, 'caught', 45],
      // Lost ten days before.
      ['fay', 60, 'other', undefined],
      ['ivy', 70, 'caught', 95],
      ['cyd', 90, 'caughtEarly', 105],
      // Lost on the 110th day, of which nothing is known yet.
      ['rex', 90, 'pending', undefined],
      ['dan', 100, 'pending', undefined],
    ]);
  });

  test('alerts are counted by outcome', () => {
    expect(backtest).toMatchObject({
      ...{ caughtAlerts: 6, falseAlerts: 2, caughtEarlyAlerts: 1, pendingAlerts: 2, otherAlerts: 2 },
    });
    expect(alertPrecision(backtest)).toBe(0.75);
  });

  test('losses after the first look, up to the last, are caught or missed; the earliest alert is the warning', () => {
    expect(toRows(backtest.losses).map((row) => [row.customer, row.lostAt / DAY, row.warningDays])).toEqual([
      ['ada', 35, 15],
      ['eve', 40, Number.NaN],
      ['fay', 50, Number.NaN],
      ['gus', 50, Number.NaN],
      ['hal', 49, 29],
      ['ivy', 30, 20],
      ['ivy', 95, 25],
      ['kim', 100, Number.NaN],
      ['ned', 45, 25],
      ['quy', 65, Number.NaN],
    ]);
    expect([backtest.caughtLosses, backtest.missedLosses]).toEqual([5, 5]);
    expect(alertRecall(backtest)).toBe(0.5);
  });

  test('the days of warning are 15, 20, 25, 25, 29', () => {
    expect(backtest.warningDaysQuartiles).toEqual([15, 20, 25, 25, 29]);
  });

  test('customers are counted at each look whose horizon is over, up to the 80th day, those of whom no rule can tell apart', () => {
    // Looks as a customer, and those with a loss less than 30 days later:
    // ada 3 3, bob 8 0, cyd 8 1, dan 8 0, eve 3 2, fay 4 2, gus 4 2, hal 4 3, ivy 5 4, lou 8 0, ned 4 3, rex 8 0; joe and max 0, kim is
    // not in the scores.
    expect([backtest.baseCustomers, backtest.baseLosses]).toEqual([67, 20]);
    expect(alertLift(backtest)).toBe(0.75 / (20 / 67));
    // Without a score: pat 8 0, quy 6 3.
    expect([backtest.unassessedCustomers, backtest.unassessedLosses]).toEqual([14, 3]);
  });

  test('the tally says what it rests on', () => {
    expect(backtest.definition).toEqual({
      ...{ looks, horizonDays: 30, asOf: 110 * DAY },
      rules: [{ ...RULES[0], indicator: undefined, dwellDays: 0, coolDownDays: 0 }],
    });
  });

  test('alerts carry what alertStep says of them', () => {
    expect(backtest.alerts[0]).toEqual({
      ...{ customer: 'bob', rule: 'high', change: 'entered', at: 10 * DAY, value: 0.9, score: 0.9 },
      ...{ mainIndicator: undefined, since: 10 * DAY, raisedAt: 10 * DAY, outcome: 'false', lostAt: undefined },
    });
  });

  test('a dwell of ten days comes ten days later, too late for ned', () => {
    const later = backtestAlerts({ signals }, { ...options, rules: [{ ...RULES[0]!, dwellDays: 10 }] });
    const warned = toRows(later.losses).filter(({ warningDays }) => !Number.isNaN(warningDays));
    expect(warned.map(({ customer, warningDays }) => [customer, warningDays])).toEqual([
      ['ada', 5],
      ['gus', 20],
      ['hal', 19],
      ['ivy', 10],
      ['ivy', 15],
    ]);
  });

  test('without alerts and losses the days of warning are NaN', () => {
    const calm = backtestAlerts({ signals }, { ...options, losses: stayLog([['bob', 0, null]], 110) });
    expect(calm.warningDaysQuartiles).toEqual(new Array(5).fill(Number.NaN));
    expect(alertRecall(calm)).toBeNaN();
  });

  test('looks and options may be frozen, looks dates, and nothing is changed', () => {
    const copy = structuredClone([signals, losses]);
    const dates = looks.map((at) => new Date(at));
    expect(backtestAlerts(deepFrozen({ signals }), deepFrozen({ ...options, looks: dates }))).toEqual(backtest);
    expect([signals, losses]).toEqual(copy);
  });
});

const PEOPLE = ['ada', 'bob', 'cyd', 'dan', 'eve'];
const anySignals = fc.array(
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.noBias(fc.nat(40)), fc.constantFrom(0.1, 0.5, 0.8, 0.8, 9))
    .map((signal): Signal => signal),
  { minLength: 1, maxLength: 40, size: 'max' },
);
const anyStays = fc.array(
  fc
    .tuple(
      fc.constantFrom(...PEOPLE, 'fay'),
      fc.noBias(fc.nat(30)),
      fc.option(fc.noBias(fc.integer({ min: 1, max: 25 }))),
    )
    .map(([customer, from, days]): Stay => [customer, from, days === null ? null : from + days]),
  { maxLength: 9, size: 'max' },
);
const anyLooks = fc
  .uniqueArray(fc.noBias(fc.nat(50)), { minLength: 1, maxLength: 10, size: 'max' })
  .map((days) => days.sort((a, b) => a - b));
const anyHistory = fc.record({
  signals: anySignals,
  stays: anyStays,
  looks: anyLooks,
  horizonDays: fc.noBias(fc.integer({ min: 1, max: 30 })),
  beyond: fc.noBias(fc.nat(30)),
  dwellDays: fc.constantFrom(0, 0, 0, 3, 10),
});
type History = typeof anyHistory extends fc.Arbitrary<infer One> ? One : never;

function backtestOf({ signals, stays, looks, horizonDays, beyond, dwellDays }: History) {
  return backtestAlerts(
    { signals: signalLog(signals) },
    {
      ...{ score: lastSignals, rules: [{ ...RULES[0]!, dwellDays }], horizonDays },
      ...{ looks: looks.map((day) => day * DAY), losses: stayLog(stays, looks.at(-1)! + beyond) },
    },
  );
}

/** The same tally day by day: who is a customer on each day is asked of the rows, and a loss is seen by its two days. */
function slowTally({ signals, stays, looks, horizonDays, beyond, dwellDays }: History) {
  const asOf = looks.at(-1)! + beyond;
  // An end on the last day is not known yet.
  const isCustomer = (who: string, day: number): boolean =>
    stays.some(([customer, from, to]) => customer === who && from <= day && (to === null || to >= asOf || day < to));
  const nextLoss = (who: string, day: number): number => {
    for (let next = day + 1; next < asOf; next++) if (!isCustomer(who, next)) return next;
    return Infinity;
  };
  const tally = { caught: 0, false: 0, caughtEarly: 0, pending: 0, other: 0 };
  const warnings = new Map<string, number>();
  const base = { customers: 0, losses: 0, others: 0, otherLosses: 0 };
  let state: AlertState = noAlerts;
  for (const look of looks) {
    const scores = lastSignals({ signals: signalLog(signals.filter(([, day]) => day < look)) }, look * DAY);
    const step = alertStep(state, scores, [{ ...RULES[0]!, dwellDays }]);
    state = step.state;
    for (const { change, customer } of step.alerts as readonly (Alert & { customer: string })[]) {
      if (change !== 'entered') continue;
      const days = nextLoss(customer, look) - look;
      if (!isCustomer(customer, look)) tally.other++;
      else if (look + horizonDays <= asOf) tally[days < horizonDays ? 'caught' : 'false']++;
      else tally[days < horizonDays ? 'caughtEarly' : 'pending']++;
      const key = `${customer} ${look + days}`;
      if (isCustomer(customer, look) && days < horizonDays && !warnings.has(key)) warnings.set(key, days);
    }
    for (const customer of scores.customers as string[]) {
      if (look + horizonDays > asOf || !isCustomer(customer, look)) continue;
      const isLost = nextLoss(customer, look) < look + horizonDays;
      const known = !Number.isNaN(scores.score[scores.customers.indexOf(customer)]);
      base[known ? 'customers' : 'others']++;
      if (isLost) base[known ? 'losses' : 'otherLosses']++;
    }
  }
  const lost = [...PEOPLE, 'fay'].flatMap((who) => {
    const days = Array.from({ length: asOf }, (_, day) => day);
    const own = days.filter((day) => day > 0 && isCustomer(who, day - 1) && !isCustomer(who, day));
    return own.filter((day) => day > looks[0]! && day <= looks.at(-1)!).map((day) => `${who} ${day}`);
  });
  return { tally, base, caught: lost.filter((key) => warnings.has(key)).map((key) => warnings.get(key)!), lost };
}

describe('any history', () => {
  test('comes to the tally that going through it day by day does', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const found = backtestOf(history);
        const { tally, base, caught, lost } = slowTally(history);
        expect(found).toMatchObject({
          ...{ caughtAlerts: tally.caught, falseAlerts: tally.false, caughtEarlyAlerts: tally.caughtEarly },
          ...{ pendingAlerts: tally.pending, otherAlerts: tally.other },
          ...{ caughtLosses: caught.length, missedLosses: lost.length - caught.length },
          ...{ baseCustomers: base.customers, baseLosses: base.losses },
          ...{ unassessedCustomers: base.others, unassessedLosses: base.otherLosses },
        });
        expect(found.caughtAlerts).toBeLessThanOrEqual(found.baseLosses);
        const { customers, lostAt, warningDays } = found.losses;
        expect(customers.map((customer, row) => `${customer} ${lostAt[row]! / DAY}`).sort()).toEqual([...lost].sort());
        expect([...warningDays].filter((days) => !Number.isNaN(days)).sort()).toEqual([...caught].sort());
      }),
      runs(500),
    );
  });

  test('has some of everything, so that this is no empty claim', () => {
    const found = fc.sample(anyHistory, { numRuns: 500, seed: 3 }).map(backtestOf);
    const counts = [
      'caughtAlerts',
      'falseAlerts',
      'caughtEarlyAlerts',
      'pendingAlerts',
      'otherAlerts',
      'caughtLosses',
    ] as const;
    for (const count of [...counts, 'baseLosses', 'unassessedLosses'] as const)
      expect([count, found.reduce((sum, one) => sum + one[count], 0) > 9]).toEqual([count, true]);
  });

  test('alerts up to a look are the same whatever comes at that look or later', () => {
    fc.assert(
      fc.property(anyHistory, anySignals, fc.nat(7), (history, others, nth) => {
        const look = history.looks[nth % history.looks.length]!;
        const later = others.map(([customer, day, score]): Signal => [customer, Math.max(day, look), score]);
        const changed = [...history.signals.filter(([, day]) => day < look), ...later];
        const upTo = (one: History) =>
          backtestOf(one)
            .alerts.filter(({ at }) => at <= look * DAY)
            .map(({ customer, at, since }) => `${customer} ${at} ${since}`)
            .sort();
        expect(upTo({ ...history, signals: changed })).toEqual(upTo(history));
      }),
      runs(200),
    );
  });
});

describe('what a score is given', () => {
  const visits = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [5, 10, 30] });
  const plans = tenureLogFromColumns(
    { customer: ['ada', 'bob', 'cyd'], from: [0, 10, 20], to: [25, 40, null], status: ['ended', 'ended', 'active'] },
    { asOf: 50 },
  );
  const options = { rules: RULES, losses: plans, horizonDays: 1 };

  test('ends before the look: no instant in the logs is at or after it', () => {
    const seen: number[] = [];
    const score = (logs: { visits: EventLog; plans: TenureLog }, asOf: number): RiskScores => {
      const ends = logs.plans.to.filter((to) => to !== Infinity);
      seen.push(Math.max(...logs.visits.at, ...logs.plans.from, ...ends), logs.plans.asOf);
      return madeScores(asOf, []);
    };
    backtestAlerts({ visits, plans }, { ...options, score, looks: [1, 10, 11, 25, 26, 31, 50] });
    expect(seen).toEqual([0, 1, 5, 10, 10, 11, 20, 25, 25, 26, 30, 31, 40, 50]);
  });

  test('is the logs by the names they were given, cut anew at each look, and the instant of the look', () => {
    const seen: unknown[] = [];
    const score = (logs: { visits: EventLog }, asOf: number): RiskScores => {
      seen.push([Object.keys(logs), asOf, logs.visits.customers]);
      return madeScores(asOf, []);
    };
    backtestAlerts({ visits }, { ...options, score, looks: [new Date(6), 11] });
    expect(seen).toEqual([
      [['visits'], 6, ['ada']],
      [['visits'], 11, ['ada', 'bob']],
    ]);
  });

  test('what it throws comes through', () => {
    const score = () => {
      throw new TypeError('no such column');
    };
    expect(() => backtestAlerts({ visits }, { ...options, score, looks: [5] })).toThrow(
      new TypeError('no such column'),
    );
  });
});

describe('input that is wrong', () => {
  const visits = eventLogFromColumns({ customer: ['ada'], at: [5] });
  const losses = stayLog([['ada', 0, null]], 50);
  const options = {
    score: (_: object, asOf: number) => madeScores(asOf, []),
    rules: RULES,
    looks: [DAY],
    losses,
    horizonDays: 5,
  };
  const call = (change: object, logs: object | null = { visits }) =>
    refusalOf(() => backtestAlerts(logs as never, { ...options, ...change } as never));

  test.each([
    ['logs that are none', {}, { visits: {} }, 'not-a-log', ['logs', 'visits']],
    ['tenures that are none', {}, { visits: { kind: 'tenures' } }, 'not-a-log', ['logs', 'visits']],
    ['no log', {}, {}, 'not-rows', ['logs']],
    ['no logs', {}, null, 'not-a-record', ['logs']],
    ['a misspelt option', { horizon: 5 }, undefined, 'unknown-option', ['options']],
    ['no score', { score: undefined }, undefined, 'not-a-function', ['score']],
    ['no rules', { rules: [] }, undefined, 'not-rows', ['rules']],
    ['no looks', { looks: [] }, undefined, 'not-rows', ['looks']],
    ['a look that is none', { looks: [1, 'then'] }, undefined, 'not-an-instant', ['looks[1]']],
    ['looks out of order', { looks: [2, 1] }, undefined, 'below-limit', ['looks', 1]],
    ['a look twice', { looks: [1, 1] }, undefined, 'below-limit', ['looks', 1]],
    ['losses that are events', { losses: visits }, undefined, 'not-a-log', ['losses']],
    ['a look of which the losses do not tell', { looks: [50 * DAY + 1] }, undefined, 'after-as-of', ['looks', 0]],
    ['a look of which a log does not tell', {}, { visits, plans: stayLog([], 0) }, 'after-as-of', ['looks', 0]],
    ['no horizon', { horizonDays: 0 }, undefined, 'not-a-quantity', ['horizonDays']],
    ['scores that are none', { score: () => undefined }, undefined, 'not-a-record', ['scores']],
    [
      'scores as of another instant',
      { score: () => madeScores(0, []) },
      undefined,
      'unlike-definitions',
      ['scores', 'definition', 'asOf'],
    ],
    [
      'an indicator that is not there',
      { rules: [{ ...RULES[0], indicator: 'visits' }] },
      undefined,
      'unknown-field',
      ['rules', 0, 'indicator'],
    ],
  ])('%s is refused', (_, change, logs, code, path) => {
    expect(call(change, logs)).toMatchObject({ code, path, metric: 'backtestAlerts' });
  });

  test('the message names the log that does not tell', () => {
    expect(call({}, { plans: stayLog([], 0) }).message).toBe(
      'backtestAlerts: "looks[0]" must be at or before the "asOf" of "plans" (1970-01-01T00:00:00.000Z); received 1970-01-02T00:00:00.000Z',
    );
  });
});
