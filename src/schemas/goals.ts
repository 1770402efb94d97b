import * as z from 'zod/mini';
import {
  type Benchmark,
  type BenchmarkComparisonOptions,
  benchmarkComparison,
  checkBenchmark,
} from '../goals/benchmarkComparison.ts';
import { checkFigure } from '../goals/checkFigure.ts';
import { type ExpectedValueOptions, expectedValue } from '../goals/expectedValue.ts';
import { goalTarget } from '../goals/goalTarget.ts';
import type { Figure, Goal } from '../goals/types.ts';
import { figure as anyFigure, count, instant, oneOf, text } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

const OBJECT = 'must be an object';

/** Records within others: their kinds here, the rest is asked of the function that takes the whole. */
const definitionKind = () => z.looseObject({ metric: text }, OBJECT);
const figureFields = () => ({
  value: anyFigure,
  at: instant,
  definition: definitionKind(),
  interval: z.optional(z.looseObject({ lower: anyFigure, upper: anyFigure }, OBJECT)),
});
const targetKind = () =>
  z.strictObject({ value: z.optional(count), change: z.optional(count) }, 'must be { value } or { change }');

/** What the functions of goals take: a figure with what it rests on. */
export const figure: Schema<Figure> = /* @__PURE__ */ subjectSchema(
  figureFields,
  (one) => checkFigure('figure', 'figure', one),
  'figure',
);

/** What the functions of goals take: from where, to where, by when. */
export const goal: Schema<Goal> = /* @__PURE__ */ subjectSchema(
  () => ({
    name: z.optional(text),
    baseline: z.looseObject(figureFields(), OBJECT),
    target: targetKind(),
    dueAt: instant,
    direction: oneOf('higher', 'lower'),
  }),
  goalTarget,
  'goal',
);

/** What `benchmarkComparison` takes second. */
export const benchmark: Schema<Benchmark> = /* @__PURE__ */ subjectSchema(
  () => ({ value: count, definition: definitionKind(), source: text, date: instant, industry: text }),
  checkBenchmark,
  'benchmark',
);

/** What `benchmarkComparison` takes as options. */
export const benchmarkComparisonOptions: Schema<BenchmarkComparisonOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ direction: oneOf('higher', 'lower') }),
  (options) => {
    const definition = { metric: 'any' };
    const other = { value: 0, definition, source: 'any', date: 0, industry: 'any' };
    benchmarkComparison({ value: 0, at: 0, definition }, other, options);
  },
);

/** What `expectedValue` takes as options; whether the instant lies before the goal, the goal has to say. */
export const expectedValueOptions: Schema<ExpectedValueOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ at: instant }),
  (options) => {
    const baseline = { value: 0, at: -8.64e15, definition: { metric: 'any' } };
    expectedValue({ baseline, target: { value: 0 }, dueAt: 8.64e15, direction: 'higher' }, options);
  },
);
