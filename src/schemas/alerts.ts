import * as z from 'zod/mini';
import { readAlertState } from '../risk/alertEntries.ts';
import { type AlertLiftCounts, alertLift } from '../risk/alertLift.ts';
import { type AlertCounts, alertPrecision } from '../risk/alertPrecision.ts';
import { alertRecall, type LossCounts } from '../risk/alertRecall.ts';
import { readAlertRules } from '../risk/alertRules.ts';
import type { AlertChange, AlertEntry, AlertRule, AlertState } from '../risk/alertTypes.ts';
import { expectedInterventionBenefit, type InterventionParts } from '../risk/expectedInterventionBenefit.ts';
import { type InterventionCandidate, type PlanOptions, planInterventions } from '../risk/planInterventions.ts';
import { type PlaybookCondition, type PlaybookEntry, readPlaybook } from '../risk/playbook.ts';
import { playbookTasks } from '../risk/playbookTasks.ts';
import { count, customerId, figure, oneOf, text } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

const LAST_INSTANT = 8.64e15;
const ANY_ENTRY = { condition: { rule: 'any' }, action: 'any', owner: 'any', dueDays: 0 };
const INSTANT_OR_NONE = 'must be whole milliseconds since 1970, or null';

const instantOrNone = () => z.union([z.number(), z.null()], INSTANT_OR_NONE);
const changeKind = () => oneOf('entered', 'left', 'closed');

/** One rule of `alertStep`; whether there is such an indicator, the scores have to say. */
export const alertRule: Schema<AlertRule> = /* @__PURE__ */ optionsSchema(
  () => ({
    name: text,
    indicator: z.optional(text),
    enterAt: count,
    leaveAt: count,
    dwellDays: z.optional(count),
    coolDownDays: z.optional(count),
  }),
  (rule) => readAlertRules('alertRule', [rule]),
  'rules[0]',
);

/** One entry of the state of alerts; whether it is of a time before the last look, the state has to say. */
export const alertEntry: Schema<AlertEntry> = /* @__PURE__ */ subjectSchema(
  () => ({
    rule: text,
    customer: customerId,
    raisedAt: instantOrNone(),
    pendingSince: instantOrNone(),
    leftAt: instantOrNone(),
  }),
  (entry) => readAlertState('alertEntry', { asOf: LAST_INSTANT, entries: [entry] }),
  'state.entries[0]',
);

/** The state that `alertStep` takes, such as one that was stored as JSON. */
export const alertState: Schema<AlertState> = /* @__PURE__ */ subjectSchema(
  () => ({ asOf: instantOrNone(), entries: z.array(alertEntry, 'must be an array of entries') }),
  (state) => readAlertState('alertState', state),
  'state',
);

/** What `playbookTasks` takes of an alert. */
export const alertChange: Schema<AlertChange> = /* @__PURE__ */ subjectSchema(
  () => ({
    customer: customerId,
    rule: text,
    change: changeKind(),
    at: count,
    score: figure,
    mainIndicator: z.optional(text),
  }),
  (alert) => playbookTasks([alert], [ANY_ENTRY]),
  'alerts[0]',
);

/** Which alerts an entry of a playbook is for. */
export const playbookCondition: Schema<PlaybookCondition> = /* @__PURE__ */ optionsSchema(
  () => ({
    rule: text,
    change: z.optional(changeKind()),
    minimumScore: z.optional(count),
    mainIndicator: z.optional(text),
  }),
  (condition) => readPlaybook('playbookCondition', [{ ...ANY_ENTRY, condition }]),
  'playbook[0].condition',
);

/** One entry of a playbook. */
export const playbookEntry: Schema<PlaybookEntry> = /* @__PURE__ */ optionsSchema(
  () => ({ condition: z.looseObject({}, 'must be an object'), action: text, owner: text, dueDays: count }),
  (entry) => readPlaybook('playbookEntry', [entry]),
  'playbook[0]',
);

/** What `alertPrecision` takes. */
export const alertCounts: Schema<AlertCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ caughtAlerts: count, falseAlerts: count }),
  alertPrecision,
  'counts',
);

/** What `alertRecall` takes. */
export const lossCounts: Schema<LossCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ caughtLosses: count, missedLosses: count }),
  alertRecall,
  'counts',
);

/** What `alertLift` takes. */
export const alertLiftCounts: Schema<AlertLiftCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ caughtAlerts: count, falseAlerts: count, baseCustomers: count, baseLosses: count }),
  alertLift,
  'counts',
);

const partFields = () => ({
  churnProbability: figure,
  successProbability: figure,
  valueKept: figure,
  cost: figure,
});

/** What `expectedInterventionBenefit` takes. */
export const interventionParts: Schema<InterventionParts> = /* @__PURE__ */ subjectSchema(
  partFields,
  expectedInterventionBenefit,
  'parts',
);

/** One candidate of `planInterventions`. */
export const interventionCandidate: Schema<InterventionCandidate> = /* @__PURE__ */ subjectSchema(
  () => ({ customer: customerId, action: text, ...partFields() }),
  (candidate) => planInterventions([candidate], { budget: 0 }),
  'candidates[0]',
);

/** What `planInterventions` takes as options. */
export const planOptions: Schema<PlanOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ budget: count }),
  (options) => planInterventions([], options),
);
