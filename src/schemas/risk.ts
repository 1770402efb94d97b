import * as z from 'zod/mini';
import { complaintCount } from '../risk/complaintCount.ts';
import type { CountWithinOptions } from '../risk/countWithin.ts';
import { type DaysSinceActivityOptions, daysSinceActivity } from '../risk/daysSinceActivity.ts';
import { type DaysToContractEndOptions, daysToContractEnd } from '../risk/daysToContractEnd.ts';
import { type EngagementDeclineOptions, engagementDecline } from '../risk/engagementDecline.ts';
import { type FeedbackDeclineOptions, feedbackDecline } from '../risk/feedbackDecline.ts';
import { type FeedbackScale, readScale } from '../risk/feedbackScores.ts';
import type { IndicatorWeight } from '../risk/indicatorWeights.ts';
import { type NegativeFeedbackOptions, negativeFeedback } from '../risk/negativeFeedback.ts';
import { type OrderValueDeclineOptions, orderValueDecline } from '../risk/orderValueDecline.ts';
import { type PurchaseLatenessOptions, purchaseLateness } from '../risk/purchaseLateness.ts';
import { type MeasuredValues, type RiskIndicatorOptions, riskIndicator } from '../risk/riskIndicator.ts';
import { type LinearRiskMap, type LogisticRiskMap, type QuantileRiskMap, readRiskMap } from '../risk/riskMap.ts';
import { type RiskScoresOptions, riskScores } from '../risk/riskScores.ts';
import type { CountIndicatorOptions, RiskIndicator } from '../risk/types.ts';
import { unresolvedTicketCount } from '../risk/unresolvedTicketCount.ts';
import { emptyEvents, emptyTenures } from './emptyLogs.ts';
import { attributeName, column, count, instant, list, oneOf, text } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

const OBJECT = 'must be an object';
const LAST_INSTANT = 8.64e15;
const ANY_MAP = { kind: 'linear', safe: 0, risky: 1 } as const;

/** A map within options: its own kinds are asked of the function. */
const mapKind = () => z.looseObject({}, OBJECT);
const scaleKind = () => z.looseObject({}, OBJECT);
const indicatorFields = () => ({ asOf: instant, map: z.optional(mapKind()), name: z.optional(text) });
const countFields = () => ({ ...indicatorFields(), customers: z.optional(list) });

/** A map for indicators and `riskFromValues`: a straight line between two anchors. */
export const linearRiskMap: Schema<LinearRiskMap> = /* @__PURE__ */ optionsSchema(
  () => ({ kind: oneOf('linear'), safe: count, risky: count }),
  (map) => readRiskMap('riskMap', map),
  'map',
);

/** A map for indicators and `riskFromValues`: an S-shaped curve. */
export const logisticRiskMap: Schema<LogisticRiskMap> = /* @__PURE__ */ optionsSchema(
  () => ({ kind: oneOf('logistic'), midpoint: count, slope: count }),
  (map) => readRiskMap('riskMap', map),
  'map',
);

/** A map for indicators and `riskFromValues`: the place within a reference population. */
export const quantileRiskMap: Schema<QuantileRiskMap> = /* @__PURE__ */ optionsSchema(
  () => ({ kind: oneOf('quantile'), reference: column, risky: oneOf('high', 'low') }),
  (map) => readRiskMap('riskMap', map),
  'map',
);

/** What `complaintCount`, `contactCount` and `failedPaymentCount` take as options. */
export const countWithinOptions: Schema<CountWithinOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...countFields(), withinDays: z.optional(count) }),
  (options) => complaintCount(emptyEvents(), options),
);

/** What `unresolvedTicketCount` takes as options; whether the log tells up to `asOf`, the log has to say. */
export const countIndicatorOptions: Schema<CountIndicatorOptions> = /* @__PURE__ */ optionsSchema(
  countFields,
  (options) => unresolvedTicketCount(emptyTenures(options.asOf), options),
);

/** What `daysSinceActivity` takes as options. */
export const daysSinceActivityOptions: Schema<DaysSinceActivityOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...indicatorFields(), map: mapKind() }),
  (options) => daysSinceActivity(emptyEvents(), options),
);

