import type { CustomerId } from '../../src/core/types.ts';
import type { RiskScores, ScoredIndicator } from '../../src/risk/types.ts';

export const DAY = 86_400_000;

/** One customer's score, and the risks and contributions of indicators by name. */
export interface ScoredCustomer {
  readonly customer: CustomerId;
  readonly score: number;
  readonly risks?: Readonly<Record<string, number>>;
  readonly contributions?: Readonly<Record<string, number>>;
}

/** How an indicator is observed: when, and for how long that counts. */
export interface MadeIndicator {
  readonly name: string;
  readonly observedAt?: number;
  readonly staleAfterDays?: number;
}

/** Scores put together by hand. An indicator lists those of whom it has a risk, in reverse order. */
export function madeScores(
  asOf: number,
  rows: readonly ScoredCustomer[],
  indicators: readonly MadeIndicator[] = [],
): RiskScores {
  const column = (values: readonly number[]) => Float64Array.from(values);
  const parts = indicators.map(({ name, observedAt = asOf, staleAfterDays }): ScoredIndicator => {
    const known = rows.filter(({ risks }) => risks?.[name] !== undefined).reverse();
    const risk = column(known.map(({ risks }) => risks![name]!));
    return {
      ...{ name, weight: 1, staleAfterDays },
      contribution: column(rows.map(({ contributions }) => contributions?.[name] ?? Number.NaN)),
      place: Int32Array.from(rows, (row) => known.indexOf(row)),
      indicator: {
        customers: known.map(({ customer }) => customer),
        ...{ value: risk, risk, observedAt: column(known.map(() => observedAt)) },
        definition: { name, kind: 'custom', asOf, map: { kind: 'linear', safe: 0, risky: 1 }, settings: {} },
      },
    };
  });
  return {
    customers: rows.map(({ customer }) => customer),
    score: column(rows.map(({ score }) => score)),
    coverage: column(rows.map(() => 1)),
    indicators: parts,
    otherCustomers: 0,
    definition: { asOf, minCoverage: 0.5, population: 'known' },
  };
}
