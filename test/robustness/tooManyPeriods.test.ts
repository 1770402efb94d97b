import { describe, expect, test } from 'vitest';
import { activePeriodCounts } from '../../src/cohorts/activePeriodCounts.ts';
import { activeRetentionRates } from '../../src/cohorts/activeRetentionRates.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { customerLifecycle } from '../../src/cohorts/customerLifecycle.ts';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { customerMovements } from '../../src/rates/customerMovements.ts';
import { engagementByPeriod } from '../../src/rates/engagementByPeriod.ts';
import { repeatPurchaseRates } from '../../src/rates/repeatPurchaseRates.ts';
import { winBackRates } from '../../src/rates/winBackRates.ts';
import { surveyAnswersByPeriod } from '../../src/surveys/surveyAnswersByPeriod.ts';
import { refusalOf } from '../core/refusalOf.ts';

/** Days of five thousand years are more than any table takes. */
const FIRST = Date.UTC(-3000, 0, 1);
const asOf = Date.UTC(2000, 0, 1);
const events = eventLogFromColumns({ customer: ['ada', 'ada'], at: [FIRST, asOf - 1], amount: [1, 2] });
const tenures = tenureLogFromColumns({ customer: ['ada'], from: [FIRST], to: [null] }, { asOf });
const day = { period: 'day' } as const;

const CALLS: readonly (readonly [name: string, call: () => unknown])[] = [
  ['activePeriodCounts', () => activePeriodCounts(events, { ...day, asOf })],
  ['activeRetentionRates', () => activeRetentionRates(events, { ...day, asOf })],
  ['cohortTable', () => cohortTable(events, { ...day, asOf })],
  ['customerLifecycle', () => customerLifecycle(events, { ...day, asOf })],
  ['customerMovements', () => customerMovements(tenures, day)],
  ['customerSummaries', () => customerSummaries(events)],
  ['engagementByPeriod', () => engagementByPeriod(events, { ...day, asOf })],
  ['repeatPurchaseRates', () => repeatPurchaseRates(events, { ...day, within: 30, asOf })],
  ['surveyAnswersByPeriod', () => surveyAnswersByPeriod(events, { ...day, asOf })],
  ['winBackRates', () => winBackRates(tenures, { ...day, within: 30 })],
];

describe('too many periods', () => {
  test.each(CALLS)('are refused by %s in its own name', (name, call) => {
    const { code, metric } = refusalOf(call);
    expect([code, metric]).toEqual(['too-many-periods', name]);
  });
});
