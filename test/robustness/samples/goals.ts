import { customerMovement } from '../../../src/rates/customerMovement.ts';
import { DAY, tenures } from './shared.ts';

const { definition } = customerMovement(tenures, { from: 0, to: 30 * DAY });
const rules = [{ name: 'recent', recency: [2, 3] }];
const figure = (days: number, value: number, more = {}) => ({
  ...{ value, at: days * DAY, ...more },
  definition: { metric: 'churnRate', ...definition, from: (days - 30) * DAY, to: days * DAY, rules },
});
const goal = {
  name: 'less churn',
  baseline: figure(30, 0.05),
  target: { change: -0.1 },
  dueAt: 120 * DAY,
  direction: 'lower',
};
const interval = { lower: 0.04, upper: 0.06 };
const benchmark = {
  value: 0.04,
  definition: { metric: 'churnRate', rules },
  source: 'Invented Survey',
  date: 20 * DAY,
  industry: 'subscription boxes',
};

export const goals: Readonly<Record<string, readonly unknown[]>> = {
  benchmarkComparison: [figure(60, 0.05, { interval }), benchmark, { direction: 'lower' }],
  currentPace: [goal, figure(60, 0.048)],
  expectedValue: [goal, { at: 60 * DAY }],
  goalProgress: [goal, figure(60, 0.05)],
  goalSeries: [goal, [figure(60, 0.048, { interval }), figure(90, 0.046)]],
  goalStatus: [goal, figure(60, 0.048, { interval })],
  goalTarget: [goal],
  requiredPace: [goal, figure(60, 0.048)],
};
