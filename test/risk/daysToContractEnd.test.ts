import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributeValue } from '../../src/core/types.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import type { TenureLog } from '../../src/log/types.ts';
import { daysToContractEnd } from '../../src/risk/daysToContractEnd.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { DAY } from './eventRows.ts';

interface Contract {
  readonly customer: string;
  /** Days; null where it is open. */
  readonly from: number;
  readonly to: number | null;
  /** The end of the term: days, or null for none. */
  readonly term?: number | null;
}

const inDays = (day: number | null): number | null => (day === null ? null : Math.round(day * DAY));

/** Contracts by days, known up to a day. */
function contractsOf(rows: readonly Contract[], asOf = 100): TenureLog {
  return tenureLog(
    rows,
    {
      customer: 'customer',
      from: ({ from }) => inDays(from)!,
      to: ({ to }) => inDays(to),
      attributes: { term: ({ term }) => inDays(term ?? null), odd: () => 'next year' },
    },
    { asOf: asOf * DAY },
  );
}

const now = { asOf: 100 * DAY };

describe('daysToContractEnd', () => {
  test('is the time to the end of the contract under way', () => {
    const found = daysToContractEnd(
      contractsOf([
        { customer: 'ada', from: 0, to: 115 },
        { customer: 'bob', from: 90, to: 455 },
        { customer: 'cyd', from: 50, to: 100.5 },
      ]),
      now,
    );
    expect(found.customers).toEqual(['ada', 'bob', 'cyd']);
    expect([...found.value]).toEqual([15, 355, 0.5]);
    // From 60 days (risk 0) to none (risk 1).
    expect(found.risk[0]).toBe(0.75);
    expect(found.risk[1]).toBe(0);
    expect(found.risk[2]).toBeCloseTo(59.5 / 60, 14);
    expect([...found.observedAt]).toEqual([100 * DAY, 100 * DAY, 100 * DAY]);
  });

  test('is of those with a contract that began before asOf and was not over before it', () => {
    const found = daysToContractEnd(
      contractsOf([
        { customer: 'gone', from: 0, to: 99 },
        { customer: 'lastDay', from: 0, to: 100 },
        { customer: 'future', from: 100, to: 200 },
        { customer: 'new', from: 99.9, to: 200 },
      ]),
      now,
    );
    expect(found.customers).toEqual(['lastDay', 'new']);
    expect([...found.value, ...found.risk]).toEqual([0, 100, 1, 0]);
  });

  test('goes by the last end of a customer with several, and shows the first', () => {
    const found = daysToContractEnd(
      contractsOf([
        { customer: 'ada', from: 0, to: 105 },
        { customer: 'ada', from: 10, to: 300 },
        { customer: 'ada', from: 20, to: 90 },
        { customer: 'ada', from: 30, to: 150 },
      ]),
      now,
    );
    expect([...found.value, ...found.firstEndDays, ...found.contractCount, ...found.openEndedCount]).toEqual([
      200, 5, 3, 0,
    ]);
  });

  test('says nothing where there is no end in sight, unless told what that counts as', () => {
    const log = contractsOf([
      { customer: 'open', from: 0, to: null },
      { customer: 'both', from: 0, to: 110 },
      { customer: 'both', from: 0, to: null },
      { customer: 'far', from: 0, to: 400 },
      { customer: 'far', from: 0, to: null },
    ]);
    const found = daysToContractEnd(log, now);
    expect([...found.value, ...found.risk, ...found.observedAt].every(Number.isNaN)).toBe(true);
    expect([...found.firstEndDays]).toEqual([Number.NaN, 10, 300]);
    expect([...found.openEndedCount]).toEqual([1, 1, 1]);
    // A month's notice: they are bound for 30 days, or for as long as the contract that ends later.
    const notice = daysToContractEnd(log, { ...now, openEndedDays: 30 });
    expect([...notice.value, ...notice.risk]).toEqual([30, 30, 300, 0.5, 0.5, 0]);
    expect(daysToContractEnd(log, { ...now, openEndedDays: 0 }).value[0]).toBe(0);
  });

  test('reads from an attribute what was agreed at the start, whatever came of it', () => {
    const log = contractsOf(
      [
        { customer: 'cancelled', from: 0, to: 60, term: 365 },
        { customer: 'runsOn', from: 0, to: null, term: 40 },
        { customer: 'noTerm', from: 0, to: 80, term: null },
        { customer: 'goneBefore', from: 0, to: 49, term: 365 },
      ],
      1000,
    );
    const found = daysToContractEnd(log, { asOf: 50 * DAY, end: 'term', openEndedDays: 14 });
    expect(found.customers).toEqual(['cancelled', 'runsOn', 'noTerm']);
    // Ten days past its term, as monthly contracts after their first year are.
    expect([...found.value]).toEqual([315, -10, 14]);
    expect(found.risk[1]).toBe(1);
    expect(found.definition).toEqual({
      ...{ name: 'daysToContractEnd', kind: 'daysToContractEnd', asOf: 50 * DAY },
      ...{ map: { kind: 'linear', safe: 60, risky: 0 }, settings: { end: 'term', openEndedDays: 14 } },
    });
  });

  test('is what plain loops over the rows find, for any contracts', () => {
    const row = fc.record({
      customer: fc.constantFrom('ada', 'bob', 'cyd'),
      from: fc.integer({ min: 0, max: 110 }),
      length: fc.option(fc.integer({ min: 0, max: 200 })),
      term: fc.option(fc.integer({ min: 0, max: 200 })),
    });
    const rows = fc.array(row, { maxLength: 12 }).map((list) =>
      list.map(({ length, term, ...own }) => ({
        ...own,
        to: length === null ? null : own.from + length,
        term: term === null ? null : own.from + term,
      })),
    );
    const open = fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined });
    fc.assert(
      fc.property(rows, open, fc.boolean(), (contracts, openEndedDays, byTerm) => {
        const found = daysToContractEnd(contractsOf(contracts), {
          ...now,
          ...(byTerm && { end: 'term' }),
          ...(openEndedDays !== undefined && { openEndedDays }),
        });
        const running = contracts.filter(({ from, to }) => from < 100 && (to ?? 999) >= 100);
        const customers = [...new Set(contracts.map(({ customer }) => customer))];
        expect(found.customers).toEqual(customers.filter((id) => running.some(({ customer }) => customer === id)));
        found.customers.forEach((id, place) => {
          const ends = running.filter(({ customer }) => customer === id).map(({ to, term }) => (byTerm ? term : to));
          const days = ends.map((end) => (end === null ? (openEndedDays ?? Number.NaN) : end - 100));
          const known = ends.filter((end) => end !== null);
          // Of NaN and a number, Math.max is NaN.
          expect(found.value[place]).toBe(Math.max(...days));
          expect(found.contractCount[place]).toBe(ends.length);
          expect(found.openEndedCount[place]).toBe(ends.length - known.length);
          expect(found.firstEndDays[place]).toBe(known.length === 0 ? Number.NaN : Math.min(...known) - 100);
        });
      }),
      runs(300),
    );
  });
});

