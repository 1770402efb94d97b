import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPeriodOptions, events } from '../cohorts/cohortOracle.ts';
import { tenures } from '../rates/movementOracle.ts';
import { deepFrozen } from './deepFrozen.ts';
import { anyRows, FRACTIONS, leavesOf, results, resultsOf } from './results.ts';
import { runs } from './runs.ts';

test('results are plain data: they go through JSON, NaN as null and what is undefined left out', () => {
  fc.assert(
    fc.property(anyRows(FRACTIONS), anyPeriodOptions, (rows, options) => {
      const expected = leavesOf(results(rows, options))
        .filter(([, leaf]) => leaf !== undefined)
        .map(([path, leaf]) => [path, Number.isNaN(leaf) ? null : leaf]);
      const found = leavesOf(JSON.parse(JSON.stringify(results(rows, options))));
      expect(found).toEqual(expected);
    }),
    runs(30),
  );
});

test('results hold no class, no function, no infinite number and no -0', () => {
  fc.assert(
    fc.property(anyRows(FRACTIONS), anyPeriodOptions, (rows, options) => {
      const odd: unknown[] = [];
      const walk = (value: unknown): void => {
        const isRecord = typeof value === 'object' && value !== null;
        const prototype = isRecord ? Object.getPrototypeOf(value) : undefined;
        if (typeof value === 'function' || typeof value === 'bigint') odd.push(value);
        if (Math.abs(value as number) === Infinity || Object.is(value, -0)) odd.push(value);
        if (isRecord && prototype !== Object.prototype && prototype !== Array.prototype) odd.push(value);
        if (isRecord) for (const inner of Object.values(value)) walk(inner);
      };
      walk(results(rows, options));
      expect(odd).toEqual([]);
    }),
    runs(30),
  );
});

test('frozen rows, logs and options give the same, and nothing that was passed in is changed', () => {
  fc.assert(
    fc.property(anyRows(FRACTIONS), anyPeriodOptions, (rows, options) => {
      const orders = deepFrozen(events(deepFrozen(rows.orders)));
      const memberships = deepFrozen(tenures(deepFrozen(rows.tenures), rows.asOf));
      const before = structuredClone([orders, memberships]);
      const found = resultsOf(orders, memberships, deepFrozen(options));
      expect(leavesOf(found)).toEqual(leavesOf(results(structuredClone(rows), { ...options })));
      expect([orders, memberships]).toStrictEqual(before);
    }),
    runs(30),
  );
});

test('two calls give the same, bit by bit, and share no record that a caller could change', () => {
  fc.assert(
    fc.property(anyRows(FRACTIONS), anyPeriodOptions, (rows, options) => {
      const orders = events(rows.orders);
      const memberships = tenures(rows.tenures, rows.asOf);
      const one = resultsOf(orders, memberships, options);
      const other = resultsOf(orders, memberships, options);
      expect(one).toStrictEqual(other);
      expect(one.table.definition).not.toBe(other.table.definition);
      expect(one.curve.definition).not.toBe(one.table.definition);
    }),
    runs(30),
  );
});
