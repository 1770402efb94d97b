import { readFileSync } from 'node:fs';
import { civilDate } from '../../src/log/civilDate.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { dataFile } from '../data.ts';

const file = dataFile('cdnow-sample.csv');

/** Whether the orders of CDNOW are there; tests on them are skipped where they are not. */
export const hasCdnow: boolean = file !== undefined;

/** The orders of the 1/10 sample of CDNOW, 1997-01-01 to 1998-06-30, amounts in dollars, their dates those of a zone. */
export function cdnowLog(timeZone = 'UTC'): EventLog {
  const [, ...lines] = readFileSync(file!, 'utf8').trim().split('\n');
  const rows = lines.map((line) => {
    const [, id, date, , amount] = line.split(',');
    return { id: id!, date: date!, dollars: Number(amount) };
  });
  return eventLog(rows, { customer: 'id', at: civilDate('date', { timeZone }), amount: 'dollars' });
}

/** The end of the calibration that the published figures have: orders up to 1997-09-30. */
export const CALIBRATION_END: number = Date.UTC(1997, 9, 1);

/** The end of the data. */
export const HOLDOUT_END: number = Date.UTC(1998, 6, 1);
