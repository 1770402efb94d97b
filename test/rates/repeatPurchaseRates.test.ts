import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { civilDate } from '../../src/log/civilDate.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import type { EventLog } from '../../src/log/types.ts';
import { repeatPurchaseRate } from '../../src/rates/repeatPurchaseRate.ts';
import {
  type RepeatPurchaseOptions,
  type RepeatPurchaseRates,
  repeatPurchaseRates,
} from '../../src/rates/repeatPurchaseRates.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { anyAsOf, anyEvents, anyPeriodOptions } from '../cohorts/cohortOracle.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { runs } from '../laws/runs.ts';
import { byCustomer, DAY, earliest, HOUR, plainOutcomes, plainPeriods } from './periodOracle.ts';

interface Order {
  readonly customer: string;
  readonly at: number;
}

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const logOf = (rows: readonly Order[]): EventLog => eventLog(rows, { customer: 'customer', at: 'at' });
/** Orders by customer and day. */
const orders = (...rows: readonly (readonly [customer: string, date: string])[]): EventLog =>
  logOf(rows.map(([customer, date]) => ({ customer, at: day(date) })));

const countsOf = ({ periods }: RepeatPurchaseRates) =>
  periods.map(({ label, state, newBuyers, buyers, repeatBuyers, pending, repeatedEarly }) => [
    label,
    state,
    newBuyers,
    buyers,
    repeatBuyers,
    pending,
    repeatedEarly,
  ]);

const MONTHS = { period: 'month', within: 30 } as const;

