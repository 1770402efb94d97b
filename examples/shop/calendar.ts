import { pickWeighted, type Random, wholeBetween } from './random.ts';

/** Milliseconds of a minute, an hour and a day. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** When the data was drawn: everything in it happened before. */
export const AS_OF = Date.UTC(2026, 0, 1);
const FIRST_MIDNIGHT = Date.UTC(2024, 0, 1);

/** The days of the 24 months are numbered from 0 to DAYS - 1, as the local calendar of each market counts them. */
export const DAYS = (AS_OF - FIRST_MIDNIGHT) / DAY;
export const MONTHS = 24;

/** The zone of a market: hours ahead of UTC in winter, and the days on which summer time starts and ends. */
export interface Zone {
  readonly winterHours: number;
  readonly summers: readonly (readonly [from: number, to: number])[];
}

/** The number of a day given as 2024-01-31. */
export function dayOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - FIRST_MIDNIGHT) / DAY;
}

/** The day as 2024-01-31. */
export function dateText(day: number): string {
  return new Date(FIRST_MIDNIGHT + day * DAY).toISOString().slice(0, 10);
}

/** The instant as 2024-01-31T18:05:00Z. */
export function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The day's month, 0 for January 2024. */
export function monthOf(day: number): number {
  const date = new Date(FIRST_MIDNIGHT + day * DAY);
  return (date.getUTCFullYear() - 2024) * 12 + date.getUTCMonth();
}

/** The month as 2024-01. */
export function monthText(month: number): string {
  return new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 7);
}

/** 0 for Sunday; the first day is a Monday. */
export function weekdayOf(day: number): number {
  return (day + 1) % 7;
}

/** The same day of the month so many months later, or that month's last day where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = new Date(FIRST_MIDNIGHT + day * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) - FIRST_MIDNIGHT) / DAY;
}

/**
 * The instant of a local time, given in seconds after local midnight. Clocks change in the small hours and no time
 * before 07:00 is ever asked for, so a day has one offset.
 */
export function localInstant(zone: Zone, day: number, second: number): number {
  const summer = zone.summers.some(([from, to]) => from <= day && day < to);
  const hours = zone.winterHours + (summer ? 1 : 0);
  return FIRST_MIDNIGHT + day * DAY - hours * HOUR + second * 1000;
}

/** Share of the customers' doings by hour, from 07:00 to 22:00. */
const HOUR_WEIGHTS = [4, 7, 8, 7, 6, 7, 6, 5, 5, 6, 8, 9, 9, 7, 4];
const FIRST_HOUR = 7;
const NEW_YEARS_EVE_HOURS = 7;

/** A local time at which the shop is open, in seconds; on 31 December it closes at 14:00. */
export function openingSecond(random: Random, day: number): number {
  const closesEarly = dateText(day).endsWith('-12-31');
  const weights = closesEarly ? HOUR_WEIGHTS.slice(0, NEW_YEARS_EVE_HOURS) : HOUR_WEIGHTS;
  const hour = FIRST_HOUR + pickWeighted(random, weights);
  return hour * 3600 + wholeBetween(random, 0, 3599);
}
