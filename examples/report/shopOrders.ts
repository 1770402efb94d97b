import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decimalNumber, type EventLog, eventLog, isoInstant, type TenureLog, tenureLog } from 'tenure';
import { civilToInstant } from 'tenure/time';
import { SHOP_FOLDER, writeShop } from '../shop/writeShop.ts';
import type { Market } from './analyse.ts';
import type { ReportOptions } from './options.ts';
import { marginText, type ReportInput } from './ownOrders.ts';
import { type CsvPiece, type CsvRow, readCsv } from './readCsv.ts';
import { inFile } from './readOrders.ts';

/** The markets of the bundled shop: each has its own day and its own money. */
const MARKETS = [
  { market: 'US', name: 'United States', timeZone: 'America/New_York', currency: 'USD' },
  { market: 'DE', name: 'Germany', timeZone: 'Europe/Berlin', currency: 'EUR' },
] as const;

/** Reads the bundled shop's files; they are made where they are not there yet. */
export async function shopOrders({ period, lapseAfter, grossMargin }: ReportOptions): Promise<ReportInput> {
  if (!existsSync(join(SHOP_FOLDER, 'truth.csv'))) writeShop();
  const customers = await readShop('customers.csv', ['customer_id', 'market', 'acquisition_cost']);
  const orders = await readShop('orders.csv', ['order_id', 'customer_id', 'at', 'amount', 'market', 'currency']);
  const subscriptions = await readShop('subscriptions.csv', [
    'subscription_id',
    'customer_id',
    'started_at',
    'ended_at',
  ]);
  const answers = await readShop('answers.csv', ['customer_id', 'at', 'survey', 'score']);
  const markets = MARKETS.map(({ market, name, timeZone, currency }): Market => {
    const asOf = civilToInstant({ year: 2026, month: 1, day: 1 }, { timeZone });
    const ofMarket = customers.rows.filter((row) => row.market === market);
    const ids = new Set(ofMarket.map((row) => row.customer_id));
    return {
      title: `Ostervane Coffee & Tea, ${name}`,
      orders: orderLog(pieceOf(orders, (row) => row.market === market)),
      subscriptions: subscriptionLog(
        pieceOf(subscriptions, (row) => ids.has(row.customer_id)),
        asOf,
      ),
      answers: answerLog(pieceOf(answers, (row) => ids.has(row.customer_id))),
      period,
      timeZone,
      asOf,
      lapseAfter,
      currency,
      acquisitionCost: ofMarket.reduce((sum, row) => sum + Number(row.acquisition_cost), 0) / ofMarket.length,
      grossMargin,
    };
  });
  const settings = [
    ['files', 'examples/data: customers.csv, orders.csv, subscriptions.csv, answers.csv (an invented shop)'],
    ['order ids', 'refunds are taken off their order'],
    ['acquisition cost', 'mean of the customers of the market'],
    ['gross margin', marginText(grossMargin)],
  ] as const;
  return { title: 'Ostervane Coffee & Tea', markets, settings };
}

function orderLog(piece: CsvPiece): EventLog {
  const fields = {
    customer: 'customer_id',
    at: isoInstant('at'),
    amount: decimalNumber('amount'),
    currency: 'currency',
    id: 'order_id',
  };
  return inFile('orders.csv', piece, () => eventLog(piece.rows, fields, { refunds: 'net' }));
}

function subscriptionLog(piece: CsvPiece, asOf: number): TenureLog {
  const fields = {
    customer: 'customer_id',
    from: isoInstant('started_at'),
    to: isoInstant('ended_at', { empty: 'open' }),
    id: 'subscription_id',
  };
  return inFile('subscriptions.csv', piece, () => tenureLog(piece.rows, fields, { asOf }));
}

function answerLog(piece: CsvPiece): EventLog {
  const fields = { customer: 'customer_id', at: isoInstant('at'), amount: decimalNumber('score'), name: 'survey' };
  return inFile('answers.csv', piece, () => eventLog(piece.rows, fields));
}

async function readShop(name: string, columns: readonly string[]): Promise<CsvPiece> {
  for await (const piece of readCsv(join(SHOP_FOLDER, name), columns, Infinity)) return piece;
  throw new Error(`${name} is empty`);
}

function pieceOf({ rows, lines }: CsvPiece, keep: (row: CsvRow) => boolean): CsvPiece {
  const places = rows.flatMap((row, place) => (keep(row) ? [place] : []));
  return { rows: places.map((place) => rows[place]!), lines: places.map((place) => lines[place]!) };
}
