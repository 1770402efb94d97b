import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPeriodOptions } from '../cohorts/cohortOracle.ts';
import { ulpsApart } from '../rates/exact.ts';
import {
  anyRows,
  CENTS,
  FRACTIONS,
  isMoney,
  leavesOf,
  type Results,
  type Rows,
  results,
  sortedByPlan,
} from './results.ts';
import { runs } from './runs.ts';

function shuffled<Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
}

test('the order of rows changes no count, and no sum by more than 2 units in the last place', () => {
  const rowsTwice = anyRows(FRACTIONS).chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.record<Rows>({ orders: shuffled(rows.orders), tenures: shuffled(rows.tenures), asOf: fc.constant(rows.asOf) }),
    ),
  );
  fc.assert(
    fc.property(rowsTwice, anyPeriodOptions, ([rows, other], options) => {
      const expected = leavesOf(sortedByPlan(results(rows, options)));
      const found = leavesOf(sortedByPlan(results(other, options)));
      expect(found.map(([path]) => path)).toEqual(expected.map(([path]) => path));
      found.forEach(([path, leaf], place) => {
        const before = expected[place]![1];
        if (!isMoney(path)) expect([path, leaf]).toEqual([path, before]);
        else if (!Object.is(leaf, before)) expect(ulpsApart(leaf as number, before as number)).toBeLessThanOrEqual(2);
      });
    }),
    runs(30),
  );
});

test('every row once more under fresh customers doubles the counts and leaves every rate as it was', () => {
  fc.assert(
    fc.property(anyRows(CENTS), anyPeriodOptions, (rows, options) => {
      const fresh = <Row extends { readonly customer: string }>(row: Row): Row => ({
        ...row,
        customer: `${row.customer} 2`,
      });
      const twice = {
        orders: [...rows.orders, ...rows.orders.map(fresh)],
        tenures: [...rows.tenures, ...rows.tenures.map(fresh)],
        asOf: rows.asOf,
      };
      const once = results(rows, options);
      const found = results(twice, options);
      expect([found.rates, found.values]).toStrictEqual([once.rates, once.values]);
      const ratesOf = ({ table, byPlan, curve }: Results) =>
        leavesOf({ table, byPlan, curve }).filter(([path]) => /\.(rate|amountPerMember|amountPerRetained)$/.test(path));
      expect(ratesOf(found)).toEqual(ratesOf(once));
      const counts = leavesOf([once.movement, once.movements]).filter(([path]) =>
        /Customers|AtStart|AtEnd|Left/.test(path),
      );
      const doubled = leavesOf([found.movement, found.movements]).filter(([path]) =>
        /Customers|AtStart|AtEnd|Left/.test(path),
      );
      expect(doubled).toEqual(counts.map(([path, count]) => [path, 2 * (count as number)]));
    }),
    runs(30),
  );
});

test('more customers of the same kind narrow the intervals', () => {
  fc.assert(
    fc.property(anyRows(CENTS), anyPeriodOptions, (rows, options) => {
      const fresh = rows.orders.map((row) => ({ ...row, customer: `${row.customer} 2` }));
      const cellsOf = (given: Rows) => results(given, options).table.cohorts.flatMap(({ cells }) => cells);
      const wide = cellsOf(rows);
      cellsOf({ ...rows, orders: [...rows.orders, ...fresh] }).forEach(({ members, interval }, place) => {
        if (members === 0) return;
        const { lower, upper } = wide[place]!.interval;
        expect(interval.upper - interval.lower).toBeLessThan(upper - lower);
      });
    }),
    runs(30),
  );
});

test('amounts times a power of two are money times that power, exactly, and nothing else changes', () => {
  fc.assert(
    fc.property(anyRows(FRACTIONS), anyPeriodOptions, fc.integer({ min: -40, max: 40 }), (rows, options, power) => {
      const orders = rows.orders.map((row) => ({ ...row, amount: row.amount * 2 ** power }));
      const expected = leavesOf(results(rows, options)).map(([path, leaf]) =>
        isMoney(path) ? [path, (leaf as number) * 2 ** power] : [path, leaf],
      );
      expect(leavesOf(results({ ...rows, orders }, options))).toEqual(expected);
    }),
    runs(30),
  );
});
