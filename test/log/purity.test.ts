import { describe, expect, test } from 'vitest';
import * as logs from '../../src/log/index.ts';

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

/** Freezes everything within reach but typed arrays, which cannot be frozen. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

const onlyEvents = (change: (log: logs.EventLog) => unknown) => change;

/** Every function of logs, with arguments in order. */
const CALLS: Readonly<Record<string, (events: logs.EventLog, tenures: logs.TenureLog) => unknown>> = {
  bridgeGaps: (_, tenures) => logs.bridgeGaps(tenures, deepFreeze({ grace: 7 })),
  convertCurrency: onlyEvents((log) => logs.convertCurrency(log, deepFreeze({ to: 'USD', rate: () => 1.1 }))),
  customerSummaries: onlyEvents((log) => logs.customerSummaries(log, deepFreeze({ timeZone: 'Asia/Tokyo' }))),
  filterEvents: onlyEvents((log) => logs.filterEvents(log, deepFreeze({ name: 'order', from: new Date(0) }))),
  filterTenures: (_, tenures) => logs.filterTenures(tenures, ({ to }) => to === Infinity),
  mergeEventLogs: onlyEvents((log) => logs.mergeEventLogs(deepFreeze([log]))),
  mergeTenureLogs: (_, tenures) => logs.mergeTenureLogs(deepFreeze([tenures])),
  purchaseTotals: onlyEvents((log) => logs.purchaseTotals(log, deepFreeze({ from: 5 }))),
  splitBy: (events, tenures) => [
    logs.splitBy(events, 'plan', deepFreeze({ value: 'each' })),
    logs.splitBy(tenures, 'plan', { value: 'last' }),
  ],
  tenuresFromEvents: onlyEvents((log) => logs.tenuresFromEvents(log, deepFreeze({ lapseAfter: 10, asOf: 60 * DAY }))),
  toRows: onlyEvents((log) => logs.toRows(deepFreeze(logs.customerSummaries(log)))),
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
    const events = deepFreeze(makeEvents());
    const tenures = deepFreeze(makeTenures());
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
