import { readFileSync } from 'node:fs';
import { dataFile } from '../data.ts';

/** One quarter of the pay-television company's filings: counts in millions. */
export interface Quarter {
  readonly end: string;
  readonly subscribers: number;
  readonly grossAdditions: number | undefined;
  readonly netAdditions: number;
  readonly monthlyChurn: number | undefined;
}

/** The file of the filings; undefined where it is not there. */
export const dishFile = dataFile('dish-pay-tv-quarterly.csv');

/** The quarters in order. */
export function readQuarters(file: string): Quarter[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [end, , subscribers, gross, net, churn] = line.split(',');
    return {
      end: end!,
      subscribers: Number(subscribers),
      grossAdditions: gross === '' ? undefined : Number(gross),
      netAdditions: Number(net),
      monthlyChurn: churn === '' ? undefined : Number(churn),
    };
  });
}
