import { dateMilliseconds } from './dateMilliseconds.ts';

/** Why an input was refused: a closed list, so that a program can act on it. */
export type InputErrorCode =
  | 'above-limit'
  | 'after-as-of'
  | 'below-limit'
  | 'conflicting-duplicate'
  | 'duplicate-id'
  | 'length-mismatch'
  | 'missing-field'
  | 'mixed-currencies'
  | 'not-a-count'
  | 'not-a-date'
  | 'not-a-function'
  | 'not-a-log'
  | 'not-a-number'
  | 'not-a-quantity'
  | 'not-a-record'
  | 'not-a-text'
  | 'not-an-attribute'
  | 'not-an-id'
  | 'not-an-instant'
  | 'not-an-option'
  | 'not-on-scale'
  | 'not-rows'
  | 'reversed-interval'
  | 'too-many-periods'
  | 'unknown-field'
  | 'unknown-option'
  | 'unknown-time-zone'
  | 'unlike-definitions'
  | 'unmatched-refund';

/** One thing that is wrong with an input, in the form of Standard Schema's issues. */
export interface InputIssue {
  /** The whole sentence. */
  readonly message: string;
  /** Where: argument, then index and field. */
  readonly path: readonly (string | number)[];
  /** Why it was refused. */
  readonly code: InputErrorCode;
  /** The rule, as it reads after "must be". */
  readonly expected: string;
  /** What came, shortened to 64 characters. */
  readonly received: string;
}

/** How many issues an error carries at most; `issueCount` counts them all. */
export const MAX_ISSUES = 20;

const MAX_RECEIVED = 64;

/** What came, in words short enough for a message, whatever it is. */
export function describe(value: unknown): string {
  const text = describeWhole(value);
  return text.length > MAX_RECEIVED ? `${text.slice(0, MAX_RECEIVED - 1)}…` : text;
}

function describeWhole(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_RECEIVED));
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const milliseconds = dateMilliseconds(value);
  if (milliseconds === undefined) return 'an object';
  return Number.isNaN(milliseconds) ? 'Invalid Date' : new Date(milliseconds).toISOString();
}

/** The path as it is written in code: `rows[17].amount`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Builds one issue; `received` is the value itself, put into words here. */
export function inputIssue(
  code: InputErrorCode,
  metric: string,
  path: readonly (string | number)[],
  expected: string,
  received: unknown,
): InputIssue {
  const came = describe(received);
  const message = `${metric}: "${pathText(path)}" must be ${expected}; received ${came}`;
  return { message, path, code, expected, received: came };
}

/**
 * An input that breaks a rule. The message names the metric, the argument, the rule and what came.
 *
 * The ESM and the CJS copy of the library each have a class of their own: tell these errors with `isInputError`.
 */
export class InputError extends RangeError {
  /** `'InputError'`. */
  override readonly name = 'InputError';
  /** Why the first issue was refused. */
  readonly code: InputErrorCode;
  /** The function that refused. */
  readonly metric: string;
  /** Where the first issue is. */
  readonly path: readonly (string | number)[];
  /** The rule that was broken, as it reads after "must be". */
  readonly expected: string;
  /** What came, shortened to 64 characters. */
  readonly received: string;
  /** Up to 20 issues, in input order. */
  readonly issues: readonly InputIssue[];
  /** How many issues there were in all. */
  readonly issueCount: number;

  /** Made by the library; `issues` holds at least one. */
  constructor(metric: string, issues: readonly [InputIssue, ...InputIssue[]], issueCount: number = issues.length) {
    const [first] = issues;
    super(issueCount > 1 ? `${first.message} (the first of ${issueCount} issues)` : first.message);
    this.code = first.code;
    this.metric = metric;
    this.path = first.path;
    this.expected = first.expected;
    this.received = first.received;
    this.issues = issues;
    this.issueCount = issueCount;
  }
}

/** Throws the `InputError` of a single issue. */
export function refuse(
  code: InputErrorCode,
  metric: string,
  path: readonly (string | number)[],
  expected: string,
  received: unknown,
): never {
  throw new InputError(metric, [inputIssue(code, metric, path, expected, received)]);
}

/**
 * Whether an error is this library's `InputError`, from whichever copy of the library (ESM or CJS) it came.
 *
 * @param error - anything that was caught
 * @returns whether it is one
 * @example
 * isInputError(new Error('something else')) // false
 */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError' && 'issueCount' in error;
}
