// Scores, alerts and the back-test of the bundled shop from its rows, customer by customer, by plain loops: nothing of
// the library is used here, and no log is cut: each look filters the rows itself.
import { generateShop } from '../../examples/shop/generateShop.ts';
import type { MarketName } from '../../examples/shop/truth.ts';
import { plainOrders } from './headlineOracle.ts';

const shop = generateShop();
const DAY = 86_400_000;
const LAPSE = 90 * DAY;
const marketOf = new Map(shop.customers.map((row) => [row.customer_id, row.market]));

/** Days on which the clocks of a market change, to summer time first. */
const CHANGES: Readonly<Record<MarketName, readonly string[]>> = {
  US: ['2024-03-10', '2024-11-03', '2025-03-09', '2025-11-02'],
  DE: ['2024-03-31', '2024-10-27', '2025-03-30', '2025-10-26'],
};

/** The instant at which a day begins in a market. */
export function midnight(market: MarketName, day: string): number {
  const isSummer = CHANGES[market].filter((change) => change < day).length % 2 === 1;
  const hoursBehind = (market === 'US' ? 5 : -1) - (isSummer ? 1 : 0);
  return Date.parse(`${day}T00:00:00Z`) + hoursBehind * 3_600_000;
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The rows of a customer, each list in order of time. */
interface Rows {
  readonly orders: { readonly at: number; readonly cents: number }[];
  readonly visits: number[];
  readonly scores: { readonly at: number; readonly score: number }[];
  readonly tickets: { readonly opened: number; readonly resolved: number }[];
  readonly failures: number[];
}

const rowsOfMarket = new Map<MarketName, Map<string, Rows>>();

function rowsOf(market: MarketName): Map<string, Rows> {
  const known = rowsOfMarket.get(market);
  if (known !== undefined) return known;
  const all = new Map<string, Rows>();
  for (const [id, own] of marketOf)
    if (own === market) all.set(id, { orders: [], visits: [], scores: [], tickets: [], failures: [] });
  for (const { customer, at, cents } of plainOrders(market, 0, Infinity)) all.get(customer)!.orders.push({ at, cents });
  for (const row of shop.visits) all.get(row.customer_id)?.visits.push(Date.parse(row.at));
  for (const row of shop.answers)
    if (row.survey === 'nps') all.get(row.customer_id)?.scores.push({ at: Date.parse(row.at), score: row.score });
  for (const row of shop.tickets) {
    const resolved = row.resolved_at === '' ? Infinity : Date.parse(row.resolved_at);
    all.get(row.customer_id)?.tickets.push({ opened: Date.parse(row.opened_at), resolved });
  }
  for (const row of shop.subscriptions)
    if (row.end_reason === 'payment_failed') all.get(row.customer_id)?.failures.push(Date.parse(row.ended_at));
  rowsOfMarket.set(market, all);
  return all;
}

const between = (value: number, safe: number, risky: number): number =>
  Math.min(1, Math.max(0, (value - safe) / (risky - safe)));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Weight and risk of each sign that says something of a customer at a look. */
function signsOf(rows: Rows, at: number): [weight: number, risk: number][] {
  const signs: [number, number][] = [];
  const orders = rows.orders.filter((order) => order.at < at);
  const visits = rows.visits.filter((visit) => visit < at);
  const [first, last] = [orders[0]!.at, orders.at(-1)!.at];
  if (orders.length >= 3) signs.push([4, between((at - last) / ((last - first) / (orders.length - 1)), 1, 3)]);
  const engagement = engagementOf(visits, at);
  if (engagement !== undefined) signs.push([4, between(engagement, 1, 0.25)]);
  signs.push([4, between((at - Math.max(last, visits.at(-1) ?? 0)) / DAY, 30, 90)]);
  const scores = rows.scores.filter((answer) => answer.at < at);
  if (scores.length > 0 && scores.at(-1)!.at >= at - 180 * DAY)
    signs.push([4, between(mean(scores.slice(-3).map(({ score }) => score)), 8, 4)]);
  const amounts = orders.map(({ cents }) => cents);
  if (amounts.length >= 6) signs.push([2, between(mean(amounts.slice(-3)) / mean(amounts.slice(0, -3)), 1, 0.5)]);
  const opened = rows.tickets.filter((ticket) => ticket.opened < at);
  signs.push([1, between(opened.filter((ticket) => ticket.opened >= at - 90 * DAY).length, 0, 5)]);
  signs.push([1, between(opened.filter((ticket) => ticket.resolved >= at).length, 0, 2)]);
  signs.push([1, between(rows.failures.filter((one) => one < at && one >= at - 60 * DAY).length, 0, 3)]);
  return signs;
}

/** Visits a day of the last 30 as a share of those of the 180 before, or of as many as there are since the first visit. */
function engagementOf(visits: readonly number[], at: number): number | undefined {
  const recent = visits.filter((visit) => visit >= at - 30 * DAY).length;
  const first = visits[0] ?? at;
  let earlier = visits.filter((visit) => visit < at - 30 * DAY && visit >= at - 210 * DAY);
  let days = 180;
  if (first > at - 210 * DAY) {
    earlier = earlier.slice(1);
    days = (at - 30 * DAY - first) / DAY;
  }
  if (days < 30 || earlier.length < 5) return undefined;
  return recent / 30 / (earlier.length / days);
}

/** A score, and the share of the weights that it rests on. */
export interface PlainRisk {
  readonly score: number;
  readonly coverage: number;
}

/** The scores of those with an order in the ninety days before a look; NaN of whom too little is known. */
export function plainRisks(market: MarketName, at: number): Map<string, PlainRisk> {
  const risks = new Map<string, PlainRisk>();
  for (const [id, rows] of rowsOf(market)) {
    if (!rows.orders.some((order) => order.at < at && order.at > at - LAPSE)) continue;
    const signs = signsOf(rows, at);
    const present = signs.reduce((sum, [weight]) => sum + weight, 0);
    const score = signs.reduce((sum, [weight, risk]) => sum + weight * risk, 0) / present;
    risks.set(id, { coverage: present / 21, score: present / 21 < 0.3 ? Number.NaN : score });
  }
  return risks;
}

/** A change of a customer's alert. */
export interface PlainAlert {
  readonly customer: string;
  readonly change: 'entered' | 'left' | 'closed';
  readonly at: number;
  /** NaN where closed. */
  readonly score: number;
}

/** The alerts over weekly looks, customer by customer; on and off at the second look in a row, and then a pause of four. */
export function plainAlerts(market: MarketName, looks: readonly number[]): PlainAlert[] {
  const risks = looks.map((at) => plainRisks(market, at));
  const alerts: PlainAlert[] = [];
  for (const customer of rowsOf(market).keys()) {
    let [isOn, streak, pausedUntil] = [false, 0, 0];
    risks.forEach((own, look) => {
      const score = own.get(customer)?.score;
      const isGone = score === undefined;
      const isBeyond = !isGone && (isOn ? score < 0.3 : score >= 0.5);
      streak = isBeyond ? streak + 1 : 0;
      const isOver = isOn && (isGone || streak >= 2);
      if (!isOver && (isOn || streak < 2 || look < pausedUntil)) return;
      const change = isGone ? 'closed' : isOn ? 'left' : 'entered';
      alerts.push({ customer, change, at: looks[look]!, score: score ?? Number.NaN });
      if (isOn) pausedUntil = look + 4;
      [isOn, streak] = [!isOn, 0];
    });
  }
  return alerts;
}

/** How the alerts over some looks would have done: counts of alerts, of losses, and of all customers at all looks. */
export function plainBacktest(market: MarketName, looks: readonly number[]): Readonly<Record<string, number>> {
  const entered = plainAlerts(market, looks).filter(({ change }) => change === 'entered');
  const alertLosses = entered.map(({ customer, at }) => [at, lossAfter(market, customer, at)] as const);
  const caught = alertLosses.filter(([at, lostAt]) => lostAt < at + LAPSE);
  const losses = [...rowsOf(market)].flatMap(([customer, { orders }]) =>
    orders
      .map(({ at }, place) => ((orders[place + 1]?.at ?? Infinity) - at > LAPSE ? at + LAPSE : Infinity))
      .filter((lostAt) => lostAt > looks[0]! && lostAt <= looks.at(-1)!)
      .map((lostAt) => [customer, lostAt] as const),
  );
  const warnings = losses.map(([customer, lostAt]) => {
    const before = entered.filter(
      (alert) => alert.customer === customer && alert.at < lostAt && alert.at > lostAt - LAPSE,
    );
    return before.length === 0 ? Number.NaN : (lostAt - before[0]!.at) / DAY;
  });
  const base = looks.flatMap((at) =>
    [...plainRisks(market, at)]
      .filter(([, { score }]) => !Number.isNaN(score))
      .map(([customer]) => lossAfter(market, customer, at) < at + LAPSE),
  );
  const caughtLosses = warnings.filter((days) => !Number.isNaN(days)).length;
  return {
    caughtAlerts: caught.length,
    falseAlerts: entered.length - caught.length,
    caughtLosses,
    missedLosses: losses.length - caughtLosses,
    baseCustomers: base.length,
    baseLosses: base.filter((isLost) => isLost).length,
  };
}

/** When somebody who is a customer is lost: ninety days after the first order that none follows in that time. */
function lossAfter(market: MarketName, customer: string, look: number): number {
  const { orders } = rowsOf(market).get(customer)!;
  const current = orders.filter(({ at }) => at < look).length - 1;
  for (let place = current; place < orders.length; place++)
    if ((orders[place + 1]?.at ?? Infinity) - orders[place]!.at > LAPSE) return orders[place]!.at + LAPSE;
  return Infinity;
}
