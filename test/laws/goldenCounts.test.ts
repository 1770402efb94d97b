// Counts are bit-identical on every engine: the same bytes, stated once as their SHA-256, as
// test/reference/published/goldenCounts.py finds them in Python.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { customerMovements } from '../../src/rates/customerMovements.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { type EventRow, events, type PlainCohort, plainPeriodCohorts, plainTable } from '../cohorts/cohortOracle.ts';
import { countsOf, plainMovement, type TenureRow, tenures } from '../rates/movementOracle.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 0, 1);
const AS_OF = Date.UTC(2022, 5, 15);
/** Months of UTC begin on the hours at which tenures begin and end, those of New York with its changes of clock. */
const MOVEMENT_CALENDAR = { period: 'month' } as const;
const COHORT_CALENDAR = { period: 'month', timeZone: 'America/New_York' } as const;

/** Whole numbers below `limit` from a linear congruential generator of 32 bits (Knuth's factor for them). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function inventedTenures(): TenureRow[] {
  const below = numbers(20190101);
  return Array.from({ length: 600 }, () => {
    const customer = `c${below(150)}`;
    const from = START + below(1200 * 4) * 6 * HOUR;
    const to = below(5) === 0 ? Infinity : from + below(400 * 4) * 6 * HOUR;
    return { customer, from, to };
  });
}

function inventedEvents(): EventRow[] {
  const below = numbers(20220615);
  return Array.from({ length: 2000 }, () => {
    const customer = `c${below(300)}`;
    return { customer, at: START + below(1300 * 24) * HOUR, amount: below(10_000), plan: null };
  });
}

/** SHA-256 of whole numbers as little-endian integers of 32 bits. */
function hashOf(counts: readonly number[]): string {
  const bytes = new DataView(new ArrayBuffer(4 * counts.length));
  counts.forEach((count, place) => {
    bytes.setInt32(4 * place, count, true);
  });
  return createHash('sha256').update(new Uint8Array(bytes.buffer)).digest('hex');
}

const cohortNumbers = (cohorts: readonly PlainCohort[]): number[] =>
  cohorts.flatMap(({ size, returnedInPeriod0, cells }) => [
    ...[size, returnedInPeriod0],
    ...cells.flatMap(({ period, members, retained, amount, state }) => {
      return [period, members, retained, amount, state === 'observed' ? 1 : 0];
    }),
  ]);

const MOVEMENTS_SHA256 = '2a65ec2bf1bcf67b217559f2957750e4df3dcb3d3833539e8f97038a45601bfe';
const COHORTS_SHA256 = 'ec6e7c2ce2a0e776705e0543d87745cc7677d263b284bf81aa5bab5f4ebde659';

describe('the bytes of the counts', () => {
  test('of movements are those of the plain oracle, and of every engine', () => {
    const rows = inventedTenures();
    const { periods } = customerMovements(tenures(rows, AS_OF), { ...MOVEMENT_CALENDAR, from: START });
    const plain = periods.map((_, place) => {
      const [from, to] = [place, place + 1].map((count) => addPeriods(START, count, MOVEMENT_CALENDAR));
      return plainMovement(rows, from!, Math.min(to!, AS_OF));
    });
    expect(hashOf(plain.flatMap((counts) => Object.values(countsOf(counts))))).toBe(MOVEMENTS_SHA256);
    expect(hashOf(periods.flatMap((counts) => Object.values(countsOf(counts))))).toBe(MOVEMENTS_SHA256);
  });

  test('of cohorts are those of the plain oracle, and of every engine', () => {
    const rows = inventedEvents();
    const plain = plainPeriodCohorts(rows, COHORT_CALENDAR, AS_OF);
    expect(plain.reduce((sum, { size }) => sum + size, 0)).toBe(
      new Set(rows.filter(({ at }) => at < AS_OF).map(({ customer }) => customer)).size,
    );
    expect(hashOf(cohortNumbers(plain))).toBe(COHORTS_SHA256);
    const table = plainTable(cohortTable(events(rows), { ...COHORT_CALENDAR, asOf: AS_OF }));
    expect(hashOf(cohortNumbers(table))).toBe(COHORTS_SHA256);
  });
});
