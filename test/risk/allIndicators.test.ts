// What holds of every indicator that reads a log: nothing at or after asOf counts, and wrong choices are refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logAsOf } from '../../src/log/logAsOf.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import type { EventLog, TenureLog } from '../../src/log/types.ts';
import { complaintCount } from '../../src/risk/complaintCount.ts';
import { contactCount } from '../../src/risk/contactCount.ts';
import { daysSinceActivity } from '../../src/risk/daysSinceActivity.ts';
import { daysToContractEnd } from '../../src/risk/daysToContractEnd.ts';
import { engagementDecline } from '../../src/risk/engagementDecline.ts';
import { failedPaymentCount } from '../../src/risk/failedPaymentCount.ts';
import { feedbackDecline } from '../../src/risk/feedbackDecline.ts';
import { negativeFeedback } from '../../src/risk/negativeFeedback.ts';
import { orderValueDecline } from '../../src/risk/orderValueDecline.ts';
import { purchaseLateness } from '../../src/risk/purchaseLateness.ts';
import { riskFromValues } from '../../src/risk/riskFromValues.ts';
import type { IndicatorOptions, RiskIndicator } from '../../src/risk/types.ts';
import { unresolvedTicketCount } from '../../src/risk/unresolvedTicketCount.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyEvents, DAY, type EventRow, laterEvents, logOf } from './eventRows.ts';

type Indicator<Log> = (log: Log, options: IndicatorOptions) => RiskIndicator;

const map = { kind: 'logistic', midpoint: 2, slope: 1 } as const;
const scale = { lowest: 0, highest: 10 };
const customers = ['bob', 'zoe', 1, 'ada'];

const OF_EVENTS: Readonly<Record<string, Indicator<EventLog>>> = {
  purchaseLateness: (log, options) => purchaseLateness(log, options),
  daysSinceActivity: (log, options) => daysSinceActivity(log, { map, ...options }),
  engagementDecline: (log, options) =>
    engagementDecline(log, {
      recentDays: 20,
      baselineDays: 50,
      minimumBaselineEvents: 2,
      seasonality: 'removed',
      ...options,
    }),
  orderValueDecline: (log, options) =>
    orderValueDecline(log, { recentOrders: 1, minimumBaselineOrders: 1, ...options }),
  negativeFeedback: (log, options) => negativeFeedback(log, { scale, withinDays: 30, ...options }),
  feedbackDecline: (log, options) => feedbackDecline(log, { scale, ...options }),
  complaintCount: (log, options) => complaintCount(log, options),
  failedPaymentCount: (log, options) => failedPaymentCount(log, { customers, ...options }),
};

const OF_TENURES: Readonly<Record<string, Indicator<TenureLog>>> = {
  contactCount: (log, options) => contactCount(log, options),
  unresolvedTicketCount: (log, options) => unresolvedTicketCount(log, { customers, ...options }),
  daysToContractEnd: (log, options) => daysToContractEnd(log, { end: 'term', ...options }),
};

/** Events as tenures: of as many days as the amount says, agreed for 30 days. */
function tenuresOf(rows: readonly (EventRow & { readonly open?: boolean })[]): TenureLog {
  const fields = {
    customer: 'customer',
    from: 'at',
    to: ({ at, amount, open }: EventRow & { readonly open?: boolean }) =>
      open === true ? null : at + 5 * amount * DAY,
    attributes: { term: ({ at }: EventRow) => at + 30 * DAY },
  } as const;
  return tenureLog(rows, fields, { asOf: 500 * DAY });
}

const amount = fc.integer({ min: 0, max: 10 });

/** What an indicator says, its customers by value: two logs never share theirs. */
const said = (indicator: RiskIndicator): object => ({ ...indicator, customers: [...indicator.customers] });

describe.each(Object.entries(OF_EVENTS))('%s', (name, indicator) => {
  test('does not change with what comes at asOf or later', () => {
    fc.assert(
      fc.property(anyEvents(amount), laterEvents(amount), (rows, later) => {
        const found = said(indicator(logOf(rows), { asOf: AS_OF }));
        expect(said(indicator(logOf([...rows, ...later]), { asOf: AS_OF }))).toStrictEqual(found);
        expect(said(indicator(logAsOf(logOf(rows), AS_OF), { asOf: AS_OF }))).toStrictEqual(found);
      }),
      runs(100),
    );
  });

  test('is of nobody in an empty log, unless customers are given', () => {
    const found = indicator(logOf([]), { asOf: AS_OF });
    expect(found.customers).toEqual(name === 'failedPaymentCount' ? customers : []);
  });

  test('refuses what is no event log', () => {
    for (const [, value] of HOSTILE_VALUES)
      expect(refusalOf(() => indicator(value as never, { asOf: AS_OF }))).toMatchObject({
        code: 'not-a-log',
        metric: name,
      });
    expect(refusalOf(() => indicator(tenuresOf([]) as never, { asOf: AS_OF })).code).toBe('not-a-log');
  });
});

