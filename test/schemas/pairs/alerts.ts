import { alertLift } from '../../../src/risk/alertLift.ts';
import { alertPrecision } from '../../../src/risk/alertPrecision.ts';
import { alertRecall } from '../../../src/risk/alertRecall.ts';
import { alertStep } from '../../../src/risk/alertStep.ts';
import type { AlertEntry, AlertState } from '../../../src/risk/alertTypes.ts';
import { expectedInterventionBenefit } from '../../../src/risk/expectedInterventionBenefit.ts';
import { noAlerts } from '../../../src/risk/noAlerts.ts';
import { planInterventions } from '../../../src/risk/planInterventions.ts';
import type { PlaybookCondition } from '../../../src/risk/playbook.ts';
import { playbookTasks } from '../../../src/risk/playbookTasks.ts';
import { riskIndicator } from '../../../src/risk/riskIndicator.ts';
import { riskScores } from '../../../src/risk/riskScores.ts';
import type { RiskScores } from '../../../src/risk/types.ts';
import type { Pair } from '../pair.ts';

const TEXTS = ['late', '', 5, null, undefined];
const CHANGES = ['entered', 'left', 'closed', 'raised', undefined, null];
const IDS = ['ada', '', 5, Number.NaN, {}, null];
const TIMES = [0, 5000, null, undefined, 0.5, -1, 9e15, '2024-03-31', new Date(5)];

const RULE = { name: 'late', enterAt: 0.6, leaveAt: 0.4 };
const ENTRY = { rule: 'late', customer: 'ada', raisedAt: 1000, pendingSince: null, leftAt: null };
const ALERT = { customer: 'ada', rule: 'late', change: 'entered', at: 5000, score: 0.5 } as const;
const CONDITION = { rule: 'late' };
const TASK = { condition: CONDITION, action: 'call', owner: 'success', dueDays: 2 };
const PARTS = { churnProbability: 0.5, successProbability: 0.25, valueKept: 800, cost: 40 };

const LAST = 8.64e15;

/** Nobody's scores, with an indicator of whatever name a rule asks for. */
function scoresAt(asOf: number, name: unknown): RiskScores {
  const own = typeof name === 'string' && name !== '' ? name : 'visits';
  const map = { kind: 'linear', safe: 0, risky: 1 } as const;
  return riskScores([riskIndicator({ customers: [], values: [] }, { asOf, name: own, map })]);
}

export const alertsPairs: Readonly<Record<string, Pair>> = {
  alertRule: {
    call: (rule: { readonly indicator?: unknown }) =>
      alertStep(noAlerts, scoresAt(0, rule?.indicator), [rule as typeof RULE]),
    needed: RULE,
    optional: { indicator: 'visits', dwellDays: 7, coolDownDays: 30 },
    values: { name: TEXTS, indicator: TEXTS, enterAt: [0.4, 0.39, 1], leaveAt: [0.6, 0.61, 0] },
    ...{ strict: true, argument: 'rules[0]' },
  },
  alertEntry: {
    call: (entry: AlertEntry) => alertStep({ asOf: LAST - 1, entries: [entry] }, scoresAt(LAST, undefined), [RULE]),
    needed: ENTRY,
    values: { rule: TEXTS, customer: IDS, raisedAt: TIMES, pendingSince: TIMES, leftAt: TIMES },
    ...{ argument: 'state.entries[0]' },
  },
  alertState: {
    call: (state: AlertState) => alertStep(state, scoresAt(LAST, undefined), [RULE]),
    needed: { asOf: 5000, entries: [ENTRY] },
    values: {
      asOf: TIMES,
      entries: [
        [],
        [ENTRY, ENTRY],
        [ENTRY, { ...ENTRY, customer: 'bob' }],
        [{ ...ENTRY, raisedAt: 6000 }],
        [null],
        {},
        'ab',
      ],
    },
    ...{ argument: 'state' },
  },
  alertChange: {
    call: (alert: typeof ALERT) => playbookTasks([alert], [{ ...TASK, condition: { rule: 'no such rule' } }]),
    needed: ALERT,
    optional: { mainIndicator: 'visits' },
    values: {
      ...{ customer: IDS, rule: TEXTS, mainIndicator: TEXTS, change: CHANGES, at: TIMES },
      score: [0, 1, 1.5, Number.NaN, -0.1, null],
    },
    ...{ beyondJson: true, argument: 'alerts[0]' },
  },
  playbookCondition: {
    call: (condition: PlaybookCondition) => playbookTasks([], [{ ...TASK, condition }]),
    needed: CONDITION,
    optional: { change: 'left', minimumScore: 0.8, mainIndicator: 'visits' },
    values: { rule: TEXTS, mainIndicator: TEXTS, change: CHANGES },
    ...{ strict: true, argument: 'playbook[0].condition' },
  },
  playbookEntry: {
    call: (entry: typeof TASK) => playbookTasks([], [entry]),
    needed: TASK,
    values: {
      condition: [{}, { rule: '' }, { rule: 'late', change: 'raised' }, { rule: 'late', more: 1 }, null, 'late', []],
      action: TEXTS,
      owner: TEXTS,
    },
    ...{ strict: true, argument: 'playbook[0]' },
  },
  alertCounts: { call: alertPrecision, needed: { caughtAlerts: 30, falseAlerts: 90 }, argument: 'counts' },
  lossCounts: { call: alertRecall, needed: { caughtLosses: 30, missedLosses: 20 }, argument: 'counts' },
  alertLiftCounts: {
    call: alertLift,
    needed: { caughtAlerts: 30, falseAlerts: 90, baseCustomers: 5000, baseLosses: 250 },
    values: { baseCustomers: [250, 249, 0], baseLosses: [5000, 5001] },
    argument: 'counts',
  },
  interventionParts: { call: expectedInterventionBenefit, needed: PARTS, beyondJson: true, argument: 'parts' },
  interventionCandidate: {
    call: (candidate: typeof PARTS & { readonly customer: string; readonly action: string }) =>
      planInterventions([candidate], { budget: 100 }),
    needed: { customer: 'ada', action: 'call', ...PARTS },
    values: { customer: IDS, action: TEXTS },
    ...{ beyondJson: true, argument: 'candidates[0]' },
  },
  planOptions: { call: (options) => planInterventions([], options), needed: { budget: 100 }, strict: true },
};
