import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { logAsOf } from '../../src/log/logAsOf.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { tenuresFromEvents } from '../../src/log/tenuresFromEvents.ts';
import type { EventLog, TenureLog } from '../../src/log/types.ts';
import { customerMovement } from '../../src/rates/customerMovement.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { anyEvent, anyTenure } from './arbitraries.ts';
import { brokenPromises, byCustomer, eventsOf, type PlainEvent, type PlainTenure, tenuresOf } from './readBack.ts';

const EVENT_FIELDS = {
  ...{ customer: 'customer', at: 'at', amount: 'amount', name: 'name', currency: 'currency', id: 'id' },
  attributes: { plan: 'plan' },
} as const;
const TENURE_FIELDS = {
  ...{ customer: 'customer', from: 'from', to: 'to', amount: 'amount', billing: 'billing', currency: 'currency' },
  ...{ status: 'status', reason: 'reason', id: 'id', attributes: { plan: 'plan' } },
} as const;

const numbered = <Row>(rows: readonly Row[]) => rows.map((row, id) => ({ ...row, id }));
const anyEvents = fc.array(anyEvent, { maxLength: 40 }).map(numbered);
const anyTenures = fc.array(anyTenure, { maxLength: 40 }).map(numbered);
const eventsFrom = (rows: readonly object[]): EventLog => eventLog(rows as never[], EVENT_FIELDS as never);
const tenuresFrom = (rows: readonly object[], asOf: number): TenureLog =>
  tenureLog(rows as never[], TENURE_FIELDS as never, { asOf });

/** The rows of each customer, in whatever order the customers are listed. */
const eventsByCustomer = (log: EventLog) => byCustomer<PlainEvent>(eventsOf(log), ({ at }) => at);
const tenuresByCustomer = (log: TenureLog) => byCustomer<PlainTenure>(tenuresOf(log), ({ from }) => from);

const NOW = 60;
const anyAsOf = fc.integer({ min: -6, max: NOW });

/** Ada left at 40 and came back at 70, bob left at 60, cyd came at 50 and is to leave at 200; known up to 100. */
const plans = tenureLogFromColumns(
  {
    ...{ customer: ['ada', 'bob', 'cyd', 'ada'], from: [10, 20, 50, 70], to: [40, 60, 200, null] },
    ...{ status: ['ended', 'ended', 'cancelled', 'active'], reason: ['price', 'moved', 'moved', null] },
  },
  { asOf: 100 },
);

function shown(log: TenureLog): unknown[][] {
  return tenuresOf(log).map(({ customer, from, to, status, reason }) => [customer, from, to, status, reason]);
}

describe('an event log as of an instant', () => {
  test('holds the events before it, the instant itself not among them', () => {
    const log = eventsFrom(
      numbered(
        [
          { customer: 'ada', at: 10 },
          { customer: 'bob', at: 20 },
        ].map((row) => ({ ...row, amount: 1, name: 'x', currency: 'EUR', plan: null })),
      ),
    );
    expect(logAsOf(log, 20).customers).toEqual(['ada']);
    expect(logAsOf(log, 21).customers).toEqual(['ada', 'bob']);
    expect(logAsOf(log, new Date(10))).toMatchObject({
      customers: [],
      at: new Float64Array(0),
      offsets: Int32Array.of(0),
    });
  });

  test('is the log of the rows known by then, for any log', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: -4, max: 4 }), (rows, asOf) => {
        const cut = logAsOf(eventsFrom(rows), asOf);
        const then = eventsFrom(rows.filter(({ at }) => at < asOf));
        expect(brokenPromises(cut)).toEqual([]);
        expect(eventsByCustomer(cut)).toEqual(eventsByCustomer(then));
      }),
    );
  });

  test('is the log itself after the last event, and keeps how it was made', () => {
    fc.assert(
      fc.property(anyEvents, (rows) => {
        const log = eventsFrom(rows.filter(({ at }) => at < 8.64e15));
        expect(logAsOf(log, 8.64e15)).toEqual(log);
        expect(logAsOf(log, -8.64e15)).toMatchObject({ customers: [], intake: log.intake });
      }),
    );
  });

  test('has no trace of what comes later: those events may be anything', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, fc.integer({ min: -4, max: 4 }), (rows, others, asOf) => {
        const before = rows.filter(({ at }) => at < asOf);
        const later = others.map((row) => ({ ...row, id: row.id + 1000, at: Math.max(row.at, asOf) }));
        const one = logAsOf(eventsFrom(before), asOf);
        const other = logAsOf(eventsFrom([...before, ...later]), asOf);
        expect(eventsOf(other)).toEqual(eventsOf(one));
      }),
    );
  });
});

