import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import {
  type CohortTableFromPeriodsOptions,
  cohortTableFromPeriods,
} from '../../src/cohorts/cohortTableFromPeriods.ts';
import { type CustomerPeriods, customerPeriods } from '../../src/cohorts/customerPeriods.ts';
import { mergeCohortTables } from '../../src/cohorts/mergeCohortTables.ts';
import { mergeCustomerPeriods } from '../../src/cohorts/mergeCustomerPeriods.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { events, reachesBack } from './cohortOracle.ts';
import { plainRuleCohorts } from './ruleOracle.ts';
import { anyCut, isShared, throughJson } from './shards.ts';

const DAY = 86_400_000;

/** A log by days from day 0: each customer's name with the days on which they were active, 10 cents each. */
function active(...customers: readonly (readonly [name: string, ...days: number[]])[]) {
  const rows = customers.flatMap(([customer, ...days]) => days.map((day) => ({ customer, at: day * DAY })));
  return eventLogFromColumns({
    customer: rows.map(({ customer }) => customer),
    at: rows.map(({ at }) => at),
    amount: rows.map(() => 10),
  });
}

const daily = { period: 'day', asOf: 4 * DAY } as const;
const told = ({ cohorts }: CohortTable) =>
  cohorts.map(({ label, cells }) => [label, ...cells.map(({ retained, base }) => `${retained}/${base}`)]);

const anyRules: fc.Arbitrary<CohortTableFromPeriodsOptions> = fc
  .record({
    entry: fc.constantFrom(undefined, 'firstEvent' as const, 'recurring' as const),
    match: fc.constantFrom(...([undefined, 'on', 'onOrAfter', 'onOrBefore', 'streak'] as const)),
    minimumEvents: fc.constantFrom(undefined, 1, 2),
    brackets: fc.constantFrom(...[undefined, undefined, [1, 2], [{ first: 2, last: 3 }]]),
    lastPeriod: fc.constantFrom(undefined, 1, 4),
    base: fc.constantFrom(undefined, 'cohort' as const, 'previousPeriod' as const),
    level: fc.constantFrom(undefined, 0.9),
  })
  .map(({ brackets, match, lastPeriod, ...rules }) => {
    const columns = brackets === undefined ? { match, lastPeriod } : { brackets };
    const given = Object.entries({ ...rules, ...columns }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given);
  });

