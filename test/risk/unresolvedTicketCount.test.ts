import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { unresolvedTicketCount } from '../../src/risk/unresolvedTicketCount.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTickets, ticketLog } from '../support/ticketOracle.ts';
import { DAY } from './eventRows.ts';

const at = (day: number | null) => (day === null ? null : day * DAY);

/** Tickets by customer, opening and resolution in days, known up to day 100. */
const ticketsOf = (rows: readonly (readonly [string, number, number | null])[]) =>
  tenureLogFromColumns(
    {
      customer: rows.map(([id]) => id),
      from: rows.map(([, from]) => at(from)!),
      to: rows.map(([, , to]) => at(to)) as never,
    },
    { asOf: 100 * DAY },
  );

describe('unresolvedTicketCount', () => {
  const tickets = ticketsOf([
    ...([
      ['ada', 10, 20],
      ['ada', 30, null],
      ['ada', 40, 45],
      ['ada', 60, null],
      ['ada', 90, null],
    ] as const),
    ...([
      ['bob', 5, 70],
      ['cyd', 50, 50],
      ['dan', 85, null],
    ] as const),
  ]);

  test('counts tickets that are open, and tells for how long the oldest has been', () => {
    const found = unresolvedTicketCount(tickets, { asOf: 100 * DAY });
    expect(found.customers).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect([...found.value]).toEqual([3, 0, 0, 1]);
    expect([...found.longestOpenDays]).toEqual([70, Number.NaN, Number.NaN, 15]);
    expect([...found.risk]).toEqual([1, 0, 0, 0.5]);
    expect([...found.observedAt]).toEqual(new Array(4).fill(100 * DAY));
  });

  test('looks from asOf: what was opened then or resolved then or later does not count', () => {
    const found = unresolvedTicketCount(tickets, { asOf: 60 * DAY });
    expect(found.customers).toEqual(['ada', 'bob', 'cyd']);
    expect([...found.value]).toEqual([1, 1, 0]);
    expect([...found.longestOpenDays]).toEqual([30, 55, Number.NaN]);
    const [resolvedThen, resolvedBefore] = [70 * DAY, 70 * DAY + 1].map((asOf) =>
      unresolvedTicketCount(tickets, { asOf }),
    );
    expect([resolvedThen!.value[1], resolvedBefore!.value[1]]).toEqual([1, 0]);
  });

  test('is of exactly the customers given, in their order', () => {
    const found = unresolvedTicketCount(tickets, { asOf: 100 * DAY, customers: ['zoe', 'dan'] });
    expect(found.customers).toEqual(['zoe', 'dan']);
    expect([...found.value, ...found.longestOpenDays]).toEqual([0, 1, Number.NaN, 15]);
    expect(found.definition).toEqual({
      ...{ name: 'unresolvedTicketCount', kind: 'unresolvedTicketCount', asOf: 100 * DAY },
      ...{ map: { kind: 'linear', safe: 0, risky: 2 }, settings: { population: 'given' } },
    });
  });

  test('is what plain loops over the rows find, for any tickets', () => {
    fc.assert(
      fc.property(anyTickets(10, 20), fc.nat(40), (rows, step) => {
        const asOf = step * 5;
        const found = unresolvedTicketCount(ticketLog(rows, 1000), { asOf });
        const customers = new Set(rows.map(({ customer }) => customer));
        const known = [...customers].filter((id) =>
          rows.some(({ customer, opened }) => customer === id && opened < asOf),
        );
        expect(found.customers).toEqual(known);
        known.forEach((id, place) => {
          const open = rows.filter(
            ({ customer, opened, resolved }) => customer === id && opened < asOf && resolved >= asOf,
          );
          const longest = open.length === 0 ? Number.NaN : Math.max(...open.map(({ opened }) => (asOf - opened) / DAY));
          expect([found.value[place], found.longestOpenDays[place]]).toEqual([open.length, longest]);
        });
      }),
      runs(300),
    );
  });

  test('refuses an instant of which the tickets do not tell, other windows, customers that are none', () => {
    const ask = (options: object) => refusalOf(() => unresolvedTicketCount(tickets, options as never));
    expect(ask({ asOf: 101 * DAY })).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
    expect(ask({ asOf: 9, withinDays: 5 }).code).toBe('unknown-option');
    expect(ask({ asOf: 9, customers: ['ada', 'ada'] }).code).toBe('duplicate-id');
  });
});
