import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { exactSum, nearestDouble, quotientOf, ulpsApart } from '../rates/exact.ts';
import {
  anyAsOf,
  anyEvents,
  anyPeriodOptions,
  type EventRow,
  events,
  plainPeriodCohorts,
  plainPlanCohorts,
  plainTable,
  reachesBack,
} from './cohortOracle.ts';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** A log of `customer date amount` lines. */
function logOf(...lines: readonly string[]) {
  const rows = lines.map((line) => {
    const [customer, at, amount = '0', plan = 'S'] = line.split(' ');
    return {
      customer: customer!,
      at: Date.parse(at!.length > 10 ? at! : `${at}T00:00:00Z`),
      amount: Number(amount),
      plan,
    };
  });
  return events(rows);
}

const retained = ({ cohorts }: CohortTable) =>
  cohorts.map(({ label, cells }) => [label, ...cells.map((cell) => cell.retained)]);

const SHOP = [
  ...['ada 2024-01-05 10', 'bob 2024-01-09 20', 'ada 2024-01-20 5', 'ada 2024-02-01 7', 'cyd 2024-02-03 40'],
  ...['bob 2024-03-02 1', 'cyd 2024-03-05 2', 'ada 2024-03-08 3'],
];

/** What a definition says of columns where nothing was told. */
const PLAIN_COLUMNS = {
  ...{ base: 'cohort', blockLength: undefined, brackets: undefined, floorTo: undefined, from: undefined },
  lastPeriod: undefined,
};

