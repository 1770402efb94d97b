import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridgeGaps } from '../../src/log/bridgeGaps.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import type { TenureLog } from '../../src/log/types.ts';
import * as betaDiscreteWeibull from '../../src/models/betaDiscreteWeibull/index.ts';
import { type ContractSurvivorsOptions, contractSurvivors } from '../../src/models/contractSurvivors.ts';
import * as sBg from '../../src/models/sBg/index.ts';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { survivalAt } from '../../src/statistics/survivalAt.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { intlReading, oracleInstant } from '../time/oracle.ts';

/** Whose tenure, from when to when; null where it is open. */
type Tenure = readonly [customer: string | number, from: number, to: number | null];

function logOf(tenures: readonly Tenure[], asOf: number): TenureLog {
  return tenureLogFromColumns(
    {
      customer: tenures.map(([customer]) => customer),
      from: tenures.map(([, from]) => from),
      to: tenures.map(([, , to]) => to),
    },
    { asOf },
  );
}

const at = (text: string): number => Date.parse(text);
const until = (text: string | null): number | null => (text === null ? null : at(text));

/** The survivors of one customer, whose tenures are told as texts; none where no renewal was observed. */
function survivorsOf(
  tenures: readonly (readonly [from: string, to: string | null])[],
  asOf: string,
  options: ContractSurvivorsOptions = { period: 'month' },
): readonly number[] | undefined {
  const rows = tenures.map(([from, to]): Tenure => ['ada', at(from), until(to)]);
  return contractSurvivors(logOf(rows, at(asOf)), options).cohorts[0]?.survivors;
}

test('counts who was still a customer after each renewal, one cohort for each number of renewals that were seen', () => {
  const log = logOf(
    [
      ['ada', at('2024-01-31'), null], // renewed 29 February and 31 March
      ['bob', at('2024-01-31'), at('2024-03-31')], // renewed 29 February, ended with 31 March
      ['cyd', at('2024-02-10'), at('2024-03-10')], // came to 10 March and 10 April, renewed neither
      ['dan', at('2024-03-05'), at('2024-04-10')], // came to 5 April, and renewed
      ['eve', at('2024-04-02'), null], // comes to 2 May
      ['fay', at('2023-12-15'), at('2024-01-20')], // came to four, renewed the first; away at 15 February, back on 1 March
      ['fay', at('2024-03-01'), null],
    ],
    at('2024-04-15'),
  );
  expect(contractSurvivors(log, { period: 'month' })).toStrictEqual({
    cohorts: [{ survivors: [1, 1] }, { survivors: [3, 2, 1] }, { survivors: [1, 1, 0, 0, 0] }],
    customers: 6,
    notYetRenewable: 1,
    returned: 1,
    definition: { period: 'month', timeZone: 'UTC', asOf: at('2024-04-15') },
  });
});

