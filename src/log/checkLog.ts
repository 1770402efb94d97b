import { refuse } from '../core/errors.ts';
import type { EventLog, TenureLog } from './types.ts';

function kindOf(log: unknown): unknown {
  return typeof log === 'object' && log !== null && 'kind' in log ? log.kind : undefined;
}

/** Refuses what is not an event log. */
export function checkEventLog(metric: string, log: EventLog): void {
  if (kindOf(log) !== 'events') refuse('not-a-log', metric, ['log'], 'an EventLog, as eventLog builds it', log);
}

/** Refuses what is not a tenure log. */
export function checkTenureLog(metric: string, log: TenureLog): void {
  if (kindOf(log) !== 'tenures') refuse('not-a-log', metric, ['log'], 'a TenureLog, as tenureLog builds it', log);
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
