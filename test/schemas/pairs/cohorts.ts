import { type ActiveDayOptions, activeDayTotals } from '../../../src/cohorts/activeDayTotals.ts';
import { type ActivePeriodOptions, activePeriodCounts } from '../../../src/cohorts/activePeriodCounts.ts';
import { type ActiveRetentionOptions, activeRetentionRates } from '../../../src/cohorts/activeRetentionRates.ts';
import { cohortTable } from '../../../src/cohorts/cohortTable.ts';
import { customerLifecycle } from '../../../src/cohorts/customerLifecycle.ts';
import { lifecycleQuickRatio } from '../../../src/cohorts/lifecycleQuickRatio.ts';
import type { CohortTableOptions } from '../../../src/cohorts/readCohortOptions.ts';
import type { LifecycleOptions } from '../../../src/cohorts/readLifecycle.ts';
import { retentionChange } from '../../../src/cohorts/retentionChange.ts';
import { type RetentionCurveOptions, retentionCurve } from '../../../src/cohorts/retentionCurve.ts';
import type { SegmentRetention } from '../../../src/cohorts/segmentRetention.ts';
import { stickinessRatio } from '../../../src/cohorts/stickinessRatio.ts';
import { type SuppressionOptions, suppressSmallCells } from '../../../src/cohorts/suppressSmallCells.ts';
import { type SecondPurchaseOptions, timesToSecondPurchase } from '../../../src/cohorts/timesToSecondPurchase.ts';
import { toMilliseconds } from '../../../src/core/checks.ts';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { type Pair, PLAIN_PERIOD } from '../pair.ts';
import { eventsAt } from './logs.ts';

const CHOICES = [
  {},
  { name: 'visit' },
  { name: 5 },
  { where: () => true },
  { where: 'x' },
  { event: 'x' },
  null,
  'order',
];

const NOTHING = cohortTable(eventLogFromColumns({ customer: [], at: [] }), { period: 'month', asOf: 0 });

export const cohortsPairs: Readonly<Record<string, Pair>> = {
  cohortTableOptions: {
    // Whether the log has the attribute is not the options' to say: this one has whatever is asked for.
    call: (options: CohortTableOptions) => {
      const attributes = typeof options?.attribute === 'string' ? { [options.attribute]: ['S'] } : {};
      const asOf = toMilliseconds(options?.asOf);
      const at = [Number.isNaN(asOf) ? 0 : asOf];
      return cohortTable(eventLogFromColumns({ customer: ['ada'], at, name: ['order'], attributes }), options);
    },
    needed: { period: 'month', asOf: 86_400_000 },
    optional: {
      ...{
        timeZone: 'Europe/Berlin',
        weekStartsOn: 'sunday',
        ...PLAIN_PERIOD,
        level: 0.9,
        attribute: 'plan',
        value: 'last',
      },
      ...{ start: { name: 'order' }, return: {}, entry: 'recurring', match: 'streak', minimumEvents: 2 },
    },
    full: { timeZone: 'Europe/Berlin', level: 0.9, attribute: 'plan', value: 'last', match: 'onOrAfter' },
    values: {
      ...{ entry: ['firstEver', 'last', undefined], match: ['on', 'rolling', undefined], minimumEvents: [0, 1, 1.5] },
      ...{ start: CHOICES, return: CHOICES },
      ...{ attribute: ['market', '', undefined], value: ['first', 'each', undefined], asOf: [0, 86_400_000, 1e9] },
    },
    ...{ strict: true, beyondJson: true },
  },
  retentionCurveOptions: {
    call: (options: RetentionCurveOptions) => retentionCurve(NOTHING, options),
    needed: {},
    optional: { pooling: 'median' },
    values: { pooling: ['pooledMature', 'simpleMean', 'sizeWeightedTwice', 'mean', undefined] },
    strict: true,
  },
  suppressionOptions: {
    call: (options: SuppressionOptions) => suppressSmallCells(NOTHING, options),
    needed: { minimumCustomers: 5 },
    values: { minimumCustomers: [1, 10, 0, 1.5, undefined] },
    strict: true,
  },
  lifecycleOptions: {
    call: (options: LifecycleOptions) => customerLifecycle(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0 },
    ...{ strict: true, beyondJson: true },
  },
  activeRetentionOptions: {
    call: (options: ActiveRetentionOptions) => activeRetentionRates(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0, level: 0.9 },
    ...{ strict: true, beyondJson: true },
  },
  lifecycleFlows: {
    call: lifecycleQuickRatio,
    needed: { newCustomers: 60, resurrectedCustomers: 15, dormantCustomers: 50 },
    ...{ beyondJson: true, argument: 'flows' },
  },
  activePeriodOptions: {
    call: (options: ActivePeriodOptions) => activePeriodCounts(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: {
      ...{ timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0, to: 5000 },
      ...{ minimumEvents: 2, maximumEvents: 3 },
    },
    values: { minimumEvents: [1, 3, 4, 0, 1.5, undefined], maximumEvents: [1, 2, 4, 0, 2.5, undefined] },
    ...{ strict: true, beyondJson: true },
  },
  activeDayOptions: {
    call: (options: ActiveDayOptions) => activeDayTotals(eventsAt(options?.asOf), options),
    needed: { asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', days: 7 },
    ...{ values: { days: [1, 28, 0, 1.5, 36_526, undefined] }, strict: true, beyondJson: true },
  },
  stickinessInput: {
    call: stickinessRatio,
    needed: { activeDays: 5600, days: 28, activeCustomers: 1000 },
    argument: 'counts',
  },
  segmentRetention: {
    call: (segment: SegmentRetention) => retentionChange([segment], []),
    needed: { segment: 'paid', members: 300, retained: 240 },
    values: { segment: ['', 'free', 5, -0.5, null], retained: [0, 300, 300.5, 301] },
    argument: 'before',
  },
  secondPurchaseOptions: {
    call: (options: SecondPurchaseOptions) => timesToSecondPurchase(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9 },
    ...{ strict: true, beyondJson: true },
  },
};
