import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { churnRate } from '../../src/rates/churnRate.ts';
import { customerGrowthRate } from '../../src/rates/customerGrowthRate.ts';
import { customerMovement } from '../../src/rates/customerMovement.ts';
import { reactivationRate } from '../../src/rates/reactivationRate.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };
import { addCounts, anyTenures, countsOf, plainMovement, tenures } from './movementOracle.ts';

const DAY = 86_400_000;

const NOTHING = {
  customersAtStart: 0,
  customersAtEnd: 0,
  newCustomers: 0,
  firstTimeCustomers: 0,
  returnedCustomers: 0,
  lostCustomers: 0,
  retainedCustomers: 0,
  joinedAndLeft: 0,
  formerCustomersAtStart: 0,
};

const FIRST_TIME = { ...NOTHING, customersAtEnd: 1, newCustomers: 1, firstTimeCustomers: 1 };
const RETURNED = { ...NOTHING, customersAtEnd: 1, newCustomers: 1, returnedCustomers: 1, formerCustomersAtStart: 1 };
const RETAINED = { ...NOTHING, customersAtStart: 1, customersAtEnd: 1, retainedCustomers: 1 };
const LOST = { ...NOTHING, customersAtStart: 1, lostCustomers: 1 };
const FORMER = { ...NOTHING, formerCustomersAtStart: 1 };
const JOINED_AND_LEFT = { ...NOTHING, joinedAndLeft: 1 };

/** The movement of [100, 200) of one customer with these tenures. */
function moved(...spans: readonly (readonly [from: number, to: number])[]) {
  const rows = spans.map(([from, to]) => ({ customer: 'ada', from, to }));
  return countsOf(customerMovement(tenures(rows, 1000), { from: 100, to: 200 }));
}

describe('customerMovement of [from, to): one customer', () => {
  test('who has been there all along is retained', () => {
    expect(moved([0, Infinity])).toEqual(RETAINED);
    expect(moved([0, 500])).toEqual(RETAINED);
  });

  test('who joins on the first instant is new, not there at the start', () => {
    expect(moved([100, Infinity])).toEqual(FIRST_TIME);
  });

  test('who joins on the last millisecond is new, and at the end already belongs to the next period', () => {
    expect(moved([199, Infinity])).toEqual(FIRST_TIME);
    expect(moved([200, Infinity])).toEqual(NOTHING);
  });

  test('whose tenure ends on the first instant is lost in the period, one millisecond earlier before it', () => {
    expect(moved([0, 100])).toEqual(LOST);
    expect(moved([0, 99])).toEqual(FORMER);
  });

  test('whose tenure ends at the end is retained: the loss belongs to the next period', () => {
    expect(moved([0, 200])).toEqual(RETAINED);
    expect(moved([0, 199])).toEqual(LOST);
  });

  test('who fills the period from its first instant to its end is new, and lost in the next', () => {
    expect(moved([100, 200])).toEqual(FIRST_TIME);
  });

  test('who joins and leaves within is counted apart', () => {
    expect(moved([100, 199])).toEqual(JOINED_AND_LEFT);
    expect(moved([120, 130], [150, 160])).toEqual(JOINED_AND_LEFT);
  });

  test('whose tenure has no length, as days tell of who comes and goes on one, joined and left, and is former then', () => {
    expect(moved([150, 150])).toEqual(JOINED_AND_LEFT);
    expect(moved([100, 100])).toEqual(JOINED_AND_LEFT);
    expect(moved([50, 50])).toEqual(FORMER);
    expect(moved([50, 50], [150, Infinity])).toEqual(RETURNED);
    expect(moved([200, 200])).toEqual(NOTHING);
  });

  test('who renews at the very instant is retained', () => {
    expect(moved([0, 150], [150, Infinity])).toEqual(RETAINED);
    expect(moved([0, 100], [100, Infinity])).toEqual(RETAINED);
    expect(moved([0, 200], [200, Infinity])).toEqual(RETAINED);
  });

  test('who left and came back within is retained', () => {
    expect(moved([0, 120], [180, Infinity])).toEqual(RETAINED);
  });

  test('who came back and left again within is lost, once', () => {
    expect(moved([0, 110], [120, 130], [140, 150])).toEqual(LOST);
  });

  test('whose tenures overlap is one customer, as long as one of them is open', () => {
    expect(moved([0, 300], [50, 150])).toEqual(RETAINED);
    expect(moved([0, 150], [50, 300])).toEqual(RETAINED);
    expect(moved([0, 120], [50, 150])).toEqual(LOST);
    expect(moved([110, 300], [120, 130])).toEqual(FIRST_TIME);
  });

  test('who was one before, not at the start, and is one at the end has returned', () => {
    expect(moved([0, 50], [150, Infinity])).toEqual(RETURNED);
    expect(moved([0, 50], [100, Infinity])).toEqual(RETURNED);
  });

  test('who was one before and came only for a while is former, and joined and left', () => {
    expect(moved([0, 50], [120, 150])).toEqual({ ...FORMER, joinedAndLeft: 1 });
  });

  test('who comes after the period is nothing in it', () => {
    expect(moved([300, Infinity])).toEqual(NOTHING);
  });

  test('the order of the rows does not matter', () => {
    expect(moved([150, Infinity], [0, 50])).toEqual(RETURNED);
    expect(moved([50, 150], [0, 300])).toEqual(RETAINED);
  });
});

