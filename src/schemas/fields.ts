// The kinds of single values that subjects, options and rows are made of.
import * as z from 'zod/mini';
import { INSTANT_RULE, MAX_INSTANT, toMilliseconds } from '../core/checks.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { BILLING, type BillingInput, billingKey } from '../log/billing.ts';
import type { ColumnInput } from '../log/columnInput.ts';
import { ATTRIBUTE, FINITE, ID, QUANTITY, TEXT } from '../log/valueKind.ts';
import type { Schema } from './types.ts';

/**
 * What a function makes. Bundlers drop a marked call whose value is not used, but look into its arguments: schemas are
 * made within functions, so that those who import one carry no other.
 */
export function made<Value>(make: () => Value): Value {
  return make();
}

/** A count or another quantity; which numbers it may be is asked of the function that takes it. */
export const count: Schema<number> = /* @__PURE__ */ made(() => z.number(must(FINITE.expected)));

/** Any number that a metric may give or take: NaN is what a metric of empty data is. */
export const figure: Schema<number> = /* @__PURE__ */ made(() =>
  z.union([z.number(), z.nan()], must('a finite number or NaN')),
);

/** A finite number of at least 0. */
export const quantity: Schema<number> = /* @__PURE__ */ made(() =>
  z.number(must(QUANTITY.expected)).check(z.gte(0, must(QUANTITY.expected))),
);

/** A text that is not empty. */
export const text: Schema<string> = /* @__PURE__ */ made(() =>
  z.string(must(TEXT.expected)).check(z.minLength(1, must(TEXT.expected))),
);

/** What a customer, an event or a tenure is known by: a text that is not empty, or a finite number. */
export const customerId: Schema<CustomerId> = /* @__PURE__ */ made(() =>
  z.union([z.string().check(z.minLength(1, must(ID.expected))), z.number()], must(ID.expected)),
);

/** What an attribute of an event or a tenure may hold: a text, a finite number, true, false or null. */
export const attributeValue: Schema<AttributeValue> = /* @__PURE__ */ made(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null()], must(ATTRIBUTE.expected)),
);

/** A moment: a `Date`, or whole milliseconds since 1970. Where it is text, `instantText` and its like read it. */
export const instant: Schema<Instant> = /* @__PURE__ */ made(() =>
  z.union(
    [
      z.int(must(INSTANT_RULE)).check(z.gte(-MAX_INSTANT, must(INSTANT_RULE)), z.lte(MAX_INSTANT, must(INSTANT_RULE))),
      z.custom<Date>((value) => typeof value === 'object' && !Number.isNaN(toMilliseconds(value))),
    ],
    must(INSTANT_RULE),
  ),
);

/** How often an amount is billed: a period, or `{ every: 3, period: 'month' }`. */
export const billingInput: Schema<BillingInput> = /* @__PURE__ */ made(() =>
  z.custom<BillingInput>((value) => billingKey(value) !== undefined, must(BILLING.expected)),
);

/** The name of one of a log's own columns; whether the log has it, the log has to say. */
export const attributeName: Schema<string> = /* @__PURE__ */ made(() =>
  z.string(must('one of the log\'s "attributes"')),
);

/** One of some words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Schema<Word> {
  return z.enum(words, must(`one of ${words.map((word) => `'${word}'`).join(', ')}`)) as unknown as Schema<Word>;
}

/** A column of a table: an array or a typed array, handed on as it is; its values are asked of the function. */
export const column: Schema<ArrayLike<never>> = /* @__PURE__ */ made(() =>
  z.custom<ArrayLike<never>>(isColumn, must('an array or a typed array')),
);

/** An array, handed on as it is; its values are asked of the function. */
export const list: Schema<readonly never[]> = /* @__PURE__ */ made(() =>
  z.custom<readonly never[]>(Array.isArray, must('an array')),
);

/** A column, or codes with the values they stand for. */
export const codedColumn: Schema<ColumnInput<never>> = /* @__PURE__ */ made(() =>
  z.custom<ColumnInput<never>>(
    (value) => isColumn(value) || (isRecord(value) && 'codes' in value),
    must('an array, a typed array, or codes with their values'),
  ),
);

/** An object, handed on as it is; what is in it is asked of the function. */
export const record: Schema<object> = /* @__PURE__ */ made(() => z.custom<object>(isRecord, must('an object')));

/** Columns by name. */
export const columnRecord: Schema<Record<string, never>> = /* @__PURE__ */ made(() =>
  z.custom<Record<string, never>>(isRecord, must('an object of columns')),
);

function isColumn(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A rule as the sentence that messages are. */
export function must(rule: string): string {
  return `must be ${rule}`;
}
