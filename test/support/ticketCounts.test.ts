import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributeValue } from '../../src/core/types.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { contactingShare } from '../../src/support/contactingShare.ts';
import { contactRate } from '../../src/support/contactRate.ts';
import { reopenedShare } from '../../src/support/reopenedShare.ts';
import { type TicketCounts, ticketCounts } from '../../src/support/ticketCounts.ts';
import { unresolvedShare } from '../../src/support/unresolvedShare.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTickets, ticketLog } from './ticketOracle.ts';

type Counts = Omit<TicketCounts, 'definition'>;

const NAMES = [
  'openedTickets',
  'resolvedTickets',
  'unresolvedTickets',
  'reopenedTickets',
  'unresolvedReopenedTickets',
  'contactingCustomers',
] as const;

const countsOf = (found: Counts): Counts =>
  Object.fromEntries(NAMES.map((name) => [name, found[name]])) as unknown as Counts;

const TICKETS = tenureLogFromColumns(
  {
    customer: ['ada', 'bob', 'ada', 'cyd', 'cyd', 'dan'],
    from: [5, 10, 20, 20, 29, 30],
    to: [15, 12, 35, null, 30, 31],
    attributes: { again: [true, true, true, false, null, true], times: [1, 2, 1, 0, 0, 7] },
  },
  { asOf: 100 },
);

describe('ticketCounts', () => {
  test('counts tickets opened in [from, to), and as resolved those that ended before its end', () => {
    // Opened in [10, 30): bob's, ada's second, both of cyd. Ended before 30: only bob's, as 30 is the next period's.
    expect(ticketCounts(TICKETS, { from: 10, to: 30, reopened: 'again' })).toEqual({
      openedTickets: 4,
      resolvedTickets: 1,
      unresolvedTickets: 3,
      reopenedTickets: 1,
      unresolvedReopenedTickets: 1,
      contactingCustomers: 3,
      definition: { from: 10, to: 30, asOf: 100, resolved: 'beforeTo', reopened: 'again' },
    });
  });

  test('go straight into the shares and the rate', () => {
    const counts = ticketCounts(TICKETS, { from: 0, to: 40, reopened: 'again' });
    // Six tickets of four customers; all but one of cyd's are resolved, four of those five were opened again.
    const customers = 8;
    expect(contactRate({ ...counts, customers })).toBe(0.75);
    expect(contactingShare({ ...counts, customers })).toBe(0.5);
    expect(unresolvedShare(counts)).toBe(1 / 6);
    expect(reopenedShare(counts)).toBe(0.8);
  });

  test('of a past period do not change with what is known later', () => {
    const early = tenureLogFromColumns({ customer: ['ada'], from: [5], to: [null] }, { asOf: 20 });
    const late = tenureLogFromColumns({ customer: ['ada'], from: [5], to: [50] }, { asOf: 100 });
    const period = { from: 0, to: 20 };
    expect(countsOf(ticketCounts(late, period))).toEqual(countsOf(ticketCounts(early, period)));
  });

  test('read how often a ticket was opened again as well as whether', () => {
    const period = { from: 0, to: 40 };
    const [again, times] = ['again', 'times'].map((reopened) => ticketCounts(TICKETS, { ...period, reopened }));
    expect(countsOf(times!)).toEqual(countsOf(again!));
  });

  test('are not known of reopened tickets where no attribute tells, and the share takes it', () => {
    const counts = ticketCounts(TICKETS, { from: 0, to: 40 });
    expect([counts.reopenedTickets, counts.unresolvedReopenedTickets]).toEqual([Number.NaN, Number.NaN]);
    expect(counts.definition.reopened).toBeUndefined();
    expect(reopenedShare(counts)).toBeNaN();
    const undefinedOption = { from: 0, to: 40, reopened: undefined } as never;
    expect(ticketCounts(TICKETS, undefinedOption)).toEqual(counts);
  });

  test('are 0 of an empty log and of an empty period', () => {
    const none = tenureLogFromColumns({ customer: [], from: [], to: [], attributes: { again: [] } }, { asOf: 9 });
    const zeros = NAMES.map(() => 0);
    expect(Object.values(countsOf(ticketCounts(none, { from: 0, to: 9, reopened: 'again' })))).toEqual(zeros);
    expect(Object.values(countsOf(ticketCounts(TICKETS, { from: 10, to: 10, reopened: 'again' })))).toEqual(zeros);
  });

  test('take dates for instants', () => {
    const dates = ticketCounts(TICKETS, { from: new Date(10), to: new Date(30), reopened: 'again' });
    expect(dates).toEqual(ticketCounts(TICKETS, { from: 10, to: 30, reopened: 'again' }));
  });

  test('are those of plain loops over the rows', () => {
    fc.assert(
      fc.property(anyTickets(10, 20), fc.nat(40), fc.nat(40), (rows, start, length) => {
        const [from, to] = [start * 5, (start + length) * 5];
        const opened = rows.filter((row) => row.opened >= from && row.opened < to);
        const resolved = opened.filter((row) => row.resolved < to);
        const found = ticketCounts(ticketLog(rows, 1000), { from, to, reopened: 'reopened' });
        expect(countsOf(found)).toEqual({
          openedTickets: opened.length,
          resolvedTickets: resolved.length,
          unresolvedTickets: opened.filter((row) => !resolved.includes(row)).length,
          reopenedTickets: resolved.filter((row) => row.reopened).length,
          unresolvedReopenedTickets: opened.filter((row) => row.reopened && row.resolved >= to).length,
          contactingCustomers: new Set(opened.map((row) => row.customer)).size,
        });
      }),
      runs(300),
    );
  });

  test('of parts that share no customer add up to those of all', () => {
    fc.assert(
      fc.property(anyTickets(10, 20), (rows) => {
        const log = ticketLog(rows, 150);
        const options = { from: 20, to: 150, reopened: 'reopened' };
        const whole = ticketCounts(log, options);
        const parts = splitBy(log, 'customer', { value: 'first' }).map((part) => ticketCounts(part.log, options));
        for (const name of NAMES) expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
      }),
      runs(100),
    );
  });
});

