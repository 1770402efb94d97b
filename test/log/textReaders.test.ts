import { describe, expect, test } from 'vitest';
import { civilDate } from '../../src/log/civilDate.ts';
import { civilDateTime } from '../../src/log/civilDateTime.ts';
import { decimalNumber } from '../../src/log/decimalNumber.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { isoInstant } from '../../src/log/isoInstant.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const asOf = Date.UTC(2024, 5, 1);

describe('a log of texts', () => {
  const rows = [
    { user: '7', placed: '2024-01-05T10:00:00Z', day: '2024-01-05', local: '2024-01-05 11:00', total: '29.30' },
    { user: '7', placed: '2024-01-04T10:00:00Z', day: '2024-01-04', local: '2024-01-04 11:00', total: '5' },
  ];

  test('is the log of what the texts stand for', () => {
    const log = eventLog(rows, {
      customer: decimalNumber('user'),
      at: isoInstant('placed'),
      amount: decimalNumber('total'),
    });
    expect(log.customers).toEqual([7]);
    expect(log.at).toEqual(Float64Array.of(Date.UTC(2024, 0, 4, 10), Date.UTC(2024, 0, 5, 10)));
    expect(log.amount).toEqual(Float64Array.of(5, 29.3));
    const timeZone = 'Europe/Berlin';
    const local = eventLog(rows, { customer: 'user', at: civilDateTime('local', { timeZone }) });
    expect(local.at).toEqual(log.at);
    const days = eventLog(rows, { customer: 'user', at: civilDate('day', { timeZone }) });
    expect(days.at).toEqual(Float64Array.of(Date.UTC(2024, 0, 3, 23), Date.UTC(2024, 0, 4, 23)));
  });

  test.each([
    ['isoInstant', isoInstant('text'), 'an instant such as 2024-03-31T12:30:00Z, with Z or an offset'],
    ['civilDate', civilDate('text'), 'a date such as 2024-03-31'],
    ['civilDateTime', civilDateTime('text'), 'a local time such as 2024-03-31 12:30:00'],
  ])('names the row, the column, the rule and the text that %s cannot read', (_, at, rule) => {
    const error = refusalOf(() => eventLog([{ text: '03/31/24' }, { text: '' }], { customer: () => 'ada', at }));
    expect(error.message).toBe(`eventLog: "rows[0].text" must be ${rule}; received "03/31/24" (the first of 2 issues)`);
    expect(error.issues.map(({ code, received }) => [code, received])).toEqual([
      ['not-an-instant', '"03/31/24"'],
      ['not-an-instant', '""'],
    ]);
  });

  test('names the number that cannot be read, and the rule of the amount where it can', () => {
    const refuse = (total: string) =>
      refusalOf(() => eventLog([{ total }], { customer: () => 'ada', at: () => 0, amount: decimalNumber('total') }));
    expect(refuse('12,50').message).toBe(
      'eventLog: "rows[0].total" must be a number such as 1234.50, with a point and without separators; received "12,50"',
    );
    expect(refuse('-12.50').message).toBe(
      'eventLog: "rows[0].total" must be a finite number of at least 0; received "-12.50"',
    );
  });

  test('refuses a column that the rows do not have', () => {
    const error = refusalOf(() => eventLog(rows, { customer: 'user', at: isoInstant('palced') } as never));
    expect(error).toMatchObject({ path: ['rows', 0, 'palced'], received: 'undefined', issueCount: 2 });
  });
});

describe('an empty text', () => {
  const readers = [
    ['isoInstant', isoInstant, '2024-02-01T00:00Z'],
    ['civilDate', civilDate, '2024-02-01'],
    ['civilDateTime', civilDateTime, '2024-02-01 00:00'],
  ] as const;

  test.each(readers)('is refused by %s unless told', (_, reader, text) => {
    const rows = [{ end: text }, { end: '' }];
    const fields = { customer: () => 'ada', from: () => 0, to: reader('end') };
    expect(refusalOf(() => tenureLog(rows, fields, { asOf }))).toMatchObject({
      code: 'not-an-instant',
      path: ['rows', 1, 'end'],
      received: '""',
    });
  });

  test.each(readers)("stands for an open end to %s with empty: 'open', and nothing else does", (_, reader, text) => {
    const fields = { customer: () => 'ada', from: () => 0, to: reader('end', { empty: 'open' }) };
    const log = tenureLog([{ end: text }, { end: '' }], fields, { asOf });
    expect(log.to).toEqual(Float64Array.of(Date.UTC(2024, 1, 1), Infinity));
    for (const end of [' ', 'null', 'NULL', '-', '0', 'open']) {
      const error = refusalOf(() => tenureLog([{ end }], fields, { asOf }));
      expect(error.expected).toMatch(/, or empty$/);
      expect(error.received).toBe(JSON.stringify(end));
    }
  });

  test('stands for no instant where a tenure or an event begins', () => {
    const start = isoInstant('at', { empty: 'open' });
    const rows = [{ at: '' }];
    const rule = 'a valid Date or whole milliseconds since 1970';
    expect(refusalOf(() => eventLog(rows, { customer: () => 'ada', at: start }))).toMatchObject({
      code: 'not-an-instant',
      expected: rule,
      received: '""',
    });
    const fields = { customer: () => 'ada', from: start, to: () => null };
    expect(refusalOf(() => tenureLog(rows, fields, { asOf })).expected).toBe(rule);
  });
});

test.each(HOSTILE_VALUES)(
  '%s in a column of texts is read as a number or refused, and nothing is thrown',
  (_, value) => {
    const row = { column: value } as { column: string };
    for (const reader of [isoInstant, civilDate, civilDateTime, decimalNumber]) {
      const read = reader('column');
      expect(read(row)).toBeTypeOf('number');
      if (typeof value !== 'string') expect(read(row)).toBeNaN();
    }
  },
);