describe('repeatPurchaseRates', () => {
  test('is one record a month from the first order to asOf, with counts, rate, interval, state and definition', () => {
    const log = orders(['ada', '2024-01-05'], ['bob', '2024-01-09'], ['ada', '2024-01-25'], ['cyd', '2024-02-20']);
    const rates = repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-03-01') });
    const { lower, upper } = proportionInterval({ successes: 1, trials: 2 });
    expect(rates).toStrictEqual({
      periods: [
        {
          ...{ label: '2024-01', from: day('2024-01-01'), to: day('2024-02-01'), state: 'observed' },
          ...{ newBuyers: 2, buyers: 2, repeatBuyers: 1, pending: 0, repeatedEarly: 0 },
          ...{ rate: 0.5, interval: { lower, upper } },
        },
        {
          ...{ label: '2024-02', from: day('2024-02-01'), to: day('2024-03-01'), state: 'partial' },
          ...{ newBuyers: 1, buyers: 0, repeatBuyers: 0, pending: 1, repeatedEarly: 0 },
          ...{ rate: Number.NaN, interval: { lower: Number.NaN, upper: Number.NaN } },
        },
      ],
      definition: {
        ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ entry: 'firstEvent', within: 30, asOf: day('2024-03-01'), level: 0.95, method: 'wilson' },
      },
    });
  });

  test('each record goes straight into repeatPurchaseRate', () => {
    const log = orders(['ada', '2024-01-05'], ['bob', '2024-01-09'], ['ada', '2024-01-25'], ['cyd', '2024-02-20']);
    const { periods } = repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-03-01') });
    expect(periods.map(repeatPurchaseRate)).toEqual([0.5, Number.NaN]);
  });

  test('the second order must come less than the time after the first, not exactly then', () => {
    const repeats = (after: number): number => {
      const log = logOf([0, after].map((at) => ({ customer: 'ada', at })));
      return repeatPurchaseRates(log, { ...MONTHS, asOf: 100 * DAY }).periods[0]!.repeatBuyers;
    };
    expect([repeats(30 * DAY - 1), repeats(30 * DAY)]).toEqual([1, 0]);
  });

  test('orders of one instant are one order in parts; a millisecond later it is another', () => {
    const repeats = (...at: number[]): number =>
      repeatPurchaseRates(logOf(at.map((instant) => ({ customer: 'ada', at: instant }))), {
        ...MONTHS,
        asOf: 100 * DAY,
      }).periods[0]!.repeatBuyers;
    expect([repeats(5, 5, 5), repeats(5, 5, 6)]).toEqual([0, 1]);
  });

  test('a buyer has had the time exactly when it ends at asOf', () => {
    const log = orders(['ada', '2024-01-02']);
    const told = (asOf: number) => countsOf(repeatPurchaseRates(log, { ...MONTHS, asOf }))[0];
    expect(told(day('2024-02-01'))).toEqual(['2024-01', 'observed', 1, 1, 0, 0, 0]);
    expect(told(day('2024-02-01') - 1)).toEqual(['2024-01', 'partial', 1, 0, 0, 1, 0]);
  });

  test('who bought again but has not had the time is in neither count: quick ones alone would push the rate up', () => {
    const log = orders(['ada', '2024-01-20'], ['ada', '2024-01-22'], ['bob', '2024-01-21'], ['cyd', '2024-01-01']);
    expect(countsOf(repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-02-05') }))).toEqual([
      ['2024-01', 'partial', 3, 1, 0, 1, 1],
      ['2024-02', 'partial', 0, 0, 0, 0, 0],
    ]);
  });

  test('a month under way is partial, even where all of its buyers so far have had the time', () => {
    const log = orders(['ada', '2024-01-01']);
    const rates = repeatPurchaseRates(log, { period: 'month', within: 7, asOf: day('2024-01-20') });
    expect(countsOf(rates)).toEqual([['2024-01', 'partial', 1, 1, 0, 0, 0]]);
  });

  test('orders at asOf and after it are not looked at', () => {
    const log = orders(['ada', '2024-01-05'], ['ada', '2024-01-20'], ['bob', '2024-01-20']);
    const told = (asOf: number) => countsOf(repeatPurchaseRates(log, { ...MONTHS, asOf }));
    expect(told(day('2024-01-20'))).toEqual([['2024-01', 'partial', 1, 0, 0, 1, 0]]);
    expect(told(day('2024-01-20') + 1)).toEqual([['2024-01', 'partial', 2, 0, 0, 1, 1]]);
  });

  test('months without a first order have a record, of nobody and observed where they are over', () => {
    const log = orders(['ada', '2024-01-05'], ['bob', '2024-03-05']);
    expect(countsOf(repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-05-01') }))).toEqual([
      ['2024-01', 'observed', 1, 1, 0, 0, 0],
      ['2024-02', 'observed', 0, 0, 0, 0, 0],
      ['2024-03', 'observed', 1, 1, 0, 0, 0],
      ['2024-04', 'observed', 0, 0, 0, 0, 0],
    ]);
  });

  test('a log without orders before asOf has no periods', () => {
    expect(repeatPurchaseRates(logOf([]), { ...MONTHS, asOf: 0 }).periods).toEqual([]);
    expect(repeatPurchaseRates(logOf([{ customer: 'ada', at: 5 }]), { ...MONTHS, asOf: 5 }).periods).toEqual([]);
  });

  test('the first order is the first of all, so a second in a later month makes nobody new there', () => {
    const log = orders(['ada', '2024-01-30'], ['ada', '2024-02-10'], ['ada', '2024-02-12']);
    expect(countsOf(repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-04-01') }))).toEqual([
      ['2024-01', 'observed', 1, 1, 1, 0, 0],
      ['2024-02', 'observed', 0, 0, 0, 0, 0],
      ['2024-03', 'observed', 0, 0, 0, 0, 0],
    ]);
  });

  test('a day that the zone skipped has no record', () => {
    // Apia went from 29 to 31 December 2011 at 10:00 UTC on the 30th.
    const log = logOf([{ customer: 'ada', at: Date.parse('2011-12-29T12:00Z') }]);
    const options = {
      period: 'day',
      timeZone: 'Pacific/Apia',
      within: 1,
      asOf: Date.parse('2012-01-01T09:00Z'),
    } as const;
    expect(repeatPurchaseRates(log, options).periods.map(({ label }) => label)).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });

  test('the level makes the interval wider or narrower, and is in the definition', () => {
    const log = orders(['ada', '2024-01-05'], ['bob', '2024-01-09'], ['ada', '2024-01-25']);
    const { periods, definition } = repeatPurchaseRates(log, { ...MONTHS, asOf: day('2024-03-01'), level: 0.5 });
    const { lower, upper } = proportionInterval({ successes: 1, trials: 2 }, { level: 0.5 });
    expect([periods[0]!.interval, definition.level]).toEqual([{ lower, upper }, 0.5]);
  });
});

