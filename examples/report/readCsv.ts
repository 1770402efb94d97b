import { createReadStream, existsSync, statSync } from 'node:fs';
import { stderr } from 'node:process';
import { parse } from 'csv-parse';

/** Something about the input that a person has to put right; the message is all they need to see. */
export class ReportError extends Error {}

/** One row of text by column name. */
export type CsvRow = Record<string, string>;

/** Some rows of a file, and the line of the file that each one ends on. */
export interface CsvPiece {
  readonly rows: readonly CsvRow[];
  readonly lines: readonly number[];
}

/** A long file is read in pieces of so many rows, so that its rows need not be in memory all at once. */
const PIECE = 100_000;

/** How a file is read. */
export interface CsvOptions {
  readonly rowsAtOnce?: number | undefined;
  /** What to do where a column is missing. */
  readonly hint?: string | undefined;
}

/** Reads a CSV file with a header line, piece by piece, and says on long files how far it is. */
export async function* readCsv(
  file: string,
  columns: readonly string[],
  { rowsAtOnce = PIECE, hint = '' }: CsvOptions = {},
): AsyncGenerator<CsvPiece> {
  if (!existsSync(file)) throw new ReportError(`there is no file ${file}`);
  const bytes = statSync(file).size;
  const source = createReadStream(file);
  const parser = source.pipe(
    parse({ columns: (header: string[]) => checkHeader(file, header, columns, hint), bom: true, info: true }),
  );
  source.on('error', (error) => parser.destroy(error));
  let rows: CsvRow[] = [];
  let lines: number[] = [];
  let total = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: CsvRow; info: { lines: number } }>) {
      rows.push(record);
      lines.push(info.lines);
      if (rows.length < rowsAtOnce) continue;
      total += rows.length;
      showProgress(file, total, source.bytesRead / bytes);
      yield { rows, lines };
      rows = [];
      lines = [];
    }
  } catch (error) {
    throw csvProblem(file, error);
  } finally {
    if (total > 0 && stderr.isTTY) stderr.write('\n');
  }
  if (total + rows.length === 0) throw new ReportError(`${file} has no rows under its header`);
  if (rows.length > 0) yield { rows, lines };
}

function checkHeader(file: string, header: readonly string[], columns: readonly string[], hint: string): string[] {
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined)
    throw new ReportError(
      `${file} has no column "${missing}"; its columns are ${header.map((name) => `"${name}"`).join(', ')}${hint}`,
    );
  const twice = header.find((name, place) => header.indexOf(name) !== place);
  if (twice !== undefined) throw new ReportError(`${file} has two columns "${twice}"`);
  return [...header];
}

/** What a person can put right about a file becomes a sentence; anything else is a fault of the program. */
function csvProblem(file: string, error: unknown): Error {
  if (error instanceof ReportError) return error;
  const { message, code, syscall } = error as Error & { code?: string; syscall?: string };
  return code?.startsWith('CSV_') || syscall !== undefined ? new ReportError(`${file}: ${message}`) : (error as Error);
}

/** On a terminal one line that renews itself; in a log a line a million rows. */
function showProgress(file: string, rows: number, share: number): void {
  const text = `${file}: ${rows.toLocaleString('en-US')} rows, ${Math.round(share * 100)} %`;
  if (stderr.isTTY) stderr.write(`\r${text}`);
  else if (rows % 1_000_000 === 0) stderr.write(`${text}\n`);
}
