import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { type CustomerLifecycle, customerLifecycle } from '../../src/cohorts/customerLifecycle.ts';
import { lifecycleQuickRatio } from '../../src/cohorts/lifecycleQuickRatio.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { runs } from '../laws/runs.ts';
import { DAY, earliest } from '../rates/periodOracle.ts';
import {
  activeSets,
  anyCalendar,
  anyQuestion,
  at,
  logOf,
  plainLifecycle,
  type Visit,
  visits,
} from './activityOracle.ts';
import { anyAsOf, anyEvents, reachesBack } from './cohortOracle.ts';

const countsOf = ({ periods }: CustomerLifecycle): unknown[][] =>
  periods.map((period) => [
    ...[period.label, period.state, period.activeCustomers, period.newCustomers],
    ...[period.returningCustomers, period.resurrectedCustomers, period.dormantCustomers],
  ]);

/** Ada comes every month but March, Bob in January only, Cyd in February and in April. */
const log = visits(
  ...([
    ['ada', '2024-01-05T08:00'],
    ['ada', '2024-01-31T23:59'],
    ['bob', '2024-01-09T12:00'],
    ['ada', '2024-02-01T00:00'],
    ['cyd', '2024-02-03T10:00'],
    ['ada', '2024-04-02T10:00'],
    ['cyd', '2024-04-08T10:00'],
  ] as const),
);

