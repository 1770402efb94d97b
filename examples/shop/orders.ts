import { byInstant } from './byInstant.ts';
import { AS_OF, instantText, localInstant, monthOf, openingSecond, weekdayOf } from './calendar.ts';
import type { Person } from './people.ts';
import { chance, nearGamma, type Random, randomStream, wholeBetween } from './random.ts';
import type { OrderRow } from './rows.ts';
import { DECEMBER_ORDER, inIncident, SEASON } from './truth.ts';

/** An order, and its refund where there was one. */
export interface Purchase {
  readonly person: Person;
  readonly day: number;
  readonly at: number;
  readonly cents: number;
  readonly refund: { readonly at: number; readonly cents: number } | undefined;
}

const REFUND_CHANCE = 0.035;
const REFUND_CHANCE_IN_INCIDENT = 0.09;
const FULL_REFUND_SHARE = 0.6;

/** All that one customer ordered, in time: once on joining, then by a coin flipped on every day until they leave. */
export function purchasesOf(seed: number, person: Person): Purchase[] {
  const random = randomStream(seed, 'orders', person.number);
  const purchases = [purchase(random, person, person.joinedDay, person.joinedAt)];
  for (let day = person.joinedDay + 1; day < person.leftDay; day++) {
    const today = SEASON[monthOf(day) % 12]! * person.market.weekdays[weekdayOf(day)]!;
    if (!chance(random, person.orderChance * today)) continue;
    const at = localInstant(person.market, day, openingSecond(random, day));
    purchases.push(purchase(random, person, day, at));
  }
  return purchases;
}

function purchase(random: Random, person: Person, day: number, at: number): Purchase {
  const season = monthOf(day) % 12 === 11 ? DECEMBER_ORDER : 1;
  const cents = Math.round(person.meanOrder * season * (0.4 + 0.6 * nearGamma(random, 4)));
  return { person, day, at, cents, refund: drawRefund(random, person, day, cents) };
}

function drawRefund(random: Random, person: Person, day: number, cents: number): Purchase['refund'] {
  if (!chance(random, inIncident(day) ? REFUND_CHANCE_IN_INCIDENT : REFUND_CHANCE)) return undefined;
  const refundDay = day + wholeBetween(random, 3, 20);
  const at = localInstant(person.market, refundDay, openingSecond(random, refundDay));
  const full = chance(random, FULL_REFUND_SHARE);
  const refunded = full ? cents : Math.ceil((cents * wholeBetween(random, 20, 60)) / 100);
  return at < AS_OF ? { at, cents: refunded } : undefined;
}

/** Orders and refunds in time; a refund carries the id of its order. */
export function orderRows(purchases: readonly Purchase[]): OrderRow[] {
  const inTime = [...purchases].sort((a, b) => a.at - b.at);
  const rows = inTime.flatMap((one, index) => {
    const order = orderRow(`o-${String(index + 1).padStart(5, '0')}`, one);
    if (one.refund === undefined) return [order];
    const refund: OrderRow = {
      ...order,
      at: instantText(one.refund.at),
      amount: -one.refund.cents / 100,
      kind: 'refund',
    };
    return [order, refund];
  });
  return byInstant(rows, 'at');
}

function orderRow(id: string, { person, at, cents }: Purchase): OrderRow {
  return {
    order_id: id,
    customer_id: person.id,
    at: instantText(at),
    market: person.market.name,
    currency: person.market.currency,
    amount: cents / 100,
    kind: 'order',
  };
}
