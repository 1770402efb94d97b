/** '2024-03-01' for a civil time, with six digits and a sign for years outside 0 to 9999. */
export function dateText(civil: number): string {
  const text = new Date(civil).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/** The year of such a text. */
export function yearOfText(date: string): string {
  return date.slice(0, -6);
}

/** A year in the digits that it has in such a text, one that `Date` does not reach too. */
export function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}