describe('daysToContractEnd refuses', () => {
  const log = contractsOf([
    { customer: 'ada', from: 5, to: 80, term: 365 },
    { customer: 'bob', from: 50, to: null, term: 40 },
  ]);
  const ask = (options: object) => refusalOf(() => daysToContractEnd(log, options as never));

  test('an earlier instant without the ends that were agreed: the log tells of later cancellations', () => {
    expect(ask({ asOf: 99 * DAY }).message).toBe(
      'daysToContractEnd: "asOf" must be the log\'s own (1970-04-11T00:00:00.000Z) where "end" names no attribute; received 1970-04-10T00:00:00.000Z',
    );
    expect(ask({ asOf: 99 * DAY }).code).toBe('not-an-option');
  });

  test('an instant of which the contracts do not tell', () => {
    expect(ask({ asOf: 101 * DAY })).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
    expect(ask({ asOf: 101 * DAY, end: 'term' }).code).toBe('after-as-of');
  });

  test('an attribute that the log has not, or whose values are no ends', () => {
    expect(ask({ asOf: 9, end: 'terms' })).toMatchObject({ code: 'unknown-field', received: '"terms"' });
    expect(ask({ asOf: 60 * DAY, end: 'odd' }).message).toBe(
      'daysToContractEnd: "contracts.odd[0]" must be whole milliseconds since 1970, or null for none; received "next year"',
    );
    const ends: AttributeValue[] = ['2025-01-01', true, 0.5, 9e15];
    for (const end of ends) {
      const own = tenureLog(
        [{ end }],
        { customer: () => 'ada', from: () => 0, to: () => null, attributes: { end: 'end' } },
        { asOf: 9 },
      );
      expect(refusalOf(() => daysToContractEnd(own, { asOf: 9, end: 'end' }))).toMatchObject({
        ...{ code: 'not-an-instant', path: ['contracts', 'end', 0] },
      });
    }
  });

  test('a term that ends before it begins, but only of a contract under way', () => {
    expect(ask({ asOf: 60 * DAY, end: 'term' })).toMatchObject({
      code: 'reversed-interval',
      path: ['contracts', 'term', 1],
    });
    expect(ask({ asOf: 60 * DAY, end: 'term' }).message).toContain('at or after its start (1970-02-20T00:00:00.000Z)');
    expect([...daysToContractEnd(log, { asOf: 50 * DAY, end: 'term' }).value]).toEqual([315]);
  });

  test('days that are none', () => {
    for (const wrong of [-1, Number.NaN, Infinity, '30', null])
      expect(ask({ ...now, openEndedDays: wrong })).toMatchObject({ code: 'not-a-quantity', path: ['openEndedDays'] });
  });

  test.each(HOSTILE_VALUES)('%s as the contracts, and as the attribute', (_, value) => {
    expect(refusalOf(() => daysToContractEnd(value as never, now))).toMatchObject({
      code: 'not-a-log',
      path: ['contracts'],
    });
    if (value !== undefined) expect(ask({ ...now, end: value }).code).toBe('unknown-field');
  });
});
