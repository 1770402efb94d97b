import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { type EventColumns, eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { mergeEventLogs } from '../../src/log/mergeEventLogs.ts';
import type { EventLog } from '../../src/log/types.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyEvent } from './arbitraries.ts';
import { firstDifference } from './firstDifference.ts';
import { brokenPromises, byCustomer, eventsOf } from './readBack.ts';

interface Row {
  readonly customer: string | number;
  readonly at: number;
  readonly amount: number;
  readonly name: string;
  readonly currency: string;
  readonly plan: string | number | boolean | null;
  readonly id: number;
}

const FIELDS = {
  customer: 'customer',
  at: 'at',
  amount: 'amount',
  name: 'name',
  currency: 'currency',
  id: 'id',
  attributes: { plan: 'plan' },
} as const;

const build = (rows: readonly Row[]) => eventLog(rows, FIELDS);
const groups = (log: EventLog) => byCustomer(eventsOf(log), ({ at }) => at);

/** Rows cut into pieces at the places given. */
function pieces<Item>(rows: readonly Item[], cuts: readonly number[]): Item[][] {
  const places = [0, ...cuts.map((cut) => cut % (rows.length + 1)).sort((one, other) => one - other), rows.length];
  return places.slice(1).map((end, piece) => rows.slice(places[piece], end));
}

const withIds = (events: readonly Omit<Row, 'id'>[]): Row[] => events.map((event, id) => ({ ...event, id }));
const anyRows = fc.array(anyEvent).map(withIds);

describe('merging', () => {
  test('the pieces of rows, however they were cut, gives the log of all rows', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.nat(50), { maxLength: 4 }), (rows, cuts) => {
        const whole = build(rows);
        const merged = mergeEventLogs(pieces(rows, cuts).map(build));
        expect(brokenPromises(merged)).toEqual([]);
        expect(groups(merged)).toEqual(groups(whole));
        expect(merged.intake).toEqual(whole.intake);
      }),
      { numRuns: 200 },
    );
  });

  test('in steps or at once gives the same log', () => {
    fc.assert(
      fc.property(anyRows, fc.tuple(fc.nat(50), fc.nat(50)), (rows, cuts) => {
        const [one, two, three] = pieces(rows, cuts).map(build) as [EventLog, EventLog, EventLog];
        const atOnce = mergeEventLogs([one, two, three]);
        expect(mergeEventLogs([mergeEventLogs([one, two]), three])).toEqual(atOnce);
        expect(mergeEventLogs([one, mergeEventLogs([two, three])])).toEqual(atOnce);
      }),
    );
  });

  test('in another order gives each customer the same events, but for the order of equal instants', () => {
    const distinct = fc.uniqueArray(anyEvent, { selector: ({ at }) => at });
    fc.assert(
      fc.property(distinct, fc.nat(50), (events, cut) => {
        const [one, two] = pieces(withIds(events), [cut]).map(build);
        expect(groups(mergeEventLogs([two!, one!]))).toEqual(groups(mergeEventLogs([one!, two!])));
      }),
    );
  });

  test('one log gives that log', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(mergeEventLogs([build(rows)])).toEqual(build(rows));
      }),
    );
  });

  test('with a log of no rows changes nothing', () => {
    const log = build([{ customer: 1, at: 1, amount: 1, name: 'a', currency: 'EUR', plan: null, id: 1 }]);
    expect(mergeEventLogs([build([]), log, build([])])).toEqual(log);
  });

  test('lists customers as they first appear, and keeps the order of logs at equal instants', () => {
    const log = (names: string[]) =>
      eventLogFromColumns({ customer: names.map((name) => name[0]!), at: names.map(() => 5), name: names });
    const merged = mergeEventLogs([log(['b1', 'a1', 'b2']), log(['c3', 'a3', 'b3'])]);
    expect(merged.customers).toEqual(['b', 'a', 'c']);
    expect(eventsOf(merged).map(({ name }) => name)).toEqual(['b1', 'b2', 'b3', 'a1', 'a3', 'c3']);
  });

  test('shares nothing with the logs merged', () => {
    const log = eventLogFromColumns({ customer: [1, 1], at: [1, 2], amount: [5, 6], name: ['a', 'b'], id: [1, 2] });
    const copy = structuredClone(log);
    const merged = mergeEventLogs([log]);
    for (const column of [merged.at, merged.amount!, merged.offsets, merged.name!.codes]) column.fill(9);
    expect(log).toEqual(copy);
  });

  test('100,000 rows in uneven pieces gives the log of all', () => {
    const { uniform, below } = seededRandom(3);
    const count = 100_000;
    const customer = Array.from({ length: count }, () => `c${Math.floor(uniform() ** 2 * 70_000)}`);
    const at = Float64Array.from(customer, () => below(900));
    const amount = Float64Array.from(customer, (_, row) => row);
    const piece = (start: number, end: number) =>
      eventLogFromColumns({
        customer: customer.slice(start, end),
        at: at.slice(start, end),
        amount: amount.slice(start, end),
      });
    const merged = mergeEventLogs([piece(0, 7), piece(7, 66_000), piece(66_000, count)]);
    const whole = piece(0, count);
    expect(firstDifference(merged.customers, whole.customers)).toBe(-1);
    expect(firstDifference(merged.offsets, whole.offsets)).toBe(-1);
    expect(firstDifference(merged.at, whole.at)).toBe(-1);
    expect(firstDifference(merged.amount!, whole.amount!)).toBe(-1);
  });
});

