import { byInstant } from './byInstant.ts';
import { DAYS, instantText, localInstant, MINUTE, openingSecond } from './calendar.ts';
import type { Purchase } from './orders.ts';
import type { Person } from './people.ts';
import { chance, type Random, randomStream, wholeBetween } from './random.ts';
import type { VisitRow } from './rows.ts';

const COUNTER_SHARE = 0.2;
const BASE_CHANCE = 0.12;
const CHANCE_PER_ORDER_CHANCE = 1.6;
/** So many days before they leave, customers start to look in less often. */
const FADING_DAYS = 60;

/** All visits in time: those that led to an order, and those to look around. */
export function visitRows(seed: number, purchasesByPerson: ReadonlyMap<Person, readonly Purchase[]>): VisitRow[] {
  const rows = [...purchasesByPerson].flatMap(([person, purchases]) => visitsOf(seed, person, purchases));
  return byInstant(rows, 'at');
}

function visitsOf(seed: number, person: Person, purchases: readonly Purchase[]): VisitRow[] {
  const random = randomStream(seed, 'visits', person.number);
  const appShare = chance(random, 0.45) ? 0.85 : 0.1;
  const visit = (at: number, fewestPages: number): VisitRow => ({
    customer_id: person.id,
    at: instantText(at),
    device: chance(random, appShare) ? 'app' : 'web',
    pages: fewestPages + drawMorePages(random),
  });
  // The first order opens the account, so the visit before it belongs to nobody yet.
  const rows = purchases
    .slice(1)
    .filter(() => !chance(random, COUNTER_SHARE))
    .map(({ at }) => visit(at - wholeBetween(random, 3, 25) * MINUTE, 4));
  const baseChance = BASE_CHANCE + CHANCE_PER_ORDER_CHANCE * person.orderChance;
  for (let day = person.joinedDay + 1; day < person.leftDay; day++) {
    if (!chance(random, baseChance * fading(person, day))) continue;
    rows.push(visit(localInstant(person.market, day, openingSecond(random, day)), 1));
  }
  return rows;
}

/** 1 until the last weeks, then down on a straight line to nearly 0 on the last day. */
function fading(person: Person, day: number): number {
  if (person.leftDay === DAYS) return 1;
  return Math.min(1, (person.leftDay - day) / FADING_DAYS);
}

function drawMorePages(random: Random): number {
  let pages = 0;
  while (pages < 30 && chance(random, 0.72)) pages++;
  return pages;
}
