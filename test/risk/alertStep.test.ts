import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../src/core/types.ts';
import { alertStep } from '../../src/risk/alertStep.ts';
import type { Alert, AlertRule, AlertState } from '../../src/risk/alertTypes.ts';
import { noAlerts } from '../../src/risk/noAlerts.ts';
import type { RiskScores } from '../../src/risk/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { changesOf, type History } from './alertOracle.ts';
import { DAY, madeScores, type ScoredCustomer } from './madeScores.ts';

const RULE = { name: 'high', enterAt: 0.7, leaveAt: 0.4 };
const LETTERS = { entered: 'E', left: 'L', closed: 'C' } as const;

/** Takes looks one after the other, the state going through JSON each time. */
function takeAll(looks: readonly RiskScores[], rules: readonly AlertRule[]): { alerts: Alert[]; states: AlertState[] } {
  const alerts: Alert[] = [];
  const states: AlertState[] = [noAlerts];
  for (const scores of looks) {
    const step = alertStep(JSON.parse(JSON.stringify(states.at(-1))), scores, rules);
    alerts.push(...step.alerts);
    states.push(step.state);
  }
  return { alerts, states };
}

const alone = (score: number): ScoredCustomer[] => [{ customer: 'ada', score }];

/**
 * What a rule makes of one customer who is looked at daily: tenths of the score as digits, `-` where it is NaN, `x` where the
 * customer is not there, a space where nobody looks; the changes as letters below, `.` for none.
 */
function daily(digits: string, rule: Partial<AlertRule> = {}): string {
  const scoreOf = (digit: string): number => (digit === '-' ? Number.NaN : Number(digit) / 10);
  const looks = [...digits].flatMap((digit, day) =>
    digit === ' ' ? [] : [madeScores(day * DAY, digit === 'x' ? [] : alone(scoreOf(digit)))],
  );
  const { alerts } = takeAll(looks, [{ ...RULE, ...rule }]);
  const letters = [...digits].map((digit) => (digit === ' ' ? ' ' : '.'));
  for (const { at, change } of alerts) letters[at / DAY] += LETTERS[change];
  return letters.map((letter) => letter.at(-1)).join('');
}

describe('a rule without dwell and cool-down', () => {
  test.each([
    ['enters at the threshold, and leaves below the other one', '2 6 7 9 5 4 3 2', '. . E . . . L .'],
    ['changes nothing between the two thresholds, from either side', '456565 8 6545 3 564', '...... E .... L ...'],
    ['enters anew as often as it has left', '818181', 'ELELEL'],
    ['is told of by the first look already', '9', 'E'],
    ['does not mind what was not observed', '2-8--8-3-8', '..E....L.E'],
    ['is closed where the customer is no more, and may enter anew', '88x88xx2', 'E.CE.C..'],
  ])('%s', (_, digits, expected) => {
    expect(daily(digits)).toBe(expected);
  });

  test('with both thresholds in one place is plain comparing with it', () => {
    const anyDigits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 30 });
    fc.assert(
      fc.property(anyDigits, fc.integer({ min: 1, max: 10 }), (digits, tenths) => {
        const isOn = [...digits].map((digit) => Number(digit) >= tenths);
        const expected = isOn.map((on, day) => (on === (isOn[day - 1] ?? false) ? '.' : on ? 'E' : 'L')).join('');
        expect(daily(digits, { enterAt: tenths / 10, leaveAt: tenths / 10 })).toBe(expected);
      }),
    );
  });
});

