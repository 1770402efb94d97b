// What the catalogue says of a metric, held against the metric itself.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Metric, metrics } from 'tenure/catalogue';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../api/library.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import type { MetricCase } from './metricCase.ts';

type Call = (...values: readonly unknown[]) => number;

const CASES = join(ROOT, 'test/catalogue/cases');
const files = existsSync(CASES) ? readdirSync(CASES).filter((file) => file.endsWith('.ts')) : [];
/** By `room id`. */
const cases = new Map<string, MetricCase>();
for (const file of files) {
  const { cases: own } = (await import(join(CASES, file))) as { readonly cases: Readonly<Record<string, MetricCase>> };
  for (const [id, one] of Object.entries(own)) cases.set(`${file.slice(0, -'.ts'.length)} ${id}`, one);
}

const nameOf = ({ room, id }: Metric): string => `${room} ${id}`;

test('every metric is tried out', () => {
  expect(metrics.map(nameOf).filter((name) => !cases.has(name))).toEqual([]);
});

test('what is tried out is a metric, by its room and name', () => {
  const names = new Set(metrics.map(nameOf));
  expect([...cases.keys()].filter((name) => !names.has(name))).toEqual([]);
});

/** The function of a metric; a namespace comes before a dot. */
async function callOf({ room, id }: Metric): Promise<Call> {
  const home: Record<string, unknown> = await import(`tenure/${room}`);
  return id.split('.').reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], home) as Call;
}

/** Every number within, whether in records, arrays or columns. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Whether a figure is so large or so small that a product or a quotient may be beyond what a number can hold. */
function mayOverflow(values: readonly unknown[]): boolean {
  return numbersIn(values).some((one) => one !== 0 && (Math.abs(one) > 1e100 || Math.abs(one) < 1e-100));
}

/** Infinity is not within any range: only what is too large for a number is infinite. */
function isWithin(value: number, { lower, upper }: Metric['range'], values: readonly unknown[]): boolean {
  if (!Number.isFinite(value) && !mayOverflow(values)) return false;
  return value >= (lower ?? -Infinity) && value <= (upper ?? Infinity);
}

const tried = metrics.filter((metric) => cases.has(nameOf(metric)));
describe.each(tried.map((metric) => [nameOf(metric), metric] as const))('%s', (name, metric) => {
  const one = cases.get(name)!;

  test('gives a finite number of its range, or NaN, for whatever is valid, frozen too, and twice the same', async () => {
    const call = await callOf(metric);
    fc.assert(
      fc.property(one.valid, (values) => {
        const before = structuredClone(values);
        const value = call(...deepFrozen(values));
        expect(values).toEqual(before);
        expect(call(...before)).toBe(value);
        if (!Number.isNaN(value)) expect(isWithin(value, metric.range, values), `${value} is out of range`).toBe(true);
      }),
      runs(500),
    );
  });

  test('is a number for a quarter at least of what is valid, and not always the same one', async () => {
    const call = await callOf(metric);
    const values = fc.sample(one.valid, { numRuns: 200, seed: 1 }).map((list) => call(...list));
    const numbers = values.filter((value) => !Number.isNaN(value));
    expect(numbers.length).toBeGreaterThan(values.length / 4);
    expect(new Set(numbers).size).toBeGreaterThan(2);
  });

  test(`is NaN where ${metric.undefinedWhen ?? '(never)'}`, async () => {
    const call = await callOf(metric);
    const things = metric.undefinedWhen?.split(/,? or /).length ?? 0;
    expect(one.undefined.length, 'a list for each thing that leaves it undefined').toBeGreaterThanOrEqual(things);
    if (things === 0) expect(one.undefined).toEqual([]);
    for (const values of one.undefined) expect(call(...deepFrozen(values)), JSON.stringify(values)).toBeNaN();
  });

  if (metric.undefinedWhen === null)
    test('is never NaN', async () => {
      const call = await callOf(metric);
      const isNumber = (values: readonly unknown[]) => !Number.isNaN(call(...values));
      fc.assert(fc.property(one.valid, isNumber), runs(500));
    });
});
