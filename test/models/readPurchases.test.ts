import { describe, expect, test } from 'vitest';
import type { PurchaseHistories } from '../../src/models/purchaseTypes.ts';
import { readPurchases } from '../../src/models/readPurchases.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { MODELS } from './purchaseModels.ts';

const GOOD = { frequency: [2, 0, 2], recency: [4, 0, 4], age: [6, 6, 6] };

test('distinct rows ascend, with how many customers share each, and the unit where the data tell it', () => {
  const rows = readPurchases('metric', { ...GOOD, definition: { timeUnit: 'week' } }, false);
  expect(rows.columns.map((column) => [...column])).toEqual([
    [0, 2],
    [0, 4],
    [6, 6],
  ]);
  expect([...rows.weight]).toEqual([1, 2]);
  expect([rows.customers, rows.timeUnit]).toEqual([3, 'week']);
});

/** What no customer can be: the wrong data, and the code, path and received value of the refusal. */
const WRONG: readonly (readonly [string, object, string, readonly (string | number)[], string])[] = [
  ['a fractional frequency', { ...GOOD, frequency: [2, 0.5, 2] }, 'not-a-count', ['data', 'frequency', 1], '0.5'],
  ['a negative frequency', { ...GOOD, frequency: [-1, 0, 2] }, 'not-a-count', ['data', 'frequency', 0], '-1'],
  [
    'a frequency that is no number',
    { ...GOOD, frequency: [2, 0, Number.NaN] },
    'not-a-count',
    ['data', 'frequency', 2],
    'NaN',
  ],
  ['a negative age', { ...GOOD, age: [6, -6, 6] }, 'not-a-quantity', ['data', 'age', 1], '-6'],
  ['an infinite age', { ...GOOD, age: [Infinity, 6, 6] }, 'not-a-quantity', ['data', 'age', 0], 'Infinity'],
  ['an age that is text', { ...GOOD, age: ['6', 6, 6] }, 'not-a-quantity', ['data', 'age', 0], '"6"'],
  ['a negative recency', { ...GOOD, recency: [-4, 0, 4] }, 'not-a-quantity', ['data', 'recency', 0], '-4'],
  ['a recency beyond the age', { ...GOOD, recency: [4, 0, 7] }, 'above-limit', ['data', 'recency', 2], '7'],
  ['a recency without a repeat', { ...GOOD, recency: [4, 3, 4] }, 'above-limit', ['data', 'recency', 1], '3'],
  [
    'a repeat at the first purchase',
    { ...GOOD, frequency: [1, 0, 2], recency: [0, 0, 4] },
    'below-limit',
    ['data', 'recency', 0],
    '0',
  ],
  ['columns of unequal length', { ...GOOD, age: [6, 6] }, 'length-mismatch', ['data', 'age'], '2'],
  ['a column that is missing', { frequency: [2], recency: [4] }, 'not-rows', ['data', 'age'], 'undefined'],
  ['a column that is no list', { ...GOOD, frequency: 3 }, 'not-rows', ['data', 'frequency'], '3'],
  ['a weight that is no count', { ...GOOD, weight: [1, 1.5, 1] }, 'not-a-count', ['data', 'weight', 1], '1.5'],
  ['weights too few', { ...GOOD, weight: [1] }, 'length-mismatch', ['data', 'weight'], '1'],
  ['no customer', { frequency: [], recency: [], age: [] }, 'below-limit', ['data', 'frequency'], '[]'],
];

