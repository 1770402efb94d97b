import { basename } from 'node:path';
import { type InputError, isInputError } from 'tenure';
import { type CsvPiece, type CsvRow, ReportError, readCsv } from './readCsv.ts';

/** A CSV file, and which of its columns is which field of a log. */
export interface CsvSource {
  readonly file: string;
  readonly columns: Readonly<Record<string, string | undefined>>;
  /** The option that names the columns, where they have names of their own. */
  readonly namedBy?: string;
}

/** Builds a log; what is wrong with a row is told by file, line and column. */
export function inFile<Log>(source: CsvSource, piece: CsvPiece, build: (rows: readonly CsvRow[]) => Log): Log {
  try {
    return build(piece.rows);
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new ReportError(lineProblem(source, piece, error));
  }
}

/** Reads a CSV file piece by piece into one log a piece, so that its rows need not be in memory all at once. */
export async function readPieces<Log>(
  source: CsvSource,
  build: (rows: readonly CsvRow[]) => Log,
  rowsAtOnce?: number,
): Promise<Log[]> {
  const columns = Object.values(source.columns).filter((column) => column !== undefined);
  const hint = source.namedBy && `; say with ${source.namedBy} which of them they are`;
  const logs: Log[] = [];
  for await (const piece of readCsv(source.file, columns, { rowsAtOnce, hint }))
    logs.push(inFile(source, piece, build));
  return logs;
}

function lineProblem({ file, columns }: CsvSource, piece: CsvPiece, error: InputError): string {
  const { path, expected, received, issueCount } = error;
  const [, row, field] = path;
  // What is wrong with a text names its column already; what is wrong between two fields names the log's field.
  const column = Object.values(columns).includes(String(field)) ? field : (columns[String(field)] ?? field);
  const line = typeof row === 'number' ? `, line ${piece.lines[row]}` : '';
  const others = issueCount > 1 ? `; ${(issueCount - 1).toLocaleString('en-US')} more like it` : '';
  const hint = expected.includes('at least 0')
    ? '. Are there refunds? Name the column of order ids with --order-id'
    : '';
  return `${basename(file)}${line}: "${column}" must be ${expected}, but there stands ${received}${others}${hint}`;
}
