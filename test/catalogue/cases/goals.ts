import fc from 'fast-check';
import { anyGoal, DAY, figure, goal, goalAndFigure } from '../../goals/goals.ts';
import type { MetricCase } from '../metricCase.ts';

const UNDEFINED_FIGURE = [goal({ from: 20, to: 30 }), figure(Number.NaN, 5)];
const HUGE = goal({ from: 0, to: 1e308 });

/** How each metric of goals is tried out, by its name. */
export const cases: Readonly<Record<string, MetricCase>> = {
  currentPace: {
    valid: goalAndFigure,
    undefined: [[goal({ from: 20, to: 30 }), figure(25, 0)], UNDEFINED_FIGURE, [HUGE, figure(1e308, 1 / DAY)]],
  },
  expectedValue: {
    valid: fc
      .tuple(anyGoal, fc.nat(200))
      .map(([one, days]) => [one, { at: (one.baseline.at as number) + days * DAY }] as const),
    undefined: [],
  },
  goalProgress: {
    valid: goalAndFigure,
    undefined: [
      [goal({ from: 20, to: 20 }), figure(25, 5)],
      UNDEFINED_FIGURE,
      [goal({ from: 0, to: 1e-300 }), figure(1e300, 5)],
    ],
  },
  goalTarget: { valid: fc.tuple(anyGoal), undefined: [] },
  requiredPace: {
    valid: goalAndFigure,
    undefined: [
      [goal({ from: 20, to: 30 }), figure(25, 10)],
      [goal({ from: 20, to: 30 }), figure(25, 11)],
      UNDEFINED_FIGURE,
      [HUGE, figure(-1e308, 10 - 1 / DAY)],
    ],
  },
};