describe('a renewal', () => {
  test('comes on the same day of the month, or on its last, always counted from the start', () => {
    const ending = (to: string) => survivorsOf([['2023-01-31', to]], '2023-04-29');
    expect(ending('2023-02-28')).toEqual([1, 0, 0]);
    expect(ending('2023-03-01')).toEqual([1, 1, 0]);
    // Counted on from 28 February it would be 28 March, and these two would have renewed twice.
    expect(ending('2023-03-30')).toEqual([1, 1, 0]);
    expect(ending('2023-03-31')).toEqual([1, 1, 0]);
    expect(ending('2023-04-01')).toEqual([1, 1, 1]);
  });

  test('of a contract of 29 February comes on 28 February of other years', () => {
    const yearly = { period: 'year' } as const;
    expect(survivorsOf([['2024-02-29', '2025-02-28']], '2026-03-01', yearly)).toEqual([1, 0, 0]);
    expect(survivorsOf([['2024-02-29', '2025-03-01']], '2026-03-01', yearly)).toEqual([1, 1, 0]);
    expect(survivorsOf([['2024-02-29', null]], '2028-02-28', yearly)).toHaveLength(4);
    expect(survivorsOf([['2024-02-29', null]], '2028-02-29', yearly)).toHaveLength(5);
  });

  test('comes at the time of day at which the first tenure began: a month paid to the full is not a renewal', () => {
    const start = '2024-01-10T15:30:00Z';
    expect(survivorsOf([[start, '2024-02-10T15:30:00Z']], '2024-03-01')).toEqual([1, 0]);
    expect(survivorsOf([[start, '2024-02-10T15:30:00.001Z']], '2024-03-01')).toEqual([1, 1]);
  });

  test('goes by the clock of the zone, also where that was changed in between', () => {
    // 15:00 in Berlin is 14:00 by UTC in March and 13:00 in April.
    const tenures = [['2024-03-15T14:00Z', '2024-04-15T13:00:00.001Z']] as const;
    expect(survivorsOf(tenures, '2024-04-20', { period: 'month', timeZone: 'Europe/Berlin' })).toEqual([1, 1]);
    expect(survivorsOf(tenures, '2024-04-20')).toEqual([1, 0]);
    // Midnight of 31 January in Berlin is the evening of 30 January by UTC: the next ones are a day apart.
    const open = [['2024-01-30T23:00Z', null]] as const;
    const berlin = { period: 'month', every: 2, timeZone: 'Europe/Berlin' } as const;
    expect(survivorsOf(open, '2024-03-30T22:59Z', berlin)).toBeUndefined();
    expect(survivorsOf(open, '2024-03-30T23:00Z', berlin)).toEqual([1, 1]);
  });

  test('that the clock skips comes when the clock goes on', () => {
    // 02:30 of 10 March 2024 is not there in New York: at 02:00, 07:00 by UTC, it became 03:00.
    const options = { period: 'month', timeZone: 'America/New_York' } as const;
    const start = '2024-02-10T07:30Z';
    expect(survivorsOf([[start, '2024-03-10T07:00Z']], '2024-04-01', options)).toEqual([1, 0]);
    expect(survivorsOf([[start, '2024-03-10T07:00:00.001Z']], '2024-04-01', options)).toEqual([1, 1]);
  });

  test('comes every so many weeks, quarters or years where told', () => {
    const counted = (options: ContractSurvivorsOptions) => survivorsOf([['2024-01-01', null]], '2026-01-01', options);
    expect(counted({ period: 'week' })).toHaveLength(1 + Math.floor(731 / 7));
    expect(counted({ period: 'week', every: 4 })).toHaveLength(1 + Math.floor(731 / 28));
    expect(counted({ period: 'quarter' })).toHaveLength(9);
    expect(counted({ period: 'month', every: 18 })).toHaveLength(2);
    expect(counted({ period: 'year', every: 2 })).toHaveLength(2);
    expect(counted({ period: 'year', every: 3 })).toBeUndefined();
  });
});

describe('observed', () => {
  test('is a renewal at the instant up to which the log tells, and none after it', () => {
    expect(survivorsOf([['2024-01-10', null]], '2024-02-10')).toEqual([1, 1]);
    expect(survivorsOf([['2024-01-10', '2024-02-10']], '2024-02-10')).toEqual([1, 0]);
    const early = contractSurvivors(logOf([['ada', at('2024-01-10'), null]], at('2024-02-10') - 1), {
      period: 'month',
    });
    expect(early).toMatchObject({ cohorts: [], customers: 1, notYetRenewable: 1 });
  });

  test('is no end that is still to come', () => {
    expect(survivorsOf([['2024-01-10', '2024-03-05']], '2024-02-20')).toEqual([1, 1]);
  });

  test('is no renewal of who left before the first could come, nor of who has not begun', () => {
    const log = logOf(
      [
        ['ada', at('2024-02-01'), at('2024-02-05')],
        ['bob', at('2024-03-01'), null],
      ],
      at('2024-02-10'),
    );
    expect(contractSurvivors(log, { period: 'month' })).toMatchObject({ cohorts: [], notYetRenewable: 2 });
  });

  test('is nothing of a log of nobody', () => {
    expect(contractSurvivors(logOf([], 0), { period: 'year' })).toStrictEqual({
      cohorts: [],
      ...{ customers: 0, notYetRenewable: 0, returned: 0 },
      definition: { period: 'year', timeZone: 'UTC', asOf: 0 },
    });
  });
});

