import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkColumn, checkWeight, isCount } from './checkColumns.ts';
import { compressRows, type DistinctRows } from './compressRows.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';
import { readTimeUnit } from './readTimeUnit.ts';

/** What a fit of purchases rests on. */
export interface PurchaseRows extends DistinctRows {
  /** How many customers the rows stand for. */
  readonly customers: number;
  /** The unit of the times, where it is known. */
  readonly timeUnit: string | undefined;
}

/** Beyond so many opportunities a model of opportunities has nothing to say, and its sums would take long. */
export const MOST_OPPORTUNITIES = 100_000;

/**
 * Refuses columns that are no purchases and gives their distinct rows of frequency, recency and age.
 *
 * @param isDiscrete - whether times are whole numbers of opportunities
 */
export function readPurchases(metric: string, data: PurchaseHistories, isDiscrete: boolean): PurchaseRows {
  checkPurchases(metric, 'data', data, isDiscrete);
  const { frequency, recency, age, weight } = data;
  checkWeight(metric, 'data', data);
  const rows = compressRows([frequency, recency, age], weight);
  const customers = rows.weight.reduce((total, count) => total + count, 0);
  if (customers === 0) refuse('below-limit', metric, ['data', 'frequency'], 'of at least one customer', frequency);
  return { ...rows, customers, timeUnit: readTimeUnit(metric, 'data', data) };
}

/** Refuses columns of frequency, recency and age that are no purchases of customers. */
export function checkPurchases(metric: string, name: string, data: PurchaseHistories, isDiscrete: boolean): void {
  checkRecord(metric, name, data);
  const { frequency, recency, age } = data;
  checkColumn(metric, [name, 'frequency'], frequency, frequency);
  checkColumn(metric, [name, 'recency'], recency, frequency);
  checkColumn(metric, [name, 'age'], age, frequency);
  for (let i = 0; i < frequency.length; i++) {
    const wrong = wrongHistory(frequency[i], recency[i], age[i], isDiscrete);
    if (wrong !== undefined) refuse(wrong.code, metric, [name, wrong.name, i], wrong.rule, wrong.value);
  }
}

interface Wrong {
  readonly code: 'not-a-count' | 'not-a-quantity' | 'above-limit' | 'below-limit';
  readonly name: 'frequency' | 'recency' | 'age';
  readonly rule: string;
  readonly value: unknown;
}

/** What is wrong with one customer's history, if anything. */
export function wrongHistory(
  frequency: unknown,
  recency: unknown,
  age: unknown,
  isDiscrete: boolean,
): Wrong | undefined {
  // Of a million customers most are right: they cost no more than the comparisons.
  if (!isDiscrete && isCount(frequency) && isQuantity(age) && isQuantity(recency) && recency <= age)
    if (frequency === 0 ? recency === 0 : recency > 0) return undefined;
  return firstWrong(frequency, recency, age, isDiscrete);
}

function firstWrong(frequency: unknown, recency: unknown, age: unknown, isDiscrete: boolean): Wrong | undefined {
  const wrong = (code: Wrong['code'], name: Wrong['name'], rule: string, value: unknown): Wrong => ({
    code,
    name,
    rule,
    value,
  });
  const isTime = isDiscrete ? isCount : isQuantity;
  const code = isDiscrete ? 'not-a-count' : 'not-a-quantity';
  const rule = isDiscrete ? 'a whole number of opportunities, at least 0' : 'a finite number of at least 0';
  if (!isCount(frequency)) return wrong('not-a-count', 'frequency', 'a whole number of at least 0', frequency);
  if (!isTime(age)) return wrong(code, 'age', rule, age);
  if (!isTime(recency)) return wrong(code, 'recency', rule, recency);
  if (isDiscrete && age > MOST_OPPORTUNITIES)
    return wrong('above-limit', 'age', `at most ${MOST_OPPORTUNITIES} opportunities`, age);
  if (recency > age) return wrong('above-limit', 'recency', `at most "age" (${age})`, recency);
  if (frequency === 0 && recency > 0) return wrong('above-limit', 'recency', '0 without a repeat purchase', recency);
  if (frequency > 0 && recency === 0)
    return wrong('below-limit', 'recency', 'above 0 after a repeat purchase', recency);
  if (isDiscrete && frequency > recency)
    return wrong('above-limit', 'frequency', `at most "recency" (${recency})`, frequency);
  return undefined;
}

function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
