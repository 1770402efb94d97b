import { describe, expect, test } from 'vitest';
import * as room from '../../src/segments/index.ts';
import { segments as samples } from '../robustness/samples/segments.ts';

type Call = (...values: unknown[]) => unknown;

/** Freezes everything within reach but typed arrays, which cannot be frozen. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

/** What within a value is not plain data: classes, functions, infinite numbers. */
function oddities(value: unknown): unknown[] {
  if (typeof value === 'number') return Math.abs(value) === Infinity ? [value] : [];
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? [value] : [];
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  const isColumn = value instanceof Float64Array || value instanceof Int32Array;
  return [...(isPlain || isColumn ? [] : [value]), ...Object.values(value).flatMap(oddities)];
}

const functions = Object.entries(room).filter(([, value]) => typeof value === 'function') as [string, Call][];

test('every function of the room has a sample', () => {
  expect(Object.keys(samples).sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each(functions)('%s', (name, call) => {
  test('takes frozen arguments, leaves them as they were, and gives the same twice, as plain data', () => {
    const given = deepFreeze(structuredClone(samples[name]!));
    const before = structuredClone(given);
    const found = call(...given);
    expect(given).toStrictEqual(before);
    expect(call(...given)).toStrictEqual(found);
    expect(oddities(found)).toEqual([]);
  });
});
