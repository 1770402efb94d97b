import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import { type ConversionCounts, conversionCounts } from '../../src/rates/conversionCounts.ts';
import { conversionRate } from '../../src/rates/conversionRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { byCustomer, DAY, earliest, HOUR, plainOutcomes } from './periodOracle.ts';

interface Step {
  readonly customer: string;
  readonly at: number;
  readonly name: string;
}

const logOf = (rows: readonly Step[]): EventLog => eventLog(rows, { customer: 'customer', at: 'at', name: 'name' });
/** Steps of one customer, in days. */
const steps = (...rows: readonly (readonly [name: string, day: number])[]): EventLog =>
  logOf(rows.map(([name, day]) => ({ customer: 'ada', name, at: Math.round(day * DAY) })));

const OPTIONS = { start: 'trial', goal: 'paid', within: 30, asOf: 100 * DAY };
const told = ({ started, converted, pending, convertedEarly }: ConversionCounts) => [
  started,
  converted,
  pending,
  convertedEarly,
];
const of = (log: EventLog, options: object = {}) => told(conversionCounts(log, { ...OPTIONS, ...options }));

describe('conversionCounts', () => {
  test('counts who set out, who arrived in time, and whose time is not over, and says what it rests on', () => {
    const log = logOf([
      { customer: 'in time', name: 'trial', at: 0 },
      { customer: 'in time', name: 'paid', at: 5 * DAY },
      { customer: 'too late', name: 'trial', at: 0 },
      { customer: 'too late', name: 'paid', at: 40 * DAY },
      { customer: 'never', name: 'trial', at: 70 * DAY },
      { customer: 'pending', name: 'trial', at: 71 * DAY },
      { customer: 'early', name: 'trial', at: 90 * DAY },
      { customer: 'early', name: 'paid', at: 91 * DAY },
      { customer: 'no start', name: 'paid', at: 0 },
      { customer: 'something else', name: 'visit', at: 0 },
    ]);
    const counts = conversionCounts(log, OPTIONS);
    expect(counts).toStrictEqual({
      ...{ started: 3, converted: 1, pending: 1, convertedEarly: 1 },
      definition: { start: 'trial', goal: 'paid', within: 30, entry: 'firstEvent', asOf: 100 * DAY },
    });
    expect(conversionRate(counts)).toBe(1 / 3);
  });

  test('a goal at the very instant of the start counts, whatever the order of the rows', () => {
    expect(of(steps(['trial', 0], ['paid', 0]))).toEqual([1, 1, 0, 0]);
    expect(of(steps(['paid', 0], ['trial', 0]))).toEqual([1, 1, 0, 0]);
  });

  test('a goal before the start does not count, a later one does', () => {
    expect(of(steps(['paid', 0], ['trial', 1]))).toEqual([1, 0, 0, 0]);
    expect(of(steps(['paid', 0], ['trial', 1], ['paid', 2]))).toEqual([1, 1, 0, 0]);
  });

  test('the goal must come less than the time after the start, not exactly then', () => {
    expect(of(steps(['trial', 0], ['paid', 30]))).toEqual([1, 0, 0, 0]);
    expect(of(steps(['trial', 0], ['paid', 30 - 1 / DAY]))).toEqual([1, 1, 0, 0]);
  });

  test('the first start counts, and only that: a later start gives no second chance', () => {
    expect(of(steps(['trial', 0], ['trial', 40], ['paid', 41]))).toEqual([1, 0, 0, 0]);
  });

  test('a start has had the time exactly when it ends at asOf', () => {
    expect(of(steps(['trial', 70]))).toEqual([1, 0, 0, 0]);
    expect(of(steps(['trial', 70 + 1 / DAY]))).toEqual([0, 0, 1, 0]);
  });

  test('events at asOf and after it are not looked at', () => {
    expect(of(steps(['trial', 100]))).toEqual([0, 0, 0, 0]);
    expect(of(steps(['trial', 99], ['paid', 100]))).toEqual([0, 0, 1, 0]);
    expect(of(steps(['trial', 99], ['paid', 100 - 1 / DAY]))).toEqual([0, 0, 0, 1]);
  });

  test('a name that no event has is one that nobody did', () => {
    expect(of(steps(['trial', 0], ['paid', 1]), { start: 'demo' })).toEqual([0, 0, 0, 0]);
    expect(of(steps(['trial', 0], ['paid', 1]), { goal: '__proto__' })).toEqual([1, 0, 0, 0]);
    expect(conversionRate(conversionCounts(steps(['visit', 0]), OPTIONS))).toBeNaN();
  });
});

