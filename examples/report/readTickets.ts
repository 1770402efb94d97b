import { mergeTenureLogs, type TenureLog, type TextReader, tenureLog } from 'tenure';
import { readPieces } from './inFile.ts';
import { timeReader } from './timeReader.ts';

/** A file of requests for help, and its columns. */
export interface TicketFile {
  readonly file: string;
  /** The option that names its columns. */
  readonly namedBy: string;
  readonly columns: { readonly customer: string; readonly opened: string; readonly resolved: string };
}

/** Whose clock the times show, and up to when the tickets tell. */
export interface TicketOptions {
  readonly timeZone: string;
  readonly asOf: number;
}

/** Reads a CSV file of tickets into a log; without a time of resolution a ticket is still open. */
export async function readTickets(
  { file, namedBy, columns }: TicketFile,
  { timeZone, asOf }: TicketOptions,
): Promise<TenureLog> {
  const { customer, opened, resolved } = columns;
  let from: TextReader<string> | undefined;
  let to: TextReader<string> | undefined;
  const logs = await readPieces({ file, namedBy, columns: { customer, from: opened, to: resolved } }, (rows) => {
    from ??= timeReader(opened, rows, { timeZone });
    to ??= timeReader(resolved, rows, { timeZone, empty: 'open' });
    return tenureLog(rows, { customer, from, to }, { asOf });
  });
  return mergeTenureLogs(logs);
}