describe('a gap', () => {
  const gap = logOf(
    [
      ['ada', at('2024-01-10'), at('2024-02-10')],
      ['ada', at('2024-02-14'), null],
    ],
    at('2024-04-20'),
  );

  test('over a renewal loses the customer for good, and is counted where they came back', () => {
    expect(contractSurvivors(gap, { period: 'month' })).toMatchObject({
      cohorts: [{ survivors: [1, 0, 0, 0] }],
      returned: 1,
    });
  });

  test('that is short enough to be a late renewal is bridged by the log', () => {
    const bridged = bridgeGaps(gap, { grace: 4 });
    expect(contractSurvivors(bridged, { period: 'month' })).toMatchObject({
      cohorts: [{ survivors: [1, 1, 1, 1] }],
      returned: 0,
    });
  });

  test('between two renewals misses neither', () => {
    const tenures = [
      ['2024-01-10', '2024-02-11'],
      ['2024-03-09', null],
    ] as const;
    expect(survivorsOf(tenures, '2024-03-20')).toEqual([1, 1, 1]);
  });

  test('that ends at the very renewal misses none', () => {
    const tenures = [
      ['2024-01-10', '2024-01-20'],
      ['2024-02-10', '2024-02-20'],
    ] as const;
    expect(survivorsOf(tenures, '2024-03-20')).toEqual([1, 1, 0]);
  });

  test('is none where another tenure covers it, whichever began first', () => {
    const tenures = [
      ['2024-01-10', '2024-04-12'],
      ['2024-01-20', '2024-02-01'],
      ['2024-03-01', '2024-06-12'],
    ] as const;
    expect(survivorsOf(tenures, '2024-07-01')).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is no return where the customer is back only after the log, or for no time at all', () => {
    const back = (from: string, to: string | null) =>
      contractSurvivors(
        logOf(
          [
            ['ada', at('2024-01-10'), at('2024-02-01')],
            ['ada', at(from), until(to)],
          ],
          at('2024-04-01'),
        ),
        { period: 'month' },
      ).returned;
    expect([back('2024-04-02', null), back('2024-03-01', '2024-03-01')]).toEqual([0, 0]);
    expect([back('2024-04-01', null), back('2024-03-01', '2024-03-02')]).toEqual([1, 1]);
  });
});

test('who ended at once had joined, and is lost at the first renewal', () => {
  expect(survivorsOf([['2024-01-10', '2024-01-10']], '2024-02-20')).toEqual([1, 0]);
  const twice = [
    ['2024-01-10', '2024-01-10'],
    ['2024-01-10', null],
  ] as const;
  expect(survivorsOf(twice, '2024-02-20')).toEqual([1, 1]);
});

describe('what it gives', () => {
  const starts = ['2023-01-31', '2023-02-15', '2023-03-01', '2023-04-20', '2023-06-30', '2023-08-31'];
  const rows = starts.flatMap((start, month) =>
    [10, 45, 45, 70, 100, 150, 220, null, null].map((days, person): Tenure => {
      const from = at(start);
      return [`${month}-${person}`, from, days === null ? null : from + days * 86_400_000];
    }),
  );
  const log = logOf(rows, at('2023-12-24'));

  test('goes into both contractual models as it is, and names its period there', () => {
    const counts = contractSurvivors(log, { period: 'week', every: 4, timeZone: 'Europe/Berlin' });
    expect(sBg.fit(counts).definition).toMatchObject({ period: '4 weeks', cohorts: counts.cohorts.length });
    expect(betaDiscreteWeibull.fit(counts).definition.period).toBe('4 weeks');
    expect(sBg.fit(contractSurvivors(log, { period: 'month' })).observations).toBe(54);
  });

  test('is refused by the models where nobody has come to a renewal', () => {
    const counts = contractSurvivors(logOf(rows, at('2023-02-01')), { period: 'month' });
    expect(refusalOf(() => sBg.fit(counts))).toMatchObject({
      code: 'below-limit',
      metric: 'sBg.fit',
      path: ['cohorts'],
    });
  });

  test('of shards is fitted like that of the whole, bit for bit', () => {
    const of = (some: readonly Tenure[]) => contractSurvivors(logOf(some, log.asOf), { period: 'month' });
    const shards = [0, 1, 2].map((shard) => of(rows.filter((_, row) => row % 3 === shard)));
    const whole = of(rows);
    const fit = sBg.fit({ ...whole, cohorts: shards.flatMap(({ cohorts }) => cohorts) });
    const alone = sBg.fit(whole);
    // One list has each shard's cohorts, the other those of the same length in one: the figures are none but the same.
    expect(fit.definition.cohorts).toBeGreaterThan(alone.definition.cohorts);
    expect(fit).toStrictEqual({ ...alone, definition: { ...alone.definition, cohorts: fit.definition.cohorts } });
    expect(fit.converged).toBe(true);
  });

  test('is the same of a frozen log and frozen options', () => {
    const options = { period: 'quarter', every: 1, timeZone: 'Asia/Tehran' } as const;
    expect(contractSurvivors(deepFrozen(log), deepFrozen({ ...options }))).toStrictEqual(
      contractSurvivors(log, options),
    );
  });
});