describe('customerMovement', () => {
  test('adds its customers up, and goes straight into the rates', () => {
    const rows = [
      { customer: 'stays', from: 0, to: Infinity },
      { customer: 'stays too', from: 10, to: 500 },
      { customer: 'goes', from: 0, to: 150 },
      { customer: 'goes at once', from: 0, to: 100 },
      { customer: 'comes', from: 100, to: Infinity },
      { customer: 'is back', from: 0, to: 20 },
      { customer: 'is back', from: 170, to: 201 },
      { customer: 'passes', from: 110, to: 120 },
      { customer: 'was', from: 0, to: 90 },
    ];
    const movement = customerMovement(tenures(rows, 1000), { from: 100, to: 200 });
    expect(movement).toStrictEqual({
      customersAtStart: 4,
      customersAtEnd: 4,
      newCustomers: 2,
      firstTimeCustomers: 1,
      returnedCustomers: 1,
      lostCustomers: 2,
      retainedCustomers: 2,
      joinedAndLeft: 1,
      formerCustomersAtStart: 2,
      definition: { basis: 'tenures', from: 100, to: 200, asOf: 1000 },
    });
    expect([retentionRate(movement), churnRate(movement), reactivationRate(movement)]).toEqual([0.5, 0.5, 0.5]);
    expect(customerGrowthRate(movement)).toBe(0);
  });

  test('takes dates as well as milliseconds, and the same date may start and end it', () => {
    const log = tenures([{ customer: 'ada', from: 0, to: 150 }], 1000);
    const dates = customerMovement(log, { from: new Date(100), to: new Date(200) });
    expect(dates).toStrictEqual(customerMovement(log, { from: 100, to: 200 }));
    expect(countsOf(customerMovement(log, { from: 100, to: 100 }))).toEqual(RETAINED);
    expect(countsOf(customerMovement(log, { from: 150, to: 150 }))).toEqual(RETAINED);
    expect(countsOf(customerMovement(log, { from: 151, to: 151 }))).toEqual(FORMER);
  });

  test('a log without tenures moves nothing', () => {
    expect(countsOf(customerMovement(tenures([], 1000), { from: 0, to: 1000 }))).toEqual(NOTHING);
  });

  test('knows the log up to asOf, and a tenure that is to end later is open till then', () => {
    const log = tenures([{ customer: 'ada', from: 0, to: 2000 }], 1000);
    expect(countsOf(customerMovement(log, { from: 100, to: 1000 }))).toEqual(RETAINED);
  });
});

describe('customerMovement refuses', () => {
  const log = tenures([{ customer: 'ada', from: 0, to: Infinity }], 1000);

  test('an end after what the log knows, by code, name and value', () => {
    const error = refusalOf(() => customerMovement(log, { from: 0, to: 1001 }));
    expect([error.code, error.path]).toEqual(['after-as-of', ['to']]);
    expect(error.message).toBe(
      'customerMovement: "to" must be at or before the log\'s "asOf" (1970-01-01T00:00:01.000Z); ' +
        'received 1970-01-01T00:00:01.001Z',
    );
  });

  test('a period that ends before it starts', () => {
    const error = refusalOf(() => customerMovement(log, { from: 200, to: 100 }));
    expect([error.code, error.path]).toEqual(['reversed-interval', ['to']]);
  });

  test('a misspelt or a missing end', () => {
    expect(refusalOf(() => customerMovement(log, { from: 0, until: 5 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => customerMovement(log, { from: 0 } as never)).path).toEqual(['to']);
    expect(refusalOf(() => customerMovement(log, { to: 0 } as never)).path).toEqual(['from']);
  });

  test.each([['2024-01-01'], [null], [Number.NaN], [0.5], [new Date(Number.NaN)], [9e15], [5n]])(
    'an instant that is none: %s',
    (from) => {
      expect(refusalOf(() => customerMovement(log, { from: from as never, to: 100 })).code).toBe('not-an-instant');
    },
  );

  test.each([undefined, null, 5, 'to', () => 1])('options that are none: %s', (options) => {
    expect(refusalOf(() => customerMovement(log, options as never)).code).toBe('not-a-record');
  });

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['an array', []],
    ['an event log', eventLogFromColumns({ customer: ['ada'], at: [0] })],
    ['a log that went through JSON', JSON.parse(JSON.stringify(log))],
  ])('a log that is %s', (_, other) => {
    expect(refusalOf(() => customerMovement(other as never, { from: 0, to: 100 })).code).toBe('not-a-log');
  });
});

