import type { TextReader } from './field.ts';
import { textReader } from './textReader.ts';

/** The rule of a number as text, as it reads after "must be". */
export const DECIMAL_RULE = 'a number such as 1234.50, with a point and without separators';

/**
 * Reads a column of plain decimal numbers: an optional sign, digits, and an optional point with digits. An empty text,
 * a separator of thousands, a decimal comma or a currency sign is refused, not guessed at.
 *
 * @param column - the column's name
 * @returns a reader for a field's place
 * @throws InputError `unknown-field`; the log that uses it names rows it cannot read
 * @example
 * const rows = [{ user: 'ada', at: 0, total: '29.30' }];
 * const log = eventLog(rows, { customer: 'user', at: 'at', amount: decimalNumber('total') });
 * log.amount // [29.3]
 */
export function decimalNumber<Column extends string>(column: Column): TextReader<Column> {
  return textReader('decimalNumber', column, DECIMAL_RULE, readDecimal);
}

/** The number of a plain decimal text; NaN where it is none, Infinity where it is larger than any number. */
export function readDecimal(text: string): number {
  return isDecimal(text) ? Number(text) : Number.NaN;
}

function isDecimal(text: string): boolean {
  let digitCount = 0;
  let pointCount = 0;
  for (let i = text[0] === '-' || text[0] === '+' ? 1 : 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 46) pointCount++;
    else if (char >= 48 && char <= 57) digitCount++;
    else return false;
  }
  return digitCount > 0 && pointCount <= 1;
}
