import { type ActiveDayOptions, activeDayTotals } from '../../../src/cohorts/activeDayTotals.ts';
import { type ActivePeriodOptions, activePeriodCounts } from '../../../src/cohorts/activePeriodCounts.ts';
import { type ActiveRetentionOptions, activeRetentionRates } from '../../../src/cohorts/activeRetentionRates.ts';
import { type CohortCustomersOptions, readCellOptions } from '../../../src/cohorts/cohortCustomers.ts';
import { cohortTable } from '../../../src/cohorts/cohortTable.ts';
import {
  type CohortTableFromPeriodsOptions,
  cohortTableFromPeriods,
} from '../../../src/cohorts/cohortTableFromPeriods.ts';
import { type CohortTablesByOptions, cohortTablesBy } from '../../../src/cohorts/cohortTablesBy.ts';
import { customerLifecycle } from '../../../src/cohorts/customerLifecycle.ts';
import { type CustomerPeriodsOptions, customerPeriods } from '../../../src/cohorts/customerPeriods.ts';
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
import type { Instant } from '../../../src/core/types.ts';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../../src/log/types.ts';
import { type Pair, PLAIN_PERIOD } from '../pair.ts';

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

/**
 * A log that reaches back before `asOf`, but at the ends of time, where no period of it would be whole. Whether a log has the column is not the options' to say: this
 * one has whatever is asked for.
 */
function logFor(options: { readonly asOf: Instant } | undefined, column: unknown): EventLog {
  const asOf = toMilliseconds(options?.asOf);
  const at = Number.isNaN(asOf) ? [0, 0] : Math.abs(asOf) > 8e15 ? [] : [asOf - 1, asOf - 1];
  const of = <Value>(...values: readonly Value[]): readonly Value[] => values.slice(0, at.length);
  const attributes = typeof column === 'string' ? { [column]: of('S', 'M') } : {};
  return eventLogFromColumns({ customer: of('ada', 'ada'), at, name: of('order', 'visit'), attributes });
}

/** Rules of entry and match. */
const RULES = { start: {}, return: {}, entry: 'firstEver', match: 'on', minimumEvents: 2 };

/** What columns are by options that go together, and values of those that are at odds with others. */
const COLUMNS = {
  ...{ clock: 'calendar', columns: { period: 'day' }, floorTo: undefined, base: 'previousPeriod' },
  ...{ lastPeriod: undefined, brackets: undefined, from: undefined },
};
const COLUMN_VALUES = {
  ...{ clock: ['calendar', 'elapsed', 'rolling', undefined], floorTo: ['hour', 'day', undefined] },
  columns: [{ period: 'day' }, { period: 'year' }, { period: 'x' }, {}, null, 'day', undefined],
  brackets: [[1, 2], [0], [], [{ first: 1, last: 2 }], [{ first: 2, last: 1 }], [null], 3, undefined],
  ...{ lastPeriod: [1, 0, 1.5, undefined], base: ['cohort', 'first', undefined], from: [0, 'x', 1e12, undefined] },
  entry: ['firstEvent', 'firstInWindow', 'recurring', undefined],
  ...{ start: CHOICES, return: CHOICES },
};
const NO_PERIODS = customerPeriods(logFor({ asOf: 2 }, undefined), { period: 'month', asOf: 0 });

