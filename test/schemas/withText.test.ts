import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  churnCounts,
  civilDateText,
  decimalText,
  instantText,
  movementsOptions,
  periodIndexOptions,
  retentionCounts,
  withText,
} from '../../src/schemas/index.ts';

const query = withText(movementsOptions, { from: instantText, to: civilDateText({ timeZone: 'Europe/Berlin' }) });

describe('withText', () => {
  test('reads fields that are text, each by its own format, and hands the others on', () => {
    const given = { period: 'month', timeZone: 'UTC', from: '1970-01-01T00:00:01Z', to: '1970-01-03' } as const;
    expect(query.parse(given)).toEqual({ ...given, from: 1000, to: 2 * 86_400_000 - 3_600_000 });
  });

  test('a field that may be left out still may, and then is not there', () => {
    expect(query.parse({ period: 'month' })).toEqual({ period: 'month' });
    expect(Object.keys(query.parse({ period: 'month' }))).toEqual(['period']);
  });

  test('a field that is needed still is', () => {
    const index = withText(periodIndexOptions, { from: instantText });
    const { error } = index.safeParse({ period: 'month', to: 5 });
    expect(error!.issues.map(({ path, message }) => [path, message])).toEqual([
      [['from'], 'must be a valid Date or whole milliseconds since 1970'],
    ]);
  });

  test('takes text only, in those fields', () => {
    for (const from of [0, new Date(0), null, '0', '1970-01-01']) {
      const [issue, ...more] = query.safeParse({ period: 'month', from }).error!.issues;
      expect([issue!.path, more]).toEqual([['from'], []]);
      expect(issue!.message).toMatch(/^must be an instant such as/);
    }
  });

  test('refuses what the schema refuses: an unknown field, a reversed interval, what is no record', () => {
    const refused = (given: unknown) => query.safeParse(given).error!.issues.map(({ message }) => message);
    expect(refused({ period: 'month', form: '1970-01-01T00:00:01Z' })[0]).toMatch(/received "form"$/);
    const reversed = { period: 'month', from: '1970-01-05T00:00:00Z', to: '1970-01-02' };
    expect(refused(reversed)[0]).toMatch(/"to" must be at or after "from"/);
    for (const given of [null, 5, 'text', [], undefined]) expect(refused(given)).toEqual(['must be an object']);
  });

  test('figures of a form, all of them text, are the figures', () => {
    const form = withText(churnCounts, { customersAtStart: decimalText, lostCustomers: decimalText });
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (customersAtStart, lostCustomers) => {
        const text = { customersAtStart: String(customersAtStart), lostCustomers: String(lostCustomers) };
        const { success, data } = form.safeParse(text);
        expect(success).toBe(lostCustomers <= customersAtStart);
        if (success) expect(data).toEqual({ customersAtStart, lostCustomers });
      }),
    );
  });

  test('nests in classic zod, and changes nothing of the schema given', () => {
    const row = z.object({ counts: withText(retentionCounts, { newCustomers: decimalText }) });
    const counts = { customersAtStart: 200, customersAtEnd: 210, newCustomers: '40' };
    expect(row.parse({ counts })).toEqual({ counts: { ...counts, newCustomers: 40 } });
    expect(retentionCounts.safeParse(counts).success).toBe(false);
  });
});
