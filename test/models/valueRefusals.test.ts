import { describe, expect, test } from 'vitest';
import { expectedLifetimeValues } from '../../src/models/expectedLifetimeValues.ts';
import { expectedPaybackTimes } from '../../src/models/expectedPaybackTimes.ts';
import { lifetimeValueIntervals } from '../../src/models/lifetimeValueIntervals.ts';
import { newCustomerLifetimeValue } from '../../src/models/newCustomerLifetimeValue.ts';
import { purchaseForecast } from '../../src/models/purchaseForecast.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { fitOf, modelOf, SPEND, spendFitOf, TWO } from './valueCases.ts';

type Call = (summary: unknown, options: unknown) => unknown;
type Wrong = readonly [changed: object, code: string, path: readonly (string | number)[]];

const purchaseFit = fitOf('bgNbd', modelOf('bgNbd').typical, { timeUnit: 'week' });
const spendFit = spendFitOf(SPEND, { currency: 'EUR' });
const forecast = { purchaseFit, horizon: 52 };
const valuation = { ...forecast, spendFit, discountRate: 0.002, margin: 0.4 };
const SUMMARY = { ...TWO, definition: { timeUnit: 'week', currency: 'EUR' } };

/** Each function that values customers, and options that it takes. */
const CALLS: Readonly<Record<string, readonly [call: Call, options: object]>> = {
  purchaseForecast: [purchaseForecast as Call, forecast],
  expectedLifetimeValues: [expectedLifetimeValues as Call, { ...valuation, acquisitionCost: 5 }],
  expectedPaybackTimes: [expectedPaybackTimes as Call, { ...valuation, acquisitionCost: 5 }],
  lifetimeValueIntervals: [lifetimeValueIntervals as Call, valuation],
};
const ofNewCustomer: Call = (_, options) => newCustomerLifetimeValue(options as never);
const WITH_OPTIONS: typeof CALLS = {
  ...CALLS,
  newCustomerLifetimeValue: [ofNewCustomer, { ...valuation, acquisitionCost: 5 }],
};
const { purchaseForecast: _, ...WITH_SPEND } = WITH_OPTIONS;
const { purchaseForecast: __, ...SPENDERS } = CALLS;

const refusal = (calls: typeof CALLS, name: string, summary: object, options: object) =>
  refusalOf(() => calls[name]![0]({ ...SUMMARY, ...summary }, { ...calls[name]![1], ...options }));

function refuses(calls: typeof CALLS, name: string, wrong: readonly Wrong[], what: 'summary' | 'options'): void {
  for (const [changed, code, path] of wrong) {
    const error = what === 'summary' ? refusal(calls, name, changed, {}) : refusal(calls, name, {}, changed);
    expect({ code: error.code, metric: error.metric, path: error.path }).toEqual({ code, metric: name, path });
  }
}

const WRONG_HORIZONS: readonly Wrong[] = [Number.NaN, -1, '52', undefined, null, -Infinity].map((horizon) => [
  { horizon },
  'not-a-quantity',
  ['horizon'],
]);

const WRONG_PURCHASE_FITS: readonly Wrong[] = [
  [{ purchaseFit: undefined }, 'not-a-record', ['purchaseFit']],
  [{ purchaseFit: { ...purchaseFit, converged: false } }, 'not-an-option', ['purchaseFit', 'converged']],
  [{ purchaseFit: { ...purchaseFit, converged: 'true' } }, 'not-an-option', ['purchaseFit', 'converged']],
  [{ purchaseFit: spendFit }, 'not-an-option', ['purchaseFit', 'model']],
  [{ purchaseFit: { ...purchaseFit, model: 'sBg' } }, 'not-an-option', ['purchaseFit', 'model']],
  [{ purchaseFit: { ...purchaseFit, parameters: null } }, 'not-a-record', ['purchaseFit.parameters']],
  [{ purchaseFit: fitOf('bgNbd', { r: 1, alpha: 1, a: 1 }) }, 'not-a-quantity', ['purchaseFit.parameters.b']],
  [{ purchaseFit: fitOf('paretoNbd', modelOf('bgNbd').typical) }, 'not-a-quantity', ['purchaseFit.parameters.s']],
  [{ purchaseFit: fitOf('bgNbd', { r: 0, alpha: 1, a: 1, b: 1 }) }, 'not-a-quantity', ['purchaseFit.parameters.r']],
  [{ purchaseFit: { ...purchaseFit, definition: undefined } }, 'not-a-record', ['purchaseFit.definition']],
];