describe('cohortTable', () => {
  const table = cohortTable(logOf(...SHOP), { period: 'month', asOf: day('2024-03-10') });

  test('follows who came in a month through the months after it', () => {
    expect(retained(table)).toEqual([
      ['2024-01', 2, 1, 2],
      ['2024-02', 1, 1],
      ['2024-03', 0],
    ]);
  });

  test('says who came when, how many, and how many of them came again within the first period', () => {
    expect(
      table.cohorts.map(({ from, size, returnedInPeriod0, value }) => [from, size, returnedInPeriod0, value]),
    ).toEqual([
      [day('2024-01-01'), 2, 1, undefined],
      [day('2024-02-01'), 1, 0, undefined],
      [day('2024-03-01'), 0, 0, undefined],
    ]);
  });

  test('sums the amounts in each cell, per member and per retained member', () => {
    const [january] = table.cohorts;
    expect(
      january!.cells.map(({ amount, amountPerMember, amountPerRetained }) => [
        amount,
        amountPerMember,
        amountPerRetained,
      ]),
    ).toEqual([
      [35, 17.5, 17.5],
      [7, 3.5, 7],
      [4, 2, 2],
    ]);
  });

  test('marks what is under way as partial, and what has not begun is not there', () => {
    expect(table.cohorts.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ['observed', 'observed', 'partial'],
      ['observed', 'partial'],
      ['partial'],
    ]);
  });

  test('a cohort of nobody has cells of 0 retained and NaN rates, not rates of 0', () => {
    expect(table.cohorts[2]!.cells).toStrictEqual([
      {
        ...{
          period: 0,
          lastPeriod: 0,
          members: 0,
          retained: 0,
          base: 0,
          rate: Number.NaN,
          amount: 0,
          state: 'partial',
        },
        ...{ interval: { lower: Number.NaN, upper: Number.NaN }, amountPerMember: Number.NaN },
        amountPerRetained: Number.NaN,
      },
    ]);
  });

  test('nobody retained has an amount of 0 and no amount per retained member', () => {
    const other = cohortTable(logOf('ada 2024-01-05 10'), { period: 'month', asOf: day('2024-03-01') });
    const { amount, amountPerMember, amountPerRetained, rate } = other.cohorts[0]!.cells[1]!;
    expect([amount, amountPerMember, amountPerRetained, rate]).toEqual([0, 0, Number.NaN, 0]);
  });

  test('carries its definition, with the defaults filled in', () => {
    expect(table.definition).toStrictEqual({
      ...{ period: 'month', timeZone: 'UTC', weekStartsOn: 'monday', entry: 'firstEvent', attribute: undefined },
      ...{ match: 'on', clock: 'calendar', asOf: day('2024-03-10'), level: 0.95, method: 'wilson' },
      ...{ start: undefined, return: undefined, minimumEvents: 1, currency: undefined },
      ...PLAIN_COLUMNS,
      columns: { period: 'month', timeZone: 'UTC', weekStartsOn: 'monday' },
    });
    const log = eventLogFromColumns({
      ...{ customer: ['ada'], at: [0], amount: [1], currency: ['EUR'], attributes: { plan: ['S'] } },
    });
    const options = { period: 'week', asOf: new Date(5), timeZone: 'Asia/Tokyo', weekStartsOn: 'sunday' } as const;
    expect(cohortTable(log, { ...options, attribute: 'plan', value: 'last', level: 0.9 }).definition).toStrictEqual({
      ...{ period: 'week', timeZone: 'Asia/Tokyo', weekStartsOn: 'sunday', entry: 'attribute' },
      ...{ attribute: { name: 'plan', value: 'last' }, match: 'on', clock: 'calendar', asOf: 5, level: 0.9 },
      ...{ start: undefined, return: undefined, minimumEvents: 1, method: 'wilson', currency: 'EUR' },
      ...PLAIN_COLUMNS,
      columns: { period: 'week', timeZone: 'Asia/Tokyo', weekStartsOn: 'sunday' },
    });
  });

  test('does not look at events from asOf on: asOf is the first instant that is not known', () => {
    const log = logOf('ada 2024-01-05', 'ada 2024-02-01', 'bob 2024-02-01');
    expect(retained(cohortTable(log, { period: 'month', asOf: day('2024-02-01') }))).toEqual([['2024-01', 1]]);
    expect(retained(cohortTable(log, { period: 'month', asOf: day('2024-02-01') + 1 }))).toEqual([
      ['2024-01', 1, 1],
      ['2024-02', 1],
    ]);
  });

  test('a month is observed once asOf is its end', () => {
    const states = (asOf: number) =>
      cohortTable(logOf('ada 2024-01-05'), { period: 'month', asOf }).cohorts[0]!.cells.map(({ state }) => state);
    expect(states(day('2024-02-01') - 1)).toEqual(['partial']);
    expect(states(day('2024-02-01'))).toEqual(['observed']);
  });

  test('two events at one instant are one presence, and no return within the first period', () => {
    const log = logOf('ada 2024-01-05 10', 'ada 2024-01-05 20', 'bob 2024-01-05', 'bob 2024-01-05T00:00:00.001Z');
    const [cohort] = cohortTable(log, { period: 'month', asOf: day('2024-02-01') }).cohorts;
    expect([cohort!.size, cohort!.returnedInPeriod0, cohort!.cells[0]!.retained, cohort!.cells[0]!.amount]).toEqual([
      2, 1, 2, 30,
    ]);
  });

  test('an event on the first instant of the next period is no return within the first', () => {
    const log = logOf('ada 2024-01-31', 'ada 2024-02-01');
    expect(cohortTable(log, { period: 'month', asOf: day('2024-03-01') }).cohorts[0]!.returnedInPeriod0).toBe(0);
  });

  test('a log without amounts has NaN amounts', () => {
    const log = eventLogFromColumns({ customer: ['ada'], at: [0] });
    const [cell] = cohortTable(log, { period: 'month', asOf: 5 }).cohorts[0]!.cells;
    expect([cell!.amount, cell!.amountPerMember, cell!.amountPerRetained]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  test('a log without events has no cohorts', () => {
    for (const attribute of [undefined, 'plan']) {
      const options = { period: 'month' as const, asOf: 0, ...(attribute && { attribute }) };
      expect(cohortTable(events([]), options).cohorts).toEqual([]);
    }
  });

  test('months are those of the zone', () => {
    const log = logOf('ada 2024-01-31T20:00:00Z', 'bob 2024-02-01T04:59:59.999Z', 'cyd 2024-02-01T05:00:00Z');
    const options = { period: 'month', asOf: day('2024-02-10') } as const;
    expect(retained(cohortTable(log, options))).toEqual([
      ['2024-01', 1, 0],
      ['2024-02', 2],
    ]);
    expect(retained(cohortTable(log, { ...options, timeZone: 'America/New_York' }))).toEqual([
      ['2024-01', 2, 0],
      ['2024-02', 1],
    ]);
  });

  test('weeks start on the day told', () => {
    const log = logOf('ada 2024-03-02', 'ada 2024-03-03', 'ada 2024-03-04');
    const options = { period: 'week', asOf: day('2024-03-05') } as const;
    expect(retained(cohortTable(log, options))).toEqual([
      ['2024-W09', 1, 1],
      ['2024-W10', 0],
    ]);
    expect(retained(cohortTable(log, { ...options, weekStartsOn: 'sunday' }))).toEqual([
      ['week of 2024-02-25', 1, 1],
      ['week of 2024-03-03', 0],
    ]);
  });

  test('a day that the zone skipped has no row and no cell, and still counts as a day', () => {
    // Apia had no 30 December 2011: 09:59 UTC is the last minute of the 29th, 10:00 the first of the 31st.
    const log = logOf('ada 2011-12-29T12:00:00Z', 'ada 2011-12-30T10:00:00Z', 'bob 2011-12-30T09:59:00Z');
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: Date.parse('2012-01-01T10:00Z') } as const;
    const { cohorts } = cohortTable(log, options);
    expect(cohorts.map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
    expect(cohorts[0]!.cells.map((cell) => [cell.period, cell.retained])).toEqual([
      [0, 2],
      [2, 1],
      [3, 0],
    ]);
  });
});

describe('cohortTable by an attribute', () => {
  const log = logOf(
    ...['ada 2024-01-05 1 S', 'ada 2024-02-05 2 L', 'bob 2024-02-10 4 S', 'bob 2024-02-11 8 S', 'cyd 2024-02-20 16 L'],
    ...['ada 2024-03-01 32 S', 'cyd 2024-03-02 64 L', 'dan 2024-05-01 0 M'],
  );
  const options = { period: 'month', attribute: 'plan', asOf: day('2024-03-15') } as const;

  test('counts periods from each member own first one, in the order in which the values appear', () => {
    const { cohorts } = cohortTable(log, options);
    expect(
      cohorts.map(({ label, value, size, from, returnedInPeriod0 }) => [label, value, size, from, returnedInPeriod0]),
    ).toEqual([
      ['S', 'S', 2, day('2024-01-05'), 1],
      ['L', 'L', 1, day('2024-02-20'), 0],
    ]);
  });

  test('a cell is about the members whose period has ended, and where it has for none, about those whose has begun', () => {
    const [small] = cohortTable(log, options).cohorts;
    // Ada's months 0 to 2 are January to March, Bob's 0 and 1 February and March; March is under way.
    expect(
      small!.cells.map(({ period, members, retained: active, amount, state }) => [
        period,
        members,
        active,
        amount,
        state,
      ]),
    ).toEqual([
      [0, 2, 2, 13, 'observed'],
      [1, 1, 1, 2, 'observed'],
      [2, 1, 1, 32, 'partial'],
    ]);
  });

  test('an observed cell grows with asOf, as more members have had the time', () => {
    const cell = (asOf: string) => cohortTable(log, { ...options, asOf: day(asOf) }).cohorts[0]!.cells[1]!;
    expect([cell('2024-03-31').members, cell('2024-03-31').retained]).toEqual([1, 1]);
    expect([cell('2024-04-01').members, cell('2024-04-01').retained]).toEqual([2, 1]);
  });

  test('the last value before asOf moves a member to another cohort', () => {
    const last = (asOf: string) =>
      cohortTable(log, { ...options, value: 'last', asOf: day(asOf) }).cohorts.map(({ label, size }) => [label, size]);
    expect(last('2024-03-15')).toEqual([
      ['S', 2],
      ['L', 1],
    ]);
    expect(last('2024-03-01')).toEqual([
      ['S', 1],
      ['L', 2],
    ]);
  });

  test('values that differ only in type are different cohorts with the same label', () => {
    const typed = eventLog(
      [
        { who: 'ada', when: 0, plan: 5 },
        { who: 'bob', when: 1, plan: '5' },
        { who: 'cyd', when: 2, plan: null },
      ],
      { customer: 'who', at: 'when', attributes: { plan: 'plan' } },
    );
    const { cohorts } = cohortTable(typed, { period: 'day', asOf: DAY, attribute: 'plan' });
    expect(cohorts.map(({ label, value }) => [label, value])).toEqual([
      ['5', 5],
      ['5', '5'],
      ['null', null],
    ]);
  });
});

describe('cohortTable refuses', () => {
  const log = logOf(...SHOP);
  const options: CohortTableOptions = { period: 'month', asOf: day('2024-03-10') };
  const refused = (other: object) => refusalOf(() => cohortTable(log, { ...options, ...other }));

  test('what is no event log', () => {
    for (const other of [undefined, null, [], {}, JSON.parse(JSON.stringify(log))])
      expect(refusalOf(() => cohortTable(other as never, options)).code).toBe('not-a-log');
  });

  test('options that are missing, misspelt or wrong, by code and name', () => {
    expect(refusalOf(() => cohortTable(log, undefined as never)).code).toBe('not-a-record');
    expect(refusalOf(() => cohortTable(log, { period: 'month' } as never)).path).toEqual(['asOf']);
    expect(refused({ atribute: 'plan' }).code).toBe('unknown-option');
    expect(refused({ period: 'minute' }).path).toEqual(['period']);
    expect(refused({ asOf: '2024-03-10' }).code).toBe('not-an-instant');
    expect(refused({ asOf: Number.NaN }).code).toBe('not-an-instant');
    expect(refused({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refused({ weekStartsOn: 1 }).path).toEqual(['weekStartsOn']);
    expect(refused({ attribute: 'plan', value: 'each' }).path).toEqual(['value']);
    expect(refused({ value: 'last' }).expected).toBe('left out where no "attribute" is given');
    for (const level of [0, 1, 95, Number.NaN, '0.95', null]) expect(refused({ level }).path).toEqual(['level']);
  });

  test('an attribute that the log has not, by name and value', () => {
    for (const attribute of ['channel', '__proto__', 'customer', '', 5, null]) {
      const error = refused({ attribute });
      expect([error.code, error.path]).toEqual(['unknown-field', ['attribute']]);
    }
    expect(refused({ attribute: 'channel' }).received).toBe('"channel"');
  });

  test('to add up several currencies; counts of the log without its amounts, or of its parts, it gives', () => {
    const mixed = eventLogFromColumns({
      ...{ customer: ['ada', 'bob'], at: [0, 1], amount: [1, 2], currency: ['EUR', 'USD'] },
    });
    const daily = { period: 'day', asOf: DAY } as const;
    const error = refusalOf(() => cohortTable(mixed, daily));
    expect([error.code, error.received]).toEqual(['mixed-currencies', '"EUR, USD"']);
    expect(retained(cohortTable(withoutAmounts(mixed), daily))).toEqual([['1970-01-01', 2]]);
    const parts = splitBy(mixed, 'currency', { value: 'each' });
    expect(parts.map((part) => cohortTable(part.log, daily).cohorts[0]!.cells[0]!.amount)).toEqual([1, 2]);
  });

  test('more cells than fit: days of a log in which one date is of 1970', () => {
    const old = logOf('ada 1970-01-01', 'bob 2024-01-05');
    const error = refusalOf(() => cohortTable(old, { period: 'day', asOf: day('2024-03-10') }));
    expect([error.code, error.metric]).toEqual(['too-many-periods', 'cohortTable']);
    expect(retained(cohortTable(old, { period: 'year', asOf: day('2024-03-10') }))).toHaveLength(55);
  });

  test('a time to look at that ends before the log begins', () => {
    const refusal = refusalOf(() => cohortTable(logOf('ada 2024-01-05'), { period: 'month', asOf: day('2024-01-05') }));
    expect([refusal.code, refusal.message]).toEqual([
      'after-as-of',
      'cohortTable: "asOf" must be after the first event of the log (2024-01-05T00:00:00.000Z); received ' +
        '2024-01-05T00:00:00.000Z',
    ]);
  });

  test('more cells than fit: an attribute with as many values as customers', () => {
    const rows = Array.from({ length: 3000 }, (_, place) => ({
      ...{ customer: `${place}`, at: place * DAY, amount: 1, plan: `${place}` },
    }));
    const byPlan = { period: 'day', asOf: 3000 * DAY, attribute: 'plan' } as const;
    expect(refusalOf(() => cohortTable(events(rows), byPlan)).code).toBe('too-many-periods');
  });
});

describe('cohortTable of any log', () => {
  const anyCase = fc.record({ rows: anyEvents, options: anyPeriodOptions, asOf: anyAsOf }).filter(reachesBack);

  test('is what sets of periods per customer give', () => {
    fc.assert(
      fc.property(anyCase, ({ rows, options, asOf }) => {
        const table = cohortTable(events(rows), { ...options, asOf });
        expect(plainTable(table)).toEqual(plainPeriodCohorts(rows, options, asOf));
      }),
      runs(100),
    );
  });

  test('is what sets of periods per customer give, by an attribute, first or last', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('first', 'last'), ({ rows, options, asOf }, value) => {
        const table = cohortTable(events(rows), { ...options, asOf, attribute: 'plan', value });
        expect(plainTable(table)).toEqual(plainPlanCohorts(rows, options, asOf, value));
      }),
      runs(100),
    );
  });

  test('has sizes that are the active in period 0, add up to the customers, and nobody retained twice', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ rows, options, asOf }, byPlan) => {
        const { cohorts } = cohortTable(events(rows), { ...options, asOf, ...(byPlan && { attribute: 'plan' }) });
        for (const { size, cells } of cohorts) {
          if (!byPlan) expect([cells[0]!.members, cells[0]!.retained]).toEqual([size, size]);
          expect(cells.every(({ members, retained: active }) => active <= members && members <= size)).toBe(true);
          expect(cells.every((cell, place) => place === 0 || cell.period > cells[place - 1]!.period)).toBe(true);
        }
        const seen = new Set(rows.filter(({ at }) => at < asOf).map(({ customer }) => customer));
        expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(seen.size);
      }),
      runs(80),
    );
  });

  test('keeps its observed cells when asOf moves later', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(60), ({ rows, options, asOf }, days) => {
        const at = (instant: number) => cohortTable(events(rows), { ...options, asOf: instant }).cohorts;
        const later = new Map(at(asOf + days * DAY).map((cohort) => [cohort.label, cohort]));
        for (const { label, cells } of at(asOf)) {
          const observed = cells.filter(({ state }) => state === 'observed');
          expect(later.get(label)!.cells.slice(0, observed.length)).toStrictEqual(observed);
        }
      }),
      runs(60),
    );
  });

  test('has correctly rounded rates within their intervals, which are those of Wilson and widen with the level', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ rows, options, asOf }, level) => {
        const cells = (instant: number, width: number) =>
          cohortTable(events(rows), { ...options, asOf: instant, level: width }).cohorts.flatMap(
            (cohort) => cohort.cells,
          );
        const wider = cells(asOf, level + (1 - level) / 2);
        cells(asOf, level).forEach(({ members, retained: active, rate, interval }, place) => {
          if (members === 0) return;
          expect(rate).toBe(nearestDouble(quotientOf(active, members)));
          expect(interval.lower <= rate && rate <= interval.upper).toBe(true);
          expect(interval.lower >= 0 && interval.upper <= 1).toBe(true);
          const wide = wider[place]!.interval;
          expect(wide.lower <= interval.lower && interval.upper <= wide.upper).toBe(true);
          const { lower, upper } = proportionInterval({ successes: active, trials: members }, { level });
          expect([interval.lower, interval.upper]).toEqual([lower, upper]);
        });
      }),
      runs(40),
    );
  });

  test('an interval at a level next to 1 is the whole scale, not NaN', () => {
    const log = logOf('ada 2024-01-05', 'bob 2024-01-06', 'ada 2024-02-05');
    const [cohort] = cohortTable(log, { period: 'month', asOf: day('2024-03-01'), level: 1 - 2 ** -53 }).cohorts;
    const { lower, upper } = cohort!.cells[1]!.interval;
    expect(lower > 0 && lower < 0.1 && upper > 0.9 && upper < 1).toBe(true);
  });
});

