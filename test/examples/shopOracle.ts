// What the report should say of the bundled shop, from its rows by plain loops: nothing of the library is used here.
import { generateShop } from '../../examples/shop/generateShop.ts';
import type { MarketName } from '../../examples/shop/truth.ts';

const shop = generateShop();
const marketOf = new Map(shop.customers.map((row) => [row.customer_id, row.market]));

/** The twelve months of a market before the report's day, in UTC: New York is five hours behind, Berlin one ahead. */
const YEARS: Readonly<Record<MarketName, readonly [from: number, to: number]>> = {
  US: [Date.parse('2025-01-01T05:00:00Z'), Date.parse('2026-01-01T05:00:00Z')],
  DE: [Date.parse('2024-12-31T23:00:00Z'), Date.parse('2025-12-31T23:00:00Z')],
};

/** Each customer's last score of a survey within the year. */
function lastScores(market: MarketName, survey: string): number[] {
  const [from, to] = YEARS[market];
  const last = new Map<string, number>();
  // The rows are in order of time.
  for (const row of shop.answers) {
    const at = Date.parse(row.at);
    if (row.survey !== survey || marketOf.get(row.customer_id) !== market || at < from || at >= to) continue;
    last.set(row.customer_id, row.score);
  }
  return [...last.values()];
}

/** Answers, promoters, passives and detractors of a market's year. */
export function plainPromoters(market: MarketName): readonly [number, number, number, number] {
  const scores = lastScores(market, 'nps');
  const promoters = scores.filter((score) => score === 9 || score === 10).length;
  const passives = scores.filter((score) => score === 7 || score === 8).length;
  return [scores.length, promoters, passives, scores.length - promoters - passives];
}

/** Answers, and how many of them were 4 or 5 of 5. */
export function plainSatisfied(market: MarketName): readonly [number, number] {
  const scores = lastScores(market, 'csat');
  return [scores.length, scores.filter((score) => score >= 4).length];
}

/** Visits of a market in December, and how many customers made them. */
export function plainVisits(market: MarketName): { readonly visits: number; readonly customers: number } {
  const [, to] = YEARS[market];
  const from = to - 31 * 86_400_000;
  const rows = shop.visits.filter(({ customer_id, at }) => {
    const instant = Date.parse(at);
    return marketOf.get(customer_id) === market && instant >= from && instant < to;
  });
  return { visits: rows.length, customers: new Set(rows.map((row) => row.customer_id)).size };
}

/** Tickets of a market opened in the last quarter, those not resolved by its end, and whose they are. */
export function plainTickets(market: MarketName): {
  readonly opened: number;
  readonly unresolved: number;
  readonly customers: number;
} {
  const [, to] = YEARS[market];
  // October began in summer time: an hour earlier than the clocks of winter say.
  const from = to - 92 * 86_400_000 - 3_600_000;
  const rows = shop.tickets.filter(({ customer_id, opened_at }) => {
    const instant = Date.parse(opened_at);
    return marketOf.get(customer_id) === market && instant >= from && instant < to;
  });
  const unresolved = rows.filter((row) => row.resolved_at === '' || Date.parse(row.resolved_at) >= to);
  return {
    opened: rows.length,
    unresolved: unresolved.length,
    customers: new Set(rows.map((row) => row.customer_id)).size,
  };
}

/** What each customer of a market paid in cents, refunds taken off, in ascending order. */
export function plainRevenues(market: MarketName): number[] {
  const [, asOf] = YEARS[market];
  const cents = new Map<string, number>();
  const orderAt = new Map(shop.orders.filter(({ kind }) => kind === 'order').map((row) => [row.order_id, row.at]));
  for (const row of shop.orders) {
    if (row.market !== market || Date.parse(orderAt.get(row.order_id)!) >= asOf) continue;
    cents.set(row.customer_id, (cents.get(row.customer_id) ?? 0) + Math.round(row.amount * 100));
  }
  return [...cents.values()].sort((one, other) => one - other);
}