describe('a rule with a dwell of 2 days', () => {
  test.each([
    ['enters once every look of 2 days has seen the value there', '28888', '...E.'],
    ['leaves likewise', '888 2222', '..E ..L.'],
    ['gives up a pending change at a value between the thresholds', '88688588', '........'],
    ['is not moved by one odd look, in either direction', '228222 888818888', '...... ..E......'],
    ['does not count looks but days: two looks 2 days apart are enough', '8 8', '. E'],
    ['is neither confirmed nor contradicted by what was not observed', '8-8 8-- 8', '..E ... .'],
    ['does not change at a look that sees nothing, though the time is over', '8---8', '....E'],
    ['starts anew for who was not there in between', '8x8 8', '... E'],
  ])('%s', (_, digits, expected) => {
    expect(daily(digits, { dwellDays: 2 })).toBe(expected);
  });

  test('never enters by one odd look in a constant series, nor leaves', () => {
    const anyOdd = fc.record({ base: fc.nat(9), odd: fc.nat(9), at: fc.integer({ min: 3, max: 11 }) });
    fc.assert(
      fc.property(anyOdd, fc.double({ min: 1e-6, max: 3, noNaN: true }), ({ base, odd, at }, dwellDays) => {
        const series = `${base}`.repeat(12);
        const disturbed = series.slice(0, at) + odd + series.slice(at + 1);
        const changes = (digits: string) => daily(digits, { dwellDays }).replaceAll('.', '').length;
        expect(changes(disturbed)).toBeLessThanOrEqual(base >= 7 ? 1 : 0);
      }),
    );
  });
});

describe('a rule with a cool-down of 3 days', () => {
  test.each([
    ['does not enter again before they are over', '8288888', 'EL..E..'],
    ['may enter at the first look after them', '82 8  8', 'EL .  E'],
    ['does not put off the end of an alert', '8282822', 'EL..E' + 'L.'],
  ])('%s', (_, digits, expected) => {
    expect(daily(digits, { coolDownDays: 3 })).toBe(expected);
  });

  test('and a dwell of 2: the dwell runs in the cool-down', () => {
    expect(daily('888222 888888', { dwellDays: 2, coolDownDays: 3 })).toBe('..E..L ..E...');
    expect(daily('888222 228888', { dwellDays: 2, coolDownDays: 3 })).toBe('..E..L ....E.');
  });

  test('cools down also while the customer is not there', () => {
    expect(daily('82x88', { coolDownDays: 3 })).toBe('EL..E');
  });

  test('does not cool down after a close', () => {
    expect(daily('8x8', { coolDownDays: 3 })).toBe('ECE');
  });
});

const PEOPLE: readonly CustomerId[] = ['ada', 'bob', 1, '1', '__proto__', '\ud800'];
/** Few different values, so that thresholds are met exactly; undefined is not there, NaN not observed. */
const anyValue = fc.constantFrom(0, 0.2, 0.4, 0.5, 0.7, 0.8, 1, Number.NaN);
const anyPresence = fc.option(anyValue, { nil: undefined, freq: 8 });
const anyDays = fc.constantFrom(0, 0, 1, 2, 3.5, 5);
const anyRule = fc
  .record({ enterAt: fc.constantFrom(0.2, 0.4, 0.5, 0.7, 1), below: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ enterAt, below }) =>
    fc.record({
      enterAt: fc.constant(enterAt),
      leaveAt: fc.constantFrom(enterAt, enterAt * below, enterAt / 2),
      dwellDays: anyDays,
      coolDownDays: anyDays,
    }),
  );

