import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { ticketTimes } from '../../src/support/ticketTimes.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTickets, ticketLog } from './ticketOracle.ts';

const HOUR = 3_600_000;

/** Tickets by opening and end, in hours, seen up to hour 100. */
const timesOf = (from: number[], to: (number | null)[]) =>
  ticketTimes(
    tenureLogFromColumns(
      {
        customer: from.map(() => 'ada'),
        from: from.map((hour) => hour * HOUR),
        to: to.map((hour) => (hour === null ? null : hour * HOUR)),
      },
      { asOf: 100 * HOUR },
    ),
  );

describe('ticketTimes', () => {
  test('are elapsed hours to the end, or so far to asOf where a ticket is open', () => {
    expect(timesOf([0, 10, 90.5], [4, null, 92])).toEqual({
      customers: ['ada', 'ada', 'ada'],
      time: Float64Array.of(4, 90, 1.5),
      ended: Int32Array.of(1, 0, 1),
      openedLater: 0,
      definition: { unit: 'hours', asOf: 100 * HOUR },
    });
  });

  test('an end after asOf was not seen, one on it was', () => {
    const { time, ended } = timesOf([40, 40], [100, 101]);
    expect([[...time], [...ended]]).toEqual([
      [60, 60],
      [1, 0],
    ]);
  });

  test('a ticket opened after asOf is left out and counted, one opened on it is in', () => {
    const times = timesOf([100, 101, 120], [null, 110, null]);
    expect([[...times.time], [...times.ended], times.openedLater]).toEqual([[0], [0], 2]);
  });

  test('a weekend counts in full: Friday 18:00 to Monday 9:00 is 63 hours', () => {
    const log = tenureLogFromColumns(
      { customer: [1], from: [Date.UTC(2024, 2, 1, 18)], to: [Date.UTC(2024, 2, 4, 9)] },
      { asOf: Date.UTC(2024, 2, 5) },
    );
    expect(Array.from(ticketTimes(log).time)).toEqual([63]);
  });

  test('of no ticket are empty columns', () => {
    const times = timesOf([], []);
    expect([times.customers.length, times.time.length, times.ended.length]).toEqual([0, 0, 0]);
  });

  test('become rows, one a ticket', () => {
    const log = tenureLogFromColumns(
      { customer: ['bob', 'ada', 'bob'], from: [0, 0, 2 * HOUR], to: [HOUR, null, 5 * HOUR] },
      { asOf: 9 * HOUR },
    );
    expect(toRows(ticketTimes(log))).toEqual([
      { customer: 'bob', time: 1, ended: 1 },
      { customer: 'bob', time: 3, ended: 1 },
      { customer: 'ada', time: 9, ended: 0 },
    ]);
  });

  test('are those of plain loops over the rows', () => {
    fc.assert(
      fc.property(anyTickets(HOUR / 2, 20), fc.nat(25), (rows, halfHours) => {
        const asOf = (halfHours * HOUR) / 2;
        const expected = rows
          .filter(({ opened }) => opened <= asOf)
          .map(({ customer, opened, resolved }) => {
            const isOver = resolved <= asOf;
            return `${customer} ${((isOver ? resolved : asOf) - opened) / HOUR} ${isOver ? 1 : 0}`;
          });
        const times = ticketTimes(ticketLog(rows, asOf));
        const found = toRows(times).map(({ customer, time, ended }) => `${customer} ${time} ${ended}`);
        expect(found.sort()).toEqual(expected.sort());
        expect(times.openedLater).toBe(rows.length - expected.length);
      }),
      runs(300),
    );
  });

  test.each(HOSTILE_VALUES)('refuses %s as the log', (_, value) => {
    const error = refusalOf(() => ticketTimes(value as never));
    expect([error.code, error.metric]).toEqual(['not-a-log', 'ticketTimes']);
  });
});
