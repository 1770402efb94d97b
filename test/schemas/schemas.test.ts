import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import * as schemas from '../../src/schemas/index.ts';
import { runs } from '../laws/runs.ts';
import { anySubject, isTaken, refusal } from './pair.ts';
import { PAIRS } from './pairs.ts';

const ALL = { ...schemas } as unknown as Readonly<Record<string, ZodMiniType<object>>>;

describe.each(Object.keys(PAIRS))('the schema %s', (name) => {
  const pair = PAIRS[name]!;
  const { call, needed, optional = {}, strict = false, argument } = pair;
  const schema = ALL[name]!;
  const whole = { ...needed, ...(pair.full ?? optional) };

  test('accepts exactly what its function accepts, and gives it out as it came in', () => {
    const found = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anySubject(pair), (given) => {
        const { success, data } = schema.safeParse(given);
        expect(success).toBe(isTaken(call, given));
        if (success) expect(data).toEqual(given);
        found[success ? 'taken' : 'refused']++;
      }),
      runs(400),
    );
    expect(Math.min(found.taken, found.refused)).toBeGreaterThan(10);
  });

  test('accepts the subject alone and with all that is optional, frozen, and changes nothing', () => {
    for (const given of [needed, whole]) {
      const frozen = Object.freeze({ ...given });
      expect(schema.parse(frozen)).toEqual(given);
      expect(isTaken(call, frozen)).toBe(true);
    }
  });

  test('accepts and refuses as its function records that are not plain', () => {
    class Record {}
    const made = [Object.assign(new Record(), whole), Object.assign(Object.create(null), whole)];
    for (const given of made) expect(schema.safeParse(given).success).toBe(isTaken(call, given));
  });

  test('refuses what is no record, though a function takes any object for options without a field', () => {
    for (const given of [undefined, null, 5, 'text', () => whole, Symbol('s'), 5n, [], [1, 2]]) {
      const issues = schema.safeParse(given).error!.issues;
      expect(issues.map(({ path, message }) => [path, message])).toEqual([[[], 'must be an object']]);
    }
  });

  test('says for every issue where it is and what is wrong', () => {
    // What is wrong with the whole record has no place in it; columns of the caller's own go by their own names.
    const places = [...Object.keys({ ...needed, ...optional }), ...(argument === undefined ? [] : [undefined])];
    const fieldsOf = (place: PropertyKey | undefined): unknown[] =>
      typeof place === 'string' ? place.split(/ [-+] /) : [place];
    fc.assert(
      fc.property(anySubject(pair), (given) => {
        for (const { path, message, code } of schema.safeParse(given).error?.issues ?? []) {
          if (code !== 'unrecognized_keys' && argument !== 'columns')
            for (const field of fieldsOf(path[0])) expect(places).toContain(field);
          expect(message).toMatch(/must be/);
        }
      }),
      runs(200),
    );
  });

  test('passes the sentence of its function on', () => {
    // The name of the function stands before the colon: of options that several take, the schema's own does.
    const words = (sentence = '') => sentence.slice(sentence.indexOf(':')).replace(/ to (6|100);/, '');
    fc.assert(
      fc.property(anySubject(pair), (given) => {
        const [issue, ...more] = schema.safeParse(given).error?.issues ?? [];
        if (issue?.code !== 'custom' || !issue.message.includes('received') || more.length > 0) return;
        expect(words(issue.message)).toBe(words(refusal(call, given)));
      }),
      runs(200),
    );
  });

  test('nests in an object of classic zod, which adds to the path', () => {
    const row = z.object({ month: z.string(), figures: schema });
    expect(row.parse({ month: '2024-03', figures: whole })).toEqual({ month: '2024-03', figures: whole });
    const { error } = z.array(row).safeParse([{ month: '2024-03', figures: null }]);
    expect(error!.issues[0]!.path.slice(0, 2)).toEqual([0, 'figures']);
  });

  test('is a Standard Schema', async () => {
    const { validate, vendor, version } = schema['~standard'];
    expect([vendor, version]).toEqual(['zod', 1]);
    expect(await validate(needed)).toEqual({ value: needed });
    expect((await validate(null)).issues).toHaveLength(1);
  });

  test('as JSON Schema has its fields; what JSON has not, zod refuses to write unless told', () => {
    if (pair.beyondJson) expect(() => z.toJSONSchema(schema)).toThrow('cannot be represented in JSON Schema');
    const { type, properties, required, additionalProperties } = z.toJSONSchema(schema, { unrepresentable: 'any' });
    expect([type, required ?? [], Object.keys(properties!).sort()]).toEqual([
      ...['object', Object.keys(needed), Object.keys({ ...needed, ...optional }).sort()],
    ]);
    expect(additionalProperties === false).toBe(strict);
    if (!pair.beyondJson) expect(z.toJSONSchema(schema).properties).toEqual(properties);
  });
});

