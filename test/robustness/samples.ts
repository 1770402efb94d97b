import * as cohorts from '../../src/cohorts/index.ts';
import * as logs from '../../src/log/index.ts';
import * as time from '../../src/time/index.ts';

const DAY = 86_400_000;

export const events = logs.eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd'],
  at: [0, 5 * DAY, 40 * DAY, 9 * DAY],
  amount: [10, 20, 30, 40],
  name: ['order', 'order', 'visit', 'order'],
  currency: ['EUR', 'EUR', 'EUR', 'EUR'],
  id: [1, 2, 3, 4],
  attributes: { plan: ['S', 'M', 'L', 'S'] },
});

export const tenures = logs.tenureLogFromColumns(
  {
    customer: ['ada', 'bob', 'ada'],
    from: [0, 5 * DAY, 40 * DAY],
    to: [35 * DAY, null, null],
    amount: [10, 20, 30],
    billing: ['month', 'year', 'month'],
    status: ['ended', 'active', 'active'],
    attributes: { plan: ['S', 'M', 'L'] },
  },
  { asOf: 70 * DAY },
);

const rows = [
  { who: 'ada', when: 0, end: 5, paid: 10, what: 'order', coin: 'EUR', key: 1, plan: 'S', bill: 'month' },
  { who: 'bob', when: 5, end: null, paid: 20, what: 'order', coin: 'EUR', key: 2, plan: 'M', bill: 'month' },
];
const asOf = 70 * DAY;
const month = { period: 'month', timeZone: 'Europe/Berlin', weekStartsOn: 'monday' };
const customer = ['ada', 'bob'];
const table = cohorts.cohortTable(events, { period: 'month', asOf });
const index = time.periodIndex({ period: 'month', from: 0, to: asOf });

/** Arguments in order, by the function's name: with them, what comes after the first check is reached too. */
export const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'log.bridgeGaps': [tenures, { grace: 7 }],
  'log.civilDate': ['day', { timeZone: 'UTC', empty: 'open' }],
  'log.civilDateTime': ['at', { timeZone: 'UTC', empty: 'open' }],
  'log.convertCurrency': [events, { to: 'USD', rate: () => 1.1 }],
  'log.customerSummaries': [events, { timeZone: 'Europe/Berlin' }],
  'log.decimalNumber': ['total'],
  'log.eventLog': [
    rows,
    {
      ...{ customer: 'who', at: 'when', amount: 'paid', name: 'what', currency: 'coin', id: 'key' },
      attributes: { plan: 'plan' },
    },
    { refunds: 'net', duplicates: 'drop' },
  ],
  'log.eventLogFromColumns': [
    {
      ...{ customer: { codes: [0, 1], values: customer }, at: [0, 5], amount: [5, 6], name: ['x', 'y'] },
      ...{ currency: ['EUR', 'EUR'], id: [1, 2], attributes: { plan: ['S', 'M'] } },
    },
    { refunds: 'net', duplicates: 'drop' },
  ],
  'log.filterEvents': [events, { name: 'order', from: 0, to: asOf, where: () => true }],
  'log.filterTenures': [tenures, () => true],
  'log.isoInstant': ['at', { empty: 'open' }],
  'log.mergeEventLogs': [[events]],
  'log.mergeTenureLogs': [[tenures]],
  'log.purchaseTotals': [events, { from: 0, to: asOf }],
  'log.splitBy': [events, 'plan', { value: 'last' }],
  'log.tenureLog': [
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
  'log.tenureLogFromColumns': [
    {
      ...{ customer, from: [0, 5], to: [9, null], amount: [5, 6], billing: ['month', { every: 3, period: 'month' }] },
      ...{ currency: ['EUR', 'EUR'], status: ['x', 'y'], reason: [null, 'x'], id: [1, 2] },
      attributes: { plan: { codes: [0, 1], values: ['S', 'M'] } },
    },
    { asOf },
  ],
  'log.tenuresFromEvents': [events, { lapseAfter: 30, asOf }],
  'log.toRows': [logs.customerSummaries(events)],
  'log.withoutAmounts': [events],
  'cohorts.cohortTable': [events, { ...month, asOf, attribute: 'plan', value: 'last', level: 0.9 }],
  'cohorts.retentionCurve': [table],
  'rates.averageLifespan': [{ churnRate: 0.05 }],
  'rates.churnRate': [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40, lostCustomers: 30 }],
  'rates.churnRateOverPeriods': [{ churnRate: 0.05, periods: 12 }],
  'rates.customerGrowthRate': [{ customersAtStart: 200, customersAtEnd: 210 }],
  'rates.customerMovement': [tenures, { from: 0, to: asOf }],
  'rates.customerMovements': [tenures, { ...month, from: 0, to: asOf }],
  'rates.growthRateOverPeriods': [{ growthRate: 0.05, periods: 12 }],
  'rates.movementFromTotals': [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40, lostCustomers: 30 }],
  'rates.reactivationRate': [{ returnedCustomers: 5, formerCustomersAtStart: 50 }],
  'rates.repeatPurchaseRate': [{ buyers: 50, repeatBuyers: 20 }],
  'rates.retentionRate': [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 }],
  'rates.retentionRateOverPeriods': [{ retentionRate: 0.95, periods: 12 }],
  'statistics.bootstrapInterval': [[1, 2, 3], { statistic: () => 1, seed: 7, resamples: 20, level: 0.9 }],
  'statistics.proportionDifference': [{ successes: 5, trials: 10 }, { successes: 7, trials: 10 }, { level: 0.9 }],
  'statistics.proportionInterval': [
    { successes: 5, trials: 10 },
    { level: 0.9, method: 'wilson' },
  ],
  'time.addPeriods': [0, 1, month],
  'time.civilToInstant': [
    { year: 2024, month: 1, day: 1, hour: 5, minute: 5, second: 5, millisecond: 5 },
    { timeZone: 'Europe/Berlin' },
  ],
  'time.instantToCivil': [0, { timeZone: 'Europe/Berlin' }],
  'time.periodAt': [index, 0],
  'time.periodIndex': [{ ...month, from: 0, to: asOf }],
  'time.periodLabel': [0, month],
  'time.periodLabels': [index],
  'time.periodStart': [0, month],
  'value.averageOrderValue': [{ revenue: 100, orders: 5 }],
  'value.customerLifetimeValue': [{ averageOrderValue: 20, purchaseFrequency: 3, lifespan: 2, grossMargin: 0.3 }],
  'value.netCustomerLifetimeValue': [
    { averageOrderValue: 20, purchaseFrequency: 3, lifespan: 2, grossMargin: 0.3, acquisitionCost: 10 },
  ],
  'value.purchaseFrequency': [{ orders: 5, buyers: 3 }],
};

/** What stands before a hostile argument where a function has no sample of its own. */
export const POOL: readonly unknown[] = [undefined, {}, [1, 2], rows, events, tenures, table];
