import { expect, test } from 'vitest';
import type { CohortEntry, CohortMatch } from '../../src/cohorts/cohortRules.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { EventChoice } from '../../src/log/eventChoice.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import type { Period, PeriodOptions, Weekday } from '../../src/time/types.ts';
import cases from '../reference/published/cohortRuleCases.json' with { type: 'json' };

interface Choice {
  readonly name: string;
  readonly property?: readonly string[];
}

/** An event of the source: customer, instant, name, and at most one property with its value. */
type SourceEvent = readonly (string | readonly string[])[];

function choiceOf(choice: Choice | null): EventChoice | undefined {
  if (choice === null) return undefined;
  if (choice.property === undefined) return { name: choice.name };
  const [key, value] = choice.property as [string, string];
  return { name: choice.name, where: (event) => event.attribute('property') === `${key}=${value}` };
}

test.each(cases)('PostHog, "$test" ($id): every cell that the source states and had observed', (published) => {
  const options: PeriodOptions = {
    period: published.period as Period,
    weekStartsOn: published.weekStartsOn as Weekday,
  };
  const log = eventLog(published.events as readonly SourceEvent[], {
    customer: ([customer]) => customer as string,
    at: ([, at]) => Date.parse(at as string),
    name: ([, , name]) => name as string,
    attributes: { property: ([, , , property]) => (property === undefined ? null : (property as string[]).join('=')) },
  });
  const firstRow = Date.parse(published.firstRow);
  const [start, back] = [choiceOf(published.start), choiceOf(published.return)];
  const { cohorts } = cohortTable(log, {
    ...options,
    asOf: addPeriods(firstRow, published.counts.length, options),
    entry: published.entry as CohortEntry,
    match: published.match as CohortMatch,
    minimumEvents: published.minimumEvents,
    ...(start && { start }),
    ...(back && { return: back }),
  });
  published.counts.forEach((row, place) => {
    const from = addPeriods(firstRow, place, options);
    const cohort = cohorts.find((own) => own.from === from);
    // Before the first event there is no cohort, of which the source says 0.
    const cells = cohort === undefined ? row.map(() => 0) : cohort.cells.map((cell) => cell.retained);
    const observed = Math.min(row.length, published.counts.length - place);
    expect(cells.slice(0, observed)).toEqual(row.slice(0, observed));
  });
});