describe('customerLifecycle', () => {
  test('is one record a month from the first event to asOf, with counts, state and definition', () => {
    const lifecycle = customerLifecycle(log, { period: 'month', asOf: at('2024-03-10T00:00') });
    expect(lifecycle).toStrictEqual({
      periods: [
        {
          ...{ label: '2024-01', from: at('2024-01-01T00:00'), to: at('2024-02-01T00:00'), state: 'observed' },
          ...{ activeCustomers: 2, newCustomers: 2, returningCustomers: 0 },
          ...{ resurrectedCustomers: 0, dormantCustomers: 0 },
        },
        {
          ...{ label: '2024-02', from: at('2024-02-01T00:00'), to: at('2024-03-01T00:00'), state: 'observed' },
          ...{ activeCustomers: 2, newCustomers: 1, returningCustomers: 1 },
          ...{ resurrectedCustomers: 0, dormantCustomers: 1 },
        },
        {
          ...{ label: '2024-03', from: at('2024-03-01T00:00'), to: at('2024-04-01T00:00'), state: 'partial' },
          ...{ activeCustomers: 0, newCustomers: 0, returningCustomers: 0 },
          ...{ resurrectedCustomers: 0, dormantCustomers: Number.NaN },
        },
      ],
      definition: {
        ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ basis: 'activeCustomers', entry: 'firstEvent', asOf: at('2024-03-10T00:00') },
      },
    });
  });

  test('who was away for a month is dormant once, in the first silent month, and resurrected on return', () => {
    expect(countsOf(customerLifecycle(log, { period: 'month', asOf: at('2024-06-01T00:00') }))).toEqual([
      ['2024-01', 'observed', 2, 2, 0, 0, 0],
      ['2024-02', 'observed', 2, 1, 1, 0, 1],
      ['2024-03', 'observed', 0, 0, 0, 0, 2],
      ['2024-04', 'observed', 2, 0, 0, 2, 0],
      ['2024-05', 'observed', 0, 0, 0, 0, 2],
    ]);
  });

  test('the first instant of a month is in it and not in the month before', () => {
    const onTheDot = visits(['ada', '2024-01-10T00:00'], ['ada', '2024-03-01T00:00'], ['ada', '2024-04-01T00:00']);
    expect(countsOf(customerLifecycle(onTheDot, { period: 'month', asOf: at('2024-05-01T00:00') }))).toEqual([
      ['2024-01', 'observed', 1, 1, 0, 0, 0],
      ['2024-02', 'observed', 0, 0, 0, 0, 1],
      ['2024-03', 'observed', 1, 0, 0, 1, 0],
      ['2024-04', 'observed', 1, 0, 1, 0, 0],
    ]);
  });

  test('nobody is dormant in a month that is not over, which is not 0 but NaN; one that ends with asOf is over', () => {
    const last = (asOf: number) => countsOf(customerLifecycle(log, { period: 'month', asOf })).at(-1);
    expect(last(at('2024-03-31T23:59'))).toEqual(['2024-03', 'partial', 0, 0, 0, 0, Number.NaN]);
    expect(last(at('2024-04-01T00:00'))).toEqual(['2024-03', 'observed', 0, 0, 0, 0, 2]);
  });

  test('each record goes straight into lifecycleQuickRatio', () => {
    const { periods } = customerLifecycle(log, { period: 'month', asOf: at('2024-04-10T00:00') });
    expect(periods.map(lifecycleQuickRatio)).toEqual([Number.NaN, 1, 0, Number.NaN]);
  });

  test('events at asOf and after it are not looked at', () => {
    const april = (asOf: number) => countsOf(customerLifecycle(log, { period: 'month', asOf })).at(-1);
    expect(april(at('2024-04-08T10:00'))).toEqual(['2024-04', 'partial', 1, 0, 0, 1, Number.NaN]);
    expect(april(at('2024-04-08T10:00') + 1)).toEqual(['2024-04', 'partial', 2, 0, 0, 2, Number.NaN]);
  });

  test('from chooses the first period and leaves all history what it was: nobody is new again', () => {
    const options = { period: 'month', asOf: at('2024-06-01T00:00') } as const;
    const whole = customerLifecycle(log, options).periods;
    const cut = (from: string) => customerLifecycle(log, { ...options, from: at(from) }).periods;
    expect(cut('2024-02-29T12:00')).toStrictEqual(whole.slice(1));
    expect(cut('2024-04-01T00:00')).toStrictEqual(whole.slice(3));
    expect(cut('2024-01-31T23:59')).toStrictEqual(whole);
    expect(cut('2023-12-05T00:00').map(({ label, activeCustomers }) => [label, activeCustomers])).toEqual([
      ...[['2023-12', 0] as const, ...whole.map(({ label, activeCustomers }) => [label, activeCustomers] as const)],
    ]);
  });

  test('a log without events has no periods, and neither has an empty interval', () => {
    expect(customerLifecycle(logOf([]), { period: 'day', asOf: 0 }).periods).toEqual([]);
    const instant = at('2024-02-15T12:00');
    expect(customerLifecycle(log, { period: 'month', from: instant, asOf: instant }).periods).toEqual([]);
  });

  test('nobody was away on a day that the zone skipped: the day after it follows the day before', () => {
    // Apia went from 29 to 31 December 2011 at 10:00 UTC on the 30th.
    const around = visits(['ada', '2011-12-30T09:59'], ['ada', '2011-12-30T10:00'], ['bob', '2011-12-30T09:00']);
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: at('2011-12-31T10:00') } as const;
    expect(countsOf(customerLifecycle(around, options))).toEqual([
      ['2011-12-29', 'observed', 2, 2, 0, 0, 0],
      ['2011-12-31', 'observed', 1, 0, 1, 0, 1],
    ]);
    const later = visits(['ada', '2011-12-29T12:00'], ['bob', '2012-01-01T12:00'], ['ada', '2012-01-02T12:00']);
    expect(countsOf(customerLifecycle(later, { ...options, asOf: at('2012-01-03T10:00') }))).toEqual([
      ['2011-12-29', 'observed', 1, 1, 0, 0, 0],
      ['2011-12-31', 'observed', 0, 0, 0, 0, 1],
      ['2012-01-01', 'observed', 0, 0, 0, 0, 0],
      ['2012-01-02', 'observed', 1, 1, 0, 0, 0],
      ['2012-01-03', 'observed', 1, 0, 0, 1, 1],
    ]);
  });

  test('periods of several weeks each are neighbours as single ones are', () => {
    const options = { period: 'week', every: 4, anchor: at('2024-01-01T00:00'), asOf: at('2024-04-22T00:00') } as const;
    const { periods, definition } = customerLifecycle(log, options);
    expect(periods.map(({ activeCustomers, returningCustomers }) => [activeCustomers, returningCustomers])).toEqual([
      ...[[2, 0] as const, [2, 1] as const, [0, 0] as const, [2, 0] as const],
    ]);
    expect(definition).toMatchObject({ period: 'week', every: 4, anchor: at('2024-01-01T00:00') });
  });

  test('the zone decides the day, and the first day of the week the week', () => {
    const evenings = visits(['ada', '2024-01-06T00:30'], ['ada', '2024-01-06T15:00'], ['ada', '2024-01-07T15:00']);
    const returning = (options: object) =>
      customerLifecycle(evenings, { period: 'day', asOf: at('2024-01-10T00:00'), ...options }).periods.map(
        ({ returningCustomers }) => returningCustomers,
      );
    expect(returning({})).toEqual([0, 1, 0, 0]);
    expect(returning({ timeZone: 'America/New_York' })).toEqual([0, 1, 1, 0, 0]);
    expect(returning({ period: 'week' })).toEqual([0, 0]);
    expect(returning({ period: 'week', weekStartsOn: 'sunday' })).toEqual([0, 1]);
  });
});

