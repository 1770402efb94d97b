import { bridgeGaps } from '../../../src/log/bridgeGaps.ts';
import { civilDateTime } from '../../../src/log/civilDateTime.ts';
import { eventLog } from '../../../src/log/eventLog.ts';
import { type EventColumns, eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { isoInstant } from '../../../src/log/isoInstant.ts';
import { purchaseTotals } from '../../../src/log/purchaseTotals.ts';
import { sessionsFromEvents } from '../../../src/log/sessionsFromEvents.ts';
import { splitBy } from '../../../src/log/splitBy.ts';
import { tenureLog } from '../../../src/log/tenureLog.ts';
import { type TenureColumns, tenureLogFromColumns } from '../../../src/log/tenureLogFromColumns.ts';
import { tenuresFromEvents } from '../../../src/log/tenuresFromEvents.ts';
import type { Pair } from '../pair.ts';
import { events, tenuresUpTo } from './logs.ts';

const rows = [{ customer: 'ada', at: 5, amount: 10, id: 1 }];
const COLUMNS = [[], ['a', 'b', 'a'], [1, 2, 3], [0, 1.5, -1], [null, undefined, 3], 'abc', { length: 3 }, null];
const TYPED = [Float64Array.of(3, 2, 1), Float64Array.of(1), Int32Array.of(7, 7, 9), BigInt64Array.of(1n, 2n, 3n)];
const MORE = [new DataView(new ArrayBuffer(8)), [5, Infinity, Number.NaN], [new Date(0), 5, new Date(Number.NaN)]];
const CODED = [
  ...[
    { codes: [0, 1, 0], values: ['a', 'b'] },
    { codes: Uint8Array.of(0, 0, 0), values: ['a'], more: 1 },
  ],
  ...[{ codes: [0, 1, 2], values: ['a', 'b'] }, { codes: [0, 1, 0], values: ['a', 'a'] }, { codes: [0, 0, 0] }],
  ...[{ codes: [0, 0, 0], values: [{}] }, { codes: 5, values: ['a'] }, { values: ['a'] }, [true, null, 'x']],
];
const column = [...COLUMNS, ...TYPED, ...MORE];
const either = [...column, ...CODED];
const attributes = [{}, [], { plan: ['S', 'L', 'S'] }, { plan: ['S'] }, { plan: CODED[0] }, { 'a.b': [{}, 1, 1] }];

export const logPairs: Readonly<Record<string, Pair>> = {
  eventLogOptions: {
    call: (options) => eventLog(rows, { customer: 'customer', at: 'at', amount: 'amount', id: 'id' }, options),
    needed: {},
    optional: { refunds: 'drop', duplicates: 'keep' },
    values: { refunds: ['refuse', 'net', 'keep', 'ask', 'Drop'], duplicates: ['refuse', 'drop', 'net', ''] },
    strict: true,
  },
  tenureLogOptions: {
    call: (options) =>
      tenureLog<{ customer: string; from: number; to: null }>(
        [{ customer: 'ada', from: 5, to: null }],
        { customer: 'customer', from: 'from', to: 'to' },
        options,
      ),
    ...{ needed: { asOf: 5000 }, strict: true, beyondJson: true },
  },
  lapseOptions: {
    call: (options) => tenuresFromEvents(events, options),
    ...{ needed: { lapseAfter: 30, asOf: 5000 }, strict: true, beyondJson: true },
  },
  bridgeOptions: {
    call: (options) => bridgeGaps(tenuresUpTo(5000), options),
    ...{ needed: { grace: 7 }, strict: true },
  },
  sessionOptions: {
    call: (options) => sessionsFromEvents(events, options),
    ...{ needed: { idle: 30 }, strict: true },
  },
  purchaseTotalsOptions: {
    call: (options) => purchaseTotals(events, options),
    ...{ needed: {}, optional: { from: 0, to: 5000 }, strict: true, beyondJson: true },
  },
  splitOptions: {
    call: (options) => splitBy(events, 'plan', options),
    ...{ needed: { value: 'first' }, values: { value: ['last', 'each', 'all', undefined] }, strict: true },
  },
  emptyTextOptions: {
    call: (options) => isoInstant('at', options),
    ...{ needed: {}, optional: { empty: 'open' }, values: { empty: ['refuse', 'null', ''] }, strict: true },
  },
  civilTextOptions: {
    call: (options) => civilDateTime('at', options),
    needed: {},
    optional: { timeZone: 'Europe/Berlin', empty: 'open' },
    ...{ values: { empty: ['refuse', 'null', ''] }, strict: true },
  },
  eventColumns: {
    call: (columns: EventColumns) => eventLogFromColumns(columns, { refunds: 'keep', duplicates: 'keep' }),
    needed: { customer: ['ada', 'bob', 'ada'], at: [3000, 2000, 1000] },
    optional: {
      amount: [5, 6, -7],
      name: { codes: [0, 1, 0], values: ['order', 'visit'] },
      currency: ['EUR', 'EUR', 'EUR'],
      id: [1, 2, 1],
      attributes: { plan: ['S', 'L', null], web: { codes: Uint8Array.of(0, 1, 1), values: [true, false] } },
    },
    values: { customer: either, at: column, amount: column, name: either, currency: either, id: column, attributes },
    ...{ strict: true, beyondJson: true, argument: 'columns' },
  },
  tenureColumns: {
    call: (columns: TenureColumns) => tenureLogFromColumns(columns, { asOf: 9000 }),
    needed: { customer: ['ada', 'bob', 'ada'], from: [0, 1, 2], to: [5, null, Infinity] },
    optional: {
      amount: [5, 6, 7],
      billing: ['month', { every: 3, period: 'month' }, 'year'],
      currency: ['EUR', 'EUR', 'EUR'],
      status: { codes: [0, 1, 0], values: ['open', 'closed'] },
      reason: [null, 'price', null],
      id: [1, 2, 3],
      attributes: { plan: ['S', 'L', null] },
    },
    values: {
      ...{ customer: either, from: column, to: column, amount: column, currency: either, id: column, attributes },
      ...{ status: either, reason: either, billing: [...column, ['month', 'month', 'fortnight'], [{}, 'day', 'day']] },
    },
    ...{ strict: true, beyondJson: true, argument: 'columns' },
  },
};
