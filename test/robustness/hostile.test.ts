import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInputError } from '../../src/core/errors.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { type Call, functionsOf } from './functionsOf.ts';
import { POOL, SAMPLES } from './samples.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
/** Schemas, charts and the like have tests of their own: they refuse in their own way. */
const FACES = ['schemas', 'charts', 'sql', 'catalogue'];

const folders = readdirSync(SRC).filter((name) => !FACES.includes(name) && existsSync(join(SRC, name, 'index.ts')));

const FUNCTIONS: [string, Call][] = [];
for (const folder of folders) FUNCTIONS.push(...functionsOf(folder, await import(join(SRC, folder, 'index.ts'))));

/** What is wrong with an outcome; undefined where it is a value, or an InputError that names the function called. */
function fault(name: string, call: Call, values: readonly unknown[]): string | undefined {
  try {
    call(...values);
  } catch (error) {
    if (!isInputError(error)) return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
    if (!name.endsWith(`.${error.metric}`)) return `it names ${error.metric}`;
  }
  return undefined;
}

/** The argument lists into which a hostile value is put, place by place. */
function listsOf(name: string, call: Call): (readonly unknown[])[] {
  const sample = SAMPLES[name];
  if (sample !== undefined) return [sample];
  const places = Math.max(2, call.length);
  return POOL.map((value) => [value, ...new Array(places - 1).fill(undefined)]);
}

function replaced(list: readonly unknown[], place: number, value: unknown): unknown[] {
  return list.map((own, at) => (at === place ? value : own));
}

/** Logs and period indexes are made by the library only: what is within them is not the caller's to write. */
function isOpaque(value: object): boolean {
  return 'offsets' in value || 'boundaries' in value || ArrayBuffer.isView(value);
}

/** Copies of a value, each with something within it made hostile, down to a few steps. */
function* spoilt(value: unknown, hostile: unknown, depth = 6): Generator<unknown> {
  if (typeof value !== 'object' || value === null || isOpaque(value) || depth === 0) return;
  const copy = (key: string, inner: unknown) =>
    Array.isArray(value) ? Object.assign(value.slice(), { [key]: inner }) : { ...value, [key]: inner };
  if (!Array.isArray(value)) yield copy('surplus', hostile);
  for (const [key, own] of Object.entries(value)) {
    yield copy(key, hostile);
    for (const inner of spoilt(own, hostile, depth - 1)) yield copy(key, inner);
  }
}

test('there are functions to call, and more than 40 hostile values', () => {
  expect(folders).toEqual(expect.arrayContaining(['log', 'rates', 'statistics', 'time']));
  expect(FUNCTIONS.length).toBeGreaterThan(35);
  expect(HOSTILE_VALUES.length).toBeGreaterThan(40);
});

test('no sample is of a function that is no more', () => {
  const names = FUNCTIONS.map(([name]) => name);
  expect(Object.keys(SAMPLES).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(Object.keys(SAMPLES))(
  'the sample of %s is in order, so that it reaches what lies behind the checks',
  (name) => {
    const [, call] = FUNCTIONS.find(([own]) => own === name)!;
    expect(() => call(...SAMPLES[name]!)).not.toThrow();
  },
);

describe.each(FUNCTIONS)('%s', (name, call) => {
  test('gives a value or its own InputError, whatever an argument is', () => {
    const faults = new Set<string>();
    for (const list of listsOf(name, call))
      for (const [kind, hostile] of HOSTILE_VALUES)
        for (let place = 0; place < list.length; place++) {
          const found = fault(name, call, replaced(list, place, hostile));
          if (found !== undefined) faults.add(`${kind} as argument ${place}: ${found}`);
        }
    expect([...faults]).toEqual([]);
  });

  test('gives a value or its own InputError, whatever stands within an argument', () => {
    const faults = new Set<string>();
    for (const list of listsOf(name, call))
      for (const [kind, hostile] of HOSTILE_VALUES)
        for (let place = 0; place < list.length; place++)
          for (const argument of spoilt(list[place], hostile)) {
            const found = fault(name, call, replaced(list, place, argument));
            if (found !== undefined) faults.add(`${kind} within argument ${place}: ${found}`);
          }
    expect([...faults]).toEqual([]);
  });

  test('gives a value or its own InputError for anything at all', () => {
    const [list] = listsOf(name, call) as [readonly unknown[]];
    const anything = fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true });
    const runs = process.env.TENURE_LONG === undefined ? 50 : 5000;
    fc.assert(
      fc.property(anything, fc.nat(list.length - 1), (value, place) => {
        expect(fault(name, call, replaced(list, place, value))).toBeUndefined();
        expect(fault(name, call, [value, value, value])).toBeUndefined();
      }),
      { numRuns: runs },
    );
  });

  test('gives a value or its own InputError without any argument', () => {
    expect(fault(name, call, [])).toBeUndefined();
  });
});
