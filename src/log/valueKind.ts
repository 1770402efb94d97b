import { INSTANT_RULE, isInstant, toMilliseconds } from '../core/checks.ts';
import type { InputErrorCode } from '../core/errors.ts';

/** What the values of a column must be. */
export interface ValueKind {
  readonly isValid: (value: unknown) => boolean;
  readonly code: InputErrorCode;
  /** The rule, as it reads after "must be". */
  readonly expected: string;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Ids of customers, events and tenures. An empty text is refused: it is a missing id, and would join strangers. */
export const ID: ValueKind = {
  isValid: (value) => isText(value) || Number.isFinite(value),
  code: 'not-an-id',
  expected: 'a text that is not empty or a finite number',
};

/** Event names and currencies. */
export const TEXT: ValueKind = { isValid: isText, code: 'not-a-text', expected: 'a text that is not empty' };

/** The caller's own columns. */
export const ATTRIBUTE: ValueKind = {
  isValid: (value) =>
    value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value),
  code: 'not-an-attribute',
  expected: 'a text, a finite number, true, false or null',
};

/** Instants, as whole milliseconds. */
export const INSTANT: ValueKind = {
  isValid: (value) => typeof value === 'number' && isInstant(value),
  code: 'not-an-instant',
  expected: INSTANT_RULE,
};

/** Amounts that may be negative. */
export const FINITE: ValueKind = { isValid: Number.isFinite, code: 'not-a-number', expected: 'a finite number' };

/** Amounts that may not be negative. */
export const QUANTITY: ValueKind = {
  isValid: (value) => typeof value === 'number' && value >= 0 && value < Infinity,
  code: 'not-a-quantity',
  expected: 'a finite number of at least 0',
};

/** Ends of tenures. */
export const END: ValueKind = {
  isValid: (value) => !Number.isNaN(toEnd(value)),
  code: 'not-an-instant',
  expected: `${INSTANT_RULE}, or null where the tenure is open`,
};

/** The end of a tenure in milliseconds: Infinity where it is open, NaN where it is no end. */
export function toEnd(value: unknown): number {
  return value === null || value === undefined || value === Infinity ? Infinity : toMilliseconds(value);
}
