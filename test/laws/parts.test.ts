import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeEventLogs } from '../../src/log/mergeEventLogs.ts';
import { mergeTenureLogs } from '../../src/log/mergeTenureLogs.ts';
import { anyPeriodOptions, events } from '../cohorts/cohortOracle.ts';
import { addCounts, countsOf, tenures } from '../rates/movementOracle.ts';
import {
  anyRows,
  CENTS,
  hasPast,
  leavesOf,
  type Results,
  type Rows,
  results,
  resultsOf,
  sortedByPlan,
} from './results.ts';
import { runs } from './runs.ts';

/** The rows of the first customers, or of the others. */
function half({ orders, tenures: rows, asOf }: Rows, isFirst: boolean): Rows {
  const isIn = ({ customer }: { readonly customer: string }): boolean => customer < 'e' === isFirst;
  return { orders: orders.filter(isIn), tenures: rows.filter(isIn), asOf };
}

/** Members, retained and cents by cohort and period. */
function cellsOf({ table }: Results): Map<string, readonly number[]> {
  const cells: [string, readonly number[]][] = [];
  for (const { label, size, returnedInPeriod0, cells: own } of table.cohorts) {
    cells.push([label, [size, returnedInPeriod0]]);
    for (const { period, members, retained, amount, state } of own)
      cells.push([`${label} ${period} ${state}`, [members, retained, amount]]);
  }
  return new Map(cells);
}

test('the counts and cents of two halves of the customers add up to those of all', () => {
  fc.assert(
    fc.property(anyRows(CENTS), anyPeriodOptions, (rows, options) => {
      const parts = [half(rows, true), half(rows, false), rows];
      fc.pre(parts.every(hasPast));
      const [one, other, all] = parts.map((part) => results(part, options));
      expect(addCounts(one!.movement, other!.movement)).toEqual(countsOf(all!.movement));
      for (const name of ['orders', 'buyers', 'repeatBuyers', 'revenue'] as const)
        expect(one!.totals[name] + other!.totals[name]).toBe(all!.totals[name]);
      const [ones, others] = [cellsOf(one!), cellsOf(other!)];
      for (const [cell, numbers] of cellsOf(all!)) {
        const sum = numbers.map((_, place) => (ones.get(cell)?.[place] ?? 0) + (others.get(cell)?.[place] ?? 0));
        expect([cell, sum]).toEqual([cell, numbers]);
      }
    }),
    runs(30),
  );
});

test('a log in two pieces, whatever customers they share, merges to the same results', () => {
  fc.assert(
    fc.property(anyRows(CENTS), anyPeriodOptions, fc.nat(40), (rows, options, cut) => {
      const pieces = <Row>(all: readonly Row[]): Row[][] => [all.slice(0, cut), all.slice(cut)];
      const orders = mergeEventLogs(pieces(rows.orders).map((piece) => events(piece)));
      const memberships = mergeTenureLogs(pieces(rows.tenures).map((piece) => tenures(piece, rows.asOf)));
      const merged = sortedByPlan(resultsOf(orders, memberships, options));
      expect(leavesOf(merged)).toEqual(leavesOf(sortedByPlan(results(rows, options))));
    }),
    runs(30),
  );
});
