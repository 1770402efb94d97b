import { DAYS, localInstant, monthOf, openingSecond } from './calendar.ts';
import { chance, nearGamma, nearNormal, pick, pickWeighted, type Random, randomStream } from './random.ts';
import * as truth from './truth.ts';

/** A customer as only the generator knows them; the tables show what comes of it. */
export interface Person {
  readonly number: number;
  readonly id: string;
  readonly market: truth.Market;
  readonly channel: truth.Channel;
  readonly joinedDay: number;
  readonly joinedAt: number;
  /** The first day on which they will not do anything any more; DAYS for who is still there. */
  readonly leftDay: number;
  readonly referredBy: string;
  /** Daily chance to order, before weekday and season. */
  readonly orderChance: number;
  /** Daily chance to leave, before the incident. */
  readonly leavingChance: number;
  /** Their own mean of an order in minor units, before the season. */
  readonly meanOrder: number;
  /** How content they are compared with others: near a standard normal. */
  readonly content: number;
  /** Whether they are of the kind that subscribes. */
  readonly subscriber: boolean;
  /** Whether they collect points. */
  readonly member: boolean;
}

interface Joining {
  readonly market: truth.Market;
  readonly day: number;
  readonly at: number;
}

/** Everybody who ever joined, in the order in which they did. */
export function createPeople(seed: number): Person[] {
  const people: Person[] = [];
  for (const [index, joining] of drawJoinings(randomStream(seed, 'joining')).entries())
    people.push(createPerson(randomStream(seed, 'person', index), index + 1, joining, people));
  return people;
}

function drawJoinings(random: Random): Joining[] {
  const weights = Array.from({ length: DAYS }, (_, day) => {
    const growth = 1 + ((truth.JOINING_GROWTH - 1) * day) / (DAYS - 1);
    return growth * truth.SEASON[monthOf(day) % 12]!;
  });
  const joinings = Array.from({ length: truth.CUSTOMERS }, () => {
    const market = truth.MARKETS[chance(random, truth.MARKETS[0].share) ? 0 : 1];
    const day = pickWeighted(random, weights);
    return { market, day, at: localInstant(market, day, openingSecond(random, day)) };
  });
  return joinings.sort((a, b) => a.at - b.at);
}

function createPerson(random: Random, number: number, joining: Joining, earlier: readonly Person[]): Person {
  const { market, day } = joining;
  const year = monthOf(day) < 12 ? 0 : 1;
  const weights = truth.CHANNELS.map((channel) => channel.weights[year]);
  const drawn = truth.CHANNELS[pickWeighted(random, weights)]!;
  const referrer = drawn.name === 'referral' ? findReferrer(random, joining, earlier) : undefined;
  const channel = drawn.name === 'referral' && referrer === undefined ? truth.CHANNELS[0]! : drawn;
  const subscriber = chance(random, truth.SUBSCRIBER_SHARE);
  const leavingChance =
    truth.LEAVING_CHANCE *
    nearGamma(random, truth.LEAVING_SQUARES) *
    market.leaving *
    channel.leaving *
    (subscriber ? truth.SUBSCRIBER_LEAVING : 1);
  return {
    number,
    id: `c-${String(number).padStart(4, '0')}`,
    market,
    channel,
    joinedDay: day,
    joinedAt: joining.at,
    leftDay: drawLeftDay(random, joining, leavingChance),
    referredBy: referrer?.id ?? '',
    orderChance: truth.ORDER_CHANCE * nearGamma(random, truth.ORDER_SQUARES),
    leavingChance,
    meanOrder: Math.round(market.meanOrder * (0.5 + 0.5 * nearGamma(random, 3))),
    content: nearNormal(random),
    subscriber,
    member: chance(random, truth.MEMBER_SHARE),
  };
}

/** Somebody of the same market who is still a customer; a few tries, for in the first days there may be nobody. */
function findReferrer(random: Random, joining: Joining, earlier: readonly Person[]): Person | undefined {
  for (let tries = 0; tries < 30 && earlier.length > 0; tries++) {
    const person = pick(random, earlier);
    const known = person.market === joining.market && person.joinedDay < joining.day && joining.day < person.leftDay;
    if (known) return person;
  }
  return undefined;
}

function drawLeftDay(random: Random, { market, day: joinedDay }: Joining, leavingChance: number): number {
  for (let day = joinedDay + 1; day < DAYS; day++) {
    const today = truth.inIncident(day) ? leavingChance * market.leavingInIncident : leavingChance;
    if (chance(random, today)) return day;
  }
  return DAYS;
}