describe('customerLifecycle refuses', () => {
  const refuse = (options: object) =>
    refusalOf(() => customerLifecycle(log, { period: 'day', asOf: at('2024-02-01T00:00'), ...options } as never));

  test('a start after asOf, by name and value', () => {
    const error = refuse({ from: at('2024-02-01T00:00') + 1 });
    expect([error.code, error.path]).toEqual(['after-as-of', ['from']]);
    expect(error.message).toBe(
      'customerLifecycle: "from" must be at or before "asOf" (2024-02-01T00:00:00.000Z); received 2024-02-01T00:00:00.001Z',
    );
  });

  test('a time to look at that ends before the log begins', () => {
    expect(refuse({ asOf: at('2024-01-05T08:00') })).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
  });

  test('what is no event log, instants that are none, and unknown options', () => {
    expect(refusalOf(() => customerLifecycle({} as never, { period: 'day', asOf: 0 })).code).toBe('not-a-log');
    expect(refuse({ asOf: undefined })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ from: '2024-01-01' })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ period: 'fortnight' }).code).toBe('not-an-option');
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ level: 0.9 }).code).toBe('unknown-option');
    for (const options of [undefined, null, 'day'])
      expect(refusalOf(() => customerLifecycle(log, options as never)).code).toBe('not-a-record');
  });

  test('more days than anyone can want, in its own name', () => {
    const error = refuse({ from: Date.UTC(-3000, 0, 1) });
    expect([error.code, error.metric]).toEqual(['too-many-periods', 'customerLifecycle']);
  });
});

