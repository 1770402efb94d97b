import { tenureLogFromColumns } from '../../../src/log/tenureLogFromColumns.ts';
import { alertStep } from '../../../src/risk/alertStep.ts';
import { purchaseLateness } from '../../../src/risk/purchaseLateness.ts';
import { riskScores } from '../../../src/risk/riskScores.ts';
import { asOf, events, tenures } from './shared.ts';

const linear = { kind: 'linear', safe: 0, risky: 5 } as const;
const scale = { lowest: 0, highest: 50 };
const contracts = tenureLogFromColumns(
  { customer: ['ada', 'bob'], from: [0, 5], to: [null, asOf + 5], attributes: { end: [asOf + 9, null] } },
  { asOf },
);

const late = purchaseLateness(events, { asOf, minimumOrders: 2, map: { kind: 'linear', safe: 0, risky: 1 } });
const scores = riskScores([late], { minCoverage: 0 });
const format = (): string => 'late';

const rules = [{ name: 'late', enterAt: 0.5, leaveAt: 0.3, dwellDays: 0, coolDownDays: 30 }];
const own = [{ ...rules[0], indicator: 'purchaseLateness' }];
const state = {
  asOf: asOf - 5,
  entries: [{ rule: 'gone', customer: 'bob', raisedAt: 5, pendingSince: null, leftAt: null }],
};
const { alerts } = alertStep({ asOf: null, entries: [] }, scores, rules);
const playbook = [{ condition: { rule: 'late', minimumScore: 0.2 }, action: 'call', owner: 'success', dueDays: 2 }];
const parts = { churnProbability: 0.5, successProbability: 0.25, valueKept: 800, cost: 40 };
const counts = { caughtAlerts: 30, falseAlerts: 90, baseCustomers: 5000, baseLosses: 250 };

export const risk: Readonly<Record<string, readonly unknown[]>> = {
  alertLift: [counts],
  alertPrecision: [counts],
  alertRecall: [{ caughtLosses: 30, missedLosses: 20 }],
  alertStep: [state, scores, own],
  backtestAlerts: [
    { events },
    {
      score: (then: { readonly events: typeof events }, at: number) =>
        riskScores([purchaseLateness(then.events, { asOf: at, minimumOrders: 2 })], { minCoverage: 0 }),
      rules,
      looks: [asOf - 10, asOf - 5, asOf],
      losses: tenures,
      horizonDays: 3,
    },
  ],
  complaintCount: [events, { asOf, withinDays: 60, customers: ['ada', 'eve'], name: 'complaints', map: linear }],
  contactCount: [tenures, { asOf, withinDays: 60, customers: ['eve', 'ada'] }],
  daysSinceActivity: [events, { asOf, map: { kind: 'logistic', midpoint: 30, slope: 0.1 } }],
  daysToContractEnd: [contracts, { asOf, end: 'end', openEndedDays: 30 }],
  engagementDecline: [
    events,
    { asOf, recentDays: 30, baselineDays: 60, minimumBaselineEvents: 1, seasonality: 'removed', map: linear },
  ],
  expectedInterventionBenefit: [parts],
  failedPaymentCount: [events, { asOf, withinDays: 60, customers: [1, 2, 3] }],
  feedbackDecline: [events, { asOf, scale, recentAnswers: 1, minimumBaselineAnswers: 1 }],
  negativeFeedback: [events, { asOf, scale, recentAnswers: 2, withinDays: 60 }],
  orderValueDecline: [events, { asOf, recentOrders: 1, minimumBaselineOrders: 1 }],
  planInterventions: [[{ customer: 'ada', action: 'call', ...parts }], { budget: 100 }],
  playbookTasks: [alerts, playbook],
  purchaseLateness: [events, { asOf, minimumOrders: 2, name: 'late', map: { kind: 'linear', safe: 1, risky: 4 } }],
  reasonText: [{ indicator: 'x', contribution: 0.5, risk: 0.5, value: 2, evidence: {}, definition: late.definition }],
  riskFromValues: [[1, Number.NaN, 4], { kind: 'quantile', reference: [3, 1, 2], risky: 'low' }],
  riskIndicator: [
    { customers: ['ada', 'bob'], values: [0.5, Number.NaN], observedAt: [5, Number.NaN] },
    { asOf, name: 'seats', map: linear },
  ],
  riskRanking: [scores, { count: 5, reasons: 2, format }],
  riskReasons: [scores, { customers: [scores.customers[0]], reasons: 2, format }],
  riskScores: [
    [late],
    {
      weights: [{ indicator: 'purchaseLateness', weight: 2, staleAfterDays: 30 }],
      minCoverage: 0,
      customers: late.customers,
    },
  ],
  unresolvedTicketCount: [tenures, { asOf, customers: ['ada', 'eve'] }],
};
