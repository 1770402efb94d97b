// Whether the indicators find whom they are for: the bundled shop says who left, and when. Its customers look in less
// often in their last 60 days, some ask for help in their last 30, and low scores go before leaving.
import { expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { contactCount } from '../../src/risk/contactCount.ts';
import { daysSinceActivity } from '../../src/risk/daysSinceActivity.ts';
import { engagementDecline } from '../../src/risk/engagementDecline.ts';
import { negativeFeedback } from '../../src/risk/negativeFeedback.ts';
import type { RiskIndicator } from '../../src/risk/types.ts';
import { unresolvedTicketCount } from '../../src/risk/unresolvedTicketCount.ts';
import { DAY } from './eventRows.ts';

const shop = generateShop();
const leftAt = new Map(
  shop.truth.map(({ customer_id: id, left_on: left }) => [id, left === '' ? Infinity : Date.parse(left)]),
);
const at = (row: { readonly at: string }): number => Date.parse(row.at);
const visits = eventLog(shop.visits, { customer: 'customer_id', at });
const scores = eventLog(
  shop.answers.filter(({ survey }) => survey === 'nps'),
  { customer: 'customer_id', at, amount: 'score' },
);
const tickets = tenureLog(
  shop.tickets,
  {
    customer: 'customer_id',
    from: (row) => Date.parse(row.opened_at),
    to: (row) => (row.resolved_at === '' ? null : Date.parse(row.resolved_at)),
  },
  { asOf: Date.UTC(2026, 0, 1) },
);
const joinedBefore = (asOf: number): string[] =>
  shop.customers.filter((row) => Date.parse(row.joined_at) < asOf).map((row) => row.customer_id);

/** The first days of 17 months. */
const LOOKS = Array.from({ length: 17 }, (_, month) => Date.UTC(2024, 6 + month, 1));

/**
 * How many times as often customers with a risk of one half or more leave within 30 days as those with less, over all
 * looks: of customers who have not left yet, and of whom the indicator says something.
 */
function lift(indicator: (asOf: number) => RiskIndicator): number {
  const [low, high] = [
    { customers: 0, leaving: 0 },
    { customers: 0, leaving: 0 },
  ];
  for (const asOf of LOOKS) {
    const { customers, risk } = indicator(asOf);
    customers.forEach((customer, place) => {
      const left = leftAt.get(customer as string)!;
      if (left < asOf || Number.isNaN(risk[place])) return;
      const group = risk[place]! >= 0.5 ? high : low;
      group.customers++;
      if (left < asOf + 30 * DAY) group.leaving++;
    });
  }
  expect(Math.min(high.leaving, low.leaving)).toBeGreaterThan(20);
  return high.leaving / high.customers / (low.leaving / low.customers);
}

test('customers who look in less than they used to leave several times as often in the next 30 days', () => {
  expect(lift((asOf) => engagementDecline(visits, { asOf }))).toBeGreaterThan(4);
  expect(lift((asOf) => engagementDecline(visits, { asOf, seasonality: 'removed' }))).toBeGreaterThan(4);
});

test('so do customers who have not looked in for three weeks', () => {
  const map = { kind: 'linear', safe: 7, risky: 35 } as const;
  expect(lift((asOf) => daysSinceActivity(visits, { asOf, map }))).toBeGreaterThan(4);
});

test('customers who have asked for help of late, or wait for it, leave more than twice as often', () => {
  const map = { kind: 'linear', safe: 0, risky: 1 } as const;
  const asked = (asOf: number) => contactCount(tickets, { asOf, withinDays: 30, customers: joinedBefore(asOf), map });
  expect(lift(asked)).toBeGreaterThan(2);
  expect(lift((asOf) => unresolvedTicketCount(tickets, { asOf, customers: joinedBefore(asOf) }))).toBeGreaterThan(2);
});

test('customers whose last scores are low leave more than twice as often', () => {
  expect(lift((asOf) => negativeFeedback(scores, { asOf, scale: { lowest: 0, highest: 10 } }))).toBeGreaterThan(2);
});