describe('repeatPurchaseRates refuses', () => {
  const log = orders(['ada', '2024-01-05']);
  const refuse = (options: object) =>
    refusalOf(() => repeatPurchaseRates(log, { ...MONTHS, asOf: 0, ...options } as never));

  test('what is no event log, and options that are none', () => {
    expect(refusalOf(() => repeatPurchaseRates({} as never, { ...MONTHS, asOf: 0 })).code).toBe('not-a-log');
    for (const options of [undefined, null, 30])
      expect(refusalOf(() => repeatPurchaseRates(log, options as never)).code).toBe('not-a-record');
  });

  test('a time that is not above 0, by name and value', () => {
    for (const within of [0, -1, Number.NaN, Infinity, '30', undefined])
      expect(refuse({ within })).toMatchObject({ code: 'not-a-quantity', path: ['within'] });
    expect(refuse({ within: -1 }).message).toBe(
      'repeatPurchaseRates: "within" must be a finite number above 0; received -1',
    );
  });

  test('an unknown period, zone, level or option, and an asOf that is no instant', () => {
    expect(refuse({ period: 'fortnight' }).code).toBe('not-an-option');
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ level: 1 })).toMatchObject({ code: 'not-an-option', path: ['level'] });
    expect(refuse({ horizon: 5 }).code).toBe('unknown-option');
    expect(refuse({ asOf: undefined })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
  });

  test('more days than anyone can want', () => {
    const old = logOf([{ customer: 'ada', at: -8e15 }]);
    expect(refusalOf(() => repeatPurchaseRates(old, { period: 'day', within: 30, asOf: 0 })).code).toBe(
      'too-many-periods',
    );
  });
});

/** What the table is to say, from plain loops over the rows. */
function plainTable(rows: readonly Order[], options: PeriodOptions, hours: number, asOf: number): unknown[] {
  const customers = byCustomer(rows, ({ at }) => at).map((own) => {
    const first = earliest(own)!;
    return { at: first, nextAt: earliest(own.filter((at) => at > first)) };
  });
  const begin = earliest(customers.map(({ at }) => at)) ?? asOf;
  return plainPeriods(begin, asOf, options).map(({ label, from, to }) => {
    const own = customers.filter(({ at }) => from <= at && at < Math.min(to, asOf));
    const { all, mature, met, pending, early } = plainOutcomes(own, hours * HOUR, asOf);
    return [label, to <= asOf && mature === all ? 'observed' : 'partial', all, mature, met, pending, early];
  });
}

const anyHours = fc.oneof(
  fc.constantFrom(1, 24, 7 * 24, 30 * 24),
  fc.nat(60 * 24).map((hours) => hours + 1),
);

function tableOf(rows: readonly Order[], options: PeriodOptions, hours: number, asOf: number): RepeatPurchaseRates {
  const all: RepeatPurchaseOptions = { ...options, within: hours / 24, asOf };
  return repeatPurchaseRates(logOf(rows), all);
}

