import { cohortTable } from '../../../src/cohorts/cohortTable.ts';
import { asOf, DAY, events, month } from './shared.ts';

export const table = cohortTable(events, { period: 'month', asOf });

export const cohorts: Readonly<Record<string, readonly unknown[]>> = {
  cohortTable: [
    events,
    {
      ...{ ...month, asOf, attribute: 'plan', value: 'last', level: 0.9, start: { name: 'order' }, minimumEvents: 1 },
      ...{ return: { where: () => true }, entry: 'firstEver', match: 'onOrAfter' },
    },
  ],
  retentionCurve: [table],
  activeDayTotals: [events, { asOf, days: 14, timeZone: 'Europe/Berlin' }],
  activePeriodCounts: [events, { ...month, from: 5 * DAY, to: 60 * DAY, asOf, minimumEvents: 1, maximumEvents: 3 }],
  activeRetentionRates: [events, { ...month, from: 5 * DAY, asOf, level: 0.9 }],
  customerLifecycle: [events, { ...month, from: 5 * DAY, asOf }],
  lifecycleQuickRatio: [{ newCustomers: 60, resurrectedCustomers: 15, dormantCustomers: 50 }],
  stickinessRatio: [{ activeDays: 5600, days: 28, activeCustomers: 1000 }],
};
