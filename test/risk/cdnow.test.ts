// A back-test on real orders: would the lateness of customers by their own rhythm have announced their silence?
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../src/log/civilDate.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { tenuresFromEvents } from '../../src/log/tenuresFromEvents.ts';
import { alertLift } from '../../src/risk/alertLift.ts';
import { alertPrecision } from '../../src/risk/alertPrecision.ts';
import { alertRecall } from '../../src/risk/alertRecall.ts';
import { backtestAlerts } from '../../src/risk/backtestAlerts.ts';
import { purchaseLateness } from '../../src/risk/purchaseLateness.ts';
import { riskScores } from '../../src/risk/riskScores.ts';
import { dataFile } from '../data.ts';

const file = dataFile('cdnow-sample.csv');

interface Line {
  readonly sample_id: string;
  readonly date: string;
}

describe.skipIf(file === undefined)('a back-test on the orders of CDNOW', () => {
  const lines: Line[] = file === undefined ? [] : parse(readFileSync(file), { columns: true });
  const orders = eventLog(lines, { customer: 'sample_id', at: civilDate('date') });
  const losses = tenuresFromEvents(orders, { lapseAfter: 120, asOf: Date.UTC(1998, 6, 1) });
  const looks = Array.from({ length: 17 }, (_, month) => Date.UTC(1997, 2 + month, 1));
  const backtest = backtestAlerts(
    { orders },
    {
      score: (then, asOf) => riskScores([purchaseLateness(then.orders, { asOf })]),
      rules: [{ name: 'late', enterAt: 0.5, leaveAt: 0.25 }],
      ...{ looks, losses, horizonDays: 90 },
    },
  );

  test('has the counts that a program of its own, in Python, comes to', () => {
    const { alerts: _alerts, losses: _losses, definition: _definition, ...counts } = backtest;
    expect(counts).toEqual({
      ...{ caughtAlerts: 282, falseAlerts: 192, caughtEarlyAlerts: 13, pendingAlerts: 38, otherAlerts: 179 },
      ...{ caughtLosses: 295, missedLosses: 2495, baseCustomers: 4516, baseLosses: 1742 },
      ...{ unassessedCustomers: 9211, unassessedLosses: 6259, warningDaysQuartiles: [1, 21.5, 39, 64, 89] },
    });
  });

  test('has each alert and each loss in one count', () => {
    expect(282 + 192 + 13 + 38 + 179).toBe(backtest.alerts.length);
    expect(295 + 2495).toBe(backtest.losses.customers.length);
  });

  test('finds few of the losses, since most are of customers of one or two orders, but is half again as often right as chance', () => {
    expect(alertPrecision(backtest)).toBeCloseTo(0.595, 3);
    expect(alertRecall(backtest)).toBeCloseTo(0.106, 3);
    expect(alertLift(backtest)).toBeCloseTo(1.542, 3);
  });
});
