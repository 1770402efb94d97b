import type { Period } from '../time/types.ts';
import type { BillingInterval, CodedColumn } from './types.ts';
import type { ValueKind } from './valueKind.ts';

/** How often an amount is billed: every period, or every so many of them. */
export type BillingInput = Period | BillingInterval;

const PERIODS = ['day', 'week', 'month', 'quarter', 'year'];

/** A billing interval as one text, so that equal ones are one value: `'3 month'`. What is none stays as it is. */
export function billingKey(value: unknown): unknown {
  if (typeof value === 'string') return PERIODS.includes(value) ? `1 ${value}` : value;
  if (typeof value !== 'object' || value === null) return value;
  const { every, period } = value as BillingInterval;
  return Number.isSafeInteger(every) && every > 0 && PERIODS.includes(period) ? `${every} ${period}` : value;
}

/** Billing intervals, as the texts that `billingKey` makes. */
export const BILLING: ValueKind = {
  isValid: (value) => typeof value === 'string' && /^[1-9]\d{0,15} (day|week|month|quarter|year)$/.test(value),
  code: 'not-an-option',
  expected: "'day', 'week', 'month', 'quarter', 'year' or { every, period }",
};

/** The intervals that the texts stand for. */
export function billingColumn({ codes, values }: CodedColumn<string>): CodedColumn<BillingInterval> {
  const intervals = values.map((text) => {
    const [every, period] = text.split(' ');
    return { every: Number(every), period: period as Period };
  });
  return { codes, values: intervals };
}
