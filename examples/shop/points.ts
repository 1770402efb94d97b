import { byInstant } from './byInstant.ts';
import { AS_OF, DAY, instantText } from './calendar.ts';
import type { Purchase } from './orders.ts';
import type { Person } from './people.ts';
import { chance, type Random, randomStream } from './random.ts';
import type { PointsRow } from './rows.ts';
import { inIncident } from './truth.ts';

const EXPIRY_DAYS = 365;
const REWARD = 200;
const REDEEM_CHANCE = 0.45;
const GOODWILL = 50;
const GOODWILL_CHANCE = 0.12;

interface Lot {
  readonly expiresAt: number;
  points: number;
}

type Kind = PointsRow['kind'];

interface Happening {
  readonly at: number;
  readonly kind: Kind;
  readonly points: number;
}

/** The ledger of everybody who collects points, in time. */
export function pointsRows(seed: number, purchasesByPerson: ReadonlyMap<Person, readonly Purchase[]>): PointsRow[] {
  const rows = [...purchasesByPerson].flatMap(([person, purchases]) =>
    person.member ? ledgerOf(randomStream(seed, 'points', person.number), person.id, purchases) : [],
  );
  return byInstant(rows, 'at').map((row, index) => ({ ...row, entry_id: `p-${String(index + 1).padStart(5, '0')}` }));
}

function ledgerOf(random: Random, customerId: string, purchases: readonly Purchase[]): PointsRow[] {
  const rows: PointsRow[] = [];
  const lots: Lot[] = [];
  const book = (at: number, points: number, kind: Kind): void => {
    if (points !== 0) rows.push({ entry_id: '', customer_id: customerId, at: instantText(at), points, kind });
  };
  for (const { at, kind, points } of happenings(random, purchases)) {
    expire(lots, at, book);
    if (points < 0) {
      book(at, -take(lots, -points), kind);
      continue;
    }
    if (kind === 'earned' && balance(lots) >= REWARD && chance(random, REDEEM_CHANCE))
      book(at, -take(lots, REWARD), 'redeemed');
    book(at, points, kind);
    if (points > 0) lots.push({ expiresAt: at + EXPIRY_DAYS * DAY, points });
  }
  expire(lots, AS_OF, book);
  return rows;
}

/** One point for every whole unit spent; refunds take theirs back; some orders of the incident bring goodwill. */
function happenings(random: Random, purchases: readonly Purchase[]): Happening[] {
  const all = purchases.flatMap(({ at, day, cents, refund }) => {
    const list: Happening[] = [{ at, kind: 'earned', points: Math.floor(cents / 100) }];
    if (refund !== undefined) list.push({ at: refund.at, kind: 'adjusted', points: -Math.floor(refund.cents / 100) });
    const goodwillAt = at + 5 * DAY;
    if (inIncident(day) && chance(random, GOODWILL_CHANCE))
      list.push({ at: goodwillAt, kind: 'adjusted', points: GOODWILL });
    return list;
  });
  return all.sort((a, b) => a.at - b.at);
}

function balance(lots: readonly Lot[]): number {
  return lots.reduce((sum, lot) => sum + lot.points, 0);
}

/** Takes points from the oldest lots first, never more than there are, and says how many. */
function take(lots: readonly Lot[], wanted: number): number {
  let left = wanted;
  for (const lot of lots) {
    const taken = Math.min(lot.points, left);
    lot.points -= taken;
    left -= taken;
  }
  return wanted - left;
}

/** Lots lie in the order of their expiry, for each lasts as long. */
function expire(lots: Lot[], now: number, book: (at: number, points: number, kind: Kind) => void): void {
  while (lots.length > 0 && lots[0]!.expiresAt < now) {
    const lot = lots.shift()!;
    book(lot.expiresAt, -lot.points, 'expired');
  }
}
