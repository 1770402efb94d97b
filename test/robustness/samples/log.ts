import { customerSummaries } from '../../../src/log/customerSummaries.ts';
import { asOf, customer, events, rows, tenures } from './shared.ts';

export const log: Readonly<Record<string, readonly unknown[]>> = {
  bridgeGaps: [tenures, { grace: 7 }],
  civilDate: ['day', { timeZone: 'UTC', empty: 'open' }],
  civilDateTime: ['at', { timeZone: 'UTC', empty: 'open' }],
  convertCurrency: [events, { to: 'USD', rate: () => 1.1 }],
  customerSummaries: [events, { timeZone: 'Europe/Berlin' }],
  decimalNumber: ['total'],
  eventLog: [
    rows,
    {
      ...{ customer: 'who', at: 'when', amount: 'paid', name: 'what', currency: 'coin', id: 'key' },
      attributes: { plan: 'plan' },
    },
    { refunds: 'net', duplicates: 'drop' },
  ],
  eventLogFromColumns: [
    {
      ...{ customer: { codes: [0, 1], values: customer }, at: [0, 5], amount: [5, 6], name: ['x', 'y'] },
      ...{ currency: ['EUR', 'EUR'], id: [1, 2], attributes: { plan: ['S', 'M'] } },
    },
    { refunds: 'net', duplicates: 'drop' },
  ],
  filterEvents: [events, { name: 'order', from: 0, to: asOf, where: () => true }],
  filterTenures: [tenures, () => true],
  isoInstant: ['at', { empty: 'open' }],
  logAsOf: [tenures, asOf],
  mergeEventLogs: [[events]],
  mergeTenureLogs: [[tenures]],
  purchaseTotals: [events, { from: 0, to: asOf }],
  sessionsFromEvents: [events, { idle: 30 }],
  splitBy: [events, 'plan', { value: 'last' }],
  tenureLog: [
    rows,
    {
      customer: 'who',
      from: 'when',
      to: 'end',
      amount: 'paid',
      billing: 'bill',
      id: 'key',
      attributes: { plan: 'plan' },
    },
    { asOf },
  ],
  tenureLogFromColumns: [
    {
      ...{ customer, from: [0, 5], to: [9, null], amount: [5, 6], billing: ['month', { every: 3, period: 'month' }] },
      ...{ currency: ['EUR', 'EUR'], status: ['x', 'y'], reason: [null, 'x'], id: [1, 2] },
      attributes: { plan: { codes: [0, 1], values: ['S', 'M'] } },
    },
    { asOf },
  ],
  tenuresFromEvents: [events, { lapseAfter: 30, asOf }],
  toRows: [customerSummaries(events)],
  withoutAmounts: [events],
};