describe('a tenure log as of an instant', () => {
  test('holds the tenures begun before it, open where they were not over, without what became of them', () => {
    expect(shown(logAsOf(plans, 55))).toEqual([
      ['ada', 10, 40, 'ended', 'price'],
      ['bob', 20, Infinity, null, null],
      ['cyd', 50, Infinity, null, null],
    ]);
    expect(logAsOf(plans, 55).asOf).toBe(55);
  });

  test('does not know of what begins or ends at the instant itself', () => {
    expect(shown(logAsOf(plans, 50)).map(([customer]) => customer)).toEqual(['ada', 'bob']);
    expect(logAsOf(plans, 40).to).toEqual(Float64Array.of(Infinity, Infinity));
    expect(logAsOf(plans, 41).to).toEqual(Float64Array.of(40, Infinity));
  });

  test('does not know of an end that was still to come at the instant up to which the log tells', () => {
    expect(shown(logAsOf(plans, 100)).slice(-1)).toEqual([['cyd', 50, Infinity, null, null]]);
  });

  test('is the log of the rows known by then, for any log', () => {
    fc.assert(
      fc.property(anyTenures, anyAsOf, (rows, asOf) => {
        const known = rows
          .filter(({ from }) => from < asOf)
          .map((row) => (row.to < asOf ? row : { ...row, to: null, status: null, reason: null }));
        const cut = logAsOf(tenuresFrom(rows, NOW), asOf);
        expect(brokenPromises(cut)).toEqual([]);
        expect(tenuresByCustomer(cut)).toEqual(tenuresByCustomer(tenuresFrom(known, asOf)));
        expect(cut.asOf).toBe(asOf);
      }),
    );
  });

  test('counts the movement up to then as the whole log does', () => {
    fc.assert(
      fc.property(anyTenures, fc.tuple(anyAsOf, anyAsOf), (rows, ends) => {
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        const log = tenuresFrom(rows, NOW);
        const { definition, ...movement } = customerMovement(log, { from, to });
        expect(customerMovement(logAsOf(log, to), { from, to })).toMatchObject(movement);
      }),
    );
  });

  test('cut twice is cut at the earlier of the two', () => {
    fc.assert(
      fc.property(anyTenures, fc.tuple(anyAsOf, anyAsOf), (rows, ends) => {
        const [earlier, later] = [Math.min(...ends), Math.max(...ends)];
        const log = tenuresFrom(rows, NOW);
        const twice = logAsOf(logAsOf(log, later), earlier);
        expect(tenuresOf(twice)).toEqual(tenuresOf(logAsOf(log, earlier)));
      }),
    );
  });

  test('of behaviour comes to the same whether the events are cut or not', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: -3, max: 4 }), (rows, asOf) => {
        const events = eventsFrom(rows);
        const options = { lapseAfter: 1 / 86_400_000, asOf };
        expect(tenuresFromEvents(logAsOf(events, asOf), options)).toEqual(tenuresFromEvents(events, options));
      }),
    );
  });

  test('keeps a log without status and reason without them', () => {
    const bare = tenureLogFromColumns({ customer: ['ada'], from: [0], to: [50] }, { asOf: 100 });
    expect(logAsOf(bare, 20)).toMatchObject({ status: undefined, reason: undefined });
  });
});

describe('what was passed in', () => {
  test('stays as it was, frozen or not', () => {
    const copy = structuredClone(plans);
    const cut = logAsOf(deepFrozen(structuredClone(plans)), 55);
    expect(cut).toEqual(logAsOf(plans, 55));
    expect(plans).toEqual(copy);
  });

  test('is refused where it is no log, no instant, or an instant of which the log does not tell', () => {
    expect(refusalOf(() => logAsOf({} as never, 0)).code).toBe('not-a-log');
    for (const asOf of [Number.NaN, Infinity, 0.5, '5', null, undefined, new Date(Number.NaN)])
      expect(refusalOf(() => logAsOf(plans, asOf as never))).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    const error = refusalOf(() => logAsOf(plans, 101));
    expect(error.code).toBe('after-as-of');
    expect(error.message).toBe(
      'logAsOf: "asOf" must be at or before the log\'s "asOf" (1970-01-01T00:00:00.100Z); received 1970-01-01T00:00:00.101Z',
    );
  });
});
