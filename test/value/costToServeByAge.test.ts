import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { tenuresFromEvents } from '../../src/log/tenuresFromEvents.ts';
import type { EventLog } from '../../src/log/types.ts';
import { type CostToServeByAge, costToServeByAge } from '../../src/value/costToServeByAge.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { type TenureRow, tenures } from '../rates/movementOracle.ts';
import { anyTenures, DAY } from './tenureRows.ts';

interface CostRow {
  readonly customer: string;
  readonly at: number;
  readonly cents: number;
}

const costLog = (rows: readonly CostRow[]): EventLog =>
  eventLog(rows, { customer: 'customer', at: 'at', amount: 'cents' }, { refunds: 'keep' });

const anyCosts: fc.Arbitrary<CostRow[]> = fc.array(
  fc.record({
    customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve'),
    at: fc.integer({ min: -2, max: 60 }).map((days) => days * DAY),
    cents: fc.integer({ min: -100, max: 10_000 }),
  }),
  { maxLength: 30 },
);

interface PlainBand {
  readonly customers: Set<string>;
  days: number;
  cents: number;
  readonly still: Set<string>;
}

/** Day by day and customer by customer: who is one on this day, of which age, and what did they cost? */
function plainBands(costs: readonly CostRow[], rows: readonly TenureRow[], asOf: number, ageBand: number) {
  const bands: PlainBand[] = [];
  const left = { unknownCustomers: 0, later: 0, beforeFirstTenure: 0, betweenTenures: 0 };
  // A tenure that begins on asOf itself is not known of, though it follows on another without a break.
  const isOne = (customer: string, at: number): boolean =>
    rows.some((row) => row.customer === customer && row.from < asOf && row.from <= at && at < row.to);
  const begin = (customer: string): number =>
    Math.min(...rows.filter((row) => row.customer === customer).map(({ from }) => from));
  const bandAt = (customer: string, at: number): PlainBand => {
    const place = Math.floor((at - begin(customer)) / DAY / ageBand);
    while (bands.length <= place) bands.push({ customers: new Set(), days: 0, cents: 0, still: new Set() });
    return bands[place]!;
  };
  const everyone = [...new Set(rows.map(({ customer }) => customer))];
  const start = Math.min(...rows.map(({ from }) => from));
  for (let at = start; at < asOf; at += DAY)
    for (const customer of everyone.filter((one) => isOne(one, at))) {
      const band = bandAt(customer, at);
      band.days++;
      band.customers.add(customer);
    }
  for (const customer of everyone) {
    // On the last millisecond before asOf and on asOf itself they are customers, and of the same band.
    const place = (at: number): number => Math.floor((at - begin(customer)) / DAY / ageBand);
    if (isOne(customer, asOf - 1) && isOne(customer, asOf) && place(asOf - 1) === place(asOf))
      bandAt(customer, asOf - 1).still.add(customer);
  }
  for (const { customer, at, cents } of costs) {
    if (!everyone.includes(customer)) left.unknownCustomers += cents;
    else if (at >= asOf) left.later += cents;
    else if (at < begin(customer)) left.beforeFirstTenure += cents;
    else if (!isOne(customer, at)) left.betweenTenures += cents;
    else bandAt(customer, at).cents += cents;
  }
  return { bands, left };
}

function expectPlain(found: CostToServeByAge, plain: ReturnType<typeof plainBands>, ageBand: number): void {
  expect(
    found.bands.map(({ from, to, customers, customerDays, stillInBand, cost, state }) => ({
      ...{ from, to, customers, customerDays, stillInBand, cost, state },
    })),
  ).toEqual(
    plain.bands.map(({ customers, days, cents, still }, place) => ({
      ...{ from: place * ageBand, to: place * ageBand + ageBand, customers: customers.size, customerDays: days },
      ...{ stillInBand: still.size, cost: cents, state: still.size > 0 ? 'partial' : 'observed' },
    })),
  );
  expect(Object.fromEntries(Object.entries(found.leftOut).map(([name, { cost }]) => [name, cost]))).toEqual(plain.left);
}