describe('a repeated row across pieces', () => {
  const columns = { customer: ['ada', 'bob'], at: [1, 2], amount: [5, 6], id: ['x', 'y'] };
  const build = (rules: 'refuse' | 'drop' | 'keep', change: Partial<EventColumns> = {}) =>
    eventLogFromColumns({ ...columns, ...change }, { duplicates: rules });

  test('is refused as it is within one, by its log and place', () => {
    const other = build('refuse', { id: ['z', 'x'] });
    expect(refusalOf(() => mergeEventLogs([build('refuse'), other]))).toMatchObject({
      code: 'duplicate-id',
      message: 'mergeEventLogs: "logs[1].id[1]" must be in no row before (logs[0].id[0] has it); received "x"',
    });
  });

  test('is dropped and counted as it is within one', () => {
    const log = mergeEventLogs([
      build('drop'),
      build('drop'),
      build('drop', { id: ['z', 'y'], customer: ['cyd', 'bob'] }),
    ]);
    expect(eventsOf(log).map(({ id }) => id)).toEqual(['x', 'y', 'z']);
    expect(log.intake).toMatchObject({ rows: 6, duplicates: 'drop', duplicatesDropped: 3 });
  });

  test('is refused where it tells another story', () => {
    const other = build('drop', { amount: [7, 6] });
    expect(refusalOf(() => mergeEventLogs([build('drop'), other]))).toMatchObject({
      code: 'conflicting-duplicate',
      path: ['logs', 1, 'id', 0],
    });
  });

  test('is kept as it is within one', () => {
    expect(mergeEventLogs([build('keep'), build('keep')]).at).toHaveLength(4);
  });

  test('leaves the counts of the pieces added up', () => {
    const rows = { customer: [1, 1, 1], at: [1, 2, 3], amount: [5, -1, 6] };
    const pieces = [
      eventLogFromColumns({ ...rows, id: [1, 1, 2] }, { refunds: 'net', duplicates: 'drop' }),
      eventLogFromColumns({ ...rows, id: [3, 3, 4] }, { refunds: 'net', duplicates: 'drop' }),
    ];
    expect(mergeEventLogs(pieces).intake).toEqual({
      rows: 6,
      refunds: 'net',
      refundsDropped: 0,
      refundsNetted: 2,
      duplicates: 'drop',
      duplicatesDropped: 0,
    });
  });
});

describe('logs that do not go together', () => {
  const bare = eventLogFromColumns({ customer: [1], at: [1] });

  test('because one has a column that another has not are refused', () => {
    for (const column of ['amount', 'name', 'currency', 'id']) {
      const value = column === 'amount' ? 5 : 'x';
      const other = eventLogFromColumns({ customer: [1], at: [1], [column]: [value] });
      for (const logs of [
        [bare, other],
        [other, bare],
      ])
        expect(refusalOf(() => mergeEventLogs(logs))).toMatchObject({
          code: 'missing-field',
          metric: 'mergeEventLogs',
        });
    }
    const other = eventLogFromColumns({ customer: [1], at: [1], attributes: { plan: ['S'] } });
    expect(refusalOf(() => mergeEventLogs([bare, other])).code).toBe('missing-field');
  });

  test('may have their own columns in another order', () => {
    const log = (names: string[]) =>
      eventLogFromColumns({
        customer: [1],
        at: [1],
        attributes: Object.fromEntries(names.map((name) => [name, [name]])),
      });
    const [first, second] = eventsOf(mergeEventLogs([log(['plan', 'city']), log(['city', 'plan'])]));
    expect([first!.attributes, second!.attributes]).toEqual([
      { plan: 'plan', city: 'city' },
      { plan: 'plan', city: 'city' },
    ]);
  });

  test('because they were built by other rules are refused', () => {
    const other = eventLogFromColumns({ customer: [1], at: [1] }, { duplicates: 'keep' });
    expect(refusalOf(() => mergeEventLogs([bare, other]))).toMatchObject({ code: 'unlike-definitions' });
  });

  test('because one is none are refused, by place', () => {
    for (const other of [null, undefined, 5, {}, { kind: 'events' }, JSON.parse(JSON.stringify(bare))])
      expect(refusalOf(() => mergeEventLogs([bare, other as EventLog]))).toMatchObject({
        code: 'not-a-log',
        path: ['logs', 1],
      });
    for (const logs of [[], null, undefined, bare, 'logs'])
      expect(refusalOf(() => mergeEventLogs(logs as EventLog[])).code).toBe('not-rows');
  });
});
