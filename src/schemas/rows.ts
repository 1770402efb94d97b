import * as z from 'zod/mini';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import type { BillingInput } from '../log/billing.ts';
import { END } from '../log/valueKind.ts';
import { attributeValue, billingInput, count, customerId, instant, made, must, quantity, text } from './fields.ts';
import type { OptionalSchema, Schema } from './types.ts';

/** The fields of an event, by the names that `eventLog` has for them. */
export type EventRowShape = {
  /** Who did it. */
  customer: Schema<CustomerId>;
  /** When. */
  at: Schema<Instant>;
  /** How much; below 0 only where the log's `refunds` allow it. */
  amount: OptionalSchema<number>;
  /** What was done. */
  name: OptionalSchema<string>;
  /** The currency of the amount. */
  currency: OptionalSchema<string>;
  /** What tells this event from all others. */
  id: OptionalSchema<CustomerId>;
};

/**
 * One row of events. Extend it with your own fields, `z.extend(eventRow, { plan: z.string() })`, and say which of the
 * optional ones your rows have, `z.required(eventRow, { amount: true })`. Fields it does not name are left out.
 */
export const eventRow: z.ZodMiniObject<EventRowShape, z.core.$strip> = /* @__PURE__ */ made(() =>
  z.object(
    {
      customer: customerId,
      at: instant,
      amount: z.optional(count),
      name: z.optional(text),
      currency: z.optional(text),
      id: z.optional(customerId),
    },
    must('an object'),
  ),
);

/** The fields of a tenure, by the names that `tenureLog` has for them. */
export type TenureRowShape = {
  /** Whose tenure it is. */
  customer: Schema<CustomerId>;
  /** Its first instant. */
  from: Schema<Instant>;
  /** The first instant after it; null or Infinity where it is open. */
  to: Schema<Instant | null>;
  /** What is paid each time. */
  amount: OptionalSchema<number>;
  /** How often it is paid. */
  billing: OptionalSchema<BillingInput>;
  /** The currency of the amount. */
  currency: OptionalSchema<string>;
  /** The tenure's state, in your own words. */
  status: OptionalSchema<AttributeValue>;
  /** Why it ended, in your own words; null for none. */
  reason: OptionalSchema<AttributeValue>;
  /** What tells this tenure from all others. */
  id: OptionalSchema<CustomerId>;
};

/**
 * One row of tenures, to be extended as `eventRow` is. An open end has to be said, by null or Infinity: a row that lacks
 * `to` may have it under another name, and would seem to stay for ever.
 */
export const tenureRow: z.ZodMiniObject<TenureRowShape, z.core.$strip> = /* @__PURE__ */ made(() =>
  z.object(
    {
      customer: customerId,
      from: instant,
      to: z.union([instant, z.null(), z.custom<number>((value) => value === Infinity)], must(END.expected)),
      amount: z.optional(quantity),
      billing: z.optional(billingInput),
      currency: z.optional(text),
      status: z.optional(attributeValue),
      reason: z.optional(attributeValue),
      id: z.optional(customerId),
    },
    must('an object'),
  ),
);