describe('customerMovement of any log', () => {
  const anyPeriod = fc.tuple(fc.integer({ min: -2, max: 22 }), fc.nat(22)).map(([from, length]) => ({
    from: from * 10,
    to: (from + length) * 10,
  }));

  test('is what asking every tenure about both ends gives', () => {
    fc.assert(
      fc.property(anyTenures(10, 20), anyPeriod, (rows, period) => {
        const movement = customerMovement(tenures(rows, 1000), period);
        expect(countsOf(movement)).toEqual(plainMovement(rows, period.from, period.to));
      }),
      runs(1000),
    );
  });

  test('start - lost + new = end, first-time + returned = new, retained + lost = start', () => {
    fc.assert(
      fc.property(anyTenures(10, 20), anyPeriod, (rows, period) => {
        const movement = customerMovement(tenures(rows, 1000), period);
        const { customersAtStart, lostCustomers, newCustomers, customersAtEnd } = movement;
        expect(customersAtStart - lostCustomers + newCustomers).toBe(customersAtEnd);
        expect(movement.firstTimeCustomers + movement.returnedCustomers).toBe(newCustomers);
        expect(movement.retainedCustomers + lostCustomers).toBe(customersAtStart);
        expect(movement.returnedCustomers).toBeLessThanOrEqual(movement.formerCustomersAtStart);
      }),
    );
  });

  test('retention and churn of it add up to exactly 1', () => {
    fc.assert(
      fc.property(anyTenures(10, 20), anyPeriod, (rows, period) => {
        const movement = customerMovement(tenures(rows, 1000), period);
        fc.pre(movement.customersAtStart > 0);
        expect(retentionRate(movement) + churnRate(movement)).toBe(1);
      }),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anyTenures(10, 20), anyPeriod, (rows, period) => {
        const half = (isFirst: boolean) => rows.filter(({ customer }) => customer < 'cz' === isFirst);
        const [one, other, all] = [half(true), half(false), rows].map((part) =>
          countsOf(customerMovement(tenures(part, 1000), period)),
        );
        expect(addCounts(one!, other!)).toEqual(all);
      }),
    );
  });
});

describe('published cases', () => {
  /** Days from today, today being day 100, as the movement of the last 30. */
  const thirtyDays = (days: readonly (readonly (number | null)[])[]) => {
    const rows = days.map(([from, to], place) => ({
      customer: `${place}`,
      from: (100 + from!) * DAY,
      to: to == null ? Infinity : (100 + to) * DAY,
    }));
    return customerMovement(tenures(rows, 100 * DAY), { from: 70 * DAY, to: 100 * DAY });
  };

  test('Gumroad differs: it divides by customers at the start and new ones (25 %), here by those at the start (1 of 3)', () => {
    const movement = thirtyDays(vendors.gumroadThirtyDays.days);
    expect(vendors.gumroadThirtyDays.ratePercent).toBe(25);
    expect(churnRate(movement)).toBe(1 / 3);
    expect(movement.lostCustomers / (movement.customersAtStart + movement.newCustomers)).toBe(0.25);
  });

  test('Gumroad differs: it counts who joined and left in both (100 %), here apart, and the rate is undefined', () => {
    const movement = thirtyDays(vendors.gumroadJoinAndLeave.days);
    expect(vendors.gumroadJoinAndLeave.ratePercent).toBe(100);
    expect([movement.joinedAndLeft, movement.newCustomers, movement.lostCustomers]).toEqual([1, 0, 0]);
    expect(churnRate(movement)).toBeNaN();
  });
});
