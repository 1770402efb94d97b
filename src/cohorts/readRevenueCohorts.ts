import { refuse } from '../core/errors.ts';
import { isAlike } from './isAlike.ts';
import { readCohorts } from './readCohorts.ts';
import type { Cohort, CohortDefinition, CohortTable } from './types.ts';

/**
 * Refuses tables whose amounts are not those of all members in one period after another, and gives a copy of the cohorts.
 */
export function readRevenueCohorts(metric: string, table: CohortTable): Cohort[] {
  const cohorts = readCohorts(metric, table);
  const { definition } = table;
  const demand = (field: keyof CohortDefinition, isMet: boolean, rule: string): void => {
    if (!isMet) refuse('not-an-option', metric, ['table', 'definition', field], rule, definition[field]);
  };
  const { entry, clock, columns, brackets, match, minimumEvents } = definition;
  const many = 'cells of other tables are about fewer members the later they are';
  demand('entry', entry !== 'attribute', `cohorts of periods: ${many}`);
  demand('clock', clock === 'calendar', `'calendar': ${many}`);
  demand('columns', isAlike(calendarOf(columns), calendarOf(definition)), `the periods of the cohorts: ${many}`);
  demand('brackets', brackets === undefined, 'left out: more periods bring more than period 0');
  demand('match', match === 'on', `'on': by others amounts are not those of the period`);
  demand('minimumEvents', minimumEvents === 1, '1: amounts of periods with fewer events are left out');
  for (const [place, { cells }] of cohorts.entries())
    if (cells.length > 0 && cells[0]!.period !== 0) {
      const path = `table.cohorts[${place}].cells[0].period`;
      refuse('not-an-option', metric, [path], '0, the period in which the members came', cells[0]!.period);
    }
  return cohorts;
}

function calendarOf(calendar: CohortDefinition['columns']): unknown {
  const { period, timeZone, weekStartsOn, every, anchor, fiscal } = calendar ?? {};
  return { period, timeZone, weekStartsOn, every, anchor, fiscal };
}
