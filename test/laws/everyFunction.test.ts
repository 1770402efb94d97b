// What holds of every function of the rooms and of statistics, tried on the arguments of test/robustness/samples.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Call, functionsOf } from '../robustness/functionsOf.ts';
import { SAMPLES } from '../robustness/samples.ts';
import { deepFrozen } from './deepFrozen.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
/** Floors of which a test of their own holds this, private ones, and faces, which are no functions of data. */
const OTHERS = ['core', 'numeric', 'time', 'log', 'schemas', 'catalogue', 'charts', 'sql'];
const FOLDERS = readdirSync(SRC).filter((name) => !name.endsWith('.ts') && !OTHERS.includes(name));

const FUNCTIONS: [name: string, call: Call][] = [];
for (const folder of FOLDERS) FUNCTIONS.push(...functionsOf(folder, await import(join(SRC, folder, 'index.ts'))));

/** The records, arrays and values within a value; a column is one thing, and its numbers are others. */
function* partsOf(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* partsOf(inner);
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
const recordsOf = (value: unknown): object[] => [...partsOf(value)].filter(isRecord);

/** Columns of a log in a sample hold Infinity and functions; a sample is copied but for its functions. */
function copyOf(value: unknown): unknown {
  if (!isRecord(value) || ArrayBuffer.isView(value)) return ArrayBuffer.isView(value) ? structuredClone(value) : value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

const PLAIN: unknown[] = [Object.prototype, Array.prototype, Float64Array.prototype, Int32Array.prototype];

test('every function has a sample', () => {
  expect(FUNCTIONS.length).toBeGreaterThan(60);
  expect(FUNCTIONS.map(([name]) => name).filter((name) => !(name in SAMPLES))).toEqual([]);
});

describe.each(FUNCTIONS)('%s', (name, call) => {
  const list = SAMPLES[name]!;

  test('gives the same of frozen arguments, bit by bit, and leaves what was passed in as it was', () => {
    const before = copyOf(list);
    const frozen = deepFrozen(copyOf(list)) as readonly unknown[];
    const value = call(...frozen);
    expect(value).toStrictEqual(call(...list));
    expect(list).toStrictEqual(before);
    expect(frozen).toStrictEqual(before);
  });

  test('gives plain data: records, arrays, columns, texts, and numbers that are neither infinite nor -0', () => {
    for (const part of partsOf(call(...list))) {
      if (isRecord(part)) expect(PLAIN).toContain(Object.getPrototypeOf(part));
      else expect(['string', 'number', 'boolean', 'undefined', 'object']).toContain(typeof part);
      expect(part === Infinity || part === -Infinity || Object.is(part, -0)).toBe(false);
    }
  });

  test('two results share nothing that a caller could change, but for what was passed in', () => {
    const given = new Set(recordsOf(list));
    const first = new Set(recordsOf(call(...list)).filter((part) => !given.has(part) && !Object.isFrozen(part)));
    expect(recordsOf(call(...list)).filter((part) => first.has(part))).toEqual([]);
  });
});
