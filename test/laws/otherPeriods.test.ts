// Rooms know nothing of hours, of several periods that make one, and of fiscal calendars: what they make of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { customerMovements } from '../../src/rates/customerMovements.ts';
import { engagementByPeriod } from '../../src/rates/engagementByPeriod.ts';
import { repeatPurchaseRates } from '../../src/rates/repeatPurchaseRates.ts';
import { surveyAnswersByPeriod } from '../../src/surveys/surveyAnswersByPeriod.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { events, plainPeriodCohorts, plainPlanCohorts, plainTable, reachesBack } from '../cohorts/cohortOracle.ts';
import { countsOf, plainMovement, tenures } from '../rates/movementOracle.ts';
import { anyBlocks, anyFiscalPeriods, anyHours } from '../time/anyCalendar.ts';
import { RETAIL } from '../time/retail.ts';
import { anyRows, CENTS, type Rows, START } from './results.ts';
import { runs } from './runs.ts';

/** The same rows in a 40th of the time, a day or so, from another instant on. */
function squeezed({ orders, tenures: rows, asOf }: Rows, from: number): Rows {
  const place = (at: number) => (at === Infinity ? at : from + Math.round((at - START) / 40));
  return {
    orders: orders.map((row) => ({ ...row, at: place(row.at) })),
    tenures: rows.map((row) => ({ ...row, from: place(row.from), to: place(row.to) })),
    asOf: place(asOf),
  };
}

/** Evenings before summer time began or ended in some zone of those that are tried. */
const EVENINGS = ['2011-11-06T00:00Z', '2012-03-10T23:00Z', '2012-03-31T12:00Z', '2011-12-30T00:00Z'].map(Date.parse);

const anyCase: fc.Arbitrary<{ rows: Rows; options: PeriodOptions }> = fc.oneof(
  fc.record({
    rows: fc.tuple(anyRows(CENTS), fc.constantFrom(...EVENINGS)).map(([rows, from]) => squeezed(rows, from)),
    options: anyHours,
  }),
  fc.record({ rows: anyRows(CENTS), options: fc.oneof(anyBlocks, anyFiscalPeriods) }),
);

/** The periods from that of the first instant on to the one that holds the last before asOf. */
function frames(first: number, asOf: number, options: PeriodOptions) {
  const found: { label: string; from: number; to: number }[] = [];
  for (let place = 0; ; place++) {
    const [from, to] = [addPeriods(first, place, options), addPeriods(first, place + 1, options)];
    if (from >= asOf) return found;
    if (from < to) found.push({ label: periodLabel(from, options), from, to });
  }
}