/** Some looks at some customers, and some rules: the first on the score, the others on an indicator. */
const anyCase = fc
  .record({
    gaps: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
    rules: fc.array(anyRule, { minLength: 1, maxLength: 2 }),
  })
  .chain(({ gaps, rules }) => {
    const history = fc.array(fc.tuple(anyPresence, anyValue), { minLength: gaps.length, maxLength: gaps.length });
    return fc.record({
      rules: fc.constant(
        rules.map((rule, own) => ({ ...rule, name: `rule ${own}`, ...(own === 0 ? {} : { indicator: 'visits' }) })),
      ),
      // Gaps in tenths of a day.
      looks: fc.constant(gaps.map((_, own) => gaps.slice(0, own + 1).reduce((sum, gap) => sum + gap, 0) * (DAY / 10))),
      histories: fc.array(history, { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
    });
  });
type Case = typeof anyCase extends fc.Arbitrary<infer One> ? One : never;

/** Scores at each look; a customer without a score is not there, one without a value of the indicator not in it. */
function scoresOf({ looks, histories }: Case, order: readonly number[] = [...PEOPLE.keys()]): RiskScores[] {
  return looks.map((at, look) => {
    const rows = order.flatMap((own): ScoredCustomer[] => {
      const [score, visits] = histories[own]![look]!;
      if (score === undefined) return [];
      const risks = Number.isNaN(visits) ? {} : { visits };
      return [{ customer: PEOPLE[own]!, score, risks, contributions: { visits: visits / 2, calls: 0.25 } }];
    });
    return madeScores(at, rows, [{ name: 'visits' }, { name: 'calls' }]);
  });
}

/** The alerts that the histories lead to, each look's by rule and customer, those closed after the others of their rule. */
function expectedAlerts({ looks, histories, rules }: Case): Alert[] {
  const all = rules.flatMap((rule, ruleOrder) =>
    histories.flatMap((history, own) => {
      const values: History = history.map(([score, visits]) =>
        score === undefined || rule.indicator === undefined ? score : visits,
      );
      return changesOf(values, looks, rule).map(({ look, change, since, raisedAt }) => {
        const isClosed = change === 'closed';
        const [score, visits] = history[look]!;
        const main = visits >= 0.5 ? 'visits' : 'calls';
        const alert = {
          ...{ customer: PEOPLE[own]!, rule: rule.name, change, at: looks[look]!, since, raisedAt },
          value: isClosed ? Number.NaN : values[look]!,
          score: isClosed ? Number.NaN : score!,
          mainIndicator: isClosed ? undefined : main,
        };
        return { alert, order: [look, ruleOrder, isClosed ? 1 : 0, own] };
      });
    }),
  );
  const first = (one: number[], other: number[]): number =>
    one.map((place, own) => place - other[own]!).find((difference) => difference !== 0) ?? 0;
  return all.sort((one, other) => first(one.order, other.order)).map(({ alert }) => alert);
}

describe('alerts of many customers and rules', () => {
  test('are those that looking back over the whole history finds, in order', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(takeAll(scoresOf(one), one.rules).alerts).toEqual(expectedAlerts(one));
      }),
      runs(500),
    );
  });

  test('come to some of each change, so that this is no empty claim', () => {
    const alerts = fc
      .sample(anyCase, { numRuns: 200, seed: 7 })
      .flatMap((one) => takeAll(scoresOf(one), one.rules).alerts);
    const count = (change: string) => alerts.filter((alert) => alert.change === change).length;
    expect(Math.min(count('entered'), count('left'), count('closed'))).toBeGreaterThan(50);
  });

  test('keep to the rules: one at a time, no change before its dwell, none entered in a cool-down', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { alerts } = takeAll(scoresOf(one), one.rules);
        for (const { name, dwellDays, coolDownDays } of one.rules)
          for (const customer of PEOPLE) {
            const own = alerts.filter((alert) => alert.rule === name && alert.customer === customer);
            own.forEach((alert, place) => {
              const before = own[place - 1];
              expect(alert.change === 'entered').toBe(before?.change !== 'entered');
              if (alert.change !== 'closed') expect(alert.at - alert.since).toBeGreaterThanOrEqual(dwellDays * DAY);
              if (alert.change !== 'entered') expect(alert.raisedAt).toBe(before!.at);
              if (before?.change === 'left') expect(alert.at - before.at).toBeGreaterThanOrEqual(coolDownDays * DAY);
            });
          }
      }),
    );
  });

  test('are the same in another order of the customers, but for the order', () => {
    const anyOrder = fc.shuffledSubarray([...PEOPLE.keys()], { minLength: PEOPLE.length });
    fc.assert(
      fc.property(anyCase, anyOrder, (one, order) => {
        const sorted = (alerts: readonly Alert[]) => alerts.map((alert) => JSON.stringify(alert)).sort();
        expect(sorted(takeAll(scoresOf(one, order), one.rules).alerts)).toEqual(
          sorted(takeAll(scoresOf(one), one.rules).alerts),
        );
      }),
    );
  });

  test('leave a state that is plain JSON and lists nobody who is calm', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const state of takeAll(scoresOf(one), one.rules).states) {
          expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
          for (const { raisedAt, pendingSince, leftAt } of state.entries)
            expect([raisedAt, pendingSince, leftAt]).not.toEqual([null, null, null]);
        }
      }),
    );
  });

  test('change nothing that was passed in, which may be frozen', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const looks = scoresOf(one);
        const { states, alerts } = takeAll(looks, one.rules);
        const found = looks.flatMap(
          (scores, look) => alertStep(deepFrozen(states[look]!), deepFrozen(scores), deepFrozen(one.rules)).alerts,
        );
        expect(found).toEqual(alerts);
      }),
      runs(50),
    );
  });
});

