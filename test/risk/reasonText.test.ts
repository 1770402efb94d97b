import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import * as risk from '../../src/risk/index.ts';
import type { ReasonFormat, RiskIndicator } from '../../src/risk/types.ts';
import { AS_OF, DAY, indicatorOfRisks } from './handIndicator.ts';

const ago = (...days: readonly number[]): number[] => days.map((day) => AS_OF - day * DAY);

/** Ada's events so many days before the day of looking. */
function adas(daysAgo: readonly number[], amount?: readonly number[]) {
  const columns = { customer: daysAgo.map(() => 'ada'), at: ago(...daysAgo) };
  return eventLogFromColumns(amount === undefined ? columns : { ...columns, amount });
}

function adaTenures(rows: readonly (readonly [from: number, to: number | null])[]) {
  return tenureLogFromColumns(
    {
      customer: rows.map(() => 'ada'),
      from: rows.map(([from]) => AS_OF - from * DAY),
      to: rows.map(([, to]) => (to === null ? null : AS_OF - to * DAY)),
    },
    { asOf: AS_OF },
  );
}

/** What is said of Ada by an indicator. */
function said(indicator: RiskIndicator, format?: ReasonFormat): string | undefined {
  const scores = risk.riskScores([indicator]);
  const options = { customers: ['ada'], ...(format && { format }) };
  return risk.riskReasons(scores, options)[0]?.reasons[0]?.text;
}

const ALWAYS = { kind: 'linear', safe: -1000, risky: 1000 } as const;

