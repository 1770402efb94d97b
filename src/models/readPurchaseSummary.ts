import { checkCount, checkInstant, checkOneOf, checkRecord } from '../core/checks.ts';
import { type InputErrorCode, refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { INSTANT, QUANTITY, type ValueKind } from '../log/valueKind.ts';
import { isList } from '../statistics/checkValues.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { SPEND_RULES, TIME_UNITS } from './daysPerUnit.ts';
import type { PurchaseSummaryInput } from './mergePurchaseSummaries.ts';
import type { PurchaseSummaryDefinition } from './purchaseTypes.ts';
import { wrongHistory } from './readPurchases.ts';

/** A summary as it was read, and where each customer stands. */
export interface ReadSummary extends PurchaseSummaryInput {
  readonly places: ReadonlyMap<CustomerId, number>;
  /** Whether the log had amounts; undefined where no purchase is there to tell. */
  readonly hasAmounts: boolean | undefined;
}

/** As much as a column of counts can hold. */
const MAX_COUNT = 2_147_483_647;

const COUNT: ValueKind = {
  isValid: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT,
  code: 'not-a-count',
  expected: `a whole number from 0 to ${MAX_COUNT}`,
};

const SPEND: ValueKind = {
  isValid: (value) => Number.isNaN(value) || QUANTITY.isValid(value),
  code: QUANTITY.code,
  expected: `${QUANTITY.expected}, or NaN where there is no purchase to be the mean of`,
};

const KINDS = {
  ...{ firstAt: INSTANT, frequency: COUNT, recency: QUANTITY, age: QUANTITY },
  ...{ meanSpend: SPEND, spendCount: COUNT },
};

type Column = keyof typeof KINDS;

/** Refuses what is no summary of purchases; columns may be plain arrays. */
export function readPurchaseSummary(metric: string, name: string, summary: PurchaseSummaryInput): ReadSummary {
  checkRecord(metric, name, summary);
  const definition = readDefinition(metric, name, summary.definition);
  const places = customerPlaces(metric, [name, 'customers'], summary.customers);
  for (const [column, kind] of Object.entries(KINDS) as [Column, ValueKind][])
    checkColumn(metric, [name, column], summary[column], places.size, kind);
  for (const count of ['joinedOrders', 'laterCustomers', 'laterOrders'] as const)
    checkCount(metric, `${name}.${count}`, summary[count]);
  const read = { ...summary, definition };
  for (let place = 0; place < places.size; place++) checkEntry(metric, name, read, place);
  return { ...read, places, hasAmounts: findAmounts(metric, name, summary) };
}

function readDefinition(
  metric: string,
  name: string,
  definition: PurchaseSummaryDefinition,
): PurchaseSummaryDefinition {
  const path = `${name}.definition`;
  checkRecord(metric, path, definition);
  const { timeUnit, spend, currency } = definition;
  const asOf = checkInstant(metric, `${path}.asOf`, definition.asOf);
  checkOneOf(metric, `${path}.timeUnit`, timeUnit, TIME_UNITS);
  const timeZone = checkTimeZone(metric, definition.timeZone);
  checkOneOf(metric, `${path}.spend`, spend, SPEND_RULES);
  if (currency !== undefined) checkText(metric, [name, 'definition', 'currency'], currency);
  return { asOf, timeUnit, timeZone, spend, currency };
}

function checkColumn(
  metric: string,
  path: readonly [string, string],
  column: unknown,
  count: number,
  { isValid, code, expected }: ValueKind,
): void {
  if (!isList(column)) refuse('not-rows', metric, path, 'an array of numbers', column);
  if (column.length !== count)
    refuse('length-mismatch', metric, path, `as long as "customers" (${count})`, column.length);
  for (let place = 0; place < count; place++)
    if (!isValid(column[place])) refuse(code, metric, [...path, place], expected, column[place]);
}

/** What a customer's figures say of each other. */
function checkEntry(metric: string, name: string, summary: PurchaseSummaryInput, place: number): void {
  const { firstAt, frequency, recency, age, spendCount, definition } = summary;
  const refuseValue = (code: InputErrorCode, field: Column, rule: string): never =>
    refuse(code, metric, [name, field, place], rule, summary[field][place]);
  if (firstAt[place]! >= definition.asOf) refuseValue('after-as-of', 'firstAt', `before "asOf" (${definition.asOf})`);
  const wrong = wrongHistory(frequency[place], recency[place], age[place], false);
  if (wrong !== undefined) refuseValue(wrong.code, wrong.name, wrong.rule);
  const count = frequency[place]! + (definition.spend === 'all' ? 1 : 0);
  if (spendCount[place] !== count) refuseValue('not-a-count', 'spendCount', `what "definition.spend" says (${count})`);
}

/** A log has amounts for all of its orders or for none: a mean spend is missing in all customers or in none. */
function findAmounts(
  metric: string,
  name: string,
  { meanSpend, spendCount }: PurchaseSummaryInput,
): boolean | undefined {
  let hasAmounts: boolean | undefined;
  for (let place = 0; place < meanSpend.length; place++) {
    const isThere = !Number.isNaN(meanSpend[place]);
    const isExpected = spendCount[place]! > 0 && (hasAmounts ?? isThere);
    if (isThere !== isExpected) {
      const rule = spendCount[place]! > 0 ? 'there for all customers or for none' : 'NaN where "spendCount" is 0';
      refuse('not-a-quantity', metric, [name, 'meanSpend', place], rule, meanSpend[place]);
    }
    if (spendCount[place]! > 0) hasAmounts = isThere;
  }
  return hasAmounts;
}