const WRONG_VALUATIONS: readonly Wrong[] = [
  [{ spendFit: undefined }, 'not-a-record', ['spendFit']],
  [{ spendFit: purchaseFit }, 'not-an-option', ['spendFit', 'model']],
  [{ spendFit: { ...spendFit, converged: false } }, 'not-an-option', ['spendFit', 'converged']],
  [{ spendFit: { ...spendFit, parameters: undefined } }, 'not-a-record', ['spendFit.parameters']],
  [{ spendFit: spendFitOf({ ...SPEND, q: -1 }) }, 'not-a-quantity', ['spendFit.parameters.q']],
  [{ spendFit: spendFitOf({ ...SPEND, p: '6' }) }, 'not-a-quantity', ['spendFit.parameters.p']],
  [{ spendFit: spendFitOf({ p: 6, q: 4 }) }, 'not-a-quantity', ['spendFit.parameters.v']],
  [{ spendFit: { ...spendFit, definition: null } }, 'not-a-record', ['spendFit.definition']],
  [{ margin: 1.01 }, 'above-limit', ['margin']],
  [{ margin: -0.1 }, 'not-a-quantity', ['margin']],
  [{ margin: Number.NaN }, 'not-a-quantity', ['margin']],
  [{ margin: 40 }, 'above-limit', ['margin']],
  [{ discountRate: -0.01 }, 'not-a-quantity', ['discountRate']],
  [{ discountRate: Infinity }, 'not-a-quantity', ['discountRate']],
  [{ discountRate: undefined, continuousDiscountRate: -1 }, 'not-a-quantity', ['continuousDiscountRate']],
  [{ continuousDiscountRate: 0.002 }, 'not-an-option', ['discountRate']],
];

const WRONG_HISTORIES: readonly Wrong[] = [
  [{ customers: undefined }, 'not-rows', ['summary', 'customers']],
  [{ customers: 'ab' }, 'not-rows', ['summary', 'customers']],
  [{ customers: ['ada'] }, 'length-mismatch', ['summary', 'customers']],
  [{ frequency: undefined }, 'not-rows', ['summary', 'frequency']],
  [{ recency: [30] }, 'length-mismatch', ['summary', 'recency']],
  [{ age: [39, 39, 39] }, 'length-mismatch', ['summary', 'age']],
  [{ frequency: [2.5, 0] }, 'not-a-count', ['summary', 'frequency', 0]],
  [{ frequency: [-1, 0] }, 'not-a-count', ['summary', 'frequency', 0]],
  [{ recency: [Number.NaN, 0] }, 'not-a-quantity', ['summary', 'recency', 0]],
  [{ recency: [40, 0] }, 'above-limit', ['summary', 'recency', 0]],
  [{ recency: [30, 1] }, 'above-limit', ['summary', 'recency', 1]],
  [{ age: [39, -1] }, 'not-a-quantity', ['summary', 'age', 1]],
  [{ definition: { timeUnit: 'day' } }, 'unlike-definitions', ['summary', 'definition', 'timeUnit']],
  [{ definition: { timeUnit: 7 } }, 'not-a-text', ['summary', 'definition', 'timeUnit']],
  [{ weight: [1, 1] }, 'not-an-option', ['summary', 'weight']],
];