describe('refused, by name and value,', () => {
  const log = logOf([['ada', 0, null]], 1000);
  const refused = (options: unknown, of: TenureLog = log) =>
    refusalOf(() => contractSurvivors(of, options as ContractSurvivorsOptions));

  test('is what is no tenure log', () => {
    const code = { metric: 'contractSurvivors', code: 'not-a-log', path: ['log'] };
    for (const other of [undefined, null, [], { kind: 'events' }])
      expect(refusalOf(() => contractSurvivors(other as never, { period: 'month' }))).toMatchObject(code);
  });

  test('are periods that contracts do not have, and such as are none', () => {
    for (const period of ['day', 'hour', 'fiscalMonth', 'months', undefined])
      expect(refused({ period })).toMatchObject({
        code: 'not-an-option',
        path: ['period'],
        expected: "one of 'week', 'month', 'quarter', 'year'",
      });
    expect(refused({ period: 'day' }).message).toBe(
      "contractSurvivors: \"period\" must be one of 'week', 'month', 'quarter', 'year'; received \"day\"",
    );
  });

  test('are counts of periods that are not whole, below 1 or absurd', () => {
    for (const every of [0, 1.5, -2, 10_001, Number.NaN, '2', null])
      expect(refused({ period: 'month', every })).toMatchObject({ code: 'not-an-option', path: ['every'] });
  });

  test('are unknown zones and options', () => {
    expect(refused({ period: 'month', timeZone: 'Mars/Base' })).toMatchObject({
      ...{ code: 'unknown-time-zone', metric: 'contractSurvivors' },
    });
    expect(refused({ period: 'month', asOf: 5 })).toMatchObject({ code: 'unknown-option', received: '"asOf"' });
    expect(refused({ period: 'month', anchor: 5 })).toMatchObject({ code: 'unknown-option', received: '"anchor"' });
    expect(refused(undefined)).toMatchObject({ code: 'not-a-record', path: ['options'] });
  });

  test('are starts at the ends of time that the clock of the zone cannot show', () => {
    const oldest = logOf([['ada', -8.64e15, null]], 0);
    expect(refused({ period: 'year', timeZone: 'America/New_York' }, oldest)).toMatchObject({
      ...{ code: 'not-an-instant', path: ['log'], metric: 'contractSurvivors' },
    });
  });

  test('are more renewals than the models follow, and not one less', () => {
    const week = 7 * 86_400_000;
    const of = (weeks: number) => logOf([['ada', 0, null]], weeks * week);
    expect(refused({ period: 'week' }, of(100_001))).toMatchObject({ code: 'too-many-periods', received: '100001' });
    const longest = contractSurvivors(of(100_000), { period: 'week' });
    expect(longest.cohorts[0]?.survivors).toHaveLength(100_001);
    expect(sBg.fit(longest).definition.longestTenure).toBe(100_000);
  });
});

