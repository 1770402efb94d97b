import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { atRiskCustomers } from '../../../src/segments/atRiskCustomers.ts';
import { firstTimeCustomers } from '../../../src/segments/firstTimeCustomers.ts';
import { highValueCustomers } from '../../../src/segments/highValueCustomers.ts';
import { type RfmLists, rfmScores } from '../../../src/segments/rfmScores.ts';
import { rfmSegments, type SegmentOptions } from '../../../src/segments/rfmSegments.ts';
import { type CustomerSegments, segmentMigration } from '../../../src/segments/segmentMigration.ts';
import { segmentRuleCoverage } from '../../../src/segments/segmentRuleCoverage.ts';
import type { SegmentRule } from '../../../src/segments/segmentRules.ts';
import { segmentStability } from '../../../src/segments/segmentStability.ts';
import { shareHolding } from '../../../src/segments/shareHolding.ts';
import { topShare } from '../../../src/segments/topShare.ts';
import type { Pair } from '../pair.ts';
import { events } from './logs.ts';

const RANGES = [[1, 5], [3, 3], [5, 1], [0, 2], [1, 5.5], [1], [1, 2, 3], 'ab', { length: 2 }, undefined, null];
const best = { name: 'best', recency: [4, 5] };
const RULES = [
  ...[[], [best], [best, { name: 'rest' }], [best, best], [{ name: '' }], [{}], [{ name: 'x', money: [1, 2] }], {}],
  ...[[{ name: 'other' }], [{ name: 'x', recency: [2, 1] }], [{ name: 'x', monetary: [1, 6] }], [null], 'rules'],
];
const CODES = [[], [0, 1, 0], [0, 1, 2], [0, 0.5, 0], [0, -1, 0], [0], Int32Array.of(1, 1, 0), 'abc', { length: 3 }];
const LISTS = [[], ['ada', 'ada', 'cyd'], ['ada', '', 'cyd'], [1, 2, 3], [{}], Int32Array.of(1, 2, 3), 'abc', null];
const LISTS_OF_THREE = { recencyDays: [30, 90], orderCount: [1, 3], revenue: [20, 200] };
const BORDERS = [[1, 2], [2, 1], [1, 1], [1], [], [1, Number.NaN], ['1', 2], 'ab', { length: 2 }, null];
const nobody = eventLogFromColumns({ customer: [], at: [], amount: [] });

/** Rules may be of any number of classes: six, as those here need at most; without rules scores have five. */
function scoresFor(options: SegmentOptions | undefined): ReturnType<typeof rfmScores> {
  return rfmScores(nobody, { asOf: 0, bins: options?.rules === undefined ? 5 : 6 });
}

export const segmentsPairs: Readonly<Record<string, Pair>> = {
  rfmLists: {
    call: (thresholds: RfmLists) => rfmScores(events, { asOf: 5000, thresholds }),
    needed: LISTS_OF_THREE,
    values: { recencyDays: BORDERS, orderCount: BORDERS, revenue: BORDERS },
    ...{ strict: true, beyondJson: true, argument: 'thresholds' },
  },
  rfmOptions: {
    call: (options) => rfmScores(events, options),
    needed: { asOf: 5000 },
    optional: { bins: 3, method: 'ntile', thresholds: LISTS_OF_THREE },
    full: { bins: 3, method: 'ntile' },
    values: {
      thresholds: [{ ...LISTS_OF_THREE, revenue: [2, 1] }, { revenue: [1] }],
      bins: [2, 5, 100, 101, 1, 2.5],
      method: ['quantile', 'kmeans', undefined],
    },
    ...{ strict: true, beyondJson: true },
  },
  segmentRule: {
    call: (rule: SegmentRule) => segmentRuleCoverage([rule], { bins: 6 }),
    needed: { name: 'best' },
    optional: { recency: [4, 5], frequency: [1, 6], monetary: [3, 3] },
    values: { name: ['', 'rest', 5], recency: RANGES, frequency: RANGES, monetary: RANGES },
    ...{ strict: true, argument: 'rules' },
  },
  segmentOptions: {
    call: (options: SegmentOptions) => rfmSegments(scoresFor(options), options),
    needed: {},
    optional: { rules: [best], otherName: 'rest' },
    ...{ values: { rules: RULES, otherName: ['', 'best', 'other', 'champions', undefined] }, strict: true },
  },
  coverageOptions: {
    call: (options) => segmentRuleCoverage([{ name: 'all' }], options),
    ...{ needed: {}, optional: { bins: 3 }, values: { bins: [2, 5, 30, 101, 1, 2.5, undefined] }, strict: true },
  },
  customerSegments: {
    call: (segments: CustomerSegments) => segmentMigration(segments, { customers: [], codes: [], names: [] }),
    needed: { customers: ['ada', 'bob', 'cyd'], codes: [0, 1, 0], names: ['active', 'asleep'] },
    optional: { definition: { asOf: 5000 } },
    values: {
      ...{ customers: LISTS, codes: CODES, names: LISTS },
      definition: [{ asOf: 5000, more: 1 }, { asOf: 0.5 }, {}, null, undefined],
    },
    ...{ beyondJson: true, argument: 'before' },
  },
  stabilityCounts: {
    ...{ call: segmentStability, needed: { commonCustomers: 200, stableCustomers: 30 }, argument: 'counts' },
  },
  atRiskOptions: {
    call: (options) => atRiskCustomers(events, options),
    ...{ needed: { asOf: 5000 }, optional: { lateness: 2, minimumOrders: 3 }, strict: true, beyondJson: true },
  },
  firstTimeOptions: {
    call: (options) => firstTimeCustomers(events, options),
    ...{ needed: { within: 30, asOf: 5000 }, strict: true, beyondJson: true },
  },
  highValueOptions: {
    call: (options) => highValueCustomers(events, options),
    ...{ needed: { share: 0.2, asOf: 5000 }, strict: true, beyondJson: true },
  },
  topShareOptions: { call: (options) => topShare([3, 2, 1], options), needed: { share: 0.2 }, strict: true },
  shareHoldingOptions: { call: (options) => shareHolding([3, 2, 1], options), needed: { share: 0.8 }, strict: true },
};
