import { cohortTable } from '../../../src/cohorts/cohortTable.ts';
import { customerPeriods } from '../../../src/cohorts/customerPeriods.ts';
import { plainTable } from '../../cohorts/plainTables.ts';
import { throughJson } from '../../cohorts/shards.ts';
import { asOf, DAY, events, month } from './shared.ts';

export const table = cohortTable(events, { period: 'month', asOf });

/** Rows as they are after JSON, so that what stands in the columns is tried as well. */
const periods = throughJson(customerPeriods(events, { period: 'month', timeZone: 'Europe/Berlin', asOf }));

export const cohorts: Readonly<Record<string, readonly unknown[]>> = {
  cohortTable: [
    events,
    {
      ...{ ...month, asOf, attribute: 'plan', value: 'last', level: 0.9, start: { name: 'order' }, minimumEvents: 1 },
      ...{ return: { where: () => true }, entry: 'firstEver', match: 'onOrAfter' },
    },
  ],
  cohortCustomers: [
    events,
    {
      ...{ ...month, asOf, attribute: 'plan', value: 'last', level: 0.9, clock: 'elapsed', floorTo: 'hour' },
      ...{ columns: { period: 'day', every: 3 }, lastPeriod: 4, base: 'previousPeriod', cohort: 'S', inPeriod: 0 },
    },
  ],
  cohortTableColumns: [events, { ...month, asOf, lastPeriod: 2, base: 'previousPeriod' }],
  cohortTablesBy: [
    events,
    { ...month, asOf, by: 'plan', value: 'last', largest: 1, brackets: [1, 2], entry: 'firstInWindow', from: 5 * DAY },
  ],
  retentionChange: [
    [
      { segment: 'free', members: 100, retained: 20 },
      { segment: 5, members: 300, retained: 240 },
    ],
    [{ segment: 'free', members: 50.5, retained: 30 }],
  ],
  retentionComparison: [
    plainTable({ '2024-01': [[3, 2]] }),
    plainTable({ '2024-01': [[5, 2]], '2024-02': [[4, 1, 'partial']] }),
    { level: 0.9 },
  ],
  timesToSecondPurchase: [events, { ...month, asOf, level: 0.9 }],
  retentionCurve: [table, { pooling: 'pooledMature' }],
  cohortTableRows: [table],
  mergeCohortTables: [table, table],
  customerPeriods: [events, { ...month, asOf }],
  mergeCustomerPeriods: [periods, periods],
  cohortTableFromPeriods: [
    periods,
    { entry: 'recurring', match: 'on', minimumEvents: 1, brackets: [1, 2], base: 'cohort', level: 0.9 },
  ],
  suppressSmallCells: [table, { minimumCustomers: 2 }],
  cohortRevenueRetention: [table],
  cumulativeValuePerMember: [table],
  activeDayTotals: [events, { asOf, days: 14, timeZone: 'Europe/Berlin' }],
  activePeriodCounts: [events, { ...month, from: 5 * DAY, to: 60 * DAY, asOf, minimumEvents: 1, maximumEvents: 3 }],
  activeRetentionRates: [events, { ...month, from: 5 * DAY, asOf, level: 0.9 }],
  customerLifecycle: [events, { ...month, from: 5 * DAY, asOf }],
  lifecycleQuickRatio: [{ newCustomers: 60, resurrectedCustomers: 15, dormantCustomers: 50 }],
  stickinessRatio: [{ activeDays: 5600, days: 28, activeCustomers: 1000 }],
};