test('contracts at the end of time come to the renewals that there still are', () => {
  const end = 8.64e15;
  const log = logOf([['ada', end - 20 * 86_400_000, null]], end);
  expect(contractSurvivors(log, { period: 'week', timeZone: 'Asia/Tokyo' }).cohorts).toEqual([
    { survivors: [1, 1, 1] },
  ]);
});

const DAY = 86_400_000;
/** Zones that change their clocks: at two, at midnight, by half an hour, and over a whole day. */
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia'];

/** The civil time so many periods after another, by its fields. */
function civilAfter(civil: number, count: number, period: ContractSurvivorsOptions['period']): number {
  if (period === 'week') return civil + count * 7 * DAY;
  const months = count * { month: 1, quarter: 3, year: 12 }[period];
  const date = new Date(civil);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, day) + (((civil % DAY) + DAY) % DAY);
}

/** Customer 0's tenures, customer 1's and so on, and how they are to be looked at. */
interface Case {
  readonly tenures: readonly Tenure[];
  readonly asOf: number;
  readonly options: Required<ContractSurvivorsOptions>;
}

/** When a customer's renewals come, by what Intl shows: the start itself, then one for each number. */
function renewalsFrom(start: number, { period, every, timeZone }: Case['options']): (renewal: number) => number {
  const reading = intlReading(timeZone);
  return (renewal) =>
    renewal === 0 ? start : oracleInstant(reading, civilAfter(reading(start), renewal * every, period));
}

/** Instants at a renewal, a little before or after it, or in between. */
const anyPoint = fc.tuple(fc.nat(9), fc.constantFrom(0, 0, 0, -1, 1, 3_600_000, -DAY, 3 * DAY, 40 * DAY));

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    base: fc.integer({ min: 1972, max: 2030 }).map((year) => Date.UTC(year, 0, 1)),
    people: fc.array(
      fc.record({
        start: fc.nat(400 * 48).map((half) => half * 1_800_000),
        spells: fc.array(fc.tuple(anyPoint, fc.option(anyPoint, { freq: 4 })), { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    look: anyPoint,
    options: fc.record({
      period: fc.constantFrom<ContractSurvivorsOptions['period'][]>('week', 'month', 'quarter', 'year'),
      every: fc.integer({ min: 1, max: 3 }),
      timeZone: fc.constantFrom(...ZONES),
    }),
  })
  .map(({ base, people, look, options }) => {
    const tenures = people.flatMap(({ start, spells }, customer) => {
      const renewal = renewalsFrom(base + start, options);
      const point = ([number, off]: readonly [number, number]) => Math.max(base + start, renewal(number) + off);
      return spells.map(([one, other], spell): Tenure => {
        const first = spell === 0 ? base + start : point(one);
        const end = other && point(other);
        return end === null ? [customer, first, null] : [customer, Math.min(first, end), Math.max(first, end)];
      });
    });
    const [number, off] = look;
    return { tenures, options, asOf: renewalsFrom(base + people[0]!.start, options)(number) + off };
  });

/** One customer after another, one renewal after another. */
function slowCounts({ tenures, asOf, options }: Case) {
  const people = [...new Set(tenures.map(([customer]) => customer))].map((customer) => {
    const own = tenures.filter(([other, from, to]) => other === customer && to !== from);
    const all = tenures.filter(([other]) => other === customer);
    const renewal = renewalsFrom(Math.min(...all.map(([, from]) => from)), options);
    const isThere: boolean[] = [];
    for (let number = 1; renewal(number) <= asOf; number++) {
      const due = renewal(number);
      isThere.push(own.some(([, from, to]) => from <= due && (to === null || due < to)));
    }
    const missed = isThere.indexOf(false);
    const due = missed < 0 ? Infinity : renewal(missed + 1);
    return {
      observed: isThere.length,
      renewed: missed < 0 ? isThere.length : missed,
      hasReturned: own.some(([, from]) => from > due && from <= asOf),
    };
  });
  const cohorts: { survivors: number[] }[] = [];
  for (let observed = 1; observed <= Math.max(...people.map((one) => one.observed)); observed++) {
    const members = people.filter((one) => one.observed === observed);
    const after = Array.from(new Array(observed + 1).keys());
    if (members.length > 0)
      cohorts.push({ survivors: after.map((count) => members.filter(({ renewed }) => renewed >= count).length) });
  }
  return {
    cohorts,
    customers: people.length,
    notYetRenewable: people.filter(({ observed }) => observed === 0).length,
    returned: people.filter(({ hasReturned }) => hasReturned).length,
  };
}

test('any tenures are counted as by a loop over all renewals, which come when Intl shows them', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      const found = contractSurvivors(logOf(one.tenures, one.asOf), one.options);
      expect(found).toMatchObject(slowCounts(one));
    }),
    runs(250),
  );
});

