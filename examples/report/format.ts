// How figures are written for people. What is not known is an n-dash, never a zero.

const UNKNOWN = '–';

/** 12,345. */
export function count(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** 12,345.60, with the currency where there is one. */
export function money(value: number, currency: string | undefined): string {
  if (Number.isNaN(value)) return UNKNOWN;
  const figure = value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return currency === undefined ? figure : `${figure} ${currency}`;
}

/** 12.3 %. */
export function percent(fraction: number): string {
  return Number.isNaN(fraction) ? UNKNOWN : `${(fraction * 100).toFixed(1)} %`;
}

/** 11.2 to 13.5 %. */
export function percentRange({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return Number.isNaN(lower) ? UNKNOWN : `${(lower * 100).toFixed(1)} to ${(upper * 100).toFixed(1)} %`;
}

/** 2.34. */
export function decimal(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : value.toFixed(2);
}

/** 2024-03-31 as the calendar of a zone shows an instant. */
export function date(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** +12.3 points. */
export function points(value: number): string {
  return Number.isNaN(value) ? UNKNOWN : `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
}

/** +8.1 to +16.2. */
export function pointsRange({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return Number.isNaN(lower) ? UNKNOWN : `${points(lower)} to ${points(upper)}`;
}
