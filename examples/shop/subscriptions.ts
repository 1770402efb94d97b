import { byInstant } from './byInstant.ts';
import { AS_OF, addMonths, DAY, DAYS, instantText, localInstant, openingSecond } from './calendar.ts';
import type { Person } from './people.ts';
import { chance, pickWeighted, type Random, randomStream, wholeBetween } from './random.ts';
import type { BillingInterval, EndReason, Plan, SubscriptionRow, SubscriptionStatus } from './rows.ts';
import { inIncident } from './truth.ts';

interface Terms {
  readonly plan: Plan;
  readonly interval: BillingInterval;
  readonly months: number;
  /** What a period costs, as a share of its months at the monthly price. */
  readonly price: number;
  /** Chance to end at the close of a period, beside those who leave the shop; doubled in the incident. */
  readonly endChance: number;
}

const TERMS: readonly Terms[] = [
  { plan: 'monthly', interval: 'month', months: 1, price: 1, endChance: 0.019 },
  { plan: 'quarterly', interval: 'quarter', months: 3, price: 0.95, endChance: 0.045 },
  { plan: 'annual', interval: 'year', months: 12, price: 0.9, endChance: 0.12 },
];
const TERMS_WEIGHTS = [58, 27, 15];
const BAGS_WEIGHTS = [52, 35, 13];
const UPGRADE_CHANCE = 0.025;
const DOWNGRADE_CHANCE = 0.018;
const RETURN_CHANCE = 0.6;
const GRACE_DAYS = 14;
const END_REASONS: readonly EndReason[] = ['cancelled', 'payment_failed', 'moved_away'];
const END_WEIGHTS = [66, 26, 8];

interface Box {
  readonly person: Person;
  readonly terms: Terms;
  readonly bags: number;
  readonly day: number;
  readonly second: number;
}

interface End {
  readonly day: number;
  readonly reason: EndReason;
}

/** All subscriptions, in the order in which they started. */
export function subscriptionRows(seed: number, people: readonly Person[]): SubscriptionRow[] {
  const rows = people.filter((person) => person.subscriber).flatMap((person) => subscriptionsOf(seed, person));
  return byInstant(rows, 'started_at').map((row, index) => ({
    ...row,
    subscription_id: `s-${String(index + 1).padStart(4, '0')}`,
  }));
}

function subscriptionsOf(seed: number, person: Person): SubscriptionRow[] {
  const random = randomStream(seed, 'subscriptions', person.number);
  const rows: SubscriptionRow[] = [];
  const wait = chance(random, 0.4) ? 1 : wholeBetween(random, 2, 120);
  let box: Box | undefined = firstBox(random, person, person.joinedDay + wait);
  while (box !== undefined) {
    const end = drawEnd(random, box);
    rows.push(subscriptionRow(box, end));
    box = nextBox(random, box, end);
  }
  return rows;
}

function firstBox(random: Random, person: Person, day: number): Box | undefined {
  if (day >= person.leftDay) return undefined;
  const terms = TERMS[pickWeighted(random, TERMS_WEIGHTS)]!;
  const bags = 1 + pickWeighted(random, BAGS_WEIGHTS);
  return { person, terms, bags, day, second: openingSecond(random, day) };
}

/** Period by period: who left the shop ends with the period they paid for, others may end or change their box. */
function drawEnd(random: Random, { person, terms, bags, day: startDay }: Box): End | undefined {
  for (let months = terms.months; ; months += terms.months) {
    const day = addMonths(startDay, months);
    if (person.leftDay <= day && person.leftDay < DAYS) return endFor(day, drawReason(random));
    if (day >= DAYS) return undefined;
    if (chance(random, terms.endChance * (inIncident(day) ? 2 : 1))) return endFor(day, drawReason(random));
    if (bags < 3 && chance(random, UPGRADE_CHANCE * terms.months)) return { day, reason: 'upgraded' };
    if (bags > 1 && chance(random, DOWNGRADE_CHANCE * terms.months)) return { day, reason: 'downgraded' };
  }
}

function drawReason(random: Random): EndReason {
  return END_REASONS[pickWeighted(random, END_WEIGHTS)]!;
}

/** A payment that failed is asked for again for two weeks. */
function endFor(day: number, reason: EndReason): End {
  return { day: reason === 'payment_failed' ? day + GRACE_DAYS : day, reason };
}

/** After a change the new box starts at the same instant; after an end some come back, on any terms. */
function nextBox(random: Random, box: Box, end: End | undefined): Box | undefined {
  if (end === undefined || end.day >= box.person.leftDay) return undefined;
  if (end.reason === 'upgraded') return { ...box, day: end.day, bags: box.bags + 1 };
  if (end.reason === 'downgraded') return { ...box, day: end.day, bags: box.bags - 1 };
  if (end.reason === 'moved_away' || !chance(random, RETURN_CHANCE)) return undefined;
  return firstBox(random, box.person, end.day + wholeBetween(random, 20, 150));
}

function subscriptionRow(box: Box, end: End | undefined): SubscriptionRow {
  const { person, terms, bags } = box;
  const { boxPrices, currency } = person.market;
  const endedAt = end === undefined ? AS_OF : localInstant(person.market, end.day, box.second);
  const status = statusOf(endedAt, end);
  return {
    subscription_id: '',
    customer_id: person.id,
    plan: terms.plan,
    bags,
    started_at: instantText(localInstant(person.market, box.day, box.second)),
    ended_at: status === 'ended' ? instantText(endedAt) : '',
    amount: Math.round(boxPrices[bags - 1]! * terms.months * terms.price) / 100,
    billing_interval: terms.interval,
    currency,
    status,
    end_reason: status === 'ended' ? end!.reason : '',
  };
}

function statusOf(endedAt: number, end: End | undefined): SubscriptionStatus {
  if (end === undefined) return 'active';
  if (endedAt < AS_OF) return 'ended';
  if (end.reason !== 'payment_failed') return 'cancelling';
  return endedAt - GRACE_DAYS * DAY < AS_OF ? 'past_due' : 'active';
}
