import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { isInputError } from '../../src/core/errors.ts';
import { civilDate } from '../../src/log/civilDate.ts';
import { civilDateTime } from '../../src/log/civilDateTime.ts';
import { decimalNumber } from '../../src/log/decimalNumber.ts';
import type { TextReader } from '../../src/log/field.ts';
import { isoInstant } from '../../src/log/isoInstant.ts';
import { civilDateText, civilDateTimeText, decimalText, instantText, openWhenEmpty } from '../../src/schemas/index.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { runs } from '../laws/runs.ts';

interface Format {
  readonly schema: ZodMiniType<number, string>;
  readonly reader: TextReader<'text'>;
  /** Texts and what they are, worked out by hand. */
  readonly known: readonly (readonly [text: string, value: number])[];
  readonly wrong: readonly string[];
}

const FORMATS: Readonly<Record<string, Format>> = {
  instantText: {
    schema: instantText,
    reader: isoInstant('text'),
    known: [
      ['1970-01-01T00:00:01Z', 1000],
      ['1970-01-02T00:00:00.5+01:00', 86_400_000 - 3_600_000 + 500],
      ['1969-12-31 23:59:59-0000', -1000],
    ],
    wrong: ['', '1970-01-01', '1970-01-01T00:00:01', '1970-02-30T00:00:00Z', '1 January 1970', '1000'],
  },
  'civilDateText in UTC': {
    schema: civilDateText(),
    reader: civilDate('text'),
    known: [['1970-01-02', 86_400_000]],
    wrong: ['', '1970-1-2', '02.01.1970', '01/02/1970', '1970-01-02T00:00:00Z', '1970-02-30', '70-01-02'],
  },
  'civilDateText in Berlin': {
    schema: civilDateText({ timeZone: 'Europe/Berlin' }),
    reader: civilDate('text', { timeZone: 'Europe/Berlin' }),
    known: [
      ['1970-01-02', 86_400_000 - 3_600_000],
      ['2024-07-01', Date.UTC(2024, 5, 30, 22)],
    ],
    wrong: ['', '2024-7-1', '1 Jul 2024'],
  },
  'civilDateTimeText in New York': {
    schema: civilDateTimeText({ timeZone: 'America/New_York' }),
    reader: civilDateTime('text', { timeZone: 'America/New_York' }),
    known: [
      ['2024-07-01 09:15', Date.UTC(2024, 6, 1, 13, 15)],
      // The clock goes from 2:00 to 3:00, which is 7:00 of UTC.
      ['2024-03-10T02:30:00', Date.UTC(2024, 2, 10, 7)],
    ],
    wrong: ['', '2024-07-01', '2024-07-01 24:00', '2024-07-01T09:15Z', '2024-07-01T09'],
  },
  decimalText: {
    schema: decimalText,
    reader: decimalNumber('text'),
    known: [
      ['29.30', 29.3],
      ['-5', -5],
      ['+.5', 0.5],
      ['0007', 7],
    ],
    wrong: ['', '1,5', '1 000', '5 EUR', '0x10', '1e3', 'NaN', 'Infinity', '.', '-', '1.2.3'],
  },
};

const anyText = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[-+]?\d{0,3}\.?\d{0,3}$/),
  fc.stringMatching(/^(19|20)\d\d-[01]\d-[0-3]\d$/),
  fc.stringMatching(/^20\d\d-0[1-9]-[0-2]\d[T ][0-2]\d:[0-6]\d(:[0-6]\d(\.\d{1,4})?)?(Z|[-+][01]\d(:?[0-6]\d)?)?$/),
);

describe.each(Object.entries(FORMATS))('%s', (_, { schema, reader, known, wrong }) => {
  test.each(known)('reads %s as %d', (text, value) => {
    expect(schema.parse(text)).toBe(value);
  });

  test.each(wrong)('guesses nothing: "%s" is refused, with the rule of the column reader', (text) => {
    const issues = schema.safeParse(text).error!.issues;
    expect(issues.map(({ message }) => message)).toEqual([`must be ${reader.expected}`]);
  });

  test('reads exactly the texts that the reader of a column reads, as the same number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { success, data } = schema.safeParse(text);
        const read = reader({ text });
        expect(success ? data : Number.NaN).toBe(read);
      }),
      runs(2000),
    );
  });

  test('refuses whatever is no text, and takes no number for one', () => {
    const others = HOSTILE_VALUES.map(([, value]) => value).filter((value) => typeof value !== 'string');
    for (const value of [...others, 0, 29.3, new Date(0)]) {
      const issues = schema.safeParse(value).error!.issues;
      expect(issues.map(({ message }) => message)).toEqual([`must be ${reader.expected}`]);
    }
  });

  test('as JSON Schema is a text', () => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'string' });
  });

  test('with openWhenEmpty also takes an empty text, as null, and says so', () => {
    const open = openWhenEmpty(schema);
    expect(open.parse('')).toBe(null);
    for (const [text, value] of known) expect(open.parse(text)).toBe(value);
    for (const text of [' ', 'open', null, undefined]) {
      const issues = open.safeParse(text).error!.issues;
      expect(issues.map(({ message }) => message)).toEqual([`must be ${reader.expected}, or empty`]);
    }
  });
});

test('a number too large for any is refused, since it would come out infinite', () => {
  expect(decimalText.safeParse('9'.repeat(309)).success).toBe(false);
  expect(decimalText.parse('9'.repeat(308))).toBe(1e308);
});

describe.each([
  ['civilDateText', civilDateText],
  ['civilDateTimeText', civilDateTimeText],
])('%s', (name, text) => {
  const refused = (options: unknown): string => {
    try {
      text(options as never);
    } catch (error) {
      if (isInputError(error) && error.metric === name) return error.code;
    }
    return 'not refused';
  };

  test('refuses a zone that there is not and an option that it has not, by its own name', () => {
    expect(refused({ timeZone: 'Mars/Base' })).toBe('unknown-time-zone');
    expect(refused({ timeZone: null })).toBe('unknown-time-zone');
    expect(refused({ zone: 'UTC' })).toBe('unknown-option');
    expect(refused({ empty: 'open' })).toBe('unknown-option');
    expect(refused(null)).toBe('not-a-record');
    expect(refused(5)).toBe('not-a-record');
  });
});
