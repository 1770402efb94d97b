import { describe, expect, test } from 'vitest';
import { cohortRevenueRetention } from '../../src/cohorts/cohortRevenueRetention.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cumulativeValuePerMember } from '../../src/cohorts/cumulativeValuePerMember.ts';
import type { RetentionPooling } from '../../src/cohorts/pooledRate.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import cases from '../reference/published/cohortCurveCases.json' with { type: 'json' };
import { plainTable } from './plainTables.ts';

/** Tenths of a percent, as sources print them, in the column after period 0. */
function percent(table: CohortTable, pooling: RetentionPooling): number {
  const point = retentionCurve(table, { pooling }).points.find(({ period }) => period === 1)!;
  return Math.round(point.rate * 1000) / 10;
}

describe('one table, several averages, as others publish them', () => {
  test('Mixpanel weights counts by size and sizes by size: 56 %, where pooled is 60 % and the mean of rates 65 %', () => {
    const [one, other] = cases.weightedTwice.cohorts as [Cohort, Cohort];
    const table = plainTable({
      '2024-01': [[one.size, one.retained]],
      '2024-02': [[other.size, other.retained]],
      // Under way, so that no average looks at it.
      '2024-03': [[700, 10, 'partial']],
    });
    const { percent: theirs } = cases.weightedTwice;
    expect(theirs).toEqual({ sizeWeightedTwice: 56, pooledMature: 60, simpleMean: 65 });
    const names = ['sizeWeightedTwice', 'pooledMature', 'simpleMean'] as const;
    expect(names.map((name) => percent(table, name))).toEqual(names.map((name) => theirs[name]));
  });

  test('PostHog, issue 25998: 1.8 % pooled, 10 % by the mean of rates; of two, the median is the mean', () => {
    const [one, other] = cases.weighted.cohorts as [Cohort, Cohort];
    const table = plainTable({ '2024-01': [[one.size, one.retained]], '2024-02': [[other.size, other.retained]] });
    expect(percent(table, 'pooledMature')).toBe(cases.weighted.percent.pooledMature);
    expect(percent(table, 'simpleMean')).toBe(cases.weighted.percent.simpleMean);
    expect(percent(table, 'median')).toBe(10);
  });

  test('OpenPanel without a date to look from: zeros that are taken for observed pool to 10 % and 4 %', () => {
    const labels = ['2024-01', '2024-02', '2024-03'];
    const rows = cases.everyPeriodMature.cohorts.map(
      ([size, ...retained], place) => [labels[place]!, retained.map((count) => [size!, count] as const)] as const,
    );
    const { points } = retentionCurve(plainTable(Object.fromEntries(rows)));
    const rounded = points.map(({ period, rate }) => [String(period), Math.round(rate * 100) / 100]);
    expect(Object.fromEntries(rounded.slice(2))).toEqual(cases.everyPeriodMature.rateAt);
  });
});

interface Cohort {
  readonly size: number;
  readonly retained: number;
}

describe('money of cohorts, as PostHog sums it up', () => {
  const tableOf = (events: readonly (readonly (string | number)[])[], entry: 'recurring' | 'firstEvent') =>
    cohortTable(
      eventLog(events, {
        customer: ([customer]) => customer as string,
        at: ([, at]) => Date.parse(at as string),
        amount: ([, , amount]) => amount as number,
      }),
      { period: 'day', asOf: Date.UTC(2020, 5, 17), entry },
    );

  test('amounts of cohorts into which one comes again: each row from its own first day', () => {
    const { cohorts, points } = cohortRevenueRetention(tableOf(cases.sums.events, 'recurring'));
    expect(cohorts.map(({ cells }) => cells.map(({ amount }) => amount))).toEqual(cases.sums.values);
    // 250 + 450 + 0 of 110 + 250 + 450 a day later, by the three cohorts of somebody.
    expect(points[1]).toEqual({ period: 1, cohorts: 3, amount: 700, amountInPeriod0: 810, rate: 700 / 810 });
  });

  test('sizes stay counts of customers beside amounts: 150 of three', () => {
    const table = tableOf(cases.sumsAndSizes.events, 'firstEvent');
    const [first] = table.cohorts;
    expect(first!.cells[0]!.amount).toBe(cases.sumsAndSizes.value);
    expect(first!.cells.slice(0, 3).map(({ retained }) => retained)).toEqual(cases.sumsAndSizes.counts);
    const [value] = cumulativeValuePerMember(table).cohorts;
    expect(value!.cells.slice(0, 3).map(({ valuePerMember }) => valuePerMember)).toEqual([50, 220 / 3, 250 / 3]);
  });

  test('what came back before the start is not counted: 50, without the 999 of two hours earlier', () => {
    const log = eventLog(cases.sumsAfterStart.events, {
      customer: ([customer]) => customer as string,
      at: ([, at]) => Date.parse(at as string),
      amount: ([, , amount]) => amount as number,
      name: ([, , , name]) => name as string,
    });
    const table = cohortTable(log, {
      ...{ period: 'day', asOf: Date.UTC(2020, 5, 12), start: { name: 'signup' }, return: { name: 'buy' } },
    });
    expect(cohortRevenueRetention(table).cohorts[0]!.cells[0]!.amount).toBe(cases.sumsAfterStart.value);
  });
});
