// Cohort tables written down by their counts, without a log.
import type { Cohort, CohortCell, CohortDefinition, CohortTable } from '../../src/cohorts/types.ts';

/** What a plain monthly table rests on. */
export const MONTHLY: CohortDefinition = {
  ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
  ...{ entry: 'firstEvent', attribute: undefined, start: undefined, return: undefined },
  ...{ match: 'on', minimumEvents: 1, clock: 'calendar' },
  columns: { period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
  ...{ blockLength: undefined, floorTo: undefined, brackets: undefined, lastPeriod: undefined, base: 'cohort' },
  ...{ from: undefined, asOf: Date.UTC(2025, 0, 1), level: 0.95, method: 'wilson', currency: undefined },
};

/** What an attribute's table rests on. */
export const BY_PLAN: CohortDefinition = {
  ...MONTHLY,
  ...{ entry: 'attribute', attribute: { name: 'plan', value: 'first' } },
};

/** Members and retained of the columns after period 0, and whether the column is under way. */
export type Row = readonly (readonly [members: number, retained: number, state?: CohortCell['state']])[];

/** A table of cohorts by their label: a month, or an attribute's value. Period 0 holds as many as the first column. */
export function plainTable(
  rows: Readonly<Record<string, Row>>,
  definition: CohortDefinition = MONTHLY,
): CohortTable & { readonly cohorts: readonly Cohort[] } {
  const isAttribute = definition.entry === 'attribute';
  const cohorts = Object.entries(rows).map(([label, row]) => ({
    label,
    value: isAttribute ? label : undefined,
    from: isAttribute ? 0 : Date.parse(`${label}-01T00:00:00Z`),
    size: row[0]?.[0] ?? 0,
    returnedInPeriod0: 0,
    cells: [[row[0]?.[0] ?? 0, row[0]?.[0] ?? 0] as const, ...row].map(([members, retained, state], period) =>
      plainCell(period, members, retained, state),
    ),
  }));
  return { cohorts, definition };
}

function plainCell(
  period: number,
  members: number,
  retained: number,
  state: CohortCell['state'] = 'observed',
): CohortCell {
  return {
    ...{ period, lastPeriod: period, members, retained, base: members },
    rate: members === 0 ? Number.NaN : retained / members,
    interval: { lower: Number.NaN, upper: Number.NaN },
    ...{ amount: Number.NaN, amountPerMember: Number.NaN, amountPerRetained: Number.NaN, state },
  };
}
