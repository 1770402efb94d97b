import { basename } from 'node:path';
import { type EventLog, isInputError, splitBy } from 'tenure';
import { addPeriods, civilToInstant } from 'tenure/time';
import type { Market } from './analyse.ts';
import { date, percent } from './format.ts';
import type { ReportOptions } from './options.ts';
import { ReportError } from './readCsv.ts';
import { readOrders } from './readOrders.ts';

/** What is to be reported on, and what was assumed, in words. */
export interface ReportInput {
  readonly title: string;
  readonly markets: readonly Market[];
  readonly settings: readonly (readonly [string, string])[];
}

/** Reads anyone's file of orders. */
export async function ownOrders(file: string, options: ReportOptions): Promise<ReportInput> {
  const { timeZone, period, lapseAfter, acquisitionCost, grossMargin } = options;
  checkZone(timeZone);
  const { log, timeFormat } = await readOrders(file, options, timeZone);
  const asOf = options.asOf === undefined ? dayAfterLast(log, timeZone) : readAsOf(options.asOf, timeZone);
  checkAsOf(log, asOf, timeZone);
  const title = basename(file);
  const plain = { period, timeZone, asOf, lapseAfter, acquisitionCost, grossMargin };
  const market = { ...plain, subscriptions: undefined, answers: undefined };
  const markets =
    options.currency === undefined
      ? [{ ...market, title, orders: log, currency: undefined }]
      : splitBy(log, 'currency', { value: 'each' }).map((part) => {
          const currency = String(part.value);
          return { ...market, title: `${title}, ${currency}`, orders: part.log, currency };
        });
  const settings = [
    ['file', file],
    ['columns', `customer "${options.customer}", at "${options.at}", amount "${options.amount}"`],
    ['times', `${timeFormat}, in ${timeZone}`],
    [
      'order ids',
      options.orderId === undefined
        ? 'none: every row counts, refunds are refused'
        : `"${options.orderId}": refunds are taken off their order`,
    ],
    ['currency', options.currency === undefined ? 'one, not named' : `column "${options.currency}"`],
    ['acquisition cost', Number.isNaN(acquisitionCost) ? 'not given' : String(acquisitionCost)],
    ['gross margin', marginText(grossMargin)],
  ] as const;
  return { title, markets, settings };
}

/** What the values are of, in words. */
export function marginText(grossMargin: number): string {
  return Number.isNaN(grossMargin)
    ? 'not given: values are of revenue'
    : `${percent(grossMargin)}: values are of margin`;
}

/** The start of the day after the last order: that day is over, as far as the file can tell. */
function dayAfterLast(log: EventLog, timeZone: string): number {
  const last = log.at.reduce((latest, at) => Math.max(latest, at), -Infinity);
  return addPeriods(last, 1, { period: 'day', timeZone });
}

function checkAsOf(log: EventLog, asOf: number, timeZone: string): void {
  const first = log.at.reduce((earliest, at) => Math.min(earliest, at), Infinity);
  if (asOf <= first) throw new ReportError(`--as-of must be after the first order, ${date(first, timeZone)}`);
}

function readAsOf(text: string, timeZone: string): number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  try {
    return civilToInstant({ year: Number(year), month: Number(month), day: Number(day) }, { timeZone });
  } catch {
    throw new ReportError(`--as-of must be a day such as 2024-03-31, not "${text}"`);
  }
}

function checkZone(timeZone: string): void {
  try {
    civilToInstant({ year: 2000, month: 1, day: 1 }, { timeZone });
  } catch (error) {
    if (isInputError(error))
      throw new ReportError(`--time-zone must be a name such as Europe/Berlin, not "${timeZone}"`);
    throw error;
  }
}
