import { byInstant } from './byInstant.ts';
import { AS_OF, DAY, DAYS, instantText, localInstant, MINUTE } from './calendar.ts';
import { drawComment } from './comments.ts';
import type { Purchase } from './orders.ts';
import type { Person } from './people.ts';
import { chance, nearGamma, nearNormal, type Random, randomStream } from './random.ts';
import type { AnswerRow, InvitationRow, Survey } from './rows.ts';
import type { Ticket } from './tickets.ts';
import { inIncident } from './truth.ts';

const TEN_O_CLOCK = 10 * 3600;
const FIRST_NPS_DAYS = 30;
const NPS_DAYS = 91;
/** So long after the last order a customer is still asked; nobody tells the shop that they left. */
const ASKED_AFTER_LEAVING = 60;
const CSAT_SHARE = 0.15;
/** Customers who will leave within so many days are less content already. */
const GRUMBLING_DAYS = 100;

const RESPONSE = { nps: 0.36, csat: 0.32, ces: 0.4 } as const;
const RESPONSE_AFTER_LEAVING = 0.08;

/** An invitation to a survey, with the answer where one came. */
export interface Asked {
  readonly person: Person;
  readonly survey: Survey;
  readonly sentAt: number;
  readonly answer: Answer | undefined;
}

interface Answer {
  readonly at: number;
  readonly score: number;
  readonly comment: string;
}

/** One customer's surveys: nps every 91 days, csat after some orders, ces after every resolved ticket. */
export function surveysOf(
  seed: number,
  person: Person,
  purchases: readonly Purchase[],
  tickets: readonly Ticket[],
): Asked[] {
  const random = randomStream(seed, 'surveys', person.number);
  return [...askNps(random, person), ...askCsat(random, person, purchases), ...askCes(random, person, tickets)];
}

function askNps(random: Random, person: Person): Asked[] {
  const asked: Asked[] = [];
  const lastDay = Math.min(DAYS, person.leftDay + ASKED_AFTER_LEAVING);
  for (let day = person.joinedDay + FIRST_NPS_DAYS; day < lastDay; day += NPS_DAYS) {
    const mean = person.market.meanScore + 1.1 * person.content - grumble(person, day, 2, 1);
    const score = drawScore(random, mean, 1.4, 0, 10);
    asked.push(ask(random, person, 'nps', day, score, score >= 9 ? 'good' : score >= 7 ? 'fair' : 'bad'));
  }
  return asked;
}

function askCsat(random: Random, person: Person, purchases: readonly Purchase[]): Asked[] {
  const days = purchases.filter(() => chance(random, CSAT_SHARE)).map(({ day }) => day + 7);
  return days
    .filter((day) => day < DAYS)
    .map((day) => {
      const mean = 4.4 + 0.4 * person.content - grumble(person, day, 0.8, 0.8);
      const score = drawScore(random, mean, 0.8, 1, 5);
      return ask(random, person, 'csat', day, score, score >= 5 ? 'good' : score >= 4 ? 'fair' : 'bad');
    });
}

function askCes(random: Random, person: Person, tickets: readonly Ticket[]): Asked[] {
  const resolved = tickets.filter((ticket) => ticket.resolvedAt !== undefined);
  return resolved
    .map((ticket) => ({ ticket, day: ticket.day + Math.ceil((ticket.resolvedAt! - ticket.openedAt) / DAY) + 1 }))
    .filter(({ day }) => day < DAYS)
    .map(({ ticket, day }) => {
      const mean = 5.7 + 0.4 * person.content - grumble(person, day, 0.8, 0.7) - (ticket.reopened ? 1.5 : 0);
      const score = drawScore(random, mean, 1.2, 1, 7);
      return ask(random, person, 'ces', day, score, score >= 6 ? 'good' : score >= 4 ? 'fair' : 'bad');
    });
}

/** What is taken off the mean score of who is about to leave or has left, and of everybody in the incident. */
function grumble(person: Person, day: number, leaving: number, incident: number): number {
  const soon = person.leftDay < DAYS && person.leftDay - day <= GRUMBLING_DAYS;
  return (soon ? leaving : 0) + (inIncident(day) ? incident : 0);
}

function drawScore(random: Random, mean: number, spread: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.round(mean + spread * nearNormal(random))));
}

function ask(
  random: Random,
  person: Person,
  survey: Survey,
  day: number,
  score: number,
  mood: 'good' | 'fair' | 'bad',
): Asked {
  const sentAt = localInstant(person.market, day, TEN_O_CLOCK);
  const at = sentAt + Math.round(2 + 1500 * nearGamma(random, 1)) * MINUTE;
  const comment = drawComment(random, person.market.name, mood);
  const answers = chance(random, day < person.leftDay ? RESPONSE[survey] : RESPONSE_AFTER_LEAVING);
  return { person, survey, sentAt, answer: answers && at < AS_OF ? { at, score, comment } : undefined };
}

/** Invitations and answers, each in time; an answer names its invitation. */
export function surveyRows(asked: readonly Asked[]): { invitations: InvitationRow[]; answers: AnswerRow[] } {
  const inTime = [...asked].sort((a, b) => a.sentAt - b.sentAt);
  const numbered = inTime.map((one, index) => ({ ...one, id: `i-${String(index + 1).padStart(5, '0')}` }));
  const invitations = numbered.map(({ id, person, survey, sentAt }) => ({
    invitation_id: id,
    customer_id: person.id,
    sent_at: instantText(sentAt),
    survey,
  }));
  const answers = numbered.flatMap(({ id, person, survey, answer }) => {
    if (answer === undefined) return [];
    const { at, score, comment } = answer;
    return [{ answer_id: '', invitation_id: id, customer_id: person.id, at: instantText(at), survey, score, comment }];
  });
  return {
    invitations,
    answers: byInstant(answers, 'at').map((row, index) => ({
      ...row,
      answer_id: `a-${String(index + 1).padStart(4, '0')}`,
    })),
  };
}
