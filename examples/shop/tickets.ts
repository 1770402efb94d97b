import { byInstant } from './byInstant.ts';
import { AS_OF, DAYS, instantText, localInstant, MINUTE, openingSecond } from './calendar.ts';
import type { Purchase } from './orders.ts';
import type { Person } from './people.ts';
import { chance, nearGamma, pickWeighted, type Random, randomStream, wholeBetween } from './random.ts';
import type { TicketRow, Topic } from './rows.ts';
import { inIncident } from './truth.ts';

const CHANCE_PER_ORDER = 0.05;
const CHANCE_PER_ORDER_IN_INCIDENT = 0.16;
const CHANCE_BEFORE_LEAVING = 0.3;
const DAYS_BEFORE_LEAVING = 30;
const UNRESOLVED_SHARE = 0.02;
const REOPENED_SHARE = 0.08;
const REOPENED_SHARE_IN_INCIDENT = 0.2;

const TOPICS: readonly Topic[] = ['delivery', 'product', 'billing', 'account', 'subscription'];
const TOPIC_WEIGHTS = [34, 28, 14, 14, 10];
const TOPIC_WEIGHTS_IN_INCIDENT = [72, 10, 8, 4, 6];

/** A request for help; what had not happened by the day of the extract is undefined. */
export interface Ticket {
  readonly person: Person;
  readonly day: number;
  readonly openedAt: number;
  readonly respondedAt: number | undefined;
  readonly resolvedAt: number | undefined;
  readonly topic: Topic;
  readonly reopened: boolean;
}

/** One customer's tickets: some orders lead to one, and so does some of the anger before leaving. */
export function ticketsOf(seed: number, person: Person, purchases: readonly Purchase[]): Ticket[] {
  const random = randomStream(seed, 'tickets', person.number);
  const days = purchases
    .filter(({ day }) => chance(random, inIncident(day) ? CHANCE_PER_ORDER_IN_INCIDENT : CHANCE_PER_ORDER))
    .map(({ day }) => day + wholeBetween(random, 1, 9));
  if (person.leftDay < DAYS && chance(random, CHANCE_BEFORE_LEAVING))
    days.push(Math.max(person.joinedDay + 1, person.leftDay - wholeBetween(random, 1, DAYS_BEFORE_LEAVING)));
  return days.filter((day) => day < DAYS).map((day) => drawTicket(random, person, day));
}

function drawTicket(random: Random, person: Person, day: number): Ticket {
  const incident = inIncident(day);
  const openedAt = localInstant(person.market, day, openingSecond(random, day));
  const slow = incident ? 2.5 : 1;
  const respondedAt = openedAt + Math.round(15 + 330 * slow * nearGamma(random, 2)) * MINUTE;
  const resolvedAt = respondedAt + Math.round(20 + 1100 * slow * nearGamma(random, 2)) * MINUTE;
  const resolved = !chance(random, UNRESOLVED_SHARE) && resolvedAt < AS_OF;
  const reopened = chance(random, incident ? REOPENED_SHARE_IN_INCIDENT : REOPENED_SHARE);
  return {
    person,
    day,
    openedAt,
    respondedAt: respondedAt < AS_OF ? respondedAt : undefined,
    resolvedAt: resolved ? resolvedAt : undefined,
    topic: TOPICS[pickWeighted(random, incident ? TOPIC_WEIGHTS_IN_INCIDENT : TOPIC_WEIGHTS)]!,
    reopened: reopened && resolved,
  };
}

/** All tickets in time. */
export function ticketRows(tickets: readonly Ticket[]): TicketRow[] {
  const rows = tickets.map(
    (ticket): TicketRow => ({
      ticket_id: '',
      customer_id: ticket.person.id,
      opened_at: instantText(ticket.openedAt),
      first_response_at: ticket.respondedAt === undefined ? '' : instantText(ticket.respondedAt),
      resolved_at: ticket.resolvedAt === undefined ? '' : instantText(ticket.resolvedAt),
      topic: ticket.topic,
      reopened: ticket.reopened ? 1 : 0,
    }),
  );
  return byInstant(rows, 'opened_at').map((row, index) => ({
    ...row,
    ticket_id: `t-${String(index + 1).padStart(4, '0')}`,
  }));
}
