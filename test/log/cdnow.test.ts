import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../src/log/civilDate.ts';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { decimalNumber } from '../../src/log/decimalNumber.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { mergeEventLogs } from '../../src/log/mergeEventLogs.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { dataFile } from '../data.ts';

const file = dataFile('cdnow-sample.csv');

interface Line {
  readonly sample_id: string;
  readonly date: string;
  readonly quantity: string;
  readonly amount: string;
}

const FIELDS = {
  customer: 'sample_id',
  at: civilDate('date'),
  amount: decimalNumber('amount'),
  attributes: { quantity: 'quantity' },
} as const;

describe.skipIf(file === undefined)('the orders of CDNOW', () => {
  const lines: Line[] = file === undefined ? [] : parse(readFileSync(file), { columns: true });
  const log = eventLog(lines, FIELDS);

  test('are 6,919 of 2,357 customers for 244,091.94', () => {
    const totals = purchaseTotals(log);
    expect([totals.orders, totals.buyers]).toEqual([6919, 2357]);
    expect(totals.revenue).toBeCloseTo(244_091.94, 6);
  });

  test('were placed on 6,696 days of purchase, from January 1997 to June 1998', () => {
    const { distinctDays, firstAt, lastAt } = customerSummaries(log);
    expect(distinctDays.reduce((sum, days) => sum + days, 0)).toBe(6696);
    expect(new Date(Math.min(...firstAt)).toISOString()).toBe('1997-01-01T00:00:00.000Z');
    expect(new Date(Math.max(...firstAt)).toISOString()).toBe('1997-03-25T00:00:00.000Z');
    expect(new Date(Math.max(...lastAt)).toISOString()).toBe('1998-06-30T00:00:00.000Z');
  });

  test('are in cents what they are in dollars, exactly', () => {
    const cents = eventLog(lines, { ...FIELDS, amount: ({ amount }) => Number(amount.replace('.', '')) });
    expect(purchaseTotals(cents).revenue).toBe(24_409_194);
  });

  test('are the same read in pieces', () => {
    const pieces = [lines.slice(0, 100), lines.slice(100, 3000), lines.slice(3000)];
    expect(mergeEventLogs(pieces.map((piece) => eventLog(piece, FIELDS)))).toEqual(log);
  });

  test('have the same days in a zone whose dates they are taken for', () => {
    const timeZone = 'America/New_York';
    const local = eventLog(lines, { ...FIELDS, at: civilDate('date', { timeZone }) });
    expect(customerSummaries(local, { timeZone }).distinctDays).toEqual(customerSummaries(log).distinctDays);
  });
});
