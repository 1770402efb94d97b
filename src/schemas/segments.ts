import * as z from 'zod/mini';
import { type AtRiskOptions, atRiskCustomers } from '../segments/atRiskCustomers.ts';
import { checkBins, MOST_BINS } from '../segments/checkBins.ts';
import { checkThresholds } from '../segments/checkThresholds.ts';
import { type FirstTimeOptions, firstTimeCustomers } from '../segments/firstTimeCustomers.ts';
import { type HighValueOptions, highValueCustomers } from '../segments/highValueCustomers.ts';
import { type RfmLists, type RfmOptions, rfmScores } from '../segments/rfmScores.ts';
import { rfmSegmentRules } from '../segments/rfmSegmentRules.ts';
import type { SegmentOptions } from '../segments/rfmSegments.ts';
import { type CustomerSegments, segmentMigration } from '../segments/segmentMigration.ts';
import type { CoverageOptions } from '../segments/segmentRuleCoverage.ts';
import { checkName, checkRules, type SegmentRule } from '../segments/segmentRules.ts';
import { type StabilityCounts, segmentStability } from '../segments/segmentStability.ts';
import { type ShareHoldingOptions, shareHolding } from '../segments/shareHolding.ts';
import { type TopShareOptions, topShare } from '../segments/topShare.ts';
import { emptyEvents } from './emptyLogs.ts';
import { column, count, instant, list, oneOf, text } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** Thresholds for `rfmScores`, one list for each of the three figures. */
export const rfmLists: Schema<RfmLists> = /* @__PURE__ */ optionsSchema(
  () => ({ recencyDays: list, orderCount: list, revenue: list }),
  (lists) => checkThresholds('rfmLists', lists),
  'thresholds',
);

/** What `rfmScores` takes as options. */
export const rfmOptions: Schema<RfmOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    asOf: instant,
    thresholds: z.optional(rfmLists),
    bins: z.optional(count),
    method: z.optional(oneOf('quantile', 'ntile')),
  }),
  (options) => rfmScores(emptyEvents(), options),
);

const scoreRange = () => z.optional(z.tuple([count, count], 'must be a lowest and a highest score, [lowest, highest]'));

/** One rule of `rfmSegments` and `segmentRuleCoverage`; whether its scores are on the scale, the number of classes says. */
export const segmentRule: Schema<SegmentRule> = /* @__PURE__ */ optionsSchema(
  () => ({ name: text, recency: scoreRange(), frequency: scoreRange(), monetary: scoreRange() }),
  (rule) => checkRules('segmentRule', [rule], MOST_BINS),
  'rules[0]',
);

/** What `rfmSegments` takes as options; whether rules are for the classes of the scores, the scores have to say. */
export const segmentOptions: Schema<SegmentOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    rules: z.optional(z.array(segmentRule, 'must be an array of at least one rule')),
    otherName: z.optional(text),
  }),
  ({ rules = rfmSegmentRules, otherName = 'other' }) => {
    const names = checkRules('rfmSegments', rules, MOST_BINS).map(({ name }) => name);
    checkName('rfmSegments', ['otherName'], otherName, new Set(names));
  },
);

/** What `segmentRuleCoverage` takes as options. */
export const coverageOptions: Schema<CoverageOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ bins: z.optional(count) }),
  ({ bins = 5 }) => checkBins('segmentRuleCoverage', ['bins'], bins),
);

/** What `segmentMigration` takes, twice. */
export const customerSegments: Schema<CustomerSegments> = /* @__PURE__ */ subjectSchema(
  () => ({
    customers: list,
    codes: column,
    names: list,
    definition: z.optional(z.looseObject({ asOf: count }, 'must be an object')),
  }),
  (segments) => segmentMigration(segments, { customers: [], codes: [], names: [] }),
  'before',
);

/** What `segmentStability` takes. */
export const stabilityCounts: Schema<StabilityCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ commonCustomers: count, stableCustomers: count }),
  segmentStability,
  'counts',
);

/** What `atRiskCustomers` takes as options. */
export const atRiskOptions: Schema<AtRiskOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ lateness: z.optional(count), asOf: instant, minimumOrders: z.optional(count) }),
  (options) => atRiskCustomers(emptyEvents(), options),
);

/** What `firstTimeCustomers` takes as options. */
export const firstTimeOptions: Schema<FirstTimeOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ within: count, asOf: instant }),
  (options) => firstTimeCustomers(emptyEvents(), options),
);

/** What `highValueCustomers` takes as options. */
export const highValueOptions: Schema<HighValueOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ share: count, asOf: instant }),
  (options) => highValueCustomers(emptyEvents(), options),
);

/** What `topShare` takes as options. */
export const topShareOptions: Schema<TopShareOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ share: count }),
  (options) => topShare([], options),
);

/** What `shareHolding` takes as options. */
export const shareHoldingOptions: Schema<ShareHoldingOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ share: count }),
  (options) => shareHolding([], options),
);
