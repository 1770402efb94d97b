import { type EventLog, eventLog, mergeEventLogs, type SurveyScale, type TextReader } from 'tenure';
import { readPieces } from './inFile.ts';
import { timeReader } from './timeReader.ts';

/** A file of answers to a survey, and its columns. */
export interface AnswerFile {
  readonly file: string;
  /** The option that names its columns. */
  readonly namedBy: string;
  readonly columns: { readonly customer: string; readonly at: string; readonly score: string };
  readonly scale: SurveyScale;
}

/** Reads a CSV file of answers into a log of scores. */
export async function readAnswers({ file, namedBy, columns, scale }: AnswerFile, timeZone: string): Promise<EventLog> {
  const { customer, at, score } = columns;
  let reader: TextReader<string> | undefined;
  const logs = await readPieces({ file, namedBy, columns: { customer, at, amount: score } }, (rows) => {
    reader ??= timeReader(at, rows, { timeZone });
    return eventLog(rows, { customer, at: reader, amount: scoreReader(score, scale) });
  });
  return mergeEventLogs(logs);
}

/** Reads a column of scores; one off the scale is refused with its line. */
function scoreReader(column: string, { lowest, highest }: SurveyScale): TextReader<string> {
  const read = (row: { readonly [name: string]: string | undefined }): number => {
    const text = row[column] ?? '';
    const score = /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
    return score >= lowest && score <= highest ? score : Number.NaN;
  };
  return Object.assign(read, { column, expected: `a whole number from ${lowest} to ${highest}` });
}