test('each customer is in one cohort or not yet renewable, and counts that fall are counts of customers', () => {
  fc.assert(
    fc.property(anyCase, ({ tenures, asOf, options }) => {
      const { cohorts, customers, notYetRenewable, returned } = contractSurvivors(logOf(tenures, asOf), options);
      const joined = cohorts.reduce((total, { survivors }) => total + survivors[0]!, 0);
      const lost = cohorts.reduce((total, { survivors }) => total + survivors[0]! - survivors.at(-1)!, 0);
      expect(joined + notYetRenewable).toBe(customers);
      expect(returned).toBeLessThanOrEqual(lost);
      for (const [place, { survivors }] of cohorts.entries()) {
        expect(survivors.length).toBeGreaterThan(cohorts[place - 1]?.survivors.length ?? 1);
        expect(survivors[0]).toBeGreaterThan(0);
        expect([...survivors].sort((one, other) => other - one)).toEqual(survivors);
      }
    }),
    runs(100),
  );
});

const telco = dataFile('telco-churn.csv');

describe.skipIf(telco === undefined)('7,043 telephone customers, by months of tenure', () => {
  const [header, ...lines] = telco === undefined ? [''] : readFileSync(telco, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  const people = lines.map((line) => {
    const fields = line.split(',');
    return { months: Number(fields[names.indexOf('tenure')]), hasLeft: fields[names.indexOf('Churn')] === 'Yes' };
  });
  // All are looked at on one day; who has left did so with the last of their months.
  const asOf = Date.UTC(2020, 0, 1);
  const counts = () =>
    contractSurvivors(
      logOf(
        people.map(({ months, hasLeft }, row): Tenure => [row, Date.UTC(2020, -months, 1), hasLeft ? asOf : null]),
        asOf,
      ),
      { period: 'month' },
    );

  test('are counted as by a loop over the file: 72 cohorts, and 11 customers of less than a month', () => {
    const { cohorts, customers, notYetRenewable, returned } = counts();
    expect({ customers, notYetRenewable, returned }).toEqual({ customers: 7043, notYetRenewable: 11, returned: 0 });
    const expected = Array.from({ length: 72 }, (_, place) => {
      const months = place + 1;
      const members = people.filter((one) => one.months === months);
      const stayed = members.filter(({ hasLeft }) => !hasLeft).length;
      return { survivors: [...new Array(months).fill(members.length), stayed] };
    });
    expect(cohorts).toEqual(expected);
  });

  test('have the fit that another program finds, and it goes with the curve that assumes no model', () => {
    const { parameters, logLikelihood, converged } = sBg.fit(counts());
    expect(converged).toBe(true);
    // The same likelihood over the file's tenures, maximised by the simplex search of scipy in Python.
    expect(parameters.alpha).toBeCloseTo(0.13673308, 6);
    expect(parameters.beta).toBeCloseTo(4.0328153, 5);
    expect(logLikelihood).toBeCloseTo(-10_465.424706735, 6);
    const curve = productLimitCurve({
      time: people.map(({ months }) => months),
      ended: people.map(({ hasLeft }) => (hasLeft ? 1 : 0)),
    });
    const { rows } = sBg.projection(parameters, { periods: 60 });
    // Two parameters follow the curve to within 3.5 points as far as five years. After that they do not: contracts of
    // two years end then, and every rate of leaving that the model knows falls.
    for (const months of [1, 3, 6, 12, 24, 36, 48, 60])
      expect(Math.abs(rows[months]!.survival - survivalAt(curve, { time: months }))).toBeLessThan(0.035);
  });
});
