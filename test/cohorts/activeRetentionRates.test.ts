import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActiveRetentionRates, activeRetentionRates } from '../../src/cohorts/activeRetentionRates.ts';
import { customerLifecycle } from '../../src/cohorts/customerLifecycle.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyCalendar, anyQuestion, at, logOf, plainRetention, visits } from './activityOracle.ts';
import { anyAsOf, anyEvents, reachesBack } from './cohortOracle.ts';

const countsOf = ({ periods }: ActiveRetentionRates): unknown[][] =>
  periods.map(({ label, state, activeCustomers, retainedCustomers }) => [
    ...[label, state, activeCustomers, retainedCustomers],
  ]);

const log = visits(
  ['ada', '2024-01-05T08:00'],
  ['bob', '2024-01-09T12:00'],
  ['ada', '2024-02-01T00:00'],
  ['ada', '2024-02-09T00:00'],
  ['cyd', '2024-02-03T10:00'],
  ['cyd', '2024-04-08T10:00'],
  ['bob', '2024-04-09T10:00'],
  ['bob', '2024-05-01T10:00'],
);
const rates = (asOf: string) => activeRetentionRates(log, { period: 'month', asOf: at(asOf) });

describe('activeRetentionRates', () => {
  test('is one record a month whose next has begun, with rate, interval and definition', () => {
    const { periods, definition } = activeRetentionRates(log, {
      ...{ period: 'month', asOf: at('2024-02-20T00:00'), level: 0.9 },
    });
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({
      ...{ label: '2024-01', from: at('2024-01-01T00:00'), to: at('2024-02-01T00:00'), state: 'partial' },
      ...{ activeCustomers: 2, retainedCustomers: 1, rate: 0.5 },
    });
    // Wilson, by hand for 1 of 2: centre 1/2, half width z sqrt(1/8 + z^2 / 16) / (1 + z^2 / 2), z = 1.6448536269514722.
    expect(periods[0]!.interval.lower).toBeCloseTo(0.5 - 0.3791, 4);
    expect(periods[0]!.interval.upper).toBeCloseTo(0.5 + 0.3791, 4);
    expect(definition).toStrictEqual({
      ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
      ...{ basis: 'activeCustomers', entry: 'firstEvent', asOf: at('2024-02-20T00:00') },
      ...{ level: 0.9, method: 'wilson' },
    });
  });

  test('who is away for a month and comes back is retained neither by the month before nor by the silent one', () => {
    expect(countsOf(rates('2024-06-01T00:00'))).toEqual([
      ['2024-01', 'observed', 2, 1],
      ['2024-02', 'observed', 2, 0],
      ['2024-03', 'observed', 0, 0],
      ['2024-04', 'observed', 2, 1],
    ]);
  });

  test('the last month has no record, since its next has not begun, and the one before is partial until that is over', () => {
    expect(countsOf(rates('2024-04-30T23:00')).slice(-1)).toEqual([['2024-03', 'partial', 0, 0]]);
    expect(countsOf(rates('2024-05-01T00:00')).slice(-1)).toEqual([['2024-03', 'observed', 0, 0]]);
    expect(countsOf(rates('2024-05-01T00:01')).slice(-1)).toEqual([['2024-04', 'partial', 2, 0]]);
    expect(countsOf(rates('2024-05-02T00:00')).slice(-1)).toEqual([['2024-04', 'partial', 2, 1]]);
  });

  test('the rate of a month in which nobody was active is NaN, and so is its interval', () => {
    const march = rates('2024-06-01T00:00').periods[2]!;
    expect([march.rate, march.interval.lower, march.interval.upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('from chooses the first period, and a single period has no record', () => {
    const options = { period: 'month', asOf: at('2024-06-01T00:00') } as const;
    const whole = activeRetentionRates(log, options).periods;
    const cut = (from: string) => activeRetentionRates(log, { ...options, from: at(from) }).periods;
    expect(cut('2024-02-29T12:00')).toStrictEqual(whole.slice(1));
    expect(cut('2024-05-01T00:00')).toEqual([]);
    expect(rates('2024-01-31T00:00').periods).toEqual([]);
    expect(activeRetentionRates(logOf([]), { period: 'day', asOf: 0 }).periods).toEqual([]);
  });

  test('a day that the zone skipped is nobody’s next day', () => {
    const around = visits(['ada', '2011-12-30T09:59'], ['ada', '2011-12-30T10:00']);
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: at('2011-12-31T10:00') } as const;
    expect(countsOf(activeRetentionRates(around, options))).toEqual([['2011-12-29', 'observed', 1, 1]]);
  });
});

describe('activeRetentionRates refuses', () => {
  const refuse = (options: object) =>
    refusalOf(() => activeRetentionRates(log, { period: 'day', asOf: at('2024-02-01T00:00'), ...options } as never));

  test('a level that is none, a start after asOf and unknown options, in its own name', () => {
    expect(refuse({ level: 1 }).message).toBe('activeRetentionRates: "level" must be above 0 and below 1; received 1');
    expect(refuse({ from: at('2024-02-02T00:00') })).toMatchObject({
      ...{ code: 'after-as-of', path: ['from'], metric: 'activeRetentionRates' },
    });
    expect(refuse({ to: 5 })).toMatchObject({ code: 'unknown-option', metric: 'activeRetentionRates' });
    expect(refuse({ from: Date.UTC(-3000, 0, 1) })).toMatchObject({
      ...{ code: 'too-many-periods', metric: 'activeRetentionRates' },
    });
    expect(refusalOf(() => activeRetentionRates([] as never, { period: 'day', asOf: 0 })).code).toBe('not-a-log');
  });
});

describe('activeRetentionRates of any log', () => {
  test('is what sets of customers count, from any start on', () => {
    fc.assert(
      fc.property(anyQuestion, ({ rows, options, sets, shown }) => {
        fc.pre(reachesBack({ rows, asOf: options.asOf }));
        const told = countsOf(activeRetentionRates(logOf(rows), options));
        expect(told).toEqual(plainRetention(sets, options.asOf).slice(shown));
      }),
      runs(50),
    );
  });

  test('retained and dormant of the next period add up to active, and rate and interval are those of proportionInterval', () => {
    fc.assert(
      fc.property(anyEvents, anyCalendar, anyAsOf, (rows, options, asOf) => {
        fc.pre(reachesBack({ rows, asOf }));
        const { periods } = activeRetentionRates(logOf(rows), { ...options, asOf });
        const lifecycle = customerLifecycle(logOf(rows), { ...options, asOf }).periods;
        periods.forEach(({ state, activeCustomers, retainedCustomers, rate, interval }, place) => {
          const { dormantCustomers } = lifecycle[place + 1]!;
          if (state === 'observed') expect(retainedCustomers + dormantCustomers).toBe(activeCustomers);
          else expect(dormantCustomers).toBeNaN();
          if (activeCustomers === 0) return;
          expect(rate * activeCustomers).toBeCloseTo(retainedCustomers, 12);
          expect({ ...proportionInterval({ successes: retainedCustomers, trials: activeCustomers }) }).toMatchObject(
            interval,
          );
        });
      }),
      runs(30),
    );
  });
});
