// What the shop is really like: every number that made the data. An estimate from the data can be held against it.
import { dayOf, type Zone } from './calendar.ts';

export type MarketName = 'US' | 'DE';
export type Currency = 'USD' | 'EUR';
export type ChannelName = 'search' | 'social' | 'referral' | 'email' | 'retail';

/** One of the two countries the shop sells in. */
export interface Market extends Zone {
  readonly name: MarketName;
  readonly currency: Currency;
  /** Share of the new customers. */
  readonly share: number;
  /** Mean of an order in minor units, before the customer's own factor and the season. */
  readonly meanOrder: number;
  /** Orders by weekday against the mean, Sunday first. */
  readonly weekdays: readonly number[];
  /** What the daily chance of leaving is multiplied by. */
  readonly leaving: number;
  /** The same in the months of the incident, on top. */
  readonly leavingInIncident: number;
  /** Price of a month's box of 1, 2 or 3 bags in minor units. */
  readonly boxPrices: readonly [number, number, number];
  /** Mean of the net promoter scores before what the customer went through. */
  readonly meanScore: number;
}

export const MARKETS: readonly [Market, Market] = [
  {
    name: 'US',
    currency: 'USD',
    winterHours: -5,
    summers: [
      [dayOf('2024-03-10'), dayOf('2024-11-03')],
      [dayOf('2025-03-09'), dayOf('2025-11-02')],
    ],
    share: 0.62,
    meanOrder: 4100,
    weekdays: [0.95, 0.95, 0.9, 0.95, 1, 1.05, 1.2],
    leaving: 1.15,
    leavingInIncident: 2.6,
    boxPrices: [1800, 3200, 4500],
    meanScore: 8.85,
  },
  {
    name: 'DE',
    currency: 'EUR',
    winterHours: 1,
    summers: [
      [dayOf('2024-03-31'), dayOf('2024-10-27')],
      [dayOf('2025-03-30'), dayOf('2025-10-26')],
    ],
    share: 0.38,
    meanOrder: 3700,
    weekdays: [0.7, 1, 0.95, 1, 1.05, 1.05, 1.25],
    leaving: 0.65,
    leavingInIncident: 1.5,
    boxPrices: [1600, 2900, 4100],
    meanScore: 9.25,
  },
];

/** A way in which customers find the shop. */
export interface Channel {
  readonly name: ChannelName;
  /** Weight among the new customers of 2024 and of 2025, when the shop pushed social. */
  readonly weights: readonly [number, number];
  /** What the daily chance of leaving is multiplied by. */
  readonly leaving: number;
  /** Mean cost of winning one customer in minor units of the market's currency. */
  readonly cost: number;
}

export const CHANNELS: readonly Channel[] = [
  { name: 'search', weights: [34, 26], leaving: 1, cost: 1900 },
  { name: 'social', weights: [18, 36], leaving: 1.7, cost: 2400 },
  { name: 'referral', weights: [14, 14], leaving: 0.55, cost: 800 },
  { name: 'email', weights: [12, 8], leaving: 0.9, cost: 400 },
  { name: 'retail', weights: [22, 16], leaving: 0.85, cost: 1100 },
];

export const CUSTOMERS = 2500;
/** New customers a day grow on a straight line to so many times the first day's. */
export const JOINING_GROWTH = 2;
/** Joining and ordering by month against the mean, January first. */
export const SEASON: readonly number[] = [0.95, 0.9, 0.95, 0.95, 0.95, 0.9, 0.82, 0.85, 1, 1.05, 1.3, 1.45];
/** Orders of December are gifts and larger. */
export const DECEMBER_ORDER = 1.15;

/** The warehouse moved: late parcels, long waits, angry customers; the United States were hit harder. */
export const INCIDENT = { from: dayOf('2025-04-01'), to: dayOf('2025-07-01') } as const;

/** Whether the day lies in the incident. */
export function inIncident(day: number): boolean {
  return INCIDENT.from <= day && day < INCIDENT.to;
}

/** Mean daily chance to order, of those still there; between customers a near gamma of shape 1.5. */
export const ORDER_CHANCE = 1 / 32;
export const ORDER_SQUARES = 3;
/** Mean daily chance to leave for good; between customers a near gamma of shape 0.5. */
export const LEAVING_CHANCE = 0.0115;
export const LEAVING_SQUARES = 1;

/** Share of the customers of the kind that subscribes, and what their chance of leaving is multiplied by. */
export const SUBSCRIBER_SHARE = 0.32;
export const SUBSCRIBER_LEAVING = 0.4;
/** Share of the customers who collect points; it changes nothing in what they do. */
export const MEMBER_SHARE = 0.7;
