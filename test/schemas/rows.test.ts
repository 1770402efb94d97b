import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z as classic } from 'zod';
import * as z from 'zod/mini';
import { isInputError } from '../../src/core/errors.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import {
  attributeValue,
  civilDateText,
  decimalText,
  eventRow,
  instantText,
  openWhenEmpty,
  tenureRow,
} from '../../src/schemas/index.ts';
import { runs } from '../laws/runs.ts';

const ids = fc.constantFrom<unknown[]>('ada', 7, 1.5, '', null, undefined, Number.NaN, {});
const instants = fc.constantFrom<unknown[]>(0, 5, 1000, new Date(0), new Date(Number.NaN), 0.5, '2024-03-31', null);
const ends = fc.oneof(instants, fc.constantFrom(Infinity, 2000, 8.64e15));
const amounts = fc.constantFrom<unknown[]>(0, -5, 29.3, Number.NaN, Infinity, '5', null, undefined);
const words = fc.constantFrom<unknown[]>('EUR', 'order', '', 5, null, undefined, {});
const values = fc.constantFrom<unknown[]>('S', '', 5, true, null, undefined, {}, Number.NaN);
const billings = fc.constantFrom<unknown[]>('month', { every: 3, period: 'month' }, { every: 0, period: 'month' }, 'x');

/** Whether a log of this one row is built; rules about a whole row pass. */
function isBuilt(build: () => unknown): boolean {
  try {
    build();
    return true;
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.issues.every(({ code }) => code === 'reversed-interval');
  }
}

/** The fields that a row has, as fields of its log; a field that is there but undefined is as if it were not. */
function fieldsOf(row: object, own: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => own.includes(name) && value !== undefined)
      .map(([name]) => [name, name]),
  );
}

/** Records of some fields, in which most fields are as they should be. */
function anyRow(fields: Record<string, readonly [good: unknown, other: fc.Arbitrary<unknown>]>) {
  const some = Object.entries(fields).map(([name, [good, other]]) => [
    name,
    fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other }),
  ]);
  return fc.record(Object.fromEntries(some), { requiredKeys: [] });
}

describe('eventRow', () => {
  const OWN = ['customer', 'at', 'amount', 'name', 'currency', 'id'];
  const rows = anyRow({
    ...{ customer: ['ada', ids], at: [5, instants], amount: [29.3, amounts], name: ['order', words] },
    ...{ currency: ['EUR', words], id: [1, ids] },
  });

  test('accepts exactly the rows that an event log is built from, field by field', () => {
    const found = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(rows, (row) => {
        const { success, data } = eventRow.safeParse(row);
        // What is needed is asked for whether it is there or not.
        const fields = { ...fieldsOf(row, OWN), customer: 'customer', at: 'at' };
        expect(success).toBe(isBuilt(() => eventLog([row], fields as never, { refunds: 'keep' })));
        if (success) expect(data).toEqual(row);
        found[success ? 'taken' : 'refused']++;
      }),
      runs(2000),
    );
    expect(Math.min(found.taken, found.refused)).toBeGreaterThan(50);
  });

  test('goes into an event log with its fields by the same names', () => {
    const row = z.required(eventRow, { amount: true, name: true, currency: true, id: true });
    const parsed = z.array(row).parse([
      { customer: 'bob', at: 2000, amount: 5, name: 'order', currency: 'EUR', id: 2 },
      { customer: 'ada', at: new Date(1000), amount: 7, name: 'visit', currency: 'EUR', id: 1 },
    ]);
    const log = eventLog(parsed, {
      ...{ customer: 'customer', at: 'at', amount: 'amount', name: 'name', currency: 'currency', id: 'id' },
    });
    expect(log.customers).toEqual(['bob', 'ada']);
    expect([...log.at]).toEqual([2000, 1000]);
    expect([...log.amount!]).toEqual([5, 7]);
    expect(log.ids).toEqual([2, 1]);
  });

  test('is extended by fields of the caller in zod mini and in classic zod, which agree', () => {
    const mini = z.extend(eventRow, { plan: z.string() });
    const nested = classic.object({ ...eventRow.shape, plan: classic.string() });
    const row = { customer: 'ada', at: 5, plan: 'S' };
    for (const schema of [mini, nested]) {
      expect(schema.parse(row)).toEqual(row);
      expect(schema.parse({ ...row, unasked: 1 })).toEqual(row);
      expect(schema.safeParse({ customer: 'ada', at: 5 }).success).toBe(false);
      const log = eventLog([schema.parse(row)], {
        ...{ customer: 'customer', at: 'at', attributes: { plan: 'plan' } },
      });
      expect(log.attributes[0]!.values).toEqual(['S']);
    }
  });

  test('takes text where its fields are replaced by those of a format', () => {
    const row = z.extend(z.pick(eventRow, { customer: true }), {
      at: civilDateText({ timeZone: 'Europe/Berlin' }),
      amount: decimalText,
      plan: attributeValue,
    });
    const parsed = row.parse({ customer: '0042', at: '2024-07-01', amount: '29.30', plan: 'S' });
    expect(parsed).toEqual({ customer: '0042', at: Date.UTC(2024, 5, 30, 22), amount: 29.3, plan: 'S' });
    const { error } = z.array(row).safeParse([{ customer: '', at: '1.7.2024', amount: '5', plan: 'S' }]);
    expect(error!.issues.map(({ path, message }) => [path, message])).toEqual([
      [[0, 'customer'], 'must be a text that is not empty or a finite number'],
      [[0, 'at'], 'must be a date such as 2024-03-31'],
    ]);
  });

  test('a field that was made needed is refused where it is missing', () => {
    const row = z.required(eventRow, { amount: true });
    expect(row.safeParse({ customer: 'ada', at: 5 }).success).toBe(false);
    expect(row.safeParse({ customer: 'ada', at: 5, amount: undefined }).success).toBe(false);
    expect(row.parse({ customer: 'ada', at: 5, amount: 0 })).toEqual({ customer: 'ada', at: 5, amount: 0 });
  });

  test('is plain enough for a JSON Schema, but for dates', () => {
    const { properties, required } = classic.toJSONSchema(eventRow, { unrepresentable: 'any' });
    expect([Object.keys(properties!), required]).toEqual([OWN, ['customer', 'at']]);
  });
});