describe('repeatPurchaseRates of any log', () => {
  test('is what plain loops over the rows count', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        expect(countsOf(tableOf(rows, options, hours, asOf))).toEqual(plainTable(rows, options, hours, asOf));
      }),
      runs(100),
    );
  });

  test('counts everyone once: mature, pending or early, and the same in all whatever the period', () => {
    const total = ({ periods }: RepeatPurchaseRates) =>
      ['newBuyers', 'buyers', 'repeatBuyers', 'pending', 'repeatedEarly'].map((name) =>
        periods.reduce((sum, period) => sum + Number(period[name as 'buyers']), 0),
      );
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        const table = tableOf(rows, options, hours, asOf);
        for (const { newBuyers, buyers, pending, repeatedEarly } of table.periods)
          expect(buyers + pending + repeatedEarly).toBe(newBuyers);
        expect(total(table)).toEqual(total(tableOf(rows, { period: 'year' }, hours, asOf)));
        expect(total(table)[0]).toBe(purchaseTotals(logOf(rows), { to: asOf }).buyers);
      }),
      runs(60),
    );
  });

  test('what is observed stays as it is when asOf moves on', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyHours, anyAsOf, fc.nat(100), (rows, options, hours, asOf, days) => {
        const before = tableOf(rows, options, hours, asOf).periods;
        const after = tableOf(rows, options, hours, asOf + days * DAY).periods;
        before.forEach((period, place) => {
          if (period.state === 'observed') expect(after[place]).toStrictEqual(period);
        });
      }),
      runs(100),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyHours, anyAsOf, (rows, options, hours, asOf) => {
        const counts = (part: readonly Order[]) =>
          new Map(tableOf(part, options, hours, asOf).periods.map((period) => [period.label, period]));
        const halves = [true, false].map((isFirst) =>
          counts(rows.filter(({ customer }) => customer < 'e' === isFirst)),
        );
        for (const [label, { newBuyers, buyers, repeatBuyers }] of counts(rows)) {
          const sum = (name: 'newBuyers' | 'buyers' | 'repeatBuyers') =>
            halves.reduce((total, half) => total + (half.get(label)?.[name] ?? 0), 0);
          expect([sum('newBuyers'), sum('buyers'), sum('repeatBuyers')]).toEqual([newBuyers, buyers, repeatBuyers]);
        }
      }),
      runs(60),
    );
  });
});

test('the shop: all its orders, in the zone of a market, as plain loops count them', () => {
  const rows = generateShop()
    .orders.filter(({ kind }) => kind === 'order')
    .map(({ customer_id, at }) => ({ customer: customer_id, at: Date.parse(at) }));
  expect(rows.length).toBeGreaterThan(1000);
  const asOf = earliest(rows.map(({ at }) => -at))! * -1;
  const options = { period: 'quarter', timeZone: 'Europe/Berlin' } as const;
  const table = tableOf(rows, options, 60 * 24, asOf);
  expect(countsOf(table)).toEqual(plainTable(rows, options, 60 * 24, asOf));
  expect(table.periods.some(({ state }) => state === 'observed')).toBe(true);
});

const file = dataFile('cdnow-sample.csv');

describe.skipIf(file === undefined)('CDNOW: a music shop whose customers came in the spring of 1997', () => {
  const log = (): EventLog => {
    const [, ...lines] = readFileSync(file!, 'utf8').trim().split('\n');
    const rows = lines.map((line) => ({ id: line.split(',')[1]!, date: line.split(',')[2]! }));
    return eventLog(rows, { customer: 'id', at: civilDate('date') });
  };
  /** Counted from the file by a program of some lines in another language. */
  const spring = (within: number, asOf: string) =>
    countsOf(repeatPurchaseRates(log(), { period: 'month', within, asOf: new Date(asOf) })).slice(0, 3);

  test('403 of 2,357 bought again within 30 days, 686 within 90', () => {
    expect(spring(30, '1998-07-01')).toEqual([
      ['1997-01', 'observed', 781, 781, 133, 0, 0],
      ['1997-02', 'observed', 857, 857, 159, 0, 0],
      ['1997-03', 'observed', 719, 719, 111, 0, 0],
    ]);
    expect(spring(90, '1998-07-01')).toEqual([
      ['1997-01', 'observed', 781, 781, 231, 0, 0],
      ['1997-02', 'observed', 857, 857, 260, 0, 0],
      ['1997-03', 'observed', 719, 719, 195, 0, 0],
    ]);
  });

  test('by 15 June 1997 some of March had not had 90 days: 155 had not bought again, 55 had', () => {
    expect(spring(90, '1997-06-15')).toEqual([
      ['1997-01', 'observed', 781, 781, 231, 0, 0],
      ['1997-02', 'observed', 857, 857, 260, 0, 0],
      ['1997-03', 'partial', 719, 509, 135, 155, 55],
    ]);
  });

  test('looked at on 1 April 1997, newer buyers seem worse: 221 of 781, 195 of 857, 83 of 719 had bought again', () => {
    const { periods } = repeatPurchaseRates(log(), { period: 'month', within: 365, asOf: new Date('1997-04-01') });
    expect(periods.map(({ newBuyers, repeatedEarly, buyers }) => [newBuyers, repeatedEarly, buyers])).toEqual([
      [781, 221, 0],
      [857, 195, 0],
      [719, 83, 0],
    ]);
  });
});
