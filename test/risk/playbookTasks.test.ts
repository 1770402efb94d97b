import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/risk/alertTypes.ts';
import type { PlaybookCondition, PlaybookEntry } from '../../src/risk/playbook.ts';
import { playbookTasks } from '../../src/risk/playbookTasks.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { DAY } from './madeScores.ts';

const ALERT: Alert = {
  ...{ customer: 'ada', rule: 'late', change: 'entered', at: 10 * DAY, value: 0.8, score: 0.75 },
  ...{ mainIndicator: 'visits', since: 9 * DAY, raisedAt: 10 * DAY },
};
const ENTRY: PlaybookEntry = { condition: { rule: 'late' }, action: 'call', owner: 'success', dueDays: 2 };

/** Which of the entries an alert gets, by its action; undefined where none. */
function actionFor(alert: Partial<Alert>, ...conditions: PlaybookCondition[]): string | undefined {
  const playbook = conditions.map((condition, own) => ({ ...ENTRY, condition, action: `entry ${own}` }));
  return playbookTasks([{ ...ALERT, ...alert }], playbook).tasks[0]?.action;
}

describe('playbookTasks', () => {
  test('says what to do about an alert, by whom and until when', () => {
    expect(playbookTasks([ALERT], [ENTRY])).toStrictEqual({
      tasks: [
        {
          ...{ customer: 'ada', action: 'call', owner: 'success', dueAt: 12 * DAY },
          ...{ rule: 'late', change: 'entered', score: 0.75, at: 10 * DAY },
        },
      ],
      otherAlerts: 0,
      definition: { playbook: [ENTRY] },
    });
  });

  test('the first entry that fits wins', () => {
    expect(actionFor({}, { rule: 'other' }, { rule: 'late' }, { rule: 'late', minimumScore: 0.5 })).toBe('entry 1');
  });

  test('an entry is for alerts that were entered, unless it says so', () => {
    expect(actionFor({ change: 'left' }, { rule: 'late' }, { rule: 'late', change: 'left' })).toBe('entry 1');
    expect(actionFor({ change: 'closed' }, { rule: 'late' }, { rule: 'late', change: 'closed' })).toBe('entry 1');
  });

  test('a least score is reached by that very score, and by none that is NaN', () => {
    expect(actionFor({}, { rule: 'late', minimumScore: 0.75 })).toBe('entry 0');
    expect(actionFor({}, { rule: 'late', minimumScore: 0.76 })).toBeUndefined();
    expect(actionFor({ score: Number.NaN }, { rule: 'late', minimumScore: 0 }, { rule: 'late' })).toBe('entry 1');
  });

  test('a main indicator is that which adds most to the score', () => {
    expect(actionFor({}, { rule: 'late', mainIndicator: 'calls' }, { rule: 'late', mainIndicator: 'visits' })).toBe(
      'entry 1',
    );
    expect(actionFor({ mainIndicator: undefined }, { rule: 'late', mainIndicator: 'visits' })).toBeUndefined();
  });

  test('days until it is due need not be whole; the instant is', () => {
    const due = (dueDays: number) => playbookTasks([ALERT], [{ ...ENTRY, dueDays }]).tasks[0]!.dueAt - ALERT.at;
    expect([due(0), due(0.5), due(1 / 3)]).toEqual([0, DAY / 2, 28_800_000]);
    expect(due(1e-9)).toBe(0);
  });

  test('every alert is a task, in order, or is counted', () => {
    const anyAlert = fc.record({
      customer: fc.nat(),
      rule: fc.constantFrom('late', 'silent', 'cross'),
      change: fc.constantFrom<Alert['change'][]>('entered', 'left', 'closed'),
      score: fc.constantFrom(0, 0.5, 1, Number.NaN),
      mainIndicator: fc.constantFrom('visits', 'calls', undefined),
    });
    const anyCondition = fc.record(
      {
        rule: fc.constantFrom('late', 'silent'),
        change: fc.constantFrom<Alert['change'][]>('entered', 'left', 'closed'),
        minimumScore: fc.constantFrom(0, 0.5, 1),
        mainIndicator: fc.constantFrom('visits', 'calls'),
      },
      { requiredKeys: ['rule'] },
    );
    fc.assert(
      fc.property(fc.array(anyAlert), fc.array(anyCondition, { minLength: 1, maxLength: 5 }), (given, conditions) => {
        const alerts = given.map((alert) => ({ ...ALERT, ...alert }));
        const playbook = conditions.map((condition, own) => ({ ...ENTRY, condition, action: `entry ${own}` }));
        const { tasks, otherAlerts } = playbookTasks(deepFrozen(alerts), deepFrozen(playbook));
        // As a list of reasons why an entry is not for an alert, which is empty for the one that is.
        const against = (alert: Alert, condition: PlaybookCondition): string[] => [
          ...(alert.rule === condition.rule ? [] : ['rule']),
          ...(alert.change === (condition.change ?? 'entered') ? [] : ['change']),
          ...('minimumScore' in condition && !(alert.score - condition.minimumScore! >= 0) ? ['score'] : []),
          ...('mainIndicator' in condition && condition.mainIndicator !== alert.mainIndicator ? ['indicator'] : []),
        ];
        const expected = alerts.flatMap((alert) => {
          const own = conditions.filter((condition) => against(alert, condition).length === 0)[0];
          return own === undefined ? [] : [[alert.customer, `entry ${conditions.indexOf(own)}`]];
        });
        expect(tasks.map(({ customer, action }) => [customer, action])).toEqual(expected);
        expect(otherAlerts).toBe(alerts.length - expected.length);
      }),
    );
  });
});

