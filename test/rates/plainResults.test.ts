import { describe, expect, test } from 'vitest';
import * as rates from '../../src/rates/index.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { rates as samples } from '../robustness/samples/rates.ts';

type Call = (...values: readonly unknown[]) => unknown;

/** The records, arrays and values within a value. */
function* partsOf(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* partsOf(inner);
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

describe.each(Object.entries(rates).map(([name, call]) => [name, call as unknown as Call] as const))(
  '%s',
  (name, call) => {
    const list = samples[name]!;

    test('gives the same of frozen input, bit by bit, and leaves what was passed in as it was', () => {
      const before = structuredClone(list);
      const value = call(...deepFrozen(structuredClone(list)));
      expect(value).toStrictEqual(call(...list));
      expect(list).toStrictEqual(before);
    });

    test('gives plain data: records, arrays, texts, and numbers that are neither infinite nor -0', () => {
      for (const part of partsOf(call(...list))) {
        if (isRecord(part)) expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(part));
        else expect(['string', 'number', 'undefined']).toContain(typeof part);
        expect(part === Infinity || part === -Infinity || Object.is(part, -0)).toBe(false);
      }
    });

    test('shares no record with another call or with what was passed in', () => {
      const own = new Set([...partsOf(call(...list))].filter(isRecord));
      const others = [...partsOf(call(...list)), ...partsOf(list)].filter(isRecord);
      expect(others.filter((part) => own.has(part))).toEqual([]);
    });
  },
);