describe('cohortTableFromPeriods', () => {
  test('makes the table of a log that was cut by time, which its parts alone do not know', () => {
    // Ada is in both parts, and Cyd came before the day on which the second part begins to know of her.
    const early = customerPeriods(active(['ada', 0, 1], ['cyd', 1]), daily);
    const late = customerPeriods(active(['cyd', 2], ['ada', 3], ['dan', 2]), daily);
    expect(told(cohortTableFromPeriods(mergeCustomerPeriods(early, late)))).toEqual([
      ['1970-01-01', '1/1', '1/1', '0/1', '1/1'],
      ['1970-01-02', '1/1', '1/1', '0/1'],
      ['1970-01-03', '1/1', '0/1'],
      ['1970-01-04', '0/0'],
    ]);
  });

  test('adding the tables of such parts is wrong: a customer of both is two, and has not come back', () => {
    const whole = active(['ada', 0, 1]);
    const [early, late] = [active(['ada', 0]), active(['ada', 1])];
    const added = mergeCohortTables(cohortTable(early, daily), cohortTable(late, daily));
    expect(added.cohorts.map(({ size }) => size)).toEqual([1, 1, 0, 0]);
    expect(told(added)[0]).toEqual(['1970-01-01', '1/1', '0/1', '0/1', '0/1']);
    expect(told(cohortTable(whole, daily))[0]).toEqual(['1970-01-01', '1/1', '1/1', '0/1', '0/1']);
    const keyed = mergeCustomerPeriods(customerPeriods(early, daily), customerPeriods(late, daily));
    expect(cohortTableFromPeriods(keyed)).toEqual(cohortTable(whole, daily));
  });

  test('who came back within the first period is told by the last event of it, in whichever part it is', () => {
    const [morning, evening] = [active(['ada', 0.25]), active(['ada', 0.75], ['bob', 0.5])];
    const keyed = mergeCustomerPeriods(customerPeriods(evening, daily), customerPeriods(morning, daily));
    expect(cohortTableFromPeriods(keyed).cohorts[0]).toMatchObject({ size: 2, returnedInPeriod0: 1 });
    // At the same instant nobody has come back yet.
    const same = mergeCustomerPeriods(customerPeriods(morning, daily), customerPeriods(morning, daily));
    expect(cohortTableFromPeriods(same).cohorts[0]).toMatchObject({ size: 1, returnedInPeriod0: 0 });
  });

  test('events of all parts count towards the least number of them', () => {
    const parts = [active(['ada', 0, 1]), active(['ada', 1.5])];
    const [one, other] = parts.map((part) => customerPeriods(part, daily)) as [CustomerPeriods, CustomerPeriods];
    const retained = (periods: CustomerPeriods) =>
      cohortTableFromPeriods(periods, { minimumEvents: 2 }).cohorts[0]!.cells[1]!.retained;
    expect([retained(one), retained(mergeCustomerPeriods(one, other))]).toEqual([0, 1]);
  });

  test('of no rows there are no cohorts, where cohortTable refuses a log that is all later', () => {
    const later = active(['ada', 9]);
    expect(refusalOf(() => cohortTable(later, daily)).code).toBe('after-as-of');
    const none = customerPeriods(later, daily);
    expect(cohortTableFromPeriods(none)).toEqual(cohortTable(active(), daily));
    expect(cohortTableFromPeriods(none).cohorts).toEqual([]);
  });

  test('reads plain arrays, frozen ones, and states the same definition', () => {
    const log = active(['ada', 0, 1, 3], ['bob', 2]);
    const periods = customerPeriods({ ...log, currency: { codes: new Int32Array(4), values: ['EUR'] } }, daily);
    const table = cohortTableFromPeriods(periods);
    expect(table.definition.currency).toBe('EUR');
    expect(cohortTableFromPeriods(deepFrozen(throughJson(periods)), deepFrozen({}))).toStrictEqual(table);
  });

  test('what rounding lost of a row is in the amount of its cell, of period 0 and later ones', () => {
    // 1e16 + 1 + 1: doubles there are 2 apart, so that plain sums lose both.
    const at = [0, 1, 2, DAY, DAY + 1, DAY + 2];
    const log = eventLogFromColumns({ customer: at.map(() => 'ada'), at, amount: [1e16, 1, 1, 1e16, 1, 1] });
    const { cells } = cohortTableFromPeriods(customerPeriods(log, { ...daily, asOf: 2 * DAY })).cohorts[0]!;
    expect(cells.map(({ amount }) => amount)).toEqual([1e16 + 2, 1e16 + 2]);
  });

  test('amounts that are not whole differ from those of the log by rounding alone', () => {
    fc.assert(
      fc.property(anyCut, fc.infiniteStream(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (cut, draws) => {
        fc.pre(reachesBack(cut));
        const amounts = new Map(cut.rows.map((row) => [row, draws.next().value!]));
        const log = (rows: typeof cut.rows) => events(rows.map((row) => ({ ...row, amount: amounts.get(row)! })));
        const options = { ...cut.calendar, asOf: cut.asOf };
        const [first, ...others] = cut.parts.map((part) => customerPeriods(log(part), options));
        const table = cohortTableFromPeriods(others.reduce(mergeCustomerPeriods, first!));
        const whole = cohortTable(log(cut.rows), options);
        const total = [...amounts.values()].reduce((sum, amount) => sum + Math.abs(amount), 0);
        table.cohorts.forEach(({ cells }, row) => {
          cells.forEach((cell, column) => {
            const expected = whole.cohorts[row]!.cells[column]!;
            // Neumaier sums: 2 ulp of the sum, and what is lost twice over, which is far below an ulp of what went in.
            expect(Math.abs(cell.amount - expected.amount)).toBeLessThanOrEqual(
              4 * Number.EPSILON * Math.abs(expected.amount) + 1e-28 * total,
            );
          });
        });
      }),
      runs(40),
    );
  });
});

describe('laws', () => {
  test('parts cut in any way, put together, give the table of the whole log, by any rules in any calendar', () => {
    let tables = 0;
    let shared = 0;
    fc.assert(
      fc.property(anyCut, anyRules, fc.boolean(), (cut, rules, hasAmounts) => {
        fc.pre(reachesBack(cut));
        const { rows, parts, calendar, asOf } = cut;
        const log = (some: typeof rows) => (hasAmounts ? events(some) : withoutAmounts(events(some)));
        const [first, ...others] = parts.map((part) => customerPeriods(log(part), { ...calendar, asOf }));
        const table = cohortTableFromPeriods(others.reduce(mergeCustomerPeriods, first!), rules);
        const whole = cohortTable(log(rows), { ...calendar, asOf, ...rules });
        expect(table).toStrictEqual(whole);
        if (table.cohorts.length > 1) tables++;
        if (isShared(cut)) shared++;
      }),
      runs(150),
    );
    expect([tables > 60, shared > 50]).toEqual([true, true]);
  });

  test('and what questions about sets of rows tell', () => {
    fc.assert(
      fc.property(anyCut, anyRules, (cut, { entry = 'firstEvent', match = 'on', minimumEvents = 1 }) => {
        fc.pre(reachesBack(cut) && cut.calendar.every === undefined && cut.calendar.fiscal === undefined);
        const { rows, parts, calendar, asOf } = cut;
        const [first, ...others] = parts.map((part) => customerPeriods(events(part), { ...calendar, asOf }));
        const merged = others.reduce(mergeCustomerPeriods, first!);
        const { cohorts } = cohortTableFromPeriods(merged, { entry, match, minimumEvents });
        const every = () => true;
        const named = rows.map((row) => ({ ...row, name: 'order' }));
        const expected = plainRuleCohorts(named, calendar, asOf, {
          ...{ entry, match, minimumEvents, starts: every, named: every, returns: every, isSame: true },
        });
        const found = cohorts.map(({ from, size, returnedInPeriod0, cells }) => ({
          ...{ from, size, returnedInPeriod0 },
          cells: cells.map(({ period, retained, amount }) => ({ period, retained, amount })),
        }));
        expect(found).toEqual(expected);
      }),
      runs(50),
    );
  });

  test('rows of hours too', () => {
    const log = active(['ada', 0, 0.125, 1.25, 3], ['bob', 0.5, 0.5], ['cyd', 2.0625, 2.125]);
    for (const entry of ['firstEvent', 'recurring'] as const) {
      const periods = customerPeriods(log, { ...daily, period: 'hour' });
      expect(cohortTableFromPeriods(periods, { entry })).toStrictEqual(
        cohortTable(log, { ...daily, period: 'hour', entry }),
      );
    }
  });
});

describe('cohortTableFromPeriods refuses', () => {
  const periods = customerPeriods(active(['ada', 0.5, 1], ['bob', 2]), daily);
  const refusal = (given: unknown, options: unknown = {}) => {
    const { code, metric, path } = refusalOf(() => cohortTableFromPeriods(given as CustomerPeriods, options as object));
    expect(metric).toBe('cohortTableFromPeriods');
    return [code, ...path];
  };

  test.each([
    ...['start', 'return', 'attribute', 'value', 'from', 'clock', 'columns', 'floorTo', 'period', 'asOf', 'timeZone'],
  ])('the option "%s", which needs the events or is that of the rows', (name) => {
    expect(refusal(periods, { [name]: 'day' })).toEqual(['unknown-option', 'options']);
  });

  test('an entry that needs the events, and rules that are none', () => {
    for (const entry of ['firstEver', 'firstInWindow', 'last'])
      expect(refusal(periods, { entry })).toEqual(['not-an-option', 'entry']);
    expect(refusal(periods, { match: 'rolling' })).toEqual(['not-an-option', 'match']);
    expect(refusal(periods, { minimumEvents: 0 })).toEqual(['below-limit', 'minimumEvents']);
    expect(refusal(periods, { brackets: [1], lastPeriod: 3 })).toEqual(['not-an-option', 'lastPeriod']);
    expect(refusal(periods, { level: 95 })).toEqual(['not-an-option', 'level']);
  });

  test('rows that are not of the periods of their definition', () => {
    const { code, path, message } = refusalOf(() => cohortTableFromPeriods({ ...periods, start: [1, DAY, 2 * DAY] }));
    expect([code, path]).toEqual(['unlike-definitions', ['periods', 'start', 0]]);
    expect(message).toBe(
      'cohortTableFromPeriods: "periods.start[0]" must be the start of the period that holds "firstAt" ' +
        '(1970-01-01T00:00:00.000Z); received 1970-01-01T00:00:00.001Z',
    );
    expect(refusal({ ...periods, lastAt: [0.5 * DAY, 2 * DAY, 2 * DAY] })).toEqual([
      ...['unlike-definitions', 'periods', 'lastAt', 1],
    ]);
    const weekly = { ...periods, definition: { ...periods.definition, period: 'week' } };
    expect(refusal(weekly)).toEqual(['unlike-definitions', 'periods', 'start', 0]);
  });

  test('what is no rows at all, and more cells than fit memory', () => {
    expect(refusal(undefined)).toEqual(['not-a-record', 'periods']);
    expect(refusal(cohortTable(active(['ada', 0]), daily))[0]).toBe('not-rows');
    const hours = customerPeriods(active(['ada', 0], ['bob', 364]), { period: 'hour', asOf: 365 * DAY });
    expect(refusal(hours)).toEqual(['too-many-periods', 'period']);
    expect(cohortTableFromPeriods(hours, { lastPeriod: 2 }).cohorts.length).toBe(365 * 24);
  });
});