describe.each(Object.entries(OF_TENURES))('%s', (name, indicator) => {
  test('does not change with what comes at asOf or later, nor with how what was open then ended', () => {
    fc.assert(
      fc.property(anyEvents(amount), laterEvents(amount), (rows, later) => {
        const log = tenuresOf(rows);
        const found = said(indicator(log, { asOf: AS_OF }));
        expect(said(indicator(tenuresOf([...rows, ...later]), { asOf: AS_OF }))).toStrictEqual(found);
        expect(said(indicator(logAsOf(log, AS_OF), { asOf: AS_OF }))).toStrictEqual(found);
        const open = rows.map((row) => ({ ...row, open: row.at + 5 * row.amount * DAY >= AS_OF }));
        expect(said(indicator(tenuresOf(open), { asOf: AS_OF }))).toStrictEqual(found);
      }),
      runs(100),
    );
  });

  test('refuses what is no tenure log', () => {
    for (const [, value] of HOSTILE_VALUES)
      expect(refusalOf(() => indicator(value as never, { asOf: AS_OF }))).toMatchObject({
        code: 'not-a-log',
        metric: name,
      });
    expect(refusalOf(() => indicator(logOf([]) as never, { asOf: AS_OF })).code).toBe('not-a-log');
  });
});

const rowsOfAda = [10, 30, 50, 60, 70, 80, 90, 95].map((day) => ({ customer: 'ada', at: day * DAY, amount: 2 }));
const ALL: readonly (readonly [string, (options: IndicatorOptions) => RiskIndicator])[] = [
  ...Object.entries(OF_EVENTS).map(
    ([name, own]) => [name, (options: IndicatorOptions) => own(logOf(rowsOfAda), options)] as const,
  ),
  ...Object.entries(OF_TENURES).map(
    ([name, own]) => [name, (options: IndicatorOptions) => own(tenuresOf(rowsOfAda), options)] as const,
  ),
];

describe.each(ALL)('%s', (name, ask) => {
  const refused = (options: object) => refusalOf(() => ask({ asOf: AS_OF, ...options } as never));

  test('has columns as long as its customers, and the risks that its map gives', () => {
    const { definition, ...columns } = ask({ asOf: AS_OF, map });
    const typed = Object.values(columns).filter((column) => ArrayBuffer.isView(column));
    expect(typed.length).toBeGreaterThan(3);
    for (const column of typed) expect((column as Float64Array).length).toBe(columns.customers.length);
    expect(columns.risk).toEqual(riskFromValues(columns.value, map));
    expect(definition).toMatchObject({ name, kind: name, asOf: AS_OF, map });
  });

  test('takes dates for instants, a name, and frozen options', () => {
    const named = ask(deepFrozen({ asOf: new Date(AS_OF), name: 'mine', map: { ...map } }));
    const plain = ask({ asOf: AS_OF, map });
    expect(named).toEqual({ ...plain, definition: { ...plain.definition, name: 'mine' } });
  });

  test('refuses an instant, a name or a map that is none, and choices that it has not', () => {
    for (const wrong of [undefined, null, '2025-01-01', Number.NaN, 0.5, new Date(Number.NaN)])
      expect(refused({ asOf: wrong })).toMatchObject({ code: 'not-an-instant', path: ['asOf'], metric: name });
    for (const wrong of ['', 5, {}, null])
      expect(refused({ name: wrong })).toMatchObject({ code: 'not-a-text', path: ['name'] });
    for (const wrong of ['linear', 5, [], {}, null]) expect(refused({ map: wrong }).path[0]).toMatch(/^map/);
    expect(refused({ map: { kind: 'linear', safe: 1, risky: 1 } }).metric).toBe(name);
    expect(refused({ weight: 5 })).toMatchObject({ code: 'unknown-option', metric: name });
    for (const wrong of [undefined, null, 5, 'options']) expect(refusalOf(() => ask(wrong as never)).metric).toBe(name);
  });
});