describe('ticketCounts refuses', () => {
  const ask = (options: unknown) => refusalOf(() => ticketCounts(TICKETS, options as never));

  test('a period that is reversed, goes on after asOf, or is none', () => {
    expect(ask({ from: 30, to: 10 }).code).toBe('reversed-interval');
    expect(ask({ from: 10, to: 101 }).message).toBe(
      `ticketCounts: "to" must be at or before the log's "asOf" (1970-01-01T00:00:00.100Z); received 1970-01-01T00:00:00.101Z`,
    );
    expect(ask({ from: 10 }).path).toEqual(['to']);
    expect(ask({ from: 10, to: 20, period: 'month' }).code).toBe('unknown-option');
  });

  test('an attribute that the log has not', () => {
    const error = ask({ from: 0, to: 100, reopened: 'reopend' });
    expect([error.code, error.received]).toEqual(['unknown-field', '"reopend"']);
  });

  test.each<[AttributeValue, string]>([
    ['1', '"1"'],
    ['', '""'],
    ['no', '"no"'],
    [-1, '-1'],
    [0.5, '0.5'],
    [2 ** 53, '9007199254740992'],
  ])('%j as whether a ticket was opened again, by name and row of the log', (value, received) => {
    const log = tenureLogFromColumns(
      { customer: ['ada', 'bob', 'cyd'], from: [1, 2, 3], to: [5, 6, 7], attributes: { again: [0, true, value] } },
      { asOf: 100 },
    );
    // Outside the period too: a column that cannot be read is not read in part.
    const error = refusalOf(() => ticketCounts(log, { from: 0, to: 2, reopened: 'again' }));
    expect([error.code, error.path]).toEqual(['not-a-count', ['log', 'again', 2]]);
    expect(error.message).toBe(
      `ticketCounts: "log.again[2]" must be true, false, null or a whole number of at least 0; received ${received}`,
    );
  });

  test('no value that stands in no row any more', () => {
    const log = tenureLogFromColumns(
      {
        customer: ['ada'],
        from: [1],
        to: [5],
        attributes: { again: { codes: Int32Array.of(1), values: ['unknown', 1] } },
      },
      { asOf: 100 },
    );
    expect(ticketCounts(log, { from: 0, to: 10, reopened: 'again' }).reopenedTickets).toBe(1);
  });

  test.each(HOSTILE_VALUES)('%s as the log, and as the attribute', (_, value) => {
    expect(refusalOf(() => ticketCounts(value as never, { from: 0, to: 1 })).code).toBe('not-a-log');
    if (value !== undefined) expect(ask({ from: 0, to: 1, reopened: value }).code).toBe('unknown-field');
  });
});
