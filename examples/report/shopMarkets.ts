import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decimalNumber, type EventLog, eventLog, filterEvents, isoInstant, type TenureLog, tenureLog } from 'tenure';
import { civilToInstant } from 'tenure/time';
import { SHOP_FOLDER, writeShop } from '../shop/writeShop.ts';
import { inFile } from './inFile.ts';
import { type Market, type ReportInput, SATISFACTION_SCALE } from './market.ts';
import type { ReportOptions } from './options.ts';
import { marginText } from './ownMarkets.ts';
import { type CsvPiece, type CsvRow, readCsv } from './readCsv.ts';

const TITLE = 'Ostervane Coffee & Tea';

/** The markets of the bundled shop: each has its own day and its own money. */
const MARKETS = [
  { market: 'US', name: 'United States', timeZone: 'America/New_York', currency: 'USD' },
  { market: 'DE', name: 'Germany', timeZone: 'Europe/Berlin', currency: 'EUR' },
] as const;

const SUBSCRIPTION_COLUMNS = ['subscription_id', 'customer_id', 'started_at', 'ended_at', 'end_reason'];

/** Reads the bundled shop's files; they are made where they are not there yet. */
export async function shopMarkets({ period, lapseAfter, grossMargin }: ReportOptions): Promise<ReportInput> {
  if (!existsSync(join(SHOP_FOLDER, 'truth.csv'))) writeShop();
  const customers = await readShop('customers.csv', ['customer_id', 'market', 'acquisition_cost']);
  const files = {
    orders: await readShop('orders.csv', ['order_id', 'customer_id', 'at', 'amount', 'currency']),
    subscriptions: await readShop('subscriptions.csv', SUBSCRIPTION_COLUMNS),
    answers: await readShop('answers.csv', ['customer_id', 'at', 'survey', 'score']),
    visits: await readShop('visits.csv', ['customer_id', 'at']),
    tickets: await readShop('tickets.csv', ['ticket_id', 'customer_id', 'opened_at', 'resolved_at']),
  };
  const markets = MARKETS.map(({ market, name, timeZone, currency }): Market => {
    const asOf = civilToInstant({ year: 2026, month: 1, day: 1 }, { timeZone });
    const ofMarket = customers.rows.filter((row) => row.market === market);
    const ids = new Set(ofMarket.map((row) => row.customer_id));
    const pieceOf = (piece: CsvPiece): CsvPiece => rowsWhere(piece, (row) => ids.has(row.customer_id));
    const answers = answerLog(pieceOf(files.answers));
    return {
      name,
      title: `${TITLE}, ${name}`,
      orders: orderLog(pieceOf(files.orders)),
      subscriptions: spanLog('subscriptions.csv', pieceOf(files.subscriptions), SUBSCRIPTION, asOf),
      promoterAnswers: filterEvents(answers, { name: 'nps' }),
      satisfactionAnswers: filterEvents(answers, { name: 'csat' }),
      satisfactionScale: SATISFACTION_SCALE,
      visits: visitLog(pieceOf(files.visits)),
      tickets: spanLog('tickets.csv', pieceOf(files.tickets), TICKET, asOf),
      failedPayments: failureLog(pieceOf(files.subscriptions)),
      period,
      timeZone,
      dataFrom: civilToInstant({ year: 2024, month: 1, day: 1 }, { timeZone }),
      asOf,
      lapseAfter,
      currency,
      acquisitionCost: ofMarket.reduce((sum, row) => sum + Number(row.acquisition_cost), 0) / ofMarket.length,
      grossMargin,
    };
  });
  const settings = [
    ['files', `examples/data: customers, ${Object.keys(files).join(', ')} (an invented shop)`],
    ['order ids', 'refunds are taken off their order'],
    ['acquisition cost', 'mean of the customers of the market'],
    ['gross margin', marginText(grossMargin)],
  ] as const;
  return { title: TITLE, markets, settings };
}

/** Columns of what lasts from one instant to another. */
interface SpanColumns {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const SUBSCRIPTION: SpanColumns = { id: 'subscription_id', from: 'started_at', to: 'ended_at' };
const TICKET: SpanColumns = { id: 'ticket_id', from: 'opened_at', to: 'resolved_at' };

function orderLog(piece: CsvPiece): EventLog {
  const columns = {
    customer: 'customer_id',
    at: 'at',
    amount: 'amount',
    currency: 'currency',
    id: 'order_id',
  } as const;
  const fields = { ...columns, at: isoInstant('at'), amount: decimalNumber('amount') };
  return inFile({ file: 'orders.csv', columns }, piece, (rows) => eventLog(rows, fields, { refunds: 'net' }));
}

function answerLog(piece: CsvPiece): EventLog {
  const columns = { customer: 'customer_id', at: 'at', amount: 'score', name: 'survey' } as const;
  const fields = { ...columns, at: isoInstant('at'), amount: decimalNumber('score') };
  return inFile({ file: 'answers.csv', columns }, piece, (rows) => eventLog(rows, fields));
}

function visitLog(piece: CsvPiece): EventLog {
  const columns = { customer: 'customer_id', at: 'at' } as const;
  return inFile({ file: 'visits.csv', columns }, piece, (rows) => eventLog(rows, { ...columns, at: isoInstant('at') }));
}

/** A box that ended since a payment failed is the failure of that day. */
function failureLog(piece: CsvPiece): EventLog {
  const failed = rowsWhere(piece, (row) => row.end_reason === 'payment_failed');
  const columns = { customer: 'customer_id', at: 'ended_at' } as const;
  const fields = { ...columns, at: isoInstant('ended_at') };
  return inFile({ file: 'subscriptions.csv', columns }, failed, (rows) => eventLog(rows, fields));
}

function spanLog(file: string, piece: CsvPiece, { id, from, to }: SpanColumns, asOf: number): TenureLog {
  const columns = { customer: 'customer_id', from, to, id };
  const fields = { ...columns, from: isoInstant(from), to: isoInstant(to, { empty: 'open' }) };
  return inFile({ file, columns }, piece, (rows) => tenureLog(rows, fields, { asOf }));
}

async function readShop(name: string, columns: readonly string[]): Promise<CsvPiece> {
  for await (const piece of readCsv(join(SHOP_FOLDER, name), columns, { rowsAtOnce: Infinity })) return piece;
  throw new Error(`${name} is empty`);
}

function rowsWhere({ rows, lines }: CsvPiece, keep: (row: CsvRow) => boolean): CsvPiece {
  const places = rows.flatMap((row, place) => (keep(row) ? [place] : []));
  return { rows: places.map((place) => rows[place]!), lines: places.map((place) => lines[place]!) };
}
