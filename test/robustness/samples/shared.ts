import * as logs from '../../../src/log/index.ts';

export const DAY = 86_400_000;

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

export const rows = [
  { who: 'ada', when: 0, end: 5, paid: 10, what: 'order', coin: 'EUR', key: 1, plan: 'S', bill: 'month' },
  { who: 'bob', when: 5, end: null, paid: 20, what: 'order', coin: 'EUR', key: 2, plan: 'M', bill: 'month' },
];
export const asOf = 70 * DAY;
export const month = { period: 'month', timeZone: 'Europe/Berlin', weekStartsOn: 'monday' };
export const customer = ['ada', 'bob'];
