import { describe, expect, test } from 'vitest';
import { type MeasuredValues, riskIndicator } from '../../src/risk/riskIndicator.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';

const map = { kind: 'linear', safe: 0, risky: 10 } as const;
const options = { asOf: 1000, name: 'seats', map };
const measured: MeasuredValues = { customers: ['ada', 'bob', 'cyd'], values: [5, Number.NaN, 20] };

describe('riskIndicator', () => {
  test('takes the values as they are, observed at asOf', () => {
    expect(riskIndicator(measured, options)).toEqual({
      customers: ['ada', 'bob', 'cyd'],
      value: Float64Array.of(5, Number.NaN, 20),
      risk: Float64Array.of(0.5, Number.NaN, 1),
      observedAt: Float64Array.of(1000, Number.NaN, 1000),
      definition: { name: 'seats', kind: 'custom', asOf: 1000, map, settings: {} },
    });
  });

  test('takes when they were observed, by dates or milliseconds; of a missing value it is not looked at', () => {
    const { observedAt } = riskIndicator({ ...measured, observedAt: [new Date(10), 99_999, 1000] }, options);
    expect([...observedAt]).toEqual([10, Number.NaN, 1000]);
    const typed = riskIndicator({ ...measured, observedAt: Float64Array.of(10, Number.NaN, 20) }, options);
    expect([...typed.observedAt]).toEqual([10, Number.NaN, 20]);
  });

  test('copies its columns, and takes typed arrays and frozen lists', () => {
    const values = Float64Array.of(5, 2);
    const observedAt = Float64Array.of(7, 8);
    const found = riskIndicator({ customers: [1, 2], values, observedAt }, options);
    values.fill(9);
    observedAt.fill(9);
    expect([...found.value, ...found.observedAt, ...found.risk]).toEqual([5, 2, 7, 8, 0.5, 0.2]);
    expect(riskIndicator(deepFrozen(measured), deepFrozen(options))).toEqual(riskIndicator(measured, options));
  });

  test('is of nobody where there is nobody', () => {
    expect(riskIndicator({ customers: [], values: [] }, options).risk).toEqual(new Float64Array(0));
  });
});

describe('riskIndicator refuses', () => {
  const ask = (own: object, more: object = {}) =>
    refusalOf(() => riskIndicator({ ...measured, ...own } as never, { ...options, ...more } as never));

  test('values that are no numbers, by their place', () => {
    expect(ask({ values: [1, Infinity, 2] }).message).toBe(
      'riskIndicator: "measured.values[1]" must be a finite number, or NaN where it is missing; received Infinity',
    );
    for (const wrong of [null, undefined, '5', -Infinity, 5n])
      expect(ask({ values: [wrong, 1, 2] })).toMatchObject({ code: 'not-a-number', path: ['measured', 'values', 0] });
    expect(ask({ values: 'abc' }).code).toBe('not-rows');
  });

  test('columns that are shorter or longer than the customers', () => {
    expect(ask({ values: [1, 2] }).message).toBe(
      'riskIndicator: "measured.values" must be as long as "customers" (3); received 2',
    );
    expect(ask({ observedAt: [1, 2, 3, 4] })).toMatchObject({
      code: 'length-mismatch',
      path: ['measured', 'observedAt'],
    });
    expect(ask({ customers: [1, 2] }).code).toBe('length-mismatch');
  });

  test('what was observed after asOf, or at no instant', () => {
    expect(ask({ observedAt: [1001, 0, 0] }).message).toBe(
      'riskIndicator: "measured.observedAt[0]" must be at or before "asOf" (1970-01-01T00:00:01.000Z); received 1970-01-01T00:00:01.001Z',
    );
    for (const wrong of [Number.NaN, undefined, null, 0.5, '2025-01-01', new Date(Number.NaN)])
      expect(ask({ observedAt: [0, 0, wrong] })).toMatchObject({
        code: 'not-an-instant',
        path: ['measured', 'observedAt', 2],
      });
    expect(ask({ observedAt: new Map() }).code).toBe('not-rows');
  });

  test('customers that are no ids, each once', () => {
    expect(ask({ customers: ['ada', 'bob', 'ada'] })).toMatchObject({
      code: 'duplicate-id',
      path: ['measured', 'customers', 2],
    });
    expect(ask({ customers: [3, 2, Number.NaN] }).code).toBe('not-an-id');
    expect(ask({ customers: [1, 1, 2] }).code).toBe('duplicate-id');
    expect(ask({ customers: Int32Array.of(1, 2, 3) }).code).toBe('not-rows');
  });

  test('no name and no map: there is none that it could have', () => {
    expect(ask({}, { name: undefined })).toMatchObject({ code: 'not-a-text', path: ['name'] });
    expect(ask({}, { name: '' }).message).toBe('riskIndicator: "name" must be a text that is not empty; received ""');
    expect(ask({}, { map: undefined })).toMatchObject({ code: 'not-a-record', path: ['map'] });
    expect(ask({}, { weight: 2 }).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s as what was measured', (_, value) => {
    expect(refusalOf(() => riskIndicator(value as never, options)).metric).toBe('riskIndicator');
  });
});