export const cohortsPairs: Readonly<Record<string, Pair>> = {
  cohortTableOptions: {
    call: (options: CohortTableOptions) => cohortTable(logFor(options, options?.attribute), options),
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
      ...{ start: { name: 'order' }, return: {}, entry: 'firstEver', match: 'streak', minimumEvents: 2 },
      ...COLUMNS,
    },
    full: { timeZone: 'Europe/Berlin', level: 0.9, attribute: 'plan', value: 'last', match: 'onOrAfter' },
    values: {
      ...COLUMN_VALUES,
      ...{
        entry: ['firstEver', 'firstInWindow', 'last', undefined],
        match: ['on', 'rolling', undefined],
        minimumEvents: [0, 1, 1.5],
      },
      ...{ attribute: ['market', '', undefined], value: ['first', 'each', undefined], asOf: [0, 86_400_000, 1e9] },
    },
    ...{ strict: true, beyondJson: true },
  },
  customerPeriodsOptions: {
    call: (options: CustomerPeriodsOptions) => customerPeriods(logFor(options, undefined), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD },
    ...{ strict: true, beyondJson: true },
  },
  cohortTableFromPeriodsOptions: {
    call: (options: CohortTableFromPeriodsOptions) => cohortTableFromPeriods(NO_PERIODS, options),
    needed: {},
    optional: {
      ...{ entry: 'recurring', match: 'on', minimumEvents: 2, brackets: [1, 2], base: 'previousPeriod', level: 0.9 },
      lastPeriod: undefined,
    },
    values: {
      ...{ entry: ['firstEvent', 'firstEver', undefined], match: ['streak', 'onOrAfter', 'rolling', undefined] },
      ...{ minimumEvents: [0, 1, 1.5, undefined], lastPeriod: [0, 1, 1.5, undefined] },
      ...{ brackets: [[], [0], [{ first: 1, last: 2 }], [{ first: 2, last: 1 }], undefined] },
      base: ['cohort', 'members', undefined],
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
  cohortCustomersOptions: {
    call: (options: CohortCustomersOptions) => readCellOptions(logFor(options, options?.attribute), options),
    needed: { period: 'month', asOf: 86_400_000, cohort: '1970-01', inPeriod: 0 },
    optional: {
      ...{ timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9, ...COLUMNS },
      ...{ ...RULES, attribute: 'plan', value: 'last' },
    },
    full: { timeZone: 'Europe/Berlin', level: 0.9, clock: 'elapsed', columns: { period: 'day' }, floorTo: 'hour' },
    values: {
      ...{ ...COLUMN_VALUES, cohort: ['1970-01', 5, null, true, {}, undefined], inPeriod: [0, 1, 0.5, undefined] },
      ...{ attribute: ['plan', '', undefined], value: ['first', 'each', undefined], asOf: [0, 86_400_000, 1e9] },
    },
    ...{ strict: true, beyondJson: true },
  },
  cohortTablesByOptions: {
    call: (options: CohortTablesByOptions) => cohortTablesBy(logFor(options, options?.by), options),
    needed: { period: 'month', asOf: 86_400_000, by: 'plan' },
    optional: {
      ...{ timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9 },
      ...{ ...COLUMNS, ...RULES, value: 'last', largest: 3 },
    },
    full: { timeZone: 'Europe/Berlin', level: 0.9, value: 'last', largest: 3, brackets: [1, 2] },
    values: { ...COLUMN_VALUES, largest: [0, 1, 2.5, undefined], by: ['plan', 'market', 5] },
    ...{ strict: true, beyondJson: true },
  },
  lifecycleOptions: {
    call: (options: LifecycleOptions) => customerLifecycle(logFor(options, undefined), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0 },
    ...{ strict: true, beyondJson: true },
  },
  activeRetentionOptions: {
    call: (options: ActiveRetentionOptions) => activeRetentionRates(logFor(options, undefined), options),
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
    call: (options: ActivePeriodOptions) => activePeriodCounts(logFor(options, undefined), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: {
      ...{ timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0, to: 5000 },
      ...{ minimumEvents: 2, maximumEvents: 3 },
    },
    values: { minimumEvents: [1, 3, 4, 0, 1.5, undefined], maximumEvents: [1, 2, 4, 0, 2.5, undefined] },
    ...{ strict: true, beyondJson: true },
  },
  activeDayOptions: {
    call: (options: ActiveDayOptions) => activeDayTotals(logFor(options, undefined), options),
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
    call: (options: SecondPurchaseOptions) => timesToSecondPurchase(logFor(options, undefined), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9 },
    ...{ strict: true, beyondJson: true },
  },
};
