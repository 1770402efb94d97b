import { type Benchmark, benchmarkComparison } from '../../../src/goals/benchmarkComparison.ts';
import { expectedValue } from '../../../src/goals/expectedValue.ts';
import { goalTarget } from '../../../src/goals/goalTarget.ts';
import type { Figure, Goal } from '../../../src/goals/types.ts';
import type { Pair } from '../pair.ts';

const DEFINITION = { metric: 'churnRate', basis: 'tenures', from: 0, to: 5000 };
const FIGURE = { value: 0.05, at: 5000, definition: DEFINITION };
const GOAL: Goal = {
  baseline: { value: 0.06, at: 0, definition: DEFINITION },
  ...{ target: { value: 0.04 }, dueAt: 1e11, direction: 'lower' },
};
const BENCHMARK = { value: 0.04, definition: { metric: 'churnRate' }, source: 'survey', date: 0, industry: 'boxes' };

const endless: Record<string, unknown> = { metric: 'churnRate' };
endless.itself = endless;
const DEFINITIONS = [
  ...[{ metric: '' }, { metric: 5 }, {}, null, 'churnRate', [], { metric: 'x', more: { deep: [1, 'a', null, true] } }],
  ...[{ metric: 'x', more: () => 1 }, { metric: 'x', more: new Map() }, { metric: 'x', more: Infinity }, endless],
  ...[
    { metric: 'x', more: undefined },
    { metric: 'x', more: [undefined] },
    { metric: 'x', more: new Date(5) },
  ],
];
const INTERVALS = [
  ...[
    { lower: 0.04, upper: 0.06, level: 0.9 },
    { lower: 1, upper: 0 },
    { lower: Number.NaN, upper: 5 },
  ],
  ...[{ lower: 1 }, { lower: -Infinity, upper: 5 }, {}, null, [0, 1], undefined],
];
const TARGETS = [
  ...[{ value: 0.06 }, { value: 0.07 }, { change: -0.1 }, { change: 0.1 }, { change: 0 }, { change: -2 }, {}],
  ...[{ value: 0.04, change: undefined }, { value: 0.04, change: -0.1 }, { value: Number.NaN }, { change: '-10 %' }],
  ...[{ value: 0.04, by: 1 }, { change: undefined }, { change: -1e308 }, 0.04, null, []],
];
const BASELINES = [
  ...[
    { ...FIGURE, at: 1e11 },
    { ...FIGURE, value: 0 },
    { ...FIGURE, value: -1 },
    { ...FIGURE, value: Number.NaN },
  ],
  ...[{ ...FIGURE, at: 0.5 }, { value: 0.05, at: 0 }, { ...FIGURE, interval: { lower: 1, upper: 0 } }, {}, null, 0.06],
];

/** Beside a benchmark that states nothing but the metric, whatever that is. */
function besideItsLike(figure: Figure): unknown {
  const metric = figure?.definition?.metric;
  return benchmarkComparison(figure, { ...BENCHMARK, definition: { metric } }, { direction: 'lower' });
}

function underItsLike(benchmark: Benchmark): unknown {
  return benchmarkComparison({ ...FIGURE, definition: benchmark?.definition }, benchmark, { direction: 'lower' });
}

export const goalsPairs: Readonly<Record<string, Pair>> = {
  figure: {
    call: besideItsLike,
    needed: FIGURE,
    optional: { interval: { lower: 0.04, upper: 0.06 } },
    values: { value: [Number.NaN, 0, -1, Infinity, null], definition: DEFINITIONS, interval: INTERVALS },
    ...{ beyondJson: true, argument: 'figure' },
  },
  goal: {
    call: goalTarget,
    needed: GOAL as unknown as Record<string, unknown>,
    optional: { name: 'less churn' },
    values: {
      ...{ name: ['', 'more', 5], baseline: BASELINES, target: TARGETS, dueAt: [0, 1, -1, new Date(0), new Date(5)] },
      direction: ['higher', 'lower', 'down', undefined],
    },
    ...{ beyondJson: true, argument: 'goal' },
  },
  benchmark: {
    call: underItsLike,
    needed: BENCHMARK,
    values: { definition: DEFINITIONS, source: ['', 5], date: [new Date(0), 0.5, '2024'], industry: ['', null] },
    ...{ beyondJson: true, argument: 'benchmark' },
  },
  benchmarkComparisonOptions: {
    call: (options) => benchmarkComparison(FIGURE, BENCHMARK, options),
    ...{ needed: { direction: 'higher' }, values: { direction: ['lower', 'down', 1, undefined] }, strict: true },
  },
  expectedValueOptions: {
    call: (options) => expectedValue({ ...GOAL, baseline: { ...GOAL.baseline, at: -8.64e15 } }, options),
    ...{ needed: { at: 5000 }, strict: true, beyondJson: true },
  },
};
