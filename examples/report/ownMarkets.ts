import { basename } from 'node:path';
import { type EventLog, isInputError, splitBy } from 'tenure';
import { addPeriods, civilToInstant, periodStart } from 'tenure/time';
import { date, percent } from './format.ts';
import { type Market, type ReportInput, SATISFACTION_SCALE } from './market.ts';
import { ofBuyers, readMore } from './moreFiles.ts';
import type { OwnFiles, ReportOptions } from './options.ts';
import { ReportError } from './readCsv.ts';
import { readOrders } from './readOrders.ts';

/** Reads anyone's files. */
export async function ownMarkets(own: OwnFiles, options: ReportOptions): Promise<ReportInput> {
  const { timeZone, acquisitionCost } = own;
  checkZone(timeZone);
  const { log, timeFormat } = await readOrders(own.orders, timeZone);
  const { asOf, dataFrom } = spanOf(log, own);
  const more = await readMore(own, { timeZone, asOf }, log);
  const title = basename(own.orders.file);
  const marketOf = (orders: EventLog, currency: string | undefined): Market => ({
    name: currency ?? title,
    title: currency === undefined ? title : `${title}, ${currency}`,
    orders,
    subscriptions: undefined,
    ...ofBuyers(more.logs, orders),
    failedPayments: undefined,
    satisfactionScale: own.csat?.scale ?? SATISFACTION_SCALE,
    period: options.period,
    timeZone,
    dataFrom,
    asOf,
    lapseAfter: options.lapseAfter,
    currency,
    acquisitionCost,
    grossMargin: options.grossMargin,
  });
  const markets =
    own.orders.currency === undefined
      ? [marketOf(log, undefined)]
      : splitBy(log, 'currency', { value: 'each' }).map((part) => marketOf(part.log, String(part.value)));
  const settings = [...orderSettings(own, timeFormat, options), ...more.settings];
  return { title, markets, settings };
}

function orderSettings(
  { orders, timeZone, acquisitionCost }: OwnFiles,
  timeFormat: string,
  { grossMargin }: ReportOptions,
): [name: string, text: string][] {
  return [
    ['file', orders.file],
    ['columns', `customer "${orders.customer}", at "${orders.at}", amount "${orders.amount}"`],
    ['times', `${timeFormat}, in ${timeZone}`],
    [
      'order ids',
      orders.orderId === undefined
        ? 'none: every row counts, refunds are refused'
        : `"${orders.orderId}": refunds are taken off their order`,
    ],
    ['currency', orders.currency === undefined ? 'one, not named' : `column "${orders.currency}"`],
    ['acquisition cost', Number.isNaN(acquisitionCost) ? 'not given' : String(acquisitionCost)],
    ['gross margin', marginText(grossMargin)],
  ];
}

/** What the values are of, in words. */
export function marginText(grossMargin: number): string {
  return Number.isNaN(grossMargin)
    ? 'not given: values are of revenue'
    : `${percent(grossMargin)}: values are of margin`;
}

/** Since when the orders are all there, and up to when. */
function spanOf(
  log: EventLog,
  { asOf, dataFrom, timeZone }: OwnFiles,
): { readonly asOf: number; readonly dataFrom: number } {
  const day = { period: 'day', timeZone } as const;
  const first = log.at.reduce((earliest, at) => Math.min(earliest, at), Infinity);
  const last = log.at.reduce((latest, at) => Math.max(latest, at), -Infinity);
  // The day after the last order: the last day is over, as far as the file can tell.
  const end = asOf === undefined ? addPeriods(last, 1, day) : readDay('as-of', asOf, timeZone);
  if (end <= first) throw new ReportError(`--as-of must be after the first order, ${date(first, timeZone)}`);
  const begin = dataFrom === undefined ? periodStart(first, day) : readDay('data-from', dataFrom, timeZone);
  if (begin >= end) throw new ReportError(`--data-from must be before the day of the report, ${date(end, timeZone)}`);
  return { asOf: end, dataFrom: begin };
}

function readDay(name: string, text: string, timeZone: string): number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  try {
    return civilToInstant({ year: Number(year), month: Number(month), day: Number(day) }, { timeZone });
  } catch {
    throw new ReportError(`--${name} must be a day such as 2024-03-31, not "${text}"`);
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
