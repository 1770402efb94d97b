import { civilDate, civilDateTime, isoInstant, type TextReader } from 'tenure';
import type { CsvRow } from './readCsv.ts';

/** Whose clock the times of a file show, and whether an empty one stands for what has not come yet. */
export interface TimeReaderOptions {
  readonly timeZone: string;
  readonly empty?: 'refuse' | 'open';
}

/** Reads a column of times. The first text in it says how they are written; a row written otherwise is then an error. */
export function timeReader(
  column: string,
  rows: readonly CsvRow[],
  { timeZone, empty = 'refuse' }: TimeReaderOptions,
): TextReader<string> {
  const first = rows.find((row) => row[column] !== '')?.[column] ?? '';
  if (first.length <= 10) return civilDate(column, { timeZone, empty });
  const isInstant = /:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$/.test(first);
  return isInstant ? isoInstant(column, { empty }) : civilDateTime(column, { timeZone, empty });
}
