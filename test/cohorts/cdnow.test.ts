import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cohortRevenueRetention } from '../../src/cohorts/cohortRevenueRetention.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cumulativeValuePerMember } from '../../src/cohorts/cumulativeValuePerMember.ts';
import { mergeCohortTables } from '../../src/cohorts/mergeCohortTables.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import { suppressSmallCells } from '../../src/cohorts/suppressSmallCells.ts';
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

    // Python, by dictionaries of sets, on the same file: 345 of 2357 one month later, of rates 124/781, 134/857 and 87/719.
    test('a month later 14.64 % are back of all together; the mean of the three rates is 14.54 %, their middle one 15.64 %', () => {
      const rateBy = (pooling: 'pooledMature' | 'simpleMean' | 'median') =>
        retentionCurve(table(), { pooling }).points[1]!.rate;
      expect(rateBy('pooledMature')).toBeCloseTo(0.1463725074246924, 15);
      expect(rateBy('simpleMean')).toBeCloseTo(0.14537719690364004, 15);
      expect(rateBy('median')).toBe(134 / 857);
    });

    // Python, whole cents: sums over the months after that of the first order.
    test('they bring 18 % of their first month a month later, 9 % a year later, and 92.35 each within 13 months', () => {
      const { cohorts, points } = cohortRevenueRetention(table());
      expect(cohorts[0]!.cells.slice(0, 4).map(({ amount }) => amount)).toEqual([2859270, 700373, 424164, 375536]);
      expect([0, 1, 12, 16].map((period) => [points[period]!.amount, points[period]!.amountInPeriod0])).toEqual([
        [9483487, 9483487],
        [1752513, 9483487],
        [843156, 9483487],
        [405869, 6202278],
      ]);
      const value = cumulativeValuePerMember(table()).points;
      expect([0, 1, 12, 17].map((period) => [value[period]!.members, value[period]!.amount])).toEqual([
        [2357, 9483487],
        [2357, 11236000],
        [2357, 21767679],
        [781, 7884279],
      ]);
      expect(value[12]!.valuePerMember).toBeCloseTo(9235.33262622, 8);
    });

    test('the tables of two halves of the customers give the table of all, to the cent', () => {
      const part = (isFirst: boolean) => {
        const rows = orders().filter(({ id }) => (Number(id) % 2 === 0) === isFirst);
        const log = eventLog(rows, { customer: 'id', at: civilDate('date', { timeZone: 'UTC' }), amount: 'cents' });
        return cohortTable(log, { period: 'month', asOf: new Date('1998-07-01T00:00:00Z') });
      };
      expect(mergeCohortTables(part(true), part(false))).toEqual(table());
    });

    test('with at least 40 customers a figure, months of fewer are hidden, and beside each the one of the smaller cohort', () => {
      const { cohorts } = suppressSmallCells(table(), { minimumCustomers: 40 });
      const hidden = Array.from({ length: 18 }, (_, period) =>
        cohorts.flatMap(({ cells }, place) => (cells[period]?.state === 'suppressed' ? [place] : [])),
      );
      // 32 and 38 of March's ordered 13 and 14 months later; 37, 37 and 33 of January's 15 to 17 months later.
      expect(hidden.slice(0, 13).flat()).toEqual([]);
      expect(hidden.slice(13)).toEqual([[0, 2], [0, 2], [0, 2], [0, 1], [0]]);
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
