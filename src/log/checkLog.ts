import { refuse } from '../core/errors.ts';
import type { EventLog, TenureLog } from './types.ts';

type Path = readonly (string | number)[];

/** Whether the columns that all logs have are there: a log that went through JSON has lost its typed arrays. */
function isLog(log: unknown, kind: string, times: readonly string[]): boolean {
  if (typeof log !== 'object' || log === null) return false;
  const { kind: ownKind, customers, offsets, attributes } = log as EventLog;
  if (ownKind !== kind || !Array.isArray(customers) || !Array.isArray(attributes)) return false;
  if (!ArrayBuffer.isView(offsets) || offsets.length !== customers.length + 1) return false;
  return times.every((name) => ArrayBuffer.isView((log as Record<string, unknown>)[name]));
}

function isEventLog(log: unknown): boolean {
  return isLog(log, 'events', ['at']) && typeof (log as EventLog).earliest === 'number';
}

/** Refuses what is not an event log. */
export function checkEventLog(metric: string, log: EventLog, path: Path = ['log']): void {
  if (!isEventLog(log)) refuse('not-a-log', metric, path, 'an EventLog, as eventLog builds it', log);
}

/** Refuses what is not a tenure log. */
export function checkTenureLog(metric: string, log: TenureLog, path: Path = ['log']): void {
  if (!isLog(log, 'tenures', ['from', 'to']))
    refuse('not-a-log', metric, path, 'a TenureLog, as tenureLog builds it', log);
}

/** Refuses what is neither of the two. */
export function checkLog(metric: string, log: EventLog | TenureLog): void {
  if (!isEventLog(log) && !isLog(log, 'tenures', ['from', 'to']))
    refuse('not-a-log', metric, ['log'], 'an EventLog or a TenureLog', log);
}

/** Refuses an instant after the one up to which a log tells. */
export function checkTold(metric: string, name: string, at: number, told: number): void {
  if (at <= told) return;
  const limit = `at or before the log's "asOf" (${new Date(told).toISOString()})`;
  refuse('after-as-of', metric, [name], limit, new Date(at));
}

/** Refuses to add up amounts of several currencies. */
export function checkOneCurrency(metric: string, log: EventLog | TenureLog): void {
  const currencies = currenciesOf(log);
  if (log.amount !== undefined && currencies.length > 1)
    refuse(
      'mixed-currencies',
      metric,
      ['log', 'currency'],
      'one currency: splitBy currency, convertCurrency, or withoutAmounts',
      currencies.join(', '),
    );
}

/** Refuses a log without amounts or with amounts of several currencies, and gives the amounts. */
export function checkAmounts(metric: string, log: EventLog): Float64Array {
  if (log.amount === undefined) refuse('missing-field', metric, ['log', 'amount'], 'in the log', undefined);
  checkOneCurrency(metric, log);
  return log.amount;
}

/** The currencies that rows of a log have, in dictionary order. */
export function currenciesOf(log: EventLog | TenureLog): string[] {
  if (log.currency === undefined) return [];
  const { codes, values } = log.currency;
  const used = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row++) used[codes[row]!] = 1;
  return values.filter((_, code) => used[code] === 1);
}

/** The currency of a log's amounts; undefined where it names none. */
export function currencyOf(log: EventLog | TenureLog): string | undefined {
  return log.amount === undefined ? undefined : currenciesOf(log)[0];
}
