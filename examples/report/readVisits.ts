import { type EventLog, eventLog, mergeEventLogs, type TextReader } from 'tenure';
import { readPieces } from './inFile.ts';
import { timeReader } from './timeReader.ts';

/** A file of visits, and its columns. */
export interface VisitFile {
  readonly file: string;
  /** The option that names its columns. */
  readonly namedBy: string;
  readonly columns: { readonly customer: string; readonly at: string };
}

/** Reads a CSV file of visits into a log. */
export async function readVisits({ file, namedBy, columns }: VisitFile, timeZone: string): Promise<EventLog> {
  const { customer, at } = columns;
  let reader: TextReader<string> | undefined;
  const logs = await readPieces({ file, namedBy, columns: { customer, at } }, (rows) => {
    reader ??= timeReader(at, rows, { timeZone });
    return eventLog(rows, { customer, at: reader });
  });
  return mergeEventLogs(logs);
}
