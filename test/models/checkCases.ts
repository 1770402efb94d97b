// Fits of known parameters, random splits, and wrong ones: what the tests of all checks of fits share.
import fc from 'fast-check';
import type { PurchaseFit } from '../../src/models/purchaseFits.ts';
import type { HoldoutHistories } from '../../src/models/readHoldout.ts';
import { MODELS, type ModelCase } from './purchaseModels.ts';

/** A fit as JSON may have kept it: of the figures the checks need the parameters alone. */
export function fitOf(model: string, parameters: object, timeUnit?: string): PurchaseFit {
  const fit: unknown = { model, parameters, converged: true, definition: { timeUnit } };
  return fit as PurchaseFit;
}

/** The optima of CDNOW in weeks of exact days, to ten digits, as the oracles of these tests have them. */
export const CDNOW_FITS = {
  bgNbd: fitOf('bgNbd', { r: 0.2425945224, alpha: 4.413602019, a: 0.7929220172, b: 2.425906777 }, 'week'),
  mbgNbd: fitOf('mbgNbd', { r: 0.5248431591, alpha: 6.18308528, a: 0.8913593907, b: 1.61400224 }, 'week'),
  paretoNbd: fitOf('paretoNbd', { r: 0.5532770469, alpha: 10.57768346, s: 0.6062399887, beta: 11.66873528 }, 'week'),
} as const;

/** One entry of a split: a history in whole times, which any model takes. */
interface Entry {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly holdoutFrequency: number;
  readonly weight: number;
}

export interface SplitCase {
  readonly modelCase: ModelCase;
  readonly fit: PurchaseFit;
  readonly split: HoldoutHistories & { readonly weight: readonly number[] };
  /** The customers one by one, without weights. */
  readonly customers: readonly Omit<Entry, 'weight'>[];
}

const HOLDOUT = 12;

const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    repeats: fc.nat(5),
    pause: fc.nat(6),
    silence: fc.nat(4),
    holdoutFrequency: fc.oneof(fc.constant(0), fc.nat(HOLDOUT)),
    weight: fc.nat(3),
  })
  .map(({ repeats, pause, silence, ...rest }) => {
    const recency = repeats === 0 ? 0 : repeats + pause;
    return { ...rest, frequency: repeats, recency, age: recency + silence };
  });

/** Few customers of whichever model, many of them alike. */
export const anySplit: fc.Arbitrary<SplitCase> = fc
  .tuple(fc.constantFrom(...MODELS), fc.array(anyEntry, { maxLength: 14 }))
  .map(([modelCase, entries]) => ({
    modelCase,
    fit: fitOf(modelCase.name, modelCase.typical),
    split: {
      frequency: entries.map((entry) => entry.frequency),
      recency: Float64Array.from(entries, (entry) => entry.recency),
      age: entries.map((entry) => entry.age),
      holdoutFrequency: Int32Array.from(entries, (entry) => entry.holdoutFrequency),
      weight: entries.map((entry) => entry.weight),
      holdoutLength: HOLDOUT,
    },
    customers: entries.flatMap(({ weight, ...entry }) => new Array<Omit<Entry, 'weight'>>(weight).fill(entry)),
  }));

/** Columns without weights of some customers, in an order of their own. */
export function splitOf(customers: readonly Omit<Entry, 'weight'>[]): HoldoutHistories {
  return {
    frequency: customers.map((one) => one.frequency),
    recency: customers.map((one) => one.recency),
    age: customers.map((one) => one.age),
    holdoutFrequency: customers.map((one) => one.holdoutFrequency),
    holdoutLength: HOLDOUT,
  };
}

/** A small split in order. */
export const SPLIT: HoldoutHistories = {
  frequency: [0, 2],
  recency: [0, 9],
  age: [20, 12],
  holdoutFrequency: [1, 0],
  weight: [1, 2],
  holdoutLength: 12,
  definition: { timeUnit: 'week' },
};

type Path = readonly (string | number)[];
type Wrong = readonly [changed: object, code: string, path: Path];

/** What is wrong with columns of purchases, whatever the argument is called. */
export const WRONG_HISTORIES: readonly Wrong[] = [
  [{ frequency: 5 }, 'not-rows', ['frequency']],
  [{ recency: [0] }, 'length-mismatch', ['recency']],
  [{ age: [20, 12, 1] }, 'length-mismatch', ['age']],
  [{ frequency: [0, 1.5] }, 'not-a-count', ['frequency', 1]],
  [{ age: [20, Number.NaN] }, 'not-a-quantity', ['age', 1]],
  [{ recency: [0, 13] }, 'above-limit', ['recency', 1]],
  [{ weight: null }, 'not-rows', ['weight']],
  [{ weight: [1] }, 'length-mismatch', ['weight']],
  [{ weight: [1, 0.5] }, 'not-a-count', ['weight', 1]],
  [{ weight: [1, -1] }, 'not-a-count', ['weight', 1]],
  [{ definition: { timeUnit: 'day' } }, 'unlike-definitions', ['definition', 'timeUnit']],
  [{ definition: { timeUnit: 7 } }, 'not-a-text', ['definition', 'timeUnit']],
];

/** What is wrong with a split. */
export const WRONG_SPLITS: readonly Wrong[] = [
  ...WRONG_HISTORIES,
  [{ holdoutFrequency: undefined }, 'not-rows', ['holdoutFrequency']],
  [{ holdoutFrequency: [1] }, 'length-mismatch', ['holdoutFrequency']],
  [{ holdoutFrequency: [1, 0.5] }, 'not-a-count', ['holdoutFrequency', 1]],
  [{ holdoutFrequency: [-1, 0] }, 'not-a-count', ['holdoutFrequency', 0]],
];

/** Lengths that no holdout has. */
export const WRONG_LENGTHS: readonly unknown[] = [0, -1, Infinity, Number.NaN, '12', undefined];

const fit = CDNOW_FITS.bgNbd;

/** What is no fit to be asked. */
export const WRONG_FITS: readonly (readonly [fit: unknown, code: string, path: Path])[] = [
  [undefined, 'not-a-record', ['fit']],
  [{ ...fit, model: 'gammaGamma' }, 'not-an-option', ['fit', 'model']],
  [{ ...fit, converged: false }, 'not-an-option', ['fit', 'converged']],
  [{ ...fit, parameters: { ...fit.parameters, r: 0 } }, 'not-a-quantity', ['fit.parameters.r']],
  [{ ...fit, definition: null }, 'not-a-record', ['fit.definition']],
];