describe('an alert', () => {
  const scores = madeScores(
    9 * DAY,
    [
      { customer: 'ada', score: 0.9, contributions: { visits: 0.2, calls: 0.4, orders: 0.4 } },
      { customer: 'bob', score: 0.8, contributions: { visits: 0.8, calls: Number.NaN } },
      { customer: 'cyd', score: 0.7, contributions: { visits: 0, calls: 0, orders: 0 } },
    ],
    [{ name: 'visits' }, { name: 'calls' }, { name: 'orders' }],
  );

  test('names the indicator that adds most to the score, the first of equals, none where nothing adds', () => {
    const { alerts } = alertStep(noAlerts, scores, [RULE]);
    expect(alerts.map(({ mainIndicator }) => mainIndicator)).toEqual(['calls', 'visits', undefined]);
  });

  test('says since when, and when it was raised', () => {
    const rule = { ...RULE, dwellDays: 3 };
    const { alerts } = takeAll(
      [0, 2, 5, 6, 7, 12].map((day) => madeScores(day * DAY, alone(day < 6 ? 0.8 : 0.1))),
      [rule],
    );
    const days = alerts.map(({ change, at, since, raisedAt }) => [change, at / DAY, since / DAY, raisedAt / DAY]);
    expect(days).toEqual([
      ['entered', 5, 0, 5],
      ['left', 12, 6, 5],
    ]);
  });

  test('and the state it leaves, whole', () => {
    const rules = [
      { ...RULE, dwellDays: 1 },
      { name: 'low', enterAt: 0.5, leaveAt: 0.5 },
    ];
    expect(alertStep(noAlerts, madeScores(DAY, alone(0.75)), rules)).toStrictEqual({
      state: {
        asOf: DAY,
        entries: [
          { rule: 'high', customer: 'ada', raisedAt: null, pendingSince: DAY, leftAt: null },
          { rule: 'low', customer: 'ada', raisedAt: DAY, pendingSince: null, leftAt: null },
        ],
      },
      alerts: [
        {
          ...{ customer: 'ada', rule: 'low', change: 'entered', at: DAY, value: 0.75, score: 0.75 },
          ...{ mainIndicator: undefined, since: DAY, raisedAt: DAY },
        },
      ],
      definition: {
        asOf: DAY,
        rules: [
          { ...RULE, indicator: undefined, dwellDays: 1, coolDownDays: 0 },
          { name: 'low', indicator: undefined, enterAt: 0.5, leaveAt: 0.5, dwellDays: 0, coolDownDays: 0 },
        ],
      },
    });
  });
});

describe('a rule on an indicator', () => {
  const rule = { ...RULE, indicator: 'visits' };
  const changes = (indicator: object, at = 10 * DAY): string[] => {
    const rows = [
      { customer: 'ada', score: 0.1, risks: { visits: 0.9 } },
      { customer: 'bob', score: 0.9, risks: { visits: 0.1 } },
      { customer: 'cyd', score: 0.9 },
    ];
    const { alerts } = alertStep(noAlerts, madeScores(at, rows, [{ name: 'visits', ...indicator }]), [rule]);
    return alerts.map(({ customer, value, score }) => `${customer} ${value} ${score}`);
  };

  test('looks at its risk, whatever the score; who is not in it was not observed', () => {
    expect(changes({})).toEqual(['ada 0.9 0.1']);
  });

  test('does not look at what is stale, as the score does not', () => {
    expect(changes({ observedAt: 7 * DAY, staleAfterDays: 3 })).toEqual(['ada 0.9 0.1']);
    expect(changes({ observedAt: 7 * DAY - 1, staleAfterDays: 3 })).toEqual([]);
  });

  test('is refused where the scores do not have it', () => {
    const error = refusalOf(() =>
      alertStep(noAlerts, madeScores(0, alone(0.5), [{ name: 'visits' }]), [
        RULE,
        { ...rule, name: 'b', indicator: 'calls' },
      ]),
    );
    expect([error.code, error.path]).toEqual(['unknown-field', ['rules', 1, 'indicator']]);
    expect(error.message).toBe(
      'alertStep: "rules[1].indicator" must be one of the indicators of the scores: "visits"; received "calls"',
    );
  });
});

