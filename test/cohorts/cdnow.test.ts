import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import { civilDate } from '../../src/log/civilDate.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { dataFile } from '../data.ts';

const file = dataFile('cdnow-sample.csv');

/** Orders of the 1/10 sample of CDNOW, amounts in cents. */
function orders() {
  const [, ...lines] = readFileSync(file!, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, sampleId, date, , amount] = line.split(',');
    return { id: sampleId!, date: date!, cents: Math.round(Number(amount) * 100) };
  });
}

describe.skipIf(file === undefined)(
  'CDNOW: customers of a music shop whose first order was in the spring of 1997',
  () => {
    const table = () => {
      const log = eventLog(orders(), { customer: 'id', at: civilDate('date', { timeZone: 'UTC' }), amount: 'cents' });
      return cohortTable(log, { period: 'month', asOf: new Date('1998-07-01T00:00:00Z') });
    };

    test('781, 857 and 719 came in January, February and March', () => {
      const { cohorts } = table();
      expect(cohorts).toHaveLength(18);
      expect(cohorts.map(({ label, size }) => [label, size]).slice(0, 4)).toEqual([
        ['1997-01', 781],
        ['1997-02', 857],
        ['1997-03', 719],
        ['1997-04', 0],
      ]);
      expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(2357);
    });

    test('of those of January 124, 95, 70, 65 and 77 ordered in the months after it', () => {
      const [january] = table().cohorts;
      expect(january!.cells.slice(0, 6).map(({ retained }) => retained)).toEqual([781, 124, 95, 70, 65, 77]);
      expect(january!.cells).toHaveLength(18);
      expect(january!.cells.every(({ state }) => state === 'observed')).toBe(true);
    });

    test('all amounts are in the table, to the cent', () => {
      const cents = orders().reduce((sum, order) => sum + BigInt(order.cents), 0n);
      const cells = table().cohorts.flatMap((cohort) => cohort.cells);
      expect(cells.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(cents);
    });

    test('their curve pools three cohorts up to 15 months and two, then one, after that', () => {
      const { points } = retentionCurve(table());
      expect(points.slice(14).map(({ period, cohorts, members }) => [period, cohorts, members])).toEqual([
        [14, 3, 2357],
        [15, 3, 2357],
        [16, 2, 1638],
        [17, 1, 781],
      ]);
    });
  },
);