describe('customerLifecycle of any log', () => {
  test('is what sets of customers count, from any start on', () => {
    fc.assert(
      fc.property(anyQuestion, ({ rows, options, sets, shown }) => {
        fc.pre(reachesBack({ rows, asOf: options.asOf }));
        const told = countsOf(customerLifecycle(logOf(rows), options));
        expect(told).toEqual(plainLifecycle(sets, options.asOf).slice(shown));
      }),
      runs(50),
    );
  });

  test('active = active before + new + resurrected - dormant, and = new + returning + resurrected', () => {
    fc.assert(
      fc.property(anyEvents, anyCalendar, anyAsOf, (rows, options, asOf) => {
        fc.pre(reachesBack({ rows, asOf }));
        let before = 0;
        for (const period of customerLifecycle(logOf(rows), { ...options, asOf }).periods) {
          const { activeCustomers, newCustomers, returningCustomers, resurrectedCustomers, dormantCustomers } = period;
          expect(newCustomers + returningCustomers + resurrectedCustomers).toBe(activeCustomers);
          if (period.state === 'observed') {
            expect(before + newCustomers + resurrectedCustomers - dormantCustomers).toBe(activeCustomers);
            expect(returningCustomers + dormantCustomers).toBe(before);
          }
          before = activeCustomers;
        }
      }),
      runs(50),
    );
  });

  test('everyone is new exactly once, and at most as often resurrected as dormant', () => {
    fc.assert(
      fc.property(anyEvents, anyCalendar, anyAsOf, (rows, options, asOf) => {
        fc.pre(reachesBack({ rows, asOf }));
        const { periods } = customerLifecycle(logOf(rows), { ...options, asOf });
        const total = (name: 'newCustomers' | 'resurrectedCustomers' | 'dormantCustomers'): number =>
          periods.map((period) => period[name]).reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0);
        const seen = new Set(rows.filter((row) => row.at < asOf).map(({ customer }) => customer));
        expect(total('newCustomers')).toBe(seen.size);
        expect(total('resurrectedCustomers')).toBeLessThanOrEqual(total('dormantCustomers'));
      }),
      runs(30),
    );
  });

  test('the counts of two halves of the customers add up to those of all', () => {
    fc.assert(
      fc.property(anyEvents, anyCalendar, anyAsOf, (rows, options, asOf) => {
        fc.pre(reachesBack({ rows, asOf }));
        const from = Math.min(asOf, ...rows.map((row) => row.at));
        const half = (isIn: (row: Visit) => boolean) =>
          customerLifecycle(logOf(rows.filter((row) => row.at < asOf && isIn(row))), { ...options, from, asOf })
            .periods;
        const [one, other, all] = [
          half((row) => row.customer < 'e'),
          half((row) => row.customer >= 'e'),
          half(() => true),
        ];
        const names = ['newCustomers', 'returningCustomers', 'resurrectedCustomers', 'dormantCustomers'] as const;
        const numbers = (period: (typeof all)[number]): number[] => names.map((name) => period[name]);
        expect(all.map(numbers)).toEqual(
          one.map((period, place) => names.map((name) => period[name] + other[place]![name])),
        );
      }),
      runs(30),
    );
  });
});

test('the shop: visits by the week in the zone of a market, as sets count them', () => {
  const rows = generateShop().visits.map((visit) => ({ customer: visit.customer_id, at: Date.parse(visit.at) }));
  const options = { period: 'week', timeZone: 'Europe/Berlin' } as const;
  const last = earliest(rows.map((row) => row.at))! + 150 * DAY;
  const sets = activeSets(rows, options, last);
  expect(sets.filter(({ active }) => active.size > 10).length).toBeGreaterThan(15);
  expect(countsOf(customerLifecycle(logOf(rows), { ...options, asOf: last }))).toEqual(plainLifecycle(sets, last));
});

const file = dataFile('cdnow-sample.csv');

test.skipIf(file === undefined)(
  'CDNOW: new customers are those of three months, and all months as sets count them',
  () => {
    const [, ...lines] = readFileSync(file!, 'utf8').trim().split('\n');
    const rows = lines.map((line) => {
      const [, customer, date] = line.split(',') as [string, string, string];
      return { customer, at: at(`${date}T00:00`) };
    });
    const asOf = at('1998-07-01T00:00');
    const lifecycle = customerLifecycle(logOf(rows), { period: 'month', asOf });
    expect(lifecycle.periods.map(({ newCustomers }) => newCustomers).slice(0, 4)).toEqual([781, 857, 719, 0]);
    expect(countsOf(lifecycle)).toEqual(plainLifecycle(activeSets(rows, { period: 'month' }, asOf), asOf));
  },
);