describe('rules that change between two looks', () => {
  const raised = alertStep(noAlerts, madeScores(0, alone(0.9)), [RULE]).state;

  test('close the alerts of a rule that is given no more, after those of the others', () => {
    const { alerts, state } = alertStep(raised, madeScores(DAY, alone(0.9)), [{ ...RULE, name: 'other' }]);
    expect(alerts.map(({ rule, change, raisedAt, value }) => [rule, change, raisedAt, value])).toEqual([
      ['other', 'entered', DAY, 0.9],
      ['high', 'closed', 0, Number.NaN],
    ]);
    expect(state.entries.map(({ rule }) => rule)).toEqual(['other']);
  });

  test('hold from then on where a rule keeps its name', () => {
    const { alerts } = alertStep(raised, madeScores(DAY, alone(0.75)), [{ ...RULE, enterAt: 0.9, leaveAt: 0.8 }]);
    expect(alerts.map(({ change }) => change)).toEqual(['left']);
  });
});

describe('input that is wrong', () => {
  const scores = madeScores(5 * DAY, alone(0.5));
  const step = (change: { state?: unknown; scores?: unknown; rules?: unknown }) =>
    refusalOf(() =>
      alertStep(...(Object.values({ state: noAlerts, scores, rules: [RULE], ...change }) as [never, never, never])),
    );

  test('looks that do not go forward are refused', () => {
    const state = { asOf: 5 * DAY, entries: [] };
    const error = step({ state });
    expect([error.code, error.path]).toEqual(['below-limit', ['scores', 'definition', 'asOf']]);
    expect(error.message).toBe(
      'alertStep: "scores.definition.asOf" must be after the look before (1970-01-06T00:00:00.000Z); received 1970-01-06T00:00:00.000Z',
    );
    expect(alertStep({ ...state, asOf: 5 * DAY - 1 }, scores, [RULE]).alerts).toEqual([]);
  });

  test.each([
    ['no rule at all', [], 'not-rows', ['rules']],
    ['a rule twice', [RULE, { ...RULE, enterAt: 0.9 }], 'duplicate-id', ['rules', 1, 'name']],
    ['a rule without a name', [{ enterAt: 0.5, leaveAt: 0.5 }], 'not-a-text', ['rules', 0, 'name']],
    ['a rule with an empty name', [{ ...RULE, name: '' }], 'not-a-text', ['rules', 0, 'name']],
    ['an indicator that is no text', [{ ...RULE, indicator: 5 }], 'not-a-text', ['rules', 0, 'indicator']],
    ['a misspelt setting', [{ ...RULE, dwell: 5 }], 'unknown-option', ['rules[0]']],
    ['a threshold above 1', [{ ...RULE, enterAt: 70 }], 'above-limit', ['rules[0].enterAt']],
    [
      'a threshold that everybody reaches',
      [{ ...RULE, enterAt: 0, leaveAt: 0 }],
      'below-limit',
      ['rules', 0, 'enterAt'],
    ],
    ['no threshold to leave at', [{ name: 'a', enterAt: 0.5 }], 'not-a-quantity', ['rules[0].leaveAt']],
    ['leaving above entering', [{ ...RULE, leaveAt: 0.71 }], 'above-limit', ['rules[0].leaveAt']],
    ['a dwell below 0', [{ ...RULE, dwellDays: -1 }], 'not-a-quantity', ['rules[0].dwellDays']],
    ['an endless cool-down', [{ ...RULE, coolDownDays: Infinity }], 'not-a-quantity', ['rules[0].coolDownDays']],
    ['a hole among the rules', new Array(1), 'not-a-record', ['rules[0]']],
  ])('%s is refused', (_, rules, code, path) => {
    expect(step({ rules })).toMatchObject({ code, path });
  });

  const entry = { rule: 'high', customer: 'ada', raisedAt: 0, pendingSince: null, leftAt: null };
  test.each([
    ['no record', 5, 'not-a-record', ['state']],
    ['no entries', { asOf: 0 }, 'not-rows', ['state', 'entries']],
    ['an entry that is none', { asOf: 0, entries: [null] }, 'not-a-record', ['state', 'entries', 0]],
    ['no instant', { asOf: 'then', entries: [] }, 'not-an-instant', ['state', 'asOf']],
    [
      'entries before the first look',
      { asOf: null, entries: [entry] },
      'after-as-of',
      ['state', 'entries', 0, 'raisedAt'],
    ],
    [
      'an entry of nobody',
      { asOf: 0, entries: [{ ...entry, customer: '' }] },
      'not-an-id',
      ['state', 'entries', 0, 'customer'],
    ],
    [
      'an entry of no rule',
      { asOf: 0, entries: [{ ...entry, rule: undefined }] },
      'not-a-text',
      ['state', 'entries', 0, 'rule'],
    ],
    [
      'an entry twice',
      { asOf: 0, entries: [entry, { ...entry, raisedAt: null }] },
      'duplicate-id',
      ['state', 'entries', 1, 'customer'],
    ],
    [
      'an entry without an instant',
      { asOf: 0, entries: [{ ...entry, leftAt: undefined }] },
      'not-an-instant',
      ['state', 'entries', 0, 'leftAt'],
    ],
    [
      'an entry from later',
      { asOf: 0, entries: [{ ...entry, raisedAt: 1 }] },
      'after-as-of',
      ['state', 'entries', 0, 'raisedAt'],
    ],
  ])('a state with %s is refused', (_, state, code, path) => {
    expect(step({ state })).toMatchObject({ code, path });
  });

  test.each([
    ['no record', null, 'not-a-record', ['scores']],
    ['a customer twice', madeScores(DAY, [...alone(0.1), ...alone(0.2)]), 'duplicate-id', ['scores', 'customers', 1]],
    [
      'a date for their instant',
      { ...scores, definition: { ...scores.definition, asOf: new Date(DAY) } },
      ...(['not-an-instant', ['scores', 'definition', 'asOf']] as const),
    ],
    [
      'a number twice',
      madeScores(
        DAY,
        [1, 2, 2].map((customer) => ({ customer, score: 0 })),
      ),
      'duplicate-id',
      ['scores', 'customers', 2],
    ],
    [
      'an id that is none',
      madeScores(
        DAY,
        [1, Infinity].map((customer) => ({ customer, score: 0 })),
      ),
      'not-an-id',
      ['scores', 'customers', 1],
    ],
    ['a score off the scale', madeScores(DAY, alone(1.5)), 'not-on-scale', ['scores', 'score', 0]],
    ['a column too short', { ...scores, score: new Float64Array(0) }, 'length-mismatch', ['scores', 'score']],
    ['columns that went through JSON', JSON.parse(JSON.stringify(scores)), 'not-rows', ['scores', 'score']],
    [
      'a risk off the scale',
      madeScores(DAY, [{ customer: 1, score: 0, risks: { visits: -1 } }], [{ name: 'visits' }]),
      ...(['not-on-scale', ['scores', 'indicators', 0, 'indicator', 'risk', 0]] as const),
    ],
  ])('scores with %s are refused', (_, wrong, code, path) => {
    expect(step({ scores: wrong })).toMatchObject({ code, path });
  });

  test('a threshold to leave that passes the other one by rounding is taken for it', () => {
    const { definition } = alertStep(noAlerts, scores, [{ name: 'a', enterAt: 0.3, leaveAt: 0.1 + 0.2 }]);
    expect(definition.rules[0]!.leaveAt).toBe(0.3);
  });
});