describe('input that is wrong', () => {
  const entry = (change: object) => () => playbookTasks([ALERT], [{ ...ENTRY, ...change }]);
  const condition = (change: object) => entry({ condition: { rule: 'late', ...change } });
  const alert = (change: object) => () => playbookTasks([{ ...ALERT, ...change }], [ENTRY]);

  test.each([
    ['alerts that are none', () => playbookTasks({} as never, [ENTRY]), 'not-rows', ['alerts']],
    ['an empty playbook', () => playbookTasks([], []), 'not-rows', ['playbook']],
    ['an entry that is none', () => playbookTasks([], [null as never]), 'not-a-record', ['playbook[0]']],
    ['a misspelt entry', entry({ due: 5 }), 'unknown-option', ['playbook[0]']],
    ['no action', entry({ action: undefined }), 'not-a-text', ['playbook', 0, 'action']],
    ['an empty owner', entry({ owner: '' }), 'not-a-text', ['playbook', 0, 'owner']],
    ['a due date before the alert', entry({ dueDays: -1 }), 'not-a-quantity', ['playbook[0].dueDays']],
    ['a due date that is none', entry({ dueDays: 1e9 }), 'above-limit', ['playbook', 0, 'dueDays']],
    ['no condition', entry({ condition: undefined }), 'not-a-record', ['playbook[0].condition']],
    ['no rule', condition({ rule: 5 }), 'not-a-text', ['playbook', 0, 'condition', 'rule']],
    ['a misspelt condition', condition({ score: 1 }), 'unknown-option', ['playbook[0].condition']],
    ['an unknown change', condition({ change: 'raised' }), 'not-an-option', ['playbook[0].condition.change']],
    ['a score in percent', condition({ minimumScore: 70 }), 'above-limit', ['playbook[0].condition.minimumScore']],
    ['no indicator', condition({ mainIndicator: '' }), 'not-a-text', ['playbook', 0, 'condition', 'mainIndicator']],
    ['a hole among the alerts', () => playbookTasks(new Array(1), [ENTRY]), 'not-a-record', ['alerts', 0]],
    ['an alert of nobody', alert({ customer: '' }), 'not-an-id', ['alerts', 0, 'customer']],
    ['an alert of no rule', alert({ rule: null }), 'not-a-text', ['alerts', 0, 'rule']],
    ['an alert of no change', alert({ change: undefined }), 'not-an-option', ['alerts[0].change']],
    ['an alert of no time', alert({ at: 0.5 }), 'not-an-instant', ['alerts', 0, 'at']],
    ['an alert that went through JSON without a score', alert({ score: null }), 'not-on-scale', ['alerts', 0, 'score']],
    ['an alert off the scale', alert({ score: 1.1 }), 'not-on-scale', ['alerts', 0, 'score']],
  ])('%s is refused', (_, call, code, path) => {
    expect(refusalOf(call)).toMatchObject({ code, path, metric: 'playbookTasks' });
  });
});
