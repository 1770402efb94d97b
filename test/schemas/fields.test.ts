import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventLog } from '../../src/log/eventLog.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { attributeValue, billingInput, customerId, instant, period, weekday } from '../../src/schemas/index.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { isTaken } from './pair.ts';

class OwnDate extends Date {}

const event = { customer: 'ada', at: 5, plan: null };
const tenure = { customer: 'ada', from: 5, to: null };

/** Each schema of one value, with a log or a calendar that takes the value. */
const KINDS = {
  customerId: {
    schema: customerId,
    call: (value: never) => eventLog([{ ...event, customer: value }], { customer: 'customer', at: 'at' }),
    values: ['ada', 7, 1.5, -0, '', ' ', Number.NaN, Infinity, 5n, 'x'.repeat(1000)],
  },
  attributeValue: {
    schema: attributeValue,
    call: (value: never) =>
      eventLog([{ ...event, plan: value }], { customer: 'customer', at: 'at', attributes: { plan: 'plan' } }),
    values: ['', 'S', 0, -1.5, true, false, null, undefined, Number.NaN, Infinity, 5n],
  },
  instant: {
    schema: instant,
    call: (value: never) => eventLog([{ ...event, at: value }], { customer: 'customer', at: 'at' }),
    values: [
      ...[
        0,
        -0,
        5,
        -5,
        8.64e15,
        -8.64e15,
        8.64e15 + 1,
        -8.64e15 - 1,
        2 ** 53,
        0.5,
        Number.NaN,
        Infinity,
        '0',
        '2024-03-31',
      ],
      ...[new Date(0), new OwnDate(5), runInNewContext('new Date(5)'), new Date(Number.NaN), { getTime: () => 5 }],
    ],
  },
  billingInput: {
    schema: billingInput,
    call: (value: never) =>
      tenureLog(
        [{ ...tenure, billing: value }],
        { customer: 'customer', from: 'from', to: 'to', billing: 'billing' },
        { asOf: 9 },
      ),
    values: [
      ...['day', 'week', 'month', 'quarter', 'year', 'Month', 'fortnight', '', 'toString'],
      ...[
        { every: 3, period: 'month' },
        { every: 1, period: 'day', more: 1 },
        { every: 0, period: 'month' },
      ],
      ...[{ every: 1.5, period: 'month' }, { every: 3, period: 'fortnight' }, { every: '3', period: 'month' }, {}],
    ],
  },
  period: {
    schema: period,
    call: (value: never) => periodStart(0, { period: value }),
    // Fiscal periods are accepted beside their calendar only, which is the options' to say.
    values: ['hour', 'day', 'week', 'month', 'quarter', 'year', 'Day', 'minute', ''],
  },
  weekday: {
    schema: weekday,
    call: (value: never) => periodStart(0, { period: 'week', weekStartsOn: value ?? ('' as never) }),
    values: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'Monday', 'mon', 1],
  },
};

describe.each(Object.entries(KINDS))('the schema %s', (_, { schema, call, values }) => {
  test('accepts exactly what a log or a calendar accepts in its place, and gives it out as it came in', () => {
    const results = [...values, ...HOSTILE_VALUES.map(([, value]) => value)].map((value) => {
      const { success, data } = schema.safeParse(value);
      expect(success, String(typeof value)).toBe(isTaken(call, value));
      if (success) expect(data).toBe(value);
      return success;
    });
    expect(new Set(results)).toEqual(new Set([true, false]));
  });

  test('and of anything else', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
        expect(schema.safeParse(value).success).toBe(isTaken(call, value));
      }),
    );
  });

  test('says its rule for whatever it refuses', () => {
    for (const [, value] of HOSTILE_VALUES)
      for (const { message } of schema.safeParse(value).error?.issues ?? []) expect(message).toMatch(/^must be ./);
  });

  test('nests in an object of classic zod', () => {
    const [first] = values;
    expect(z.object({ field: schema }).parse({ field: first })).toEqual({ field: first });
  });
});