describe('tenureRow', () => {
  const OWN = ['customer', 'from', 'to', 'amount', 'billing', 'currency', 'status', 'reason', 'id'];
  const rows = anyRow({
    ...{ customer: ['ada', ids], from: [5, instants], to: [null, ends], amount: [29.3, amounts] },
    ...{ billing: ['month', billings], currency: ['EUR', words], status: ['open', values], reason: [null, values] },
    id: [1, ids],
  }).filter((row) => 'to' in row && row.to !== undefined);

  test('accepts exactly the rows that a tenure log is built from, field by field', () => {
    const found = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(rows, (row) => {
        const { success, data } = tenureRow.safeParse(row);
        const fields = { ...fieldsOf(row, OWN), customer: 'customer', from: 'from', to: 'to' };
        expect(success).toBe(isBuilt(() => tenureLog([row], fields as never, { asOf: 9000 })));
        if (success) expect(data).toEqual(row);
        found[success ? 'taken' : 'refused']++;
      }),
      runs(2000),
    );
    expect(Math.min(found.taken, found.refused)).toBeGreaterThan(50);
  });

  test('wants the end of a tenure said: null or Infinity where it is open, never left out', () => {
    const open = { customer: 'ada', from: 5 };
    expect(tenureRow.safeParse({ ...open, to: null }).success).toBe(true);
    expect(tenureRow.safeParse({ ...open, to: Infinity }).success).toBe(true);
    for (const row of [open, { ...open, to: undefined }, { ...open, to: -Infinity }, { ...open, end: null }])
      expect(tenureRow.safeParse(row).error!.issues.map(({ path, message }) => [path, message])).toEqual([
        [['to'], 'must be a valid Date or whole milliseconds since 1970, or null where the tenure is open'],
      ]);
  });

  test('an end before the start is the log’s to refuse, which knows the row', () => {
    const row = tenureRow.parse({ customer: 'ada', from: 5, to: 4 });
    expect(() => tenureLog([row], { customer: 'customer', from: 'from', to: 'to' }, { asOf: 9 })).toThrow(
      'tenureLog: "rows[0].to" must be at or after its start',
    );
  });

  test('goes into a tenure log from text, with open ends and fields of the caller', () => {
    const row = z.extend(z.required(tenureRow, { amount: true, billing: true }), {
      ...{ from: instantText, to: openWhenEmpty(instantText), amount: decimalText, market: z.string() },
    });
    const parsed = z.array(row).parse([
      {
        ...{ customer: 'ada', from: '2024-01-05T00:00:00Z', to: '', amount: '29.30' },
        ...{ billing: { every: 3, period: 'month' }, market: 'DE' },
      },
      {
        ...{ customer: 'bob', from: '2024-01-07T00:00:00Z', to: '2024-03-07T00:00:00+01:00', amount: '5' },
        ...{ billing: 'month', market: 'FR' },
      },
    ]);
    const log = tenureLog(
      parsed,
      {
        ...{ customer: 'customer', from: 'from', to: 'to', amount: 'amount', billing: 'billing' },
        attributes: { market: 'market' },
      },
      { asOf: Date.UTC(2024, 5, 1) },
    );
    expect([...log.to]).toEqual([Infinity, Date.UTC(2024, 2, 6, 23)]);
    expect([...log.amount!]).toEqual([29.3, 5]);
    expect(log.billing!.values).toEqual([
      { every: 3, period: 'month' },
      { every: 1, period: 'month' },
    ]);
  });
});
