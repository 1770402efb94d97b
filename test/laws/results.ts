import fc from 'fast-check';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import type { EventLog, TenureLog } from '../../src/log/types.ts';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { churnRate } from '../../src/rates/churnRate.ts';
import { churnRateOverPeriods } from '../../src/rates/churnRateOverPeriods.ts';
import { customerGrowthRate } from '../../src/rates/customerGrowthRate.ts';
import { customerMovement } from '../../src/rates/customerMovement.ts';
import { customerMovements } from '../../src/rates/customerMovements.ts';
import { reactivationRate } from '../../src/rates/reactivationRate.ts';
import { repeatPurchaseRate } from '../../src/rates/repeatPurchaseRate.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { averageOrderValue } from '../../src/value/averageOrderValue.ts';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../src/value/netCustomerLifetimeValue.ts';
import { purchaseFrequency } from '../../src/value/purchaseFrequency.ts';
import { type EventRow, events, reachesBack } from '../cohorts/cohortOracle.ts';
import { type TenureRow, tenures } from '../rates/movementOracle.ts';

export const DAY = 86_400_000;
/** The first day of the invented rows. */
export const START = Date.UTC(2011, 11, 10);

/** What the laws are about: orders, tenures, and up to when they tell. */
export interface Rows {
  readonly orders: readonly EventRow[];
  readonly tenures: readonly TenureRow[];
  readonly asOf: number;
}

/** What is computed from rows: tallies and tables, and the rates and values made of them. */
export function resultsOf(orders: EventLog, memberships: TenureLog, options: PeriodOptions) {
  const { asOf } = memberships;
  const table = cohortTable(orders, { ...options, asOf });
  const movement = customerMovement(memberships, { from: asOf - 30 * DAY, to: asOf });
  const totals = purchaseTotals(orders);
  const churn = churnRate(movement);
  const parts = {
    averageOrderValue: averageOrderValue(totals),
    purchaseFrequency: purchaseFrequency(totals),
    lifespan: averageLifespan({ churnRate: churn }),
  };
  return {
    table,
    byPlan: cohortTable(orders, { ...options, asOf, attribute: 'plan' }),
    curve: retentionCurve(table),
    movement,
    movements: customerMovements(memberships, options),
    totals,
    rates: {
      churn,
      retention: retentionRate(movement),
      growth: customerGrowthRate(movement),
      reactivation: reactivationRate(movement),
      repeatPurchase: repeatPurchaseRate(totals),
      yearlyChurn: churnRateOverPeriods({ churnRate: churn, periods: 12 }),
      frequency: parts.purchaseFrequency,
      lifespan: parts.lifespan,
    },
    values: {
      averageOrderValue: parts.averageOrderValue,
      lifetimeValue: customerLifetimeValue(parts),
      freeLifetimeValue: netCustomerLifetimeValue({ ...parts, acquisitionCost: 0 }),
    },
  };
}

export type Results = ReturnType<typeof resultsOf>;

/** The results of rows. */
export function results({ orders, tenures: rows, asOf }: Rows, options: PeriodOptions): Results {
  return resultsOf(events(orders), tenures(rows, asOf), options);
}

const PEOPLE = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'];

/** Rows of eight customers in some months; no two orders at the same instant, so that first and last are certain. */
export function anyRows(amount: fc.Arbitrary<number>): fc.Arbitrary<Rows> {
  const order = fc.record<EventRow>({
    customer: fc.constantFrom(...PEOPLE),
    at: fc.nat(40 * 24 * 60).map((minutes) => START + minutes * 60_000),
    amount,
    plan: fc.constantFrom<EventRow['plan'][]>('S', 'L', null, 5, '5'),
  });
  const tenure = fc
    .record({
      customer: fc.constantFrom(...PEOPLE),
      start: fc.nat(45),
      days: fc.oneof(fc.nat(30), fc.constant(Infinity)),
    })
    .map(({ customer, start, days }) => ({
      customer,
      from: START + start * DAY,
      to: START + (start + days) * DAY,
    }));
  return fc
    .record({
      orders: fc.uniqueArray(order, { selector: ({ at }) => at, maxLength: 40 }),
      tenures: fc.array(tenure, { maxLength: 20 }),
      asOf: fc.integer({ min: 5, max: 45 }).map((days) => START + days * DAY),
    })
    .filter(hasPast);
}

/** Whether there is something to look back at from `asOf`, as tables ask; of no orders at all they ask nothing. */
export function hasPast({ orders, asOf }: Pick<Rows, 'orders' | 'asOf'>): boolean {
  return reachesBack({ rows: orders, asOf });
}

/** Amounts in cents, whose sums are exact. */
export const CENTS = fc.nat(1e6);
/** Amounts that round. */
export const FRACTIONS = fc.oneof(
  fc.constant(0),
  fc.nat(1e7).map((thousandths) => (thousandths + 1) / 1000),
  fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
);

/** The paths and values of all numbers and texts in a result, in order: what `Object.is` can compare one by one. */
export function leavesOf(value: unknown): [path: string, leaf: unknown][] {
  const leaves: [string, unknown][] = [];
  const walk = (inner: unknown, path: string): void => {
    if (typeof inner !== 'object' || inner === null) leaves.push([path, inner]);
    else for (const key of Object.keys(inner)) walk((inner as Record<string, unknown>)[key], `${path}.${key}`);
  };
  walk(value, '');
  return leaves;
}

/** Whether a leaf is money. */
export const isMoney = (path: string): boolean =>
  /\.(amount|amountPerMember|amountPerRetained|revenue)$|^\.values\./.test(path);

/** The same table with cohorts in the order of their labels, where rows do not tell the order. */
export function sortedByPlan(given: Results): Results {
  const cohorts = [...given.byPlan.cohorts].sort((one, other) => one.from - other.from);
  return { ...given, byPlan: { ...given.byPlan, cohorts } };
}
