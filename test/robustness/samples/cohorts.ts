import { cohortTable } from '../../../src/cohorts/cohortTable.ts';
import { asOf, events, month } from './shared.ts';

export const table = cohortTable(events, { period: 'month', asOf });

export const cohorts: Readonly<Record<string, readonly unknown[]>> = {
  cohortTable: [events, { ...month, asOf, attribute: 'plan', value: 'last', level: 0.9 }],
  retentionCurve: [table],
};
