// The first screen of the bundled shop from its rows, by plain loops and sets: nothing of the library is used here.
import { generateShop } from '../../examples/shop/generateShop.ts';
import type { MarketName } from '../../examples/shop/truth.ts';

const shop = generateShop();
const LAPSE = 90 * 86_400_000;

/** Starts of November, December, January, and of the years 2024 and 2025, on the clocks of New York and Berlin. */
export const CLOCKS: Readonly<Record<MarketName, readonly [number, number, number, number, number]>> = {
  US: [
    Date.parse('2025-11-01T04:00:00Z'),
    Date.parse('2025-12-01T05:00:00Z'),
    Date.parse('2026-01-01T05:00:00Z'),
    Date.parse('2024-01-01T05:00:00Z'),
    Date.parse('2025-01-01T05:00:00Z'),
  ],
  DE: [
    Date.parse('2025-10-31T23:00:00Z'),
    Date.parse('2025-11-30T23:00:00Z'),
    Date.parse('2025-12-31T23:00:00Z'),
    Date.parse('2023-12-31T23:00:00Z'),
    Date.parse('2024-12-31T23:00:00Z'),
  ],
};

/** An order with its refund taken off. */
interface PlainOrder {
  readonly customer: string;
  readonly at: number;
  readonly cents: number;
}

/** The orders of a market in a stretch of time. */
export function plainOrders(market: MarketName, from: number, to: number): PlainOrder[] {
  const refunded = new Map<string, number>();
  for (const row of shop.orders)
    if (row.kind === 'refund')
      refunded.set(row.order_id, (refunded.get(row.order_id) ?? 0) + Math.round(row.amount * 100));
  return shop.orders
    .filter((row) => row.kind === 'order' && row.market === market)
    .map((row) => ({
      customer: row.customer_id,
      at: Date.parse(row.at),
      cents: Math.round(row.amount * 100) + (refunded.get(row.order_id) ?? 0),
    }))
    .filter(({ at }) => at >= from && at < to);
}

/** Who is a customer at an instant: whoever ordered in the ninety days before it. */
export function customersAt(market: MarketName, at: number): Set<string> {
  return new Set(plainOrders(market, at - LAPSE + 1, at).map(({ customer }) => customer));
}

/** Customers at the start of a stretch of time, and how many of them are customers at its end. */
export function plainKept(market: MarketName, from: number, to: number): { kept: number; start: number; end: number } {
  const start = customersAt(market, from);
  const end = customersAt(market, to);
  return { kept: [...start].filter((id) => end.has(id)).length, start: start.size, end: end.size };
}

/** Buyers, and those with two orders or more. */
export function plainBuyers(market: MarketName, from: number, to: number): { buyers: number; again: number } {
  const counts = new Map<string, number>();
  for (const { customer } of plainOrders(market, from, to)) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  return { buyers: counts.size, again: [...counts.values()].filter((orders) => orders >= 2).length };
}

/** Each customer's last score of a survey in a stretch of time. */
export function plainScores(market: MarketName, survey: string, from: number, to: number): number[] {
  const marketOf = new Map(shop.customers.map((row) => [row.customer_id, row.market]));
  const last = new Map<string, number>();
  // The rows are in order of time.
  for (const row of shop.answers) {
    const at = Date.parse(row.at);
    if (row.survey === survey && marketOf.get(row.customer_id) === market && at >= from && at < to)
      last.set(row.customer_id, row.score);
  }
  return [...last.values()];
}

/** Net promoter score of some scores, in points. */
export function plainScore(scores: readonly number[]): number {
  const votes = scores.map((score): number => (score >= 9 ? 1 : score >= 7 ? 0 : -1));
  return (100 * votes.reduce((sum, vote) => sum + vote, 0)) / votes.length;
}

/** The ends of Wilson's interval: where the share lies 1.96 standard errors of the end away, found by halving. */
export function wilsonEnds(successes: number, trials: number): [lower: number, upper: number] {
  const share = successes / trials;
  const reach = (end: number): number => 1.959963984540054 * Math.sqrt((end * (1 - end)) / trials);
  const halve = (inside: number, outside: number): number => {
    const middle = (inside + outside) / 2;
    if (Math.abs(outside - inside) < 1e-13) return middle;
    return Math.abs(share - middle) <= reach(middle) ? halve(middle, outside) : halve(inside, middle);
  };
  return [halve(share, 0), halve(share, 1)];
}

/** Whether the interval of a difference of two shares leaves out zero: Newcombe's, from Wilson's ends. */
export function differ(now: readonly [number, number], before: readonly [number, number]): boolean {
  const [one, two] = [now[0] / now[1], before[0] / before[1]];
  const [lower1, upper1] = wilsonEnds(...now);
  const [lower2, upper2] = wilsonEnds(...before);
  const [low, high] = [Math.hypot(one - lower1, upper2 - two), Math.hypot(upper1 - one, two - lower2)];
  return one - two - low > 0 || one - two + high < 0;
}

/** The spread of the mean order over shops with other customers, by drawing customers again and again. */
export function spreadOfMean(spans: readonly (readonly PlainOrder[])[]): number {
  const ids = [...new Set(spans.flat().map(({ customer }) => customer))];
  const sums = spans.map((orders) => {
    const byCustomer = new Map<string, { cents: number; orders: number }>();
    for (const { customer, cents } of orders) {
      const own = byCustomer.get(customer) ?? { cents: 0, orders: 0 };
      byCustomer.set(customer, { cents: own.cents + cents, orders: own.orders + 1 });
    }
    return byCustomer;
  });
  let state = 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const draws = Array.from({ length: 800 }, () => {
    const drawn = ids.map(() => ids[Math.floor(next() * ids.length)]!);
    const means = sums.map((byCustomer) => {
      const own = drawn.map((id) => byCustomer.get(id) ?? { cents: 0, orders: 0 });
      return own.reduce((sum, { cents }) => sum + cents, 0) / own.reduce((sum, { orders }) => sum + orders, 0) / 100;
    });
    return means.length === 1 ? means[0]! : means[0]! - means[1]!;
  });
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  return Math.sqrt(draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (draws.length - 1));
}
