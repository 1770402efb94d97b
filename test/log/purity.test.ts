import { describe, expect, test } from 'vitest';
import * as logs from '../../src/log/index.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';

const DAY = 86_400_000;

function makeEvents(): logs.EventLog {
  return logs.eventLogFromColumns({
    customer: ['ada', 'bob', 'ada', 'cyd'],
    at: [0, 5 * DAY, 40 * DAY, 9 * DAY],
    amount: [10, 20, 30, 40],
    name: ['order', 'order', 'visit', 'order'],
    currency: ['EUR', 'EUR', 'EUR', 'EUR'],
    id: [1, 2, 3, 4],
    attributes: { plan: ['S', 'M', 'L', 'S'] },
  });
}

function makeTenures(): logs.TenureLog {
  return logs.tenureLogFromColumns(
    {
      customer: ['ada', 'bob', 'ada'],
      from: [0, 5 * DAY, 40 * DAY],
      to: [35 * DAY, null, null],
      amount: [10, 20, 30],
      billing: ['month', 'year', 'month'],
      currency: ['EUR', 'EUR', 'EUR'],
      status: ['ended', 'active', 'active'],
      reason: ['price', null, null],
      id: [1, 2, 3],
      attributes: { plan: ['S', 'M', 'L'] },
    },
    { asOf: 50 * DAY },
  );
}

const onlyEvents = (change: (log: logs.EventLog) => unknown) => change;

/** Every function of logs, with arguments in order. */
const CALLS: Readonly<Record<string, (events: logs.EventLog, tenures: logs.TenureLog) => unknown>> = {
  bridgeGaps: (_, tenures) => logs.bridgeGaps(tenures, deepFrozen({ grace: 7 })),
  convertCurrency: onlyEvents((log) => logs.convertCurrency(log, deepFrozen({ to: 'USD', rate: () => 1.1 }))),
  customerSummaries: onlyEvents((log) => logs.customerSummaries(log, deepFrozen({ timeZone: 'Asia/Tokyo' }))),
  filterEvents: onlyEvents((log) => logs.filterEvents(log, deepFrozen({ name: 'order', from: new Date(0) }))),
  filterTenures: (_, tenures) => logs.filterTenures(tenures, ({ to }) => to === Infinity),
  logAsOf: (events, tenures) => [logs.logAsOf(events, 20 * DAY), logs.logAsOf(tenures, 20 * DAY)],
  mergeEventLogs: onlyEvents((log) => logs.mergeEventLogs(deepFrozen([log]))),
  mergeTenureLogs: (_, tenures) => logs.mergeTenureLogs(deepFrozen([tenures])),
  purchaseTotals: onlyEvents((log) => logs.purchaseTotals(log, deepFrozen({ from: 5 }))),
  sessionsFromEvents: onlyEvents((log) => logs.sessionsFromEvents(log, deepFrozen({ idle: 30 }))),
  splitBy: (events, tenures) => [
    logs.splitBy(events, 'plan', deepFrozen({ value: 'each' })),
    logs.splitBy(tenures, 'plan', { value: 'last' }),
  ],
  tenuresFromEvents: onlyEvents((log) => logs.tenuresFromEvents(log, deepFrozen({ lapseAfter: 10, asOf: 60 * DAY }))),
  toRows: onlyEvents((log) => logs.toRows(deepFrozen(logs.customerSummaries(log)))),
  withoutAmounts: onlyEvents((log) => logs.withoutAmounts(log)),
};

/** Those that build logs: their own tests hold what they do to rows and columns. */
const BUILDERS = ['eventLog', 'eventLogFromColumns', 'tenureLog', 'tenureLogFromColumns'];
const READERS = ['isoInstant', 'civilDate', 'civilDateTime', 'decimalNumber'];

test('every function of the folder is here or tested beside what it builds', () => {
  expect([...Object.keys(CALLS), ...BUILDERS, ...READERS].sort()).toEqual(Object.keys(logs).sort());
});

describe.each(Object.entries(CALLS))('%s', (_, call) => {
  test('takes frozen logs and options, and leaves them as they were', () => {
    const events = deepFrozen(makeEvents());
    const tenures = deepFrozen(makeTenures());
    call(events, tenures);
    expect([events, tenures]).toEqual([makeEvents(), makeTenures()]);
  });

  test('gives the same twice', () => {
    const [events, tenures] = [makeEvents(), makeTenures()];
    expect(call(events, tenures)).toEqual(call(events, tenures));
  });

  test('takes a log that a worker sent', () => {
    const [events, tenures] = [makeEvents(), makeTenures()];
    expect(call(structuredClone(events), structuredClone(tenures))).toEqual(call(events, tenures));
  });

  test('refuses a log that went through JSON, which has lost its columns', () => {
    const lost = JSON.parse(JSON.stringify([makeEvents(), makeTenures()])) as [logs.EventLog, logs.TenureLog];
    expect(() => call(...lost)).toThrow(expect.objectContaining({ name: 'InputError', code: 'not-a-log' }));
  });
});
