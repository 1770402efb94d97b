// What summaries of purchases should say, the slow way: a map of arrays, and the days that Intl writes.
import fc from 'fast-check';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import type { SpendRule, TimeUnit } from '../../src/models/purchaseTypes.ts';

const DAY = 86_400_000;

/** One order: who, when, and cents. */
export type Order = readonly [customer: number, at: number, cents: number];

/** Orders and how they are to be looked at. */
export interface OrderCase {
  readonly orders: readonly Order[];
  readonly asOf: number;
  readonly unit: TimeUnit;
  readonly timeZone: string;
  readonly spend: SpendRule;
}

/** Zones that change their clocks: at two, at midnight, by half an hour, and over a whole day. */
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia'];

/** Fifty days of orders of few customers, from any month since 1972: in most zones the clock changes in many of them. */
export const anyOrderCase: fc.Arbitrary<OrderCase> = fc
  .record({
    start: fc.tuple(fc.integer({ min: 1972, max: 2037 }), fc.nat(11)).map(([year, month]) => Date.UTC(year, month, 1)),
    rows: fc.array(fc.tuple(fc.nat(4), fc.nat(50 * 48), fc.nat(1000)), { maxLength: 30 }),
    asOf: fc.integer({ min: -2 * DAY, max: 52 * DAY }),
    unit: fc.constantFrom<TimeUnit[]>('day', 'week', 'month', 'year'),
    timeZone: fc.constantFrom(...ZONES),
    spend: fc.constantFrom<SpendRule[]>('repeat', 'all'),
  })
  .map(({ start, rows, asOf, ...rest }) => ({
    ...rest,
    orders: rows.map(([customer, halfHours, cents]) => [customer, start + (halfHours * DAY) / 48, cents] as const),
    asOf: start + asOf,
  }));

/** The log of some orders. */
export function logOf(orders: readonly Order[]): EventLog {
  return eventLogFromColumns({
    customer: orders.map(([customer]) => customer),
    at: orders.map(([, at]) => at),
    amount: orders.map(([, , cents]) => cents),
  });
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The number of the day that a calendar in a zone shows. */
export function dayNumber(at: number, timeZone: string): number {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = FORMATS.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', parts);
  FORMATS.set(timeZone, format);
  return Date.parse(`${format.format(at)}T00:00:00Z`) / DAY;
}

// 400 years have 146097 days.
const DAYS: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 146_097 / 4800, year: 146_097 / 400 };

/** One customer's row. */
export interface OracleRow {
  readonly customer: number;
  readonly firstAt: number;
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly meanSpend: number;
  readonly spendCount: number;
}

/** The rows of those who ordered before `asOf`, by customer. */
export function oracleRows({ orders, asOf, unit, timeZone, spend }: OrderCase): OracleRow[] {
  const known = orders.filter(([, at]) => at < asOf);
  const ids = [...new Set(known.map(([customer]) => customer))].sort((one, other) => one - other);
  const today = dayNumber(asOf - 1, timeZone);
  return ids.map((customer) => {
    const own = known.filter((order) => order[0] === customer);
    const centsOn = new Map<number, number>();
    for (const [, at, cents] of own) {
      const day = dayNumber(at, timeZone);
      centsOn.set(day, (centsOn.get(day) ?? 0) + cents);
    }
    const days = [...centsOn.keys()].sort((one, other) => one - other);
    const counted = spend === 'all' ? days : days.slice(1);
    const paid = counted.reduce((total, day) => total + centsOn.get(day)!, 0);
    return {
      customer,
      firstAt: Math.min(...own.map(([, at]) => at)),
      frequency: days.length - 1,
      recency: (days.at(-1)! - days[0]!) / DAYS[unit],
      age: (today - days[0]!) / DAYS[unit],
      meanSpend: counted.length === 0 ? Number.NaN : paid / counted.length,
      spendCount: counted.length,
    };
  });
}

/** How many orders of some are on a day on which their customer has an earlier one among them. */
export function joinedAmong(orders: readonly Order[], timeZone: string): number {
  const days = new Set(orders.map(([customer, at]) => `${customer} ${dayNumber(at, timeZone)}`));
  return orders.length - days.size;
}

/** Records by customer. */
export function byCustomer<Row extends { readonly customer: string | number }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => Number(one.customer) - Number(other.customer));
}