describe('conversionCounts refuses', () => {
  const log = steps(['trial', 0]);
  const refuse = (options: object) => refusalOf(() => conversionCounts(log, { ...OPTIONS, ...options } as never));

  test('a goal that is the start, by name and value', () => {
    const error = refuse({ goal: 'trial' });
    expect([error.code, error.path]).toEqual(['not-an-option', ['goal']]);
    expect(error.message).toBe('conversionCounts: "goal" must be another event than "start"; received "trial"');
  });

  test('names that are no text, by name', () => {
    for (const wrong of [undefined, null, 5, {}]) {
      expect(refuse({ start: wrong })).toMatchObject({ code: 'not-a-text', path: ['start'] });
      expect(refuse({ goal: wrong })).toMatchObject({ code: 'not-a-text', path: ['goal'] });
    }
  });

  test('a log without names, and what is no log', () => {
    const nameless = eventLogFromColumns({ customer: ['ada'], at: [0] });
    expect(refusalOf(() => conversionCounts(nameless, OPTIONS))).toMatchObject({
      ...{ code: 'missing-field', metric: 'conversionCounts', path: ['log', 'name'] },
    });
    expect(refusalOf(() => conversionCounts({} as never, OPTIONS)).code).toBe('not-a-log');
  });

  test('a time that is not above 0, an asOf that is no instant, and unknown options', () => {
    for (const within of [0, -1, Number.NaN, Infinity, '30', undefined])
      expect(refuse({ within })).toMatchObject({ code: 'not-a-quantity', path: ['within'] });
    expect(refuse({ asOf: '2024-01-01' })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ horizon: 5 }).code).toBe('unknown-option');
    for (const options of [undefined, null, 'trial'])
      expect(refusalOf(() => conversionCounts(log, options as never)).code).toBe('not-a-record');
  });
});

/** The counts by asking every event. */
function plainCounts(rows: readonly Step[], hours: number, asOf: number): number[] {
  const seen = rows.filter(({ at }) => at < asOf);
  const waits = byCustomer(seen, (row) => row).flatMap((own) => {
    const at = earliest(own.filter(({ name }) => name === 'trial').map((step) => step.at));
    if (at === undefined) return [];
    const goals = own.filter((step) => step.name === 'paid' && step.at >= at);
    return [{ at, nextAt: earliest(goals.map((step) => step.at)) }];
  });
  const { mature, met, pending, early } = plainOutcomes(waits, hours * HOUR, asOf);
  return [mature, met, pending, early];
}

const anySteps = fc.array(
  fc.record<Step>({
    customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve', 'fay'),
    at: fc.oneof(
      fc.nat(20).map((days) => days * DAY),
      fc.nat(20 * 24).map((hours) => hours * HOUR),
    ),
    name: fc.constantFrom('trial', 'paid', 'visit'),
  }),
  { maxLength: 40 },
);
const anyHours = fc.integer({ min: 1, max: 20 * 24 });
const anyAsOf = fc.nat(25 * 24).map((hours) => hours * HOUR);

describe('conversionCounts of any log', () => {
  test('is what asking every event gives', () => {
    fc.assert(
      fc.property(anySteps, anyHours, anyAsOf, (rows, hours, asOf) => {
        expect(of(logOf(rows), { within: hours / 24, asOf })).toEqual(plainCounts(rows, hours, asOf));
      }),
      runs(500),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anySteps, anyHours, anyAsOf, (rows, hours, asOf) => {
        fc.pre(rows.length > 0);
        const counts = (part: readonly Step[]) =>
          part.length === 0 ? [0, 0, 0, 0] : of(logOf(part), { within: hours / 24, asOf });
        const one = counts(rows.filter(({ customer }) => customer < 'd'));
        const other = counts(rows.filter(({ customer }) => customer >= 'd'));
        expect(one.map((count, place) => count + other[place]!)).toEqual(counts(rows));
      }),
      runs(200),
    );
  });
});

test('the shop: from first visit to first order in 30 days, as asking every event gives', () => {
  const { visits, orders } = generateShop();
  const step = (name: string) => (row: { readonly customer_id: string; readonly at: string }) => ({
    ...{ customer: row.customer_id, at: Date.parse(row.at), name },
  });
  const rows = [...visits.map(step('trial')), ...orders.filter(({ kind }) => kind === 'order').map(step('paid'))];
  const asOf = rows.reduce((last, { at }) => Math.max(last, at), 0) - 10 * DAY;
  const counts = of(logOf(rows), { within: 30, asOf });
  expect(counts).toEqual(plainCounts(rows, 30 * 24, asOf));
  expect(counts[0]).toBeGreaterThan(counts[1]!);
});