describe('amounts of cohorts', () => {
  const anyAmount = fc.oneof(
    fc.nat(1e9).map((cents) => cents / 100),
    fc.double({ min: 0, max: 1e12, noNaN: true }),
  );
  const anyRows = fc.array(
    fc.record<EventRow>({
      customer: fc.constantFrom('ada', 'bob', 'cyd'),
      at: fc.nat(120).map((days) => days * DAY),
      amount: anyAmount,
      plan: fc.constant('S'),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('are compensated: within 1 unit in the last place of the exact sum, however many are added', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, byPlan) => {
        const options = { period: 'month' as const, asOf: 400 * DAY, ...(byPlan && { attribute: 'plan' }) };
        const cells = cohortTable(events(rows), options).cohorts.flatMap((cohort) => cohort.cells);
        const exact = byPlan ? plainPlanSums(rows) : plainPeriodSums(rows);
        const sums = cells.map(({ amount }) => amount).filter((amount) => amount > 0);
        expect(sums).toHaveLength(exact.length);
        for (const [place, sum] of sums.entries()) expect(ulpsApart(sum, exact[place]!)).toBeLessThanOrEqual(1);
      }),
      runs(60),
    );
  });

  const monthOf = (at: number): number => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
  const cameOf = (rows: readonly EventRow[], customer: string): number =>
    Math.min(...rows.filter((row) => row.customer === customer).map(({ at }) => monthOf(at)));

  function sumsBy(rows: readonly EventRow[], key: (row: EventRow) => number): number[] {
    const byKey = new Map<number, number[]>();
    for (const row of rows) byKey.set(key(row), [...(byKey.get(key(row)) ?? []), row.amount]);
    const sums = [...byKey].sort(([one], [other]) => one - other).map(([, amounts]) => exactSum(amounts));
    return sums.filter((sum) => sum > 0);
  }

  const plainPeriodSums = (rows: readonly EventRow[]): number[] =>
    sumsBy(rows, (row) => cameOf(rows, row.customer) * 1e5 + monthOf(row.at));
  const plainPlanSums = (rows: readonly EventRow[]): number[] =>
    sumsBy(rows, (row) => monthOf(row.at) - cameOf(rows, row.customer));

  test('keep the cents that plain addition loses, within a cohort and across the months of an attribute', () => {
    const months = logOf('ada 2024-01-05 10000000000000000', 'bob 2024-02-05 1', 'cyd 2024-03-05 1');
    const options = { period: 'month', asOf: day('2024-06-01'), attribute: 'plan' } as const;
    expect(1e16 + 1 + 1).toBe(1e16);
    expect(cohortTable(months, options).cohorts[0]!.cells[0]!.amount).toBe(1e16 + 2);
    const january = logOf('ada 2024-01-05 10000000000000000', 'bob 2024-01-06 1', 'cyd 2024-01-07 1');
    expect(cohortTable(january, options).cohorts[0]!.cells[0]!.amount).toBe(1e16 + 2);
    const undone = logOf('ada 2024-01-05 10000000000000000', 'bob 2024-02-05 1', 'cyd 2024-03-05 -10000000000000000');
    expect(cohortTable(undone, options).cohorts[0]!.cells[0]!.amount).toBe(1);
  });
});