const WRONG_SPENDING: readonly Wrong[] = [
  [{ meanSpend: undefined }, 'not-rows', ['summary', 'meanSpend']],
  [{ meanSpend: [22] }, 'length-mismatch', ['summary', 'meanSpend']],
  [{ meanSpend: [0, Number.NaN] }, 'not-a-quantity', ['summary', 'meanSpend', 0]],
  [{ meanSpend: [-22, Number.NaN] }, 'not-a-quantity', ['summary', 'meanSpend', 0]],
  [{ meanSpend: [Number.NaN, 5] }, 'not-a-quantity', ['summary', 'meanSpend', 0]],
  [{ meanSpend: [Infinity, 5] }, 'not-a-quantity', ['summary', 'meanSpend', 0]],
  [{ spendCount: [2] }, 'length-mismatch', ['summary', 'spendCount']],
  [{ spendCount: [2, 0.5] }, 'not-a-count', ['summary', 'spendCount', 1]],
  [{ spendCount: [-2, 0] }, 'not-a-count', ['summary', 'spendCount', 0]],
  [{ spendCount: [2, 1] }, 'not-a-quantity', ['summary', 'meanSpend', 1]],
  [{ definition: { currency: 'USD' } }, 'unlike-definitions', ['summary', 'definition', 'currency']],
];

const WRONG_COSTS: readonly Wrong[] = [
  [{ acquisitionCost: -1 }, 'not-a-quantity', ['acquisitionCost']],
  [{ acquisitionCost: Number.NaN }, 'not-a-quantity', ['acquisitionCost']],
  [{ acquisitionCost: '5' }, 'not-a-quantity', ['acquisitionCost']],
  [{ acquisitionCost: null }, 'not-a-quantity', ['acquisitionCost']],
];

const WRONG_COST_COLUMNS: readonly Wrong[] = [
  [{ acquisitionCost: [5] }, 'length-mismatch', ['acquisitionCost']],
  [{ acquisitionCost: Float64Array.of(5, 5, 5) }, 'length-mismatch', ['acquisitionCost']],
  [{ acquisitionCost: [5, -1] }, 'not-a-quantity', ['acquisitionCost', 1]],
  [{ acquisitionCost: [Number.NaN, 1] }, 'not-a-quantity', ['acquisitionCost', 0]],
  [{ acquisitionCost: [1, Infinity] }, 'not-a-quantity', ['acquisitionCost', 1]],
];

const column = (row: number, value: unknown): unknown[][] => {
  const rows: unknown[][] = purchaseFit.covariance.map((values) => [...values]);
  rows[row]![1] = value;
  return rows;
};