const STRICT = Object.keys(PAIRS).filter((name) => PAIRS[name]!.strict);

test.each(STRICT)('%s refuses a field that is not known, by name, and says which are', (name) => {
  const { call, needed } = PAIRS[name]!;
  const schema = ALL[name]!;
  const given = { ...needed, misspelt: 1 };
  const [issue, ...more] = schema.safeParse(given).error!.issues;
  const { properties } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  const known = Object.keys(properties!).map((field) => `"${field}"`);
  expect(issue!.message).toBe(`must be made of ${known.join(', ')}; received "misspelt"`);
  expect(more).toEqual([]);
  expect(isTaken(call, given)).toBe(false);
});

describe('schemas', () => {
  test('a field named like the prototype stays a field and changes nothing', () => {
    const given = JSON.parse('{"__proto__":{"customersAtStart":1},"customersAtEnd":1,"newCustomers":1}');
    expect(schemas.retentionCounts.safeParse(given).success).toBe(false);
    const whole = JSON.parse('{"__proto__":{"x":1},"customersAtStart":1,"customersAtEnd":1,"newCustomers":0}');
    expect(Object.getPrototypeOf(schemas.retentionCounts.parse(whole))).toBe(Object.prototype);
  });

  test('an error that is no refusal of the function goes through', () => {
    const trap = {
      customersAtStart: 1,
      get lostCustomers(): number {
        throw new TypeError('the getter of the caller');
      },
    };
    expect(() => schemas.churnCounts.safeParse(trap)).toThrow('the getter of the caller');
  });

  test('what is no number is refused with the rule, not only as invalid', () => {
    const given = { customersAtStart: '5', customersAtEnd: 5, newCustomers: 0 };
    const messages = schemas.retentionCounts.safeParse(given).error?.issues.map(({ message }) => message);
    expect(messages).toEqual(['must be a finite number']);
  });

  test('options that span what their function would not lay out are refused as it refuses them, at no cost', () => {
    const day = { period: 'day', from: 0, to: 8.64e15 - 1 };
    const [issue] = schemas.periodIndexOptions.safeParse(day).error!.issues;
    expect([issue!.path, issue!.message]).toEqual([['to'], refusal(PAIRS.periodIndexOptions!.call, day)]);
    expect(schemas.movementsOptions.safeParse(day).error!.issues[0]!.path).toEqual(['to']);
    expect(schemas.periodIndexOptions.safeParse({ ...day, period: 'year', to: 8.6e15 }).success).toBe(true);
  });

  test.each(['periodIndexOptions', 'movementsOptions', 'cohortTableOptions', 'movementOptions'])(
    'at the ends of time %s accepts what its function accepts',
    (name) => {
      for (const at of [-8.64e15, -8.64e15 + 3.6e6, 8.64e15 - 3.6e6, 8.64e15])
        for (const period of ['day', 'week', 'month', 'year'])
          for (const timeZone of ['UTC', 'Europe/Berlin', 'America/New_York']) {
            const calendar = name === 'movementOptions' ? {} : { period, timeZone };
            const given = { ...calendar, ...(name === 'cohortTableOptions' ? { asOf: at } : { from: at, to: at }) };
            expect(ALL[name]!.safeParse(given).success).toBe(isTaken(PAIRS[name]!.call, given));
          }
    },
  );

  test('columns of a log come out as the arrays that went in, not as copies', () => {
    const columns = { customer: Int32Array.of(7, 9), at: Float64Array.of(5, 6), attributes: { plan: ['S', 'L'] } };
    const out = schemas.eventColumns.parse(columns);
    expect(out.customer).toBe(columns.customer);
    expect(out.at).toBe(columns.at);
    expect(out.attributes).toBe(columns.attributes);
  });
});
