// How figures are written for people. What is not known is an n-dash, never a zero.

/** What stands for what is not known. */
export const UNKNOWN = '–';

/** The two ends of an interval. */
interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/** 12,345. */
export function count(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** 1 order, 12,345 orders. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** 12,345.60. */
export function cents(value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return Number.isNaN(value) ? UNKNOWN : value.toLocaleString('en-US', digits);
}

/** 12,345.60, with the currency where there is one. */
export function money(value: number, currency: string | undefined): string {
  return Number.isNaN(value) || currency === undefined ? cents(value) : `${cents(value)} ${currency}`;
}

/** 12.3 %. */
export function percent(fraction: number): string {
  return Number.isNaN(fraction) ? UNKNOWN : `${(fraction * 100).toFixed(1)} %`;
}

/** 11.2 to 13.5 %. */
export function percentRange({ lower, upper }: Ends): string {
  return Number.isNaN(lower) ? UNKNOWN : `${(lower * 100).toFixed(1)} to ${(upper * 100).toFixed(1)} %`;
}

/** 2.34. */
export function decimal(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : value.toFixed(2);
}

/** 2.3. */
export function tenths(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : value.toFixed(1);
}

/** 2.3 to 4.5; an end that the data do not reach is an n-dash. */
export function range({ lower, upper }: Ends, text: (value: number) => string): string {
  return Number.isNaN(lower) && Number.isNaN(upper) ? UNKNOWN : `${text(lower)} to ${text(upper)}`;
}

/** The text of a value with its sign: +12, -3, and 0 without one. */
export function signed(value: number, text: (value: number) => string): string {
  const magnitude = text(Math.abs(value));
  if (Number.isNaN(value) || !/[1-9]/.test(magnitude)) return magnitude;
  return `${value < 0 ? '-' : '+'}${magnitude}`;
}

/** 2024-03-31 as the calendar of a zone shows an instant. */
export function date(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** +12.3 points. */
export function points(value: number): string {
  return signed(value, tenths);
}

/** Longer ids are cut. */
const ID_WIDTH = 24;

/** The id of a customer, as short as a column needs it, and without what a terminal would obey. */
export function idText(id: string | number): string {
  const text = String(id).replace(/\p{Cc}/gu, ' ');
  return text.length > ID_WIDTH ? `${text.slice(0, ID_WIDTH - 1)}…` : text;
}
