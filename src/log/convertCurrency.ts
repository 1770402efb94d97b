import { checkFunction, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { addIssue, issueList, throwIssues } from '../core/issues.ts';
import { checkEventLog } from './checkLog.ts';
import type { EventLog } from './types.ts';

/** Into which currency amounts are converted, and how. */
export interface ConvertCurrencyOptions {
  /** The currency that all amounts are to have. */
  readonly to: string;
  /** How much of the new currency one unit of `currency` is worth at an instant (epoch milliseconds). */
  readonly rate: (currency: string, at: number) => number;
}

const METRIC = 'convertCurrency';

/**
 * The same log with all amounts in one currency. Amounts that are in it already stay as they are; for every other one
 * the rate is asked for, and a rate that is missing is an error, never 1.
 *
 * @param log - a log with amounts and currencies
 * @param options - the currency and the rate
 * @returns a log that shares its other columns with the one given
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-text`, `not-a-function`, `missing-field`, `not-a-quantity`
 * @example
 * const log = eventLogFromColumns({ customer: ['a', 'b'], at: [1, 2], amount: [10, 10], currency: ['EUR', 'USD'] });
 * convertCurrency(log, { to: 'EUR', rate: () => 0.5 }).amount // [10, 5]
 */
export function convertCurrency(log: EventLog, options: ConvertCurrencyOptions): EventLog {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['to', 'rate']);
  const { to, rate } = options;
  if (typeof to !== 'string' || to === '') refuse('not-a-text', METRIC, ['to'], 'a currency', to);
  checkFunction(METRIC, 'rate', rate);
  const { amount, currency, at } = log;
  if (amount === undefined || currency === undefined)
    refuse('missing-field', METRIC, ['log', 'currency'], 'in the log, beside amounts', undefined);
  const issues = issueList(METRIC);
  const converted = amount.map((value, row) => {
    const from = currency.values[currency.codes[row]!]!;
    if (from === to) return value;
    const factor = rate(from, at[row]!);
    if (typeof factor === 'number' && factor > 0 && factor < Infinity) return value * factor;
    addIssue(issues, 'not-a-quantity', ['rate', from, at[row]!], 'a finite number above 0', factor);
    return Number.NaN;
  });
  throwIssues(issues);
  return { ...log, amount: converted, currency: { codes: new Int32Array(amount.length), values: [to] } };
}