describe.each(MODELS)('$name', ({ name, model, typical }) => {
  test.each(WRONG)('refuses %s by name and value', (_, data, code, path, received) => {
    for (const verb of ['fit', 'logLikelihood'] as const) {
      const call = () =>
        verb === 'fit' ? model.fit(data as PurchaseHistories) : model.logLikelihood(typical, data as PurchaseHistories);
      const refusal = refusalOf(call);
      // Opportunities are counted: what is no quantity is no count either.
      const known = name === 'bgBb' && code === 'not-a-quantity' ? 'not-a-count' : code;
      expect(refusal).toMatchObject({ code: known, metric: `${name}.${verb}`, path });
      if (received !== '[]') expect(refusal.received).toBe(received);
    }
  });

  test('refuses a unit of time that is no text, and a definition that is no record', () => {
    const data = { frequency: [1], recency: [2], age: [3] };
    const read = (definition: unknown) => (): unknown =>
      readPurchases('bgNbd.fit', { ...data, definition } as never, false);
    expect(read({ timeUnit: 7 })).toThrow('bgNbd.fit: "data.definition.timeUnit" must be a text');
    expect(read('week')).toThrow('bgNbd.fit: "data.definition" must be an object');
    expect(readPurchases('bgNbd.fit', { ...data, definition: {} }, false).timeUnit).toBe(undefined);
  });

  test('refuses data that stand for nobody', () => {
    const nobody = { ...GOOD, weight: [0, 0, 0] };
    expect(refusalOf(() => model.fit(nobody))).toMatchObject({ code: 'below-limit', metric: `${name}.fit` });
  });

  test('refuses what is no record at all', () => {
    for (const nothing of [undefined, null, 3, 'data'])
      expect(refusalOf(() => model.fit(nothing as never)).code).toBe('not-a-record');
  });

  test('refuses a wrong customer, parameters and options, in every verb', () => {
    const customer = { frequency: 2, recency: 4, age: 6 };
    const options = { horizon: 5, purchases: 1 };
    const verbs = {
      expectedPurchases: (law: never, one: never, more: object) =>
        model.expectedPurchases(law, one, { horizon: 5, ...more } as never),
      probabilityAlive: (law: never, one: never, more: object) => model.probabilityAlive(law, one, more as never),
      probabilityOfPurchases: (law: never, one: never, more: object) =>
        model.probabilityOfPurchases(law, one, { ...options, ...more } as never),
      discountedExpectedResidualTransactions: (law: never, one: never, more: object) =>
        model.discountedExpectedResidualTransactions(law, one, { discountRate: 0.1, ...more } as never),
      expectedPurchasesOfNewCustomer: (law: never, _: never, more: object) =>
        model.expectedPurchasesOfNewCustomer(law, { horizon: 5, ...more } as never),
      probabilityOfPurchasesOfNewCustomer: (law: never, _: never, more: object) =>
        model.probabilityOfPurchasesOfNewCustomer(law, { ...options, ...more } as never),
      discountedExpectedTransactionsOfNewCustomer: (law: never, _: never, more: object) =>
        model.discountedExpectedTransactionsOfNewCustomer(law, { discountRate: 0.1, ...more } as never),
    };
    for (const [verb, call] of Object.entries(verbs)) {
      const metric = `${name}.${verb}`;
      expect(call(typical as never, customer as never, {})).toBeGreaterThan(0);
      for (const wrong of [0, -1, Infinity, Number.NaN, '1', undefined])
        for (const parameter of Object.keys(typical)) {
          const refusal = refusalOf(() => call({ ...typical, [parameter]: wrong } as never, customer as never, {}));
          expect(refusal).toMatchObject({ code: 'not-a-quantity', metric });
          expect(refusal.path.at(-1)).toBe(parameter);
        }
      expect(refusalOf(() => call(null as never, customer as never, {}))).toMatchObject({
        code: 'not-a-record',
        metric,
      });
      const unknown = refusalOf(() => call(typical as never, customer as never, { horizn: 3 }));
      expect(unknown).toMatchObject({ code: 'unknown-option', metric });
      if (verb.endsWith('NewCustomer')) continue;
      const older = { ...customer, recency: 9 };
      expect(refusalOf(() => call(typical as never, older as never, {}))).toMatchObject({
        code: 'above-limit',
        metric,
        path: ['customer', 'recency'],
        received: '9',
      });
      expect(refusalOf(() => call(typical as never, undefined as never, {}))).toMatchObject({
        code: 'not-a-record',
        metric,
      });
    }
  });

  test('refuses times and counts that are none', () => {
    const customer = { frequency: 2, recency: 4, age: 6 };
    const code = name === 'bgBb' ? 'not-a-count' : 'not-a-quantity';
    for (const wrong of [-1, Number.NaN, '5', undefined]) {
      const horizon = wrong as number;
      expect(refusalOf(() => model.expectedPurchases(typical, customer, { horizon }))).toMatchObject({
        code,
        path: ['horizon'],
      });
      if (wrong !== undefined)
        expect(refusalOf(() => model.probabilityAlive(typical, customer, { after: horizon }))).toMatchObject({
          code,
          path: ['after'],
        });
      const options = { purchases: 1, horizon };
      expect(refusalOf(() => model.probabilityOfPurchases(typical, customer, options)).code).toBe(code);
    }
    for (const purchases of [-1, 0.5, Infinity, Number.NaN]) {
      const options = { purchases, horizon: 5 };
      expect(refusalOf(() => model.probabilityOfPurchases(typical, customer, options)).code).toBe('not-a-count');
    }
    // The chance of a number within all time to come is not asked for.
    const endless = { purchases: 1, horizon: Infinity };
    expect(refusalOf(() => model.probabilityOfPurchases(typical, customer, endless)).code).toBe(code);
    expect(refusalOf(() => model.probabilityAlive(typical, customer, { after: Infinity })).code).toBe(code);
  });

  test('refuses two rates of discount, and such as are none', () => {
    const customer = { frequency: 2, recency: 4, age: 6 };
    const discounted = (options: object) => () =>
      model.discountedExpectedResidualTransactions(typical, customer, options as never);
    const both = refusalOf(discounted({ discountRate: 0.1, continuousDiscountRate: 0.1 }));
    expect(both).toMatchObject({ code: 'not-an-option', path: ['discountRate'] });
    for (const rate of [-0.1, Number.NaN, Infinity, '0.1']) {
      expect(refusalOf(discounted({ discountRate: rate })).code).toBe('not-a-quantity');
      expect(refusalOf(discounted({ continuousDiscountRate: rate })).code).toBe('not-a-quantity');
    }
  });

  test('refuses a start and draws that are none', () => {
    const start = (value: unknown) => refusalOf(() => model.fit(GOOD, { start: value as never }));
    expect(start(3).code).toBe('not-a-record');
    expect(start({ ...typical, [Object.keys(typical)[0]!]: 0 }).code).toBe('not-a-quantity');
    expect(refusalOf(() => model.fit(GOOD, { begin: typical } as never)).code).toBe('unknown-option');
    const draw = (options: object) => refusalOf(() => model.simulate(typical, options as never));
    expect(draw({ seed: 0.5, ages: [4] })).toMatchObject({ code: 'not-an-option', metric: `${name}.simulate` });
    expect(draw({ seed: 1, ages: [4, -1] })).toMatchObject({ path: ['ages', 1], received: '-1' });
    expect(draw({ seed: 1, ages: 5 }).code).toBe('not-rows');
    expect(draw({ seed: 1, ages: [4], count: 3 }).code).toBe('unknown-option');
  });
});

describe('bgBb, which counts opportunities', () => {
  const { model, typical } = MODELS[3]!;

  test.each([
    ['a fractional age', { frequency: [1], recency: [2], age: [2.5] }, 'not-a-count', ['data', 'age', 0]],
    ['a fractional recency', { frequency: [1], recency: [1.5], age: [3] }, 'not-a-count', ['data', 'recency', 0]],
    [
      'more purchases than opportunities',
      { frequency: [3], recency: [2], age: [4] },
      'above-limit',
      ['data', 'frequency', 0],
    ],
  ] as const)('refuses %s', (_, data, code, path) => {
    expect(refusalOf(() => model.fit(data))).toMatchObject({ code, path, metric: 'bgBb.fit' });
  });

  test('refuses parts of an opportunity ahead', () => {
    const customer = { frequency: 1, recency: 2, age: 4 };
    expect(refusalOf(() => model.expectedPurchases(typical, customer, { horizon: 1.5 })).code).toBe('not-a-count');
    expect(refusalOf(() => model.probabilityAlive(typical, customer, { after: 0.5 })).code).toBe('not-a-count');
    expect(refusalOf(() => model.simulate(typical, { seed: 1, ages: [2.5] })).code).toBe('not-a-count');
  });
});
