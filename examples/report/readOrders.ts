import { basename } from 'node:path';
import {
  civilDate,
  civilDateTime,
  decimalNumber,
  type EventLog,
  eventLog,
  type InputError,
  isInputError,
  isoInstant,
  mergeEventLogs,
  type TextReader,
} from 'tenure';
import { type CsvPiece, ReportError, readCsv } from './readCsv.ts';

/** Which columns of a file of orders hold what. */
export interface OrderColumns {
  readonly customer: string;
  readonly at: string;
  readonly amount: string;
  /** Orders are told apart, and refunds taken off them, by it. */
  readonly orderId: string | undefined;
  readonly currency: string | undefined;
}

/** Orders, and how their times were read. */
export interface Orders {
  readonly log: EventLog;
  readonly timeFormat: string;
}

/** Reads a CSV file of orders into a log. Only with order ids must the whole file be in memory at once. */
export async function readOrders(file: string, columns: OrderColumns, timeZone: string): Promise<Orders> {
  const { customer, at, amount, orderId, currency } = columns;
  const needed = [customer, at, amount, orderId, currency].filter((column) => column !== undefined);
  const logs: EventLog[] = [];
  let reader: TextReader<string> | undefined;
  for await (const piece of readCsv(file, needed, orderId === undefined ? undefined : Infinity)) {
    reader ??= timeReader(at, piece.rows[0]?.[at] ?? '', timeZone);
    const fields = {
      customer,
      at: reader,
      amount: decimalNumber(amount),
      ...(currency === undefined ? {} : { currency }),
      ...(orderId === undefined ? {} : { id: orderId }),
    };
    const refunds = orderId === undefined ? 'refuse' : 'net';
    logs.push(inFile(file, piece, () => eventLog(piece.rows, fields, { refunds })));
  }
  return { log: mergeEventLogs(logs), timeFormat: reader?.expected ?? '' };
}

/** The first row says how times are written; a row written otherwise is then an error. */
function timeReader(column: string, first: string, timeZone: string): TextReader<string> {
  if (first.length === 10) return civilDate(column, { timeZone });
  return /(Z|[+-]\d\d:?\d\d)$/.test(first) ? isoInstant(column) : civilDateTime(column, { timeZone });
}

/** Builds a log; what is wrong with a row is told by file, line and column. */
export function inFile<Log>(file: string, piece: CsvPiece, build: () => Log): Log {
  try {
    return build();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new ReportError(lineProblem(file, piece, error));
  }
}

function lineProblem(file: string, piece: CsvPiece, { path, expected, received, issueCount }: InputError): string {
  const [, row, column] = path;
  const line = typeof row === 'number' ? `, line ${piece.lines[row]}` : '';
  const others = issueCount > 1 ? `; ${(issueCount - 1).toLocaleString('en-US')} more like it` : '';
  const hint = expected.includes('at least 0')
    ? '. Are there refunds? Name the column of order ids with --order-id'
    : '';
  return `${basename(file)}${line}: "${column}" must be ${expected}, but there stands ${received}${others}${hint}`;
}
