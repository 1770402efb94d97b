import { periodIndex } from '../../../src/time/periodIndex.ts';
import { RETAIL } from '../../time/retail.ts';
import { asOf, month } from './shared.ts';

const index = periodIndex({ period: 'month', from: 0, to: asOf });

export const time: Readonly<Record<string, readonly unknown[]>> = {
  addPeriods: [0, 1, month],
  civilToInstant: [
    { year: 2024, month: 1, day: 1, hour: 5, minute: 5, second: 5, millisecond: 5 },
    { timeZone: 'Europe/Berlin' },
  ],
  instantToCivil: [0, { timeZone: 'Europe/Berlin' }],
  periodAt: [index, 0],
  periodIndex: [{ ...month, from: 0, to: asOf }],
  periodLabel: [0, { period: 'day', every: 14, anchor: asOf, timeZone: 'Europe/Berlin' }],
  periodLabels: [index],
  periodStart: [0, { period: 'fiscalMonth', timeZone: 'Europe/Berlin', fiscal: RETAIL }],
};
