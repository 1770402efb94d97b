import { checkLeast, checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';
import { type CheckedFit, checkedFit } from './checkedFit.ts';
import { purchaseChance } from './purchaseChance.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import { type HoldoutHistories, type HoldoutRows, readHoldout, totalOf } from './readHoldout.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';

/** By which model customers are ranked, and into how many bins. */
export interface ActivityCalibrationOptions extends LevelOptions {
  /** The model of purchases, fitted to the calibration; one that did not converge is refused. */
  readonly fit: PurchaseFit;
  /** How many bins of about as many customers: 10 unless told. */
  readonly bins?: number;
}

/** Customers whom the model gave much the same chance to buy in the holdout. */
export interface ActivityCalibrationBin {
  /** Which bin, from 1 of the lowest chances. */
  readonly bin: number;
  /** How many customers. */
  readonly customers: number;
  /** Mean of the chances to buy that the model gave them. */
  readonly meanChance: number;
  /** How many of them bought in the holdout. */
  readonly active: number;
  /** active / customers. */
  readonly activeShare: number;
  /** Wilson interval of the share. */
  readonly interval: Interval;
  /** Mean of their chances of being alive at the end of the calibration. */
  readonly meanProbabilityAlive: number;
}

/** Chances to buy in the holdout, against what happened. */
export interface ActivityCalibrationTable {
  /** The bins that have customers, from the lowest chances to the highest. */
  readonly rows: readonly ActivityCalibrationBin[];
  /** How many customers are in them, which is all. */
  readonly customers: number;
  /** What the chances and the intervals rest on. */
  readonly definition: CheckedFit & {
    /** How long the holdout is, in the unit of time. */
    readonly holdoutLength: number;
    /** How many bins were asked for. */
    readonly bins: number;
    /** The level of the intervals. */
    readonly level: number;
    /** How the intervals are made. */
    readonly method: 'wilson';
  };
}

const METRIC = 'activityCalibrationTable';

/**
 * Whether chances are to be believed: of customers to whom the model gave a chance of 30 % to buy in the holdout, did
 * 30 % buy?
 *
 * Nobody sees whether a customer is alive, so that the chance of it cannot be held against anything. The chance of at
 * least one purchase in the holdout can, and it is made of the other: 1 - P(no purchase). Customers are ranked by it and
 * put in bins of as many customers each. Customers of one chance stay together, in the bin that the middle of them falls
 * in: which of them would go to which bin is for no figure to say. So bins may differ in size, and one that nobody falls
 * in is left out.
 *
 * @param split - calibration and holdout, as `calibrationHoldoutSummary` gives them
 * @param options - the fit, number of bins, level of the intervals
 * @returns one record a bin, from the lowest chances to the highest
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge, too), `not-a-text`, `unlike-definitions`, `unknown-option`
 * @complexity one chance for each history that differs, and their ranking
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = bgNbd.fit(bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) }));
 * const split = {
 *   frequency: [0, 0, 0, 1, 1, 4],
 *   recency: [0, 0, 0, 20, 35, 38],
 *   age: [40, 40, 40, 40, 40, 40],
 *   holdoutFrequency: [0, 0, 0, 0, 1, 3],
 *   holdoutLength: 40,
 * };
 * const { rows } = activityCalibrationTable(split, { fit, bins: 2 });
 * rows.map(({ customers, active }) => [customers, active]) // [[3, 0], [3, 2]]
 * rows.map(({ meanChance }) => meanChance.toFixed(2)) // ['0.14', '0.50']
 * @see activityBrierScore, one figure of the same
 */
export function activityCalibrationTable(
  split: HoldoutHistories,
  options: ActivityCalibrationOptions,
): ActivityCalibrationTable {
  checkOptions(METRIC, options, ['fit', 'bins', 'level']);
  const { fit, bins = 10, level = 0.95 } = options;
  checkLeast(METRIC, 'bins', bins, 1);
  checkLevel(METRIC, level);
  const model = readPurchaseFit(METRIC, 'fit', fit);
  const holdout = readHoldout(METRIC, split, model);
  const { customers, holdoutLength, timeUnit } = holdout;
  const chances = holdout.figures((customer) => 1 - purchaseChance(model, customer, 0, holdoutLength));
  const alive = holdout.figures((customer) => customer.alive * model.survival(customer, 0));
  const ranked = rank(holdout, chances, alive);
  const z = levelDeviate(level);
  const rows = layBins(ranked, customers, bins).map(({ bin, start, end }) => summarize(ranked, bin, start, end, z));
  const definition = { ...checkedFit(model, fit, timeUnit), holdoutLength, bins, level, method: 'wilson' as const };
  return { rows, customers, definition };
}

/** Rows from the lowest chance to the highest. */
interface RankedRows {
  readonly chance: Float64Array;
  readonly alive: Float64Array;
  /** 1 where the row's customers bought in the holdout, else 0. */
  readonly active: Float64Array;
  readonly weight: Float64Array;
}

function rank({ weight, holdoutFrequency }: HoldoutRows, chances: Float64Array, alive: Float64Array): RankedRows {
  const order = Int32Array.from(chances, (_, row) => row).sort(
    (one, other) => chances[one]! - chances[other]! || one - other,
  );
  const ordered = (of: (row: number) => number): Float64Array => Float64Array.from(order, of);
  return {
    chance: ordered((row) => chances[row]!),
    alive: ordered((row) => alive[row]!),
    active: ordered((row) => (holdoutFrequency[row]! > 0 ? 1 : 0)),
    weight: ordered((row) => weight[row]!),
  };
}

interface BinRows {
  readonly bin: number;
  readonly start: number;
  end: number;
}

function layBins({ chance, weight }: RankedRows, customers: number, bins: number): BinRows[] {
  const laid: BinRows[] = [];
  let before = 0;
  for (let start = 0, end = 0; start < chance.length; start = end) {
    while (end < chance.length && (end === start || chance[end] === chance[start])) end++;
    const alike = sum(weight, start, end);
    const bin = 1 + Math.min(bins - 1, Math.floor((bins * (before + alike / 2)) / customers));
    const last = laid.at(-1);
    if (last?.bin === bin) last.end = end;
    else laid.push({ bin, start, end });
    before += alike;
  }
  return laid;
}

function summarize(
  { chance, alive, active, weight }: RankedRows,
  bin: number,
  start: number,
  end: number,
  z: number,
): ActivityCalibrationBin {
  const customers = sum(weight, start, end);
  const meanOf = (figures: Float64Array): number => ratio(totalOf(figures, weight, start, end), customers);
  const count = totalOf(active, weight, start, end);
  return {
    ...{ bin, customers, meanChance: meanOf(chance), active: count, activeShare: ratio(count, customers) },
    interval: { lower: wilsonLower(count, customers, z), upper: wilsonUpper(count, customers, z) },
    meanProbabilityAlive: meanOf(alive),
  };
}