describe('with hours, several that make one, and fiscal periods', () => {
  test('cohortTable is what the oracle of sets makes of it, and says by which periods', () => {
    fc.assert(
      fc.property(anyCase, ({ rows: { orders, asOf }, options }) => {
        fc.pre(reachesBack({ rows: orders, asOf }));
        const table = cohortTable(events(orders), { ...options, asOf });
        expect(plainTable(table)).toEqual(plainPeriodCohorts(orders, options, asOf));
        const byPlan = cohortTable(events(orders), { ...options, asOf, attribute: 'plan' });
        expect(plainTable(byPlan)).toEqual(plainPlanCohorts(orders, options, asOf, 'first'));
        expect(table.definition).toMatchObject(options);
      }),
      runs(150),
    );
  });

  test('customerMovements counts in each what the oracle counts between its ends', () => {
    fc.assert(
      fc.property(anyCase, ({ rows: { tenures: rows, asOf }, options }) => {
        const { periods, definition } = customerMovements(tenures(rows, asOf), options);
        const first = Math.min(asOf, ...rows.map(({ from }) => from));
        const expected = first < asOf ? frames(first, asOf, options) : [];
        // A day or a block of length zero has its record here.
        const long = periods.filter(({ from, to }) => from < to);
        expect(long.map(({ label, from, to }) => ({ label, from, to }))).toEqual(expected);
        for (const period of long)
          expect(countsOf(period)).toEqual(plainMovement(rows, period.from, Math.min(period.to, asOf)));
        expect(definition).toMatchObject(options);
      }),
      runs(100),
    );
  });

  test('surveyAnswersByPeriod puts each answer into the period that holds it', () => {
    fc.assert(
      fc.property(anyCase, ({ rows: { orders, asOf }, options }) => {
        const parts = surveyAnswersByPeriod(events(orders), { ...options, asOf, answers: 'all' });
        const seen = orders.filter(({ at }) => at < asOf);
        const first = Math.min(...seen.map(({ at }) => at));
        expect(parts.map(({ label, from, to }) => ({ label, from, to }))).toEqual(
          seen.length === 0 ? [] : frames(first, asOf, options),
        );
        for (const { from, to, scores, definition } of parts) {
          const within = seen.filter(({ at }) => periodStart(at, options) === from && at < to);
          expect([...scores].sort()).toEqual(within.map(({ amount }) => amount).sort());
          expect(definition).toMatchObject(options);
        }
      }),
      runs(100),
    );
  });

  test('engagementByPeriod counts a day in each of its hours that a customer was there', () => {
    fc.assert(
      fc.property(anyCase, ({ rows: { orders, asOf }, options }) => {
        const { timeZone } = options as Required<PeriodOptions>;
        const { periods } = engagementByPeriod(events(orders), { ...options, asOf });
        const dayOf = (at: number) => periodStart(at, { period: 'day', timeZone });
        for (const { from, to, activeDays, activities, customers } of periods) {
          const within = orders.filter(({ at }) => at >= from && at < to && at < asOf);
          expect(activities).toBe(within.length);
          expect(customers).toBe(new Set(within.map(({ customer }) => customer)).size);
          expect(activeDays).toBe(new Set(within.map(({ customer, at }) => `${customer} ${dayOf(at)}`)).size);
        }
      }),
      runs(100),
    );
  });
});

test('the night that summer time ends in New York has the hour from one twice, as cohorts and as columns', () => {
  const at = ['05:10', '05:50', '06:05', '07:59'].map((time) => Date.parse(`2024-11-03T${time}Z`));
  const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada', 'bob'], at });
  const options = { period: 'hour', timeZone: 'America/New_York', asOf: new Date('2024-11-03T08:00Z') } as const;
  const { cohorts } = cohortTable(log, options);
  expect(cohorts.map(({ label, cells }) => [label, ...cells.map(({ retained }) => retained)])).toEqual([
    ['2024-11-03T01:00-04:00', 2, 1, 1],
    ['2024-11-03T01:00-05:00', 0, 0],
    ['2024-11-03T02:00-05:00', 0],
  ]);
});

test('the fourteen weeks of the long retail quarter of 2023 are one row of movements, and of first orders', () => {
  const [joined, left] = [Date.parse('2023-11-01T00:00Z'), Date.parse('2024-02-03T23:00Z')];
  const asOf = new Date('2024-02-04T00:00Z');
  const log = tenureLogFromColumns({ customer: ['ada'], from: [joined], to: [left] }, { asOf });
  const { periods } = customerMovements(log, { period: 'fiscalQuarter', fiscal: RETAIL });
  expect(periods.map(({ label, from, to, state }) => [label, (to - from) / (7 * 86_400_000), state])).toEqual([
    ['FY2023-Q4', 14, 'observed'],
  ]);
  const orders = eventLogFromColumns({ customer: ['ada', 'ada'], at: [joined, left] });
  const rates = repeatPurchaseRates(orders, { period: 'fiscalYear', fiscal: RETAIL, within: 30, asOf });
  expect(rates.periods.map(({ label, newBuyers, state }) => [label, newBuyers, state])).toEqual([
    ['FY2023', 1, 'observed'],
  ]);
});