describe('reasonText says what was seen', () => {
  test('falling engagement: 1 visit in the last 30 days, of 12 in the 180 before', () => {
    const log = adas([210, 190, 180, 160, 150, 130, 120, 100, 90, 70, 50, 31, 10]);
    // 1 in 30 days is 0.233 a week; 12 in 180 days are 0.467.
    expect(said(risk.engagementDecline(log, { asOf: AS_OF }))).toBe(
      'Activity is at 50 % of the usual: 0.2 a week in the last 30 days, 0.5 before.',
    );
  });

  test('lateness: three orders a week apart, then none for a fortnight', () => {
    expect(said(risk.purchaseLateness(adas([28, 21, 14]), { asOf: AS_OF }))).toBe(
      'No order for 14 days; usually one every 7 days.',
    );
  });

  test('falling order value: 60 after orders of 100', () => {
    const log = adas([50, 40, 30, 20], [100, 100, 100, 60]);
    expect(said(risk.orderValueDecline(log, { asOf: AS_OF, recentOrders: 1 }))).toBe(
      'The last orders are worth 60.00 on average, 60 % of the 100.00 before.',
    );
  });

  test('negative feedback: several scores, and a single one', () => {
    const scale = { lowest: 0, highest: 10 };
    expect(said(risk.negativeFeedback(adas([9, 5, 2], [8, 4, 3]), { asOf: AS_OF, scale }))).toBe(
      'The last 3 scores average 5; the last score is 3 on a scale of 0 to 10.',
    );
    expect(said(risk.negativeFeedback(adas([2], [3]), { asOf: AS_OF, scale }))).toBe(
      'The last score is 3 on a scale of 0 to 10.',
    );
  });

  test('falling feedback: 4 after 9 and 8', () => {
    const log = adas([9, 5, 2], [9, 8, 4]);
    expect(said(risk.feedbackDecline(log, { asOf: AS_OF, scale: { lowest: 0, highest: 10 } }))).toBe(
      'Scores went from 8.5 to 4 on a scale of 0 to 10.',
    );
  });

  test('counts, in the singular and in the plural', () => {
    expect(said(risk.complaintCount(adas([100, 12]), { asOf: AS_OF }))).toBe(
      '1 complaint in the last 90 days, the last one 12 days ago.',
    );
    expect(said(risk.failedPaymentCount(adas([9, 1]), { asOf: AS_OF }))).toBe(
      '2 failed payments in the last 60 days, the last one 1 day ago.',
    );
    const tickets = adaTenures([
      [30, 29],
      [20, 0],
      [0.5, null],
    ]);
    expect(said(risk.contactCount(tickets, { asOf: AS_OF }))).toBe(
      '3 tickets in the last 90 days, the last one 0.5 days ago.',
    );
    expect(said(risk.complaintCount(adas([100]), { asOf: AS_OF, map: ALWAYS }))).toBe(
      '0 complaints in the last 90 days.',
    );
  });

  test('tickets that wait', () => {
    const waiting = adaTenures([
      [30, 29],
      [20, null],
      [3, null],
    ]);
    expect(said(risk.unresolvedTicketCount(waiting, { asOf: AS_OF }))).toBe(
      '2 tickets are not resolved, the oldest for 20 days.',
    );
    expect(said(risk.unresolvedTicketCount(adaTenures([[3, null]]), { asOf: AS_OF }))).toBe(
      '1 ticket is not resolved, the oldest for 3 days.',
    );
    expect(said(risk.unresolvedTicketCount(adaTenures([[3, 2]]), { asOf: AS_OF, map: ALWAYS }))).toBe(
      '0 tickets are not resolved.',
    );
  });

  test('silence', () => {
    const map = { kind: 'linear', safe: 0, risky: 60 } as const;
    expect(said(risk.daysSinceActivity(adas([63.4]), { asOf: AS_OF, map }))).toBe('No activity for 63 days.');
    expect(said(risk.daysSinceActivity(adas([1]), { asOf: AS_OF, map }))).toBe('No activity for 1 day.');
  });

  test('contracts that end, that can be left, and that are over their term', () => {
    expect(said(risk.daysToContractEnd(adaTenures([[100, -12]]), { asOf: AS_OF }))).toBe(
      'The contract ends in 12 days.',
    );
    expect(said(risk.daysToContractEnd(adaTenures([[100, null]]), { asOf: AS_OF, openEndedDays: 30 }))).toBe(
      'The contract can be left within 30 days.',
    );
    const over = tenureLogFromColumns(
      { customer: ['ada'], from: ago(100), to: [null], attributes: { until: ago(5) } },
      { asOf: AS_OF },
    );
    expect(said(risk.daysToContractEnd(over, { asOf: AS_OF, end: 'until' }))).toBe(
      'The term of the contract was over 5 days ago.',
    );
  });

  test('an indicator under a name of its own is told with it', () => {
    expect(said(risk.purchaseLateness(adas([28, 21, 14]), { asOf: AS_OF, name: 'coffee' }))).toBe(
      'coffee: no order for 14 days; usually one every 7 days.',
    );
  });

  test('an indicator that it does not know is told by name and value', () => {
    expect(said(indicatorOfRisks('seats', ['ada'], [0.123]))).toBe('seats: 12.');
    expect(said(indicatorOfRisks('toString', ['ada'], [0.0123]))).toBe('toString: 1.2.');
  });

  test('every function that makes an indicator has a sentence', () => {
    const scale = { lowest: 0, highest: 10 };
    const log = adas([90, 60, 30], [5, 5, 5]);
    const kinds = [
      ...[risk.complaintCount, risk.failedPaymentCount, risk.orderValueDecline, risk.purchaseLateness],
      ...[risk.engagementDecline],
    ].map((make) => make(log, { asOf: AS_OF }).definition);
    const asked = [risk.negativeFeedback, risk.feedbackDecline].map((make) => make(log, { asOf: AS_OF, scale }));
    for (const definition of [...kinds, ...asked.map((indicator) => indicator.definition)]) {
      const facts = { indicator: definition.kind, contribution: 1, risk: 1, value: 1, evidence: {}, definition };
      expect(risk.reasonText(facts)).not.toMatch(new RegExp(`^${definition.kind}`));
    }
  });
});

test('another language is a function: the kind, the evidence and the windows are all there', () => {
  const german: ReasonFormat = ({ definition, evidence, value }) =>
    definition.kind === 'purchaseLateness'
      ? `Seit ${evidence.openGapDays} Tagen keine Bestellung, sonst alle ${evidence.meanGapDays} Tage.`
      : `${definition.name}: ${value}`;
  const log = adas([28, 21, 14]);
  expect(said(risk.purchaseLateness(log, { asOf: AS_OF }), german)).toBe(
    'Seit 14 Tagen keine Bestellung, sonst alle 7 Tage.',
  );
  const complaints = risk.complaintCount(log, { asOf: AS_OF, name: 'Beschwerden', withinDays: 21 });
  expect(said(complaints, german)).toBe('Beschwerden: 2');
});
