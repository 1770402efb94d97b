import { checkAtMost, checkCount, checkInstant, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { ATTRIBUTE } from '../log/valueKind.ts';
import { checkShownTable, checkTable } from './checkTable.ts';
import type { Cohort, CohortCell, CohortTable } from './types.ts';

/** Refuses what is no cohort table, or one with suppressed figures, and gives a copy of its cohorts. */
export function readCohorts(metric: string, table: CohortTable, name = 'table'): Cohort[] {
  checkTable(metric, table, name);
  return table.cohorts.map((cohort, place) => {
    const path = `${name}.cohorts[${place}]`;
    checkCount(metric, `${path}.size`, cohort.size);
    checkCount(metric, `${path}.returnedInPeriod0`, cohort.returnedInPeriod0);
    checkAtMost(metric, `${path}.returnedInPeriod0`, cohort.returnedInPeriod0, 'size', cohort.size);
    return copyOf(metric, path, cohort, checkInstant(metric, `${path}.from`, cohort.from));
  });
}

/** The same where figures may be suppressed: a count that is not there is NaN. */
export function readShownCohorts(metric: string, table: CohortTable): Cohort[] {
  checkShownTable(metric, table);
  return table.cohorts.map((cohort, place) => {
    const path = `table.cohorts[${place}]`;
    return copyOf(metric, path, cohort, figureOf(metric, `${path}.from`, cohort.from));
  });
}

function copyOf(metric: string, path: string, cohort: Cohort, from: number): Cohort {
  const { label, value } = cohort;
  if (typeof label !== 'string') refuse('not-a-text', metric, [`${path}.label`], 'a text', label);
  if (value !== undefined && !ATTRIBUTE.isValid(value))
    refuse(ATTRIBUTE.code, metric, [`${path}.value`], ATTRIBUTE.expected, value);
  return {
    label,
    value,
    from,
    size: figureOf(metric, `${path}.size`, cohort.size),
    returnedInPeriod0: figureOf(metric, `${path}.returnedInPeriod0`, cohort.returnedInPeriod0),
    cells: cohort.cells.map((cell, place) => copyOfCell(metric, `${path}.cells[${place}]`, cell)),
  };
}

function copyOfCell(metric: string, path: string, cell: CohortCell): CohortCell {
  const figure = (name: Exclude<keyof CohortCell, 'interval' | 'state'>): number =>
    figureOf(metric, `${path}.${name}`, cell[name]);
  checkRecord(metric, `${path}.interval`, cell.interval);
  return {
    period: figure('period'),
    lastPeriod: figure('lastPeriod'),
    members: figure('members'),
    retained: figure('retained'),
    base: figure('base'),
    rate: figure('rate'),
    interval: {
      lower: figureOf(metric, `${path}.interval.lower`, cell.interval.lower),
      upper: figureOf(metric, `${path}.interval.upper`, cell.interval.upper),
    },
    amount: figure('amount'),
    amountPerMember: figure('amountPerMember'),
    amountPerRetained: figure('amountPerRetained'),
    state: cell.state,
  };
}

/** JSON makes null of NaN. */
function figureOf(metric: string, path: string, value: number | null): number {
  if (value === null) return Number.NaN;
  if (typeof value !== 'number' || Math.abs(value) === Infinity)
    refuse('not-a-number', metric, [path], 'a finite number or NaN', value);
  return value + 0;
}
