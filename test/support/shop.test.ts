import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import type { TicketRow } from '../../examples/shop/rows.ts';
import { isoInstant } from '../../src/log/isoInstant.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import type { TenureLog } from '../../src/log/types.ts';
import { firstResponseTime } from '../../src/support/firstResponseTime.ts';
import { resolutionTime } from '../../src/support/resolutionTime.ts';
import { resolutionTimeInterval } from '../../src/support/resolutionTimeInterval.ts';
import { resolvedWithin } from '../../src/support/resolvedWithin.ts';
import { ticketCounts } from '../../src/support/ticketCounts.ts';
import { ticketTimes } from '../../src/support/ticketTimes.ts';

const { tickets } = generateShop();
const AS_OF = '2026-01-01T00:00:00Z';
const TOPICS = ['delivery', 'product', 'billing', 'account', 'subscription'] as const;

type End = 'first_response_at' | 'resolved_at';

const log = (end: End, asOf: string = AS_OF): TenureLog =>
  tenureLog(
    tickets,
    {
      customer: 'customer_id',
      from: isoInstant('opened_at'),
      to: isoInstant(end, { empty: 'open' }),
      attributes: { topic: 'topic', reopened: 'reopened' },
    },
    { asOf: Date.parse(asOf) },
  );

/** Hours and end of each row, read from its text. */
function waits(rows: readonly TicketRow[], end: End, asOf: string): (readonly [hours: number, isOver: boolean])[] {
  return rows
    .filter((row) => row.opened_at <= asOf)
    .map((row) => {
      const isOver = row[end] !== '' && row[end] <= asOf;
      return [(Date.parse(isOver ? row[end] : asOf) - Date.parse(row.opened_at)) / 3_600_000, isOver];
    });
}

/** The share that waits longer, by a look through all rows for every end. */
function lasting(rows: readonly (readonly [number, boolean])[], hours: number): number {
  let share = 1;
  for (const end of new Set(rows.filter(([, isOver]) => isOver).map(([own]) => own)))
    if (end <= hours) {
      const atRisk = rows.filter(([own]) => own >= end).length;
      share *= 1 - rows.filter(([own, isOver]) => isOver && own === end).length / atRisk;
    }
  return share;
}

describe("the shop's tickets", () => {
  test('there are open ones among them', () => {
    expect(tickets.length).toBeGreaterThan(1000);
    expect(tickets.filter((row) => row.resolved_at === '').length).toBeGreaterThan(10);
    expect(tickets.every((row) => row.opened_at < AS_OF)).toBe(true);
  });

  test.each(TOPICS)('of %s wait for the median hours at which plain loops find a half left', (topic) => {
    for (const [end, metric] of [
      ['first_response_at', firstResponseTime],
      ['resolved_at', resolutionTime],
    ] as const) {
      const part = splitBy(log(end), 'topic', { value: 'each' }).find(({ value }) => value === topic)!;
      const rows = waits(
        tickets.filter((row) => row.topic === topic),
        end,
        AS_OF,
      );
      const median = metric(ticketTimes(part.log));
      const before = Math.max(...rows.filter(([hours, isOver]) => isOver && hours < median).map(([hours]) => hours));
      // Level at exactly a half it is the middle of the stretch; else the end at which the share falls past it.
      const isEnd = rows.some(([hours, isOver]) => isOver && hours === median);
      expect(lasting(rows, median)).toBeLessThan(0.5 + 1e-12);
      if (isEnd) expect(lasting(rows, before)).toBeGreaterThan(0.5 + 1e-12);
      else expect(lasting(rows, before)).toBeCloseTo(0.5, 12);
    }
  });

  test('seen up to a day in the middle, are resolved within two days as often as plain loops find', () => {
    const asOf = '2024-12-16T12:00:00Z';
    const rows = waits(tickets, 'resolved_at', asOf);
    const times = ticketTimes(log('resolved_at', asOf));
    expect(times.openedLater).toBe(tickets.length - rows.length);
    expect(resolvedWithin(times, { hours: 48 })).toBeCloseTo(1 - lasting(rows, 48), 12);
  });

  test('took as long as the open ones left out say, or longer', () => {
    const times = ticketTimes(log('resolved_at'));
    const hours = times.time.filter((_, ticket) => times.ended[ticket] === 1);
    const closed = { time: hours, ended: new Uint8Array(hours.length).fill(1) };
    const { lower, estimate, upper } = resolutionTimeInterval(times);
    expect(resolutionTime(closed)).toBeLessThan(estimate);
    expect([lower < estimate, estimate < upper]).toEqual([true, true]);
  });

  test('are counted by month as plain loops count them', () => {
    const all = log('resolved_at');
    for (const [from, to] of [
      ['2024-11-01T00:00:00Z', '2024-12-01T00:00:00Z'],
      ['2025-11-01T00:00:00Z', '2025-12-01T00:00:00Z'],
      ['2025-12-01T00:00:00Z', AS_OF],
    ] as const) {
      const opened = tickets.filter((row) => row.opened_at >= from && row.opened_at < to);
      const resolved = opened.filter((row) => row.resolved_at !== '' && row.resolved_at < to);
      expect(opened.length).toBeGreaterThan(20);
      const period = { from: Date.parse(from), to: Date.parse(to) };
      expect(ticketCounts(all, { ...period, reopened: 'reopened' })).toMatchObject({
        openedTickets: opened.length,
        resolvedTickets: resolved.length,
        unresolvedTickets: opened.length - resolved.length,
        reopenedTickets: resolved.filter((row) => row.reopened === 1).length,
        contactingCustomers: new Set(opened.map((row) => row.customer_id)).size,
      });
    }
  });
});