/** What `daysToContractEnd` takes as options; whether the log tells up to `asOf` and has the attribute, it has to say. */
export const daysToContractEndOptions: Schema<DaysToContractEndOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...indicatorFields(), end: z.optional(attributeName), openEndedDays: z.optional(count) }),
  (options) => daysToContractEnd(emptyTenures(options.asOf, options.end), options),
);

/** What `engagementDecline` takes as options. */
export const engagementDeclineOptions: Schema<EngagementDeclineOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...indicatorFields(),
    recentDays: z.optional(count),
    baselineDays: z.optional(count),
    minimumBaselineEvents: z.optional(count),
    seasonality: z.optional(oneOf('ignored', 'removed')),
  }),
  (options) => engagementDecline(emptyEvents(), options),
);

/** What `feedbackDecline` takes as options; whether scores are on the scale, the log has to say. */
export const feedbackDeclineOptions: Schema<FeedbackDeclineOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...indicatorFields(),
    scale: scaleKind(),
    recentAnswers: z.optional(count),
    minimumBaselineAnswers: z.optional(count),
  }),
  (options) => feedbackDecline(emptyEvents(), options),
);

/** The scale of scores that `negativeFeedback` and `feedbackDecline` look at. */
export const feedbackScale: Schema<FeedbackScale> = /* @__PURE__ */ optionsSchema(
  () => ({ lowest: count, highest: count }),
  (scale) => readScale('feedbackScale', scale),
  'scale',
);

/** What `negativeFeedback` takes as options; whether scores are on the scale, the log has to say. */
export const negativeFeedbackOptions: Schema<NegativeFeedbackOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...indicatorFields(),
    scale: scaleKind(),
    recentAnswers: z.optional(count),
    withinDays: z.optional(count),
  }),
  (options) => negativeFeedback(emptyEvents(), options),
);

/** What `orderValueDecline` takes as options. */
export const orderValueDeclineOptions: Schema<OrderValueDeclineOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...indicatorFields(), recentOrders: z.optional(count), minimumBaselineOrders: z.optional(count) }),
  (options) => orderValueDecline(emptyEvents(), options),
);

/** What `purchaseLateness` takes as options. */
export const purchaseLatenessOptions: Schema<PurchaseLatenessOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...indicatorFields(), minimumOrders: z.optional(count) }),
  (options) => purchaseLateness(emptyEvents(), options),
);

/** What `riskIndicator` takes as options. */
export const riskIndicatorOptions: Schema<RiskIndicatorOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ asOf: instant, map: mapKind(), name: text }),
  (options) => riskIndicator({ customers: [], values: [] }, options),
);

/** What `riskIndicator` takes; whether values were observed by `asOf`, that has to say. */
export const measuredValues: Schema<MeasuredValues> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: list, values: column, observedAt: z.optional(column) }),
  (measured) => riskIndicator(measured, { asOf: LAST_INSTANT, name: 'any', map: ANY_MAP }),
  'measured',
);

/** One weight of `riskScores`; whether there is such an indicator, the indicators say. */
export const indicatorWeight: Schema<IndicatorWeight> = /* @__PURE__ */ optionsSchema(
  () => ({ indicator: text, weight: count, staleAfterDays: z.optional(count) }),
  // Beside another one, since a weight of 0 is allowed as long as not all are 0.
  (weight) => {
    const other = `other than ${weight.indicator}`;
    askOfScores([weight.indicator, other], { weights: [weight, { indicator: other, weight: 1 }] });
  },
  'weights[0]',
);

/** What `riskScores` takes as options; whether there are such indicators, the indicators say. */
export const riskScoresOptions: Schema<RiskScoresOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    weights: z.optional(z.array(indicatorWeight, 'must be an array of weights')),
    minCoverage: z.optional(count),
    customers: z.optional(list),
  }),
  (options) => {
    const names = options.weights?.map(({ indicator }) => indicator) ?? [];
    askOfScores(names.length === 0 ? ['any'] : [...new Set(names)], options);
  },
);

function askOfScores(names: readonly string[], options: RiskScoresOptions): void {
  riskScores(names.map(emptyIndicator), options);
}

/** An indicator of nobody. */
function emptyIndicator(name: string): RiskIndicator {
  return riskIndicator({ customers: [], values: [] }, { asOf: 0, name, map: ANY_MAP });
}
