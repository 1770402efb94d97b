import type { IssueList } from '../core/issues.ts';
import type { CalendarPeriod } from '../time/types.ts';
import { plainColumn } from './columnInput.ts';
import { codeFor } from './columns.ts';
import type { BillingInterval, CodedColumn } from './types.ts';
import type { ValueKind } from './valueKind.ts';

/** How often an amount is billed: every period, or every so many of them. */
export type BillingInput = CalendarPeriod | BillingInterval;

const PERIODS = ['day', 'week', 'month', 'quarter', 'year'];

/** A billing interval as one text, so that equal ones are one value: `'3 month'`; undefined for what is none. */
export function billingKey(value: unknown): string | undefined {
  if (typeof value === 'string') return PERIODS.includes(value) ? `1 ${value}` : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { every, period } = value as BillingInterval;
  return Number.isSafeInteger(every) && every > 0 && PERIODS.includes(period) ? `${every} ${period}` : undefined;
}

/** Billing intervals. */
export const BILLING: ValueKind = {
  isValid: (value) => billingKey(value) !== undefined,
  code: 'not-an-option',
  expected: "'day', 'week', 'month', 'quarter', 'year' or { every, period }",
};

/** A column of billing intervals as their texts. */
export function billingKeys(issues: IssueList, column: ArrayLike<BillingInput>, length: number): CodedColumn<string> {
  const codeOf = new Map<unknown, number>();
  const values = plainColumn(issues, 'billing', column, length, BILLING);
  const codes = Int32Array.from(values, (value) => codeFor(codeOf, billingKey(value)));
  return { codes, values: [...codeOf.keys()] as string[] };
}

/** The intervals that the texts stand for. */
export function billingColumn({ codes, values }: CodedColumn<string>): CodedColumn<BillingInterval> {
  const intervals = values.map((text) => {
    const [every, period] = text.split(' ');
    return { every: Number(every), period: period as CalendarPeriod };
  });
  return { codes, values: intervals };
}