const WRONG_INTERVALS: readonly Wrong[] = [
  [{ level: 1 }, 'not-an-option', ['level']],
  [{ level: 95 }, 'not-an-option', ['level']],
  [{ method: 'jackknife' }, 'not-an-option', ['method']],
  [{ resamples: 19 }, 'below-limit', ['resamples']],
  [{ resamples: 10_001 }, 'above-limit', ['resamples']],
  [{ resamples: 20.5 }, 'not-a-count', ['resamples']],
  [{ method: 'bootstrap' }, 'not-an-option', ['seed']],
  [{ method: 'bootstrap', seed: 0.5 }, 'not-an-option', ['seed']],
  [{ method: 'bootstrap', seed: '1' }, 'not-an-option', ['seed']],
  // What JSON makes of a covariance that was never known.
  [
    { purchaseFit: { ...purchaseFit, covariance: column(2, null) } },
    'not-a-number',
    ['purchaseFit', 'covariance', 2, 1],
  ],
  [
    {
      spendFit: {
        ...spendFit,
        covariance: [
          [null, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
    },
    'not-a-number',
    ['spendFit', 'covariance', 0, 0],
  ],
  [
    { purchaseFit: { ...purchaseFit, covariance: column(3, NaN) } },
    'not-a-number',
    ['purchaseFit', 'covariance', 3, 1],
  ],
  [{ purchaseFit: { ...purchaseFit, covariance: undefined } }, 'not-rows', ['purchaseFit', 'covariance']],
  [{ purchaseFit: { ...purchaseFit, covariance: spendFit.covariance } }, 'not-rows', ['purchaseFit', 'covariance']],
  [
    {
      spendFit: {
        ...spendFit,
        covariance: [
          [1, 0, 0],
          [0, 1],
          [0, 0, 1],
        ],
      },
    },
    'not-rows',
    ['spendFit', 'covariance', 1],
  ],
  [{ spendFit: { ...spendFit, covariance: [null, null, null] } }, 'not-rows', ['spendFit', 'covariance', 0]],
];

describe.each(Object.keys(WITH_OPTIONS))('%s refuses', (name) => {
  test('a horizon that is none, or part of an opportunity', () => {
    refuses(WITH_OPTIONS, name, WRONG_HORIZONS, 'options');
    const opportunities = fitOf('bgBb', modelOf('bgBb').typical);
    for (const horizon of [0.5, -1, NaN])
      refuses(WITH_OPTIONS, name, [[{ purchaseFit: opportunities, horizon }, 'not-a-count', ['horizon']]], 'options');
    refuses(
      WITH_OPTIONS,
      name,
      [[{ purchaseFit: opportunities, horizon: 100_001 }, 'above-limit', ['horizon']]],
      'options',
    );
  });

  test('what is no fit of purchases, or none that converged', () => {
    refuses(WITH_OPTIONS, name, WRONG_PURCHASE_FITS, 'options');
  });

  test('options that it does not know, and no options', () => {
    refuses(WITH_OPTIONS, name, [[{ discount: 0.1 }, 'unknown-option', ['options']]], 'options');
    refuses(WITH_OPTIONS, name, [[{ Horizon: 1 }, 'unknown-option', ['options']]], 'options');
    const error = refusalOf(() => WITH_OPTIONS[name]![0](SUMMARY, undefined));
    expect([error.code, error.metric, error.path]).toEqual(['not-a-record', name, ['options']]);
  });
});

describe.each(Object.keys(WITH_SPEND))('%s refuses', (name) => {
  test('what is no fit of spend, no margin, no discount, and two discounts', () => {
    refuses(WITH_SPEND, name, WRONG_VALUATIONS, 'options');
  });
});

describe.each(Object.keys(CALLS))('%s refuses', (name) => {
  test('what are no customers with purchases, or in another unit of time than the fit', () => {
    refuses(CALLS, name, WRONG_HISTORIES, 'summary');
    for (const summary of [undefined, null, 7]) {
      const error = refusalOf(() => CALLS[name]![0](summary, CALLS[name]![1]));
      expect([error.code, error.metric, error.path]).toEqual(['not-a-record', name, ['summary']]);
    }
  });

  test('histories in parts of opportunities by a model that counts them', () => {
    const options = { purchaseFit: fitOf('bgBb', modelOf('bgBb').typical, { timeUnit: 'week' }) };
    const error = refusal(CALLS, name, { age: [39.5, 39] }, options);
    expect([error.code, error.path]).toEqual(['not-a-count', ['summary', 'age', 0]]);
  });
});

describe.each(Object.keys(SPENDERS))('%s refuses', (name) => {
  test('what customers cannot have spent, or in another currency than the fit', () => {
    refuses(SPENDERS, name, WRONG_SPENDING, 'summary');
  });
});

test.each(['expectedLifetimeValues', 'expectedPaybackTimes'])('%s refuses costs that are none', (name) => {
  refuses(CALLS, name, [...WRONG_COSTS, ...WRONG_COST_COLUMNS], 'options');
});

test('newCustomerLifetimeValue refuses costs that are none, a column of them, and none', () => {
  refuses(WITH_OPTIONS, 'newCustomerLifetimeValue', WRONG_COSTS, 'options');
  for (const acquisitionCost of [[5], undefined])
    refuses(
      WITH_OPTIONS,
      'newCustomerLifetimeValue',
      [[{ acquisitionCost }, 'not-a-quantity', ['acquisitionCost']]],
      'options',
    );
});

test('expectedPaybackTimes refuses to go without a cost', () => {
  refuses(
    CALLS,
    'expectedPaybackTimes',
    [[{ acquisitionCost: undefined }, 'not-a-quantity', ['acquisitionCost']]],
    'options',
  );
});

test('lifetimeValueIntervals refuses levels, methods, seeds, resamples and covariances that are none', () => {
  refuses(CALLS, 'lifetimeValueIntervals', WRONG_INTERVALS, 'options');
});

test('a cost, which is no estimate, is no option of the intervals', () => {
  refuses(CALLS, 'lifetimeValueIntervals', [[{ acquisitionCost: 5 }, 'unknown-option', ['options']]], 'options');
});

test('units of time and currencies that one side does not tell are taken to be like', () => {
  const { definition, ...untold } = SUMMARY;
  for (const [call, options] of Object.values(CALLS)) {
    expect(() => call(untold, options)).not.toThrow();
    const bare = { ...options, purchaseFit: fitOf('bgNbd', purchaseFit.parameters), spendFit: spendFitOf(SPEND) };
    const { spendFit: spend, ...purchases } = bare;
    const asked = call === CALLS.purchaseForecast![0] ? purchases : { ...purchases, spendFit: spend };
    expect(() => call({ ...untold, definition: { timeUnit: 'day', currency: 'USD' } }, asked)).not.toThrow();
    expect(definition.timeUnit).toBe('week');
  }
});

test('what it says to a person', () => {
  const says = (name: string, summary: object, options: object) =>
    refusal(WITH_OPTIONS, name, summary, options).message;
  expect([
    says('expectedLifetimeValues', {}, { purchaseFit: { ...purchaseFit, converged: false } }),
    says('expectedLifetimeValues', { definition: { timeUnit: 'day' } }, {}),
    says('expectedLifetimeValues', { definition: { currency: 'USD' } }, {}),
    says('expectedLifetimeValues', {}, { margin: 40 }),
    says('expectedLifetimeValues', {}, { continuousDiscountRate: 0.002 }),
    says('expectedLifetimeValues', { meanSpend: [0, 0] }, {}),
    says('expectedLifetimeValues', {}, { acquisitionCost: [5] }),
    says('expectedPaybackTimes', {}, { acquisitionCost: undefined }),
    says('newCustomerLifetimeValue', {}, { spendFit: purchaseFit }),
    says('purchaseForecast', { recency: [30, 3] }, {}),
    says('lifetimeValueIntervals', {}, { method: 'bootstrap' }),
    says('lifetimeValueIntervals', {}, { purchaseFit: { ...purchaseFit, covariance: column(0, null) } }),
    says('lifetimeValueIntervals', {}, { resamples: 5 }),
  ]).toMatchInlineSnapshot(`
    [
      "expectedLifetimeValues: "purchaseFit.converged" must be true: other parameters say nothing; received false",
      "expectedLifetimeValues: "summary.definition.timeUnit" must be that of the fit ('week'); received "day"",
      "expectedLifetimeValues: "summary.definition.currency" must be that of the fit ('EUR'); received "USD"",
      "expectedLifetimeValues: "margin" must be a fraction from 0 to 1; received 40",
      "expectedLifetimeValues: "discountRate" must be left out where "continuousDiscountRate" is given; received 0.002",
      "expectedLifetimeValues: "summary.meanSpend[0]" must be a finite number above 0 where there are purchases; received 0",
      "expectedLifetimeValues: "acquisitionCost" must be as long as "frequency" (2); received 1",
      "expectedPaybackTimes: "acquisitionCost" must be a finite number of at least 0; received undefined",
      "newCustomerLifetimeValue: "spendFit.model" must be 'gammaGamma'; received "bgNbd"",
      "purchaseForecast: "summary.recency[1]" must be 0 without a repeat purchase; received 3",
      "lifetimeValueIntervals: "seed" must be a safe integer, which the bootstrap needs; received undefined",
      "lifetimeValueIntervals: "purchaseFit.covariance[0][1]" must be a finite number; received null",
      "lifetimeValueIntervals: "resamples" must be at least 20; received 5",
    ]
  `);
});
