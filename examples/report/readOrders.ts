import { decimalNumber, type EventLog, eventLog, mergeEventLogs, type TextReader } from 'tenure';
import { readPieces } from './inFile.ts';
import { timeReader } from './timeReader.ts';

/** A file of orders, and its columns. */
export interface OrderFile {
  readonly file: string;
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
export async function readOrders({ file, orderId: id, ...columns }: OrderFile, timeZone: string): Promise<Orders> {
  const { customer, at, amount, currency } = columns;
  const rowsAtOnce = id === undefined ? undefined : Infinity;
  let reader: TextReader<string> | undefined;
  const logs = await readPieces(
    { file, columns: { customer, at, amount, currency, id } },
    (rows) => {
      reader ??= timeReader(at, rows, { timeZone });
      const fields = {
        customer,
        at: reader,
        amount: decimalNumber(amount),
        ...(currency === undefined ? {} : { currency }),
        ...(id === undefined ? {} : { id }),
      };
      return eventLog(rows, fields, { refunds: id === undefined ? 'refuse' : 'net' });
    },
    rowsAtOnce,
  );
  return { log: mergeEventLogs(logs), timeFormat: reader?.expected ?? '' };
}