describe('costToServeByAge', () => {
  const ROWS: TenureRow[] = [
    { customer: 'ada', from: 0, to: Infinity },
    { customer: 'bob', from: 15 * DAY, to: Infinity },
  ];
  const COSTS: CostRow[] = [
    { customer: 'ada', at: DAY, cents: 1200 },
    { customer: 'ada', at: 35 * DAY, cents: 300 },
    { customer: 'bob', at: 16 * DAY, cents: 800 },
  ];

  test('sets the costs at each age against the time that customers spent at it', () => {
    const { bands, definition } = costToServeByAge(costLog(COSTS), tenures(ROWS, 60 * DAY), { ageBand: 30 });
    // Both were there for all of the first 30 days; ada for 30 and bob for 15 of the next: 1.5 customers for 3.00.
    expect(bands.map((band) => [band.customers, band.customerDays, band.cost, band.costPerCustomer])).toEqual([
      [2, 60, 2000, 1000],
      [2, 45, 300, 200],
    ]);
    expect(bands.map(({ from, to, state, stillInBand }) => [from, to, state, stillInBand])).toEqual([
      [0, 30, 'observed', 0],
      [30, 60, 'partial', 1],
    ]);
    expect(definition).toEqual({ ageBand: 30, asOf: 60 * DAY, currency: undefined });
  });

  test('has NaN, not 0, for an age at which nobody was a customer, between two at which someone was', () => {
    const gap = [
      { customer: 'ada', from: 0, to: 10 * DAY },
      { customer: 'ada', from: 25 * DAY, to: 28 * DAY },
    ];
    const { bands } = costToServeByAge(costLog([]), tenures(gap, 60 * DAY), { ageBand: 10 });
    expect(bands.map(({ customers, costPerCustomer }) => [customers, costPerCustomer])).toEqual([
      [1, 0],
      [0, Number.NaN],
      [1, 0],
    ]);
  });

  test('counts time that two tenures share once', () => {
    const twice = [
      { customer: 'ada', from: 0, to: 8 * DAY },
      { customer: 'ada', from: 4 * DAY, to: 10 * DAY },
    ];
    const { bands } = costToServeByAge(costLog([]), tenures(twice, 60 * DAY), { ageBand: 30 });
    expect([bands[0]!.customerDays, bands[0]!.customers]).toEqual([10, 1]);
  });

  test('counts nobody at an age at which a tenure of no length lies, nor by a tenure that begins at asOf', () => {
    const rows = [0, 12, 20].map((start) => ({ customer: 'ada', from: start * DAY, to: start * DAY }));
    rows[0]!.to = 5 * DAY;
    rows[2]!.to = Infinity;
    const { bands } = costToServeByAge(costLog([]), tenures(rows, 20 * DAY), { ageBand: 10 });
    expect(bands.map(({ customers, customerDays }) => [customers, customerDays])).toEqual([[1, 5]]);
    const [wide] = costToServeByAge(costLog([]), tenures(rows, 20 * DAY), { ageBand: 30 }).bands;
    expect([wide!.customerDays, wide!.stillInBand, wide!.state]).toEqual([5, 0, 'observed']);
  });

  test('takes bands that are no whole days', () => {
    const { bands } = costToServeByAge(costLog(COSTS), tenures(ROWS, 60 * DAY), { ageBand: 1.5 });
    expect([bands.length, bands[0]!.costPerCustomer, bands[23]!.cost]).toEqual([40, 1000, 300]);
    const months = costToServeByAge(costLog(COSTS), tenures(ROWS, 60 * DAY), { ageBand: 365 / 12 }).bands;
    expect(months.reduce((sum, { customerDays }) => sum + customerDays, 0)).toBeCloseTo(105, 9);
  });

  test('leaves out, and counts, what belongs to no age', () => {
    const left: CostRow[] = [
      { customer: 'eve', at: DAY, cents: 1 },
      { customer: 'eve', at: 70 * DAY, cents: 2 },
      { customer: 'ada', at: 60 * DAY, cents: 4 },
      { customer: 'bob', at: 15 * DAY - 1, cents: 8 },
      { customer: 'cyd', at: 20 * DAY, cents: 16 },
      { customer: 'cyd', at: 40 * DAY, cents: 32 },
    ];
    const rows = [
      ...ROWS,
      { customer: 'cyd', from: 10 * DAY, to: 20 * DAY },
      { customer: 'cyd', from: 30 * DAY, to: 40 * DAY },
    ];
    const { bands, leftOut } = costToServeByAge(costLog(left), tenures(rows, 60 * DAY), { ageBand: 30 });
    expect(leftOut).toEqual({
      unknownCustomers: { events: 2, cost: 3 },
      later: { events: 1, cost: 4 },
      beforeFirstTenure: { events: 1, cost: 8 },
      betweenTenures: { events: 2, cost: 48 },
    });
    expect(bands.map(({ cost }) => cost)).toEqual([0, 0]);
  });

  test('tells customers apart whose ids are of another type', () => {
    const costs = eventLogFromColumns({ customer: ['1', 1], at: [0, 0], amount: [5, 7] });
    const found = costToServeByAge(costs, { ...tenures(ROWS, 60 * DAY), customers: [1, 'bob'] }, { ageBand: 30 });
    expect([found.bands[0]!.cost, found.leftOut.unknownCustomers.cost]).toEqual([7, 5]);
  });

  test('is what counting customers day by day gives', () => {
    fc.assert(
      fc.property(anyCosts, anyTenures, fc.nat(70), fc.integer({ min: 1, max: 20 }), (costs, rows, days, ageBand) => {
        const found = costToServeByAge(costLog(costs), tenures(rows, days * DAY), { ageBand });
        expectPlain(found, plainBands(costs, rows, days * DAY, ageBand), ageBand);
      }),
      { numRuns: 300 },
    );
  });

  test('puts every cent somewhere', () => {
    fc.assert(
      fc.property(anyCosts, anyTenures, fc.double({ min: 0.01, max: 90, noNaN: true }), (costs, rows, ageBand) => {
        const { bands, leftOut } = costToServeByAge(costLog(costs), tenures(rows, 45 * DAY), { ageBand });
        const places = [...bands, ...Object.values(leftOut)];
        expect(places.reduce((sum, { cost }) => sum + cost, 0)).toBe(costs.reduce((sum, { cents }) => sum + cents, 0));
      }),
    );
  });

  test('refuses costs of several currencies, costs without amounts, bands of no width and too many bands', () => {
    const log = tenures(ROWS, 60 * DAY);
    const refusal = (costs: EventLog, ageBand: unknown) =>
      refusalOf(() => costToServeByAge(costs, log, { ageBand } as never));
    const mixed = eventLogFromColumns({
      customer: ['ada', 'ada'],
      at: [1, 2],
      amount: [1, 2],
      currency: ['EUR', 'USD'],
    });
    expect(refusal(mixed, 30).code).toBe('mixed-currencies');
    const bare = eventLogFromColumns({ customer: ['ada'], at: [1] });
    expect([refusal(bare, 30).code, refusal(bare, 30).path]).toEqual(['missing-field', ['costs', 'amount']]);
    for (const ageBand of [0, -1, Number.NaN, Infinity, '30', undefined])
      expect(refusal(costLog(COSTS), ageBand).code).toBe('not-a-quantity');
    expect(refusal(costLog(COSTS), 1e-4).message).toBe(
      'costToServeByAge: "ageBand" must be wide enough for at most 100000 bands; received 0.0001',
    );
    expect(refusal(costLog(COSTS), 1e300).code).toBe('above-limit');
    expect(refusalOf(() => costToServeByAge(log as never, log, { ageBand: 30 })).path).toEqual(['costs']);
    expect(refusalOf(() => costToServeByAge(mixed, mixed as never, { ageBand: 30 })).path).toEqual(['tenures']);
    expect(refusalOf(() => costToServeByAge(mixed, log, { ageband: 30 } as never)).code).toBe('unknown-option');
  });

  test('of the tickets of the shop, at 6.50 each, is what counting day by day gives', () => {
    // Instants are put on whole days, which the plain count goes through.
    const day = (at: string): number => Math.floor(Date.parse(at) / DAY) * DAY;
    const shop = generateShop();
    const some = new Set(shop.customers.slice(0, 100).map(({ customer_id }) => customer_id));
    const orders = shop.orders.filter(({ customer_id }) => some.has(customer_id));
    const asOf = Date.UTC(2025, 8, 1);
    const purchases = eventLog(orders, { customer: 'customer_id', at: ({ at }) => day(at) });
    const log = tenuresFromEvents(purchases, { lapseAfter: 90, asOf });
    const rows = log.customers.flatMap((customer, place) =>
      Array.from(log.from.subarray(log.offsets[place], log.offsets[place + 1]), (from, row) => ({
        ...{ customer: `${customer}`, from, to: log.to[log.offsets[place]! + row]! },
      })),
    );
    const costs = shop.tickets
      .filter(({ customer_id }) => some.has(customer_id))
      .map(({ customer_id, opened_at }) => ({ customer: customer_id, at: day(opened_at), cents: 650 }));
    const found = costToServeByAge(costLog(costs), log, { ageBand: 91 });
    expect(found.bands.length).toBeGreaterThan(5);
    expectPlain(found, plainBands(costs, rows, asOf, 91), 91);
  });
});
