import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Benchmark, benchmarkComparison } from '../../src/goals/benchmarkComparison.ts';
import type { Figure, FigureDefinition } from '../../src/goals/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { anyValue, DAY, negated, START } from './goals.ts';
import { refusesFigures } from './refusals.ts';

const DEFINITION = { metric: 'churnRate', basis: 'tenures', from: START - 31 * DAY, to: START, asOf: START };
const FIGURE: Figure = { value: 3, at: START, definition: DEFINITION };
const BENCHMARK: Benchmark = {
  value: 4,
  definition: { metric: 'churnRate' },
  source: 'Invented Survey of Subscriptions',
  date: Date.UTC(2022, 11, 31),
  industry: 'subscription boxes',
};
const LOWER = { direction: 'lower' } as const;
const HIGHER = { direction: 'higher' } as const;

const compare = (
  figure: Partial<Figure>,
  benchmark: Partial<Benchmark> = {},
  options: typeof LOWER | typeof HIGHER = LOWER,
) => benchmarkComparison({ ...FIGURE, ...figure }, { ...BENCHMARK, ...benchmark }, options);

describe('benchmarkComparison', () => {
  test('gives difference, ratio and verdict, with what the benchmark says of itself', () => {
    expect(compare({})).toStrictEqual({
      value: 3,
      at: START,
      benchmark: 4,
      difference: -1,
      ratio: 0.75,
      verdict: 'better',
      source: 'Invented Survey of Subscriptions',
      date: Date.UTC(2022, 11, 31),
      industry: 'subscription boxes',
      unstated: ['basis', 'from', 'to'],
      definition: { direction: 'lower', figure: DEFINITION, benchmark: { metric: 'churnRate' } },
    });
  });

  test('is better or worse by the direction', () => {
    const verdicts = (options: typeof LOWER | typeof HIGHER) =>
      [3, 4, 5].map((value) => compare({ value }, {}, options).verdict);
    expect(verdicts(LOWER)).toEqual(['better', 'equal', 'worse']);
    expect(verdicts(HIGHER)).toEqual(['worse', 'equal', 'better']);
  });

  test('is unclear where the benchmark lies within the interval, and clear at its ends', () => {
    const verdict = (lower: number, upper: number) => compare({ interval: { lower, upper } }).verdict;
    expect([verdict(2, 4.1), verdict(3.9, 5), verdict(2, Number.NaN)]).toEqual(['unclear', 'unclear', 'unclear']);
    expect([verdict(2, 4), verdict(2, 3.5), verdict(Number.NaN, 3.5)]).toEqual(['better', 'better', 'better']);
    expect(compare({ value: 4, interval: { lower: 3, upper: 5 } }).verdict).toBe('unclear');
    expect(compare({ value: 4, interval: { lower: 4, upper: 4 } }).verdict).toBe('equal');
  });

  test('is equal within rounding, and of whole numbers only where they are', () => {
    expect(compare({ value: 0.1 + 0.2 }, { value: 0.3 }).verdict).toBe('equal');
    expect(compare({ value: 0.3 + 1e-14 }, { value: 0.3 }).verdict).toBe('worse');
    expect(compare({ value: 2 ** 52 + 1 }, { value: 2 ** 52 }).verdict).toBe('worse');
  });

  test('is unclear of an undefined figure, and has no difference and no ratio then', () => {
    const undefinedParts = { difference: Number.NaN, ratio: Number.NaN, verdict: 'unclear' };
    expect(compare({ value: Number.NaN })).toMatchObject(undefinedParts);
  });

  test('has no ratio to a benchmark of 0, and none that is too large for a number', () => {
    expect(compare({ value: 3 }, { value: 0 })).toMatchObject({ difference: 3, ratio: Number.NaN, verdict: 'worse' });
    expect(compare({ value: 1e308 }, { value: -1e308 })).toMatchObject({ difference: Number.NaN, ratio: -1 });
    expect(compare({ value: 1e300 }, { value: 1e-300 }).ratio).toBeNaN();
    expect(Object.values(compare({ value: -0 }, { value: 5 })).filter((part) => Object.is(part, -0))).toEqual([]);
  });

  test('is correctly rounded for whole numbers', () => {
    const whole = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(whole, whole, (value, benchmark) => {
        fc.pre(benchmark !== 0);
        const sign = benchmark < 0 ? -1 : 1;
        const { ratio, difference } = compare({ value }, { value: benchmark });
        expect(ratio).toBe(nearestDouble(quotientOf(sign * value, sign * benchmark)));
        expect(difference).toBe(Number(BigInt(value) - BigInt(benchmark)));
      }),
      runs(1000),
    );
  });

  test('judges negated figures alike where the other way is better', () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.nat(5), (value, benchmark, width) => {
        const figure = { ...FIGURE, value, interval: { lower: value - width, upper: value + width } };
        const one = compare(figure, { value: benchmark });
        const other = compare(negated(figure), { value: -benchmark }, HIGHER);
        expect([other.verdict, other.ratio]).toEqual([one.verdict, one.ratio]);
      }),
      runs(1000),
    );
  });

  test('takes frozen records and dates, and shares nothing with them', () => {
    const date = new Date(Date.UTC(2022, 11, 31));
    const found = benchmarkComparison(deepFrozen({ ...FIGURE }), deepFrozen({ ...BENCHMARK, date }), LOWER);
    expect(found).toStrictEqual(compare({}));
    expect(found.definition.figure).not.toBe(DEFINITION);
    expect(found.definition.benchmark).not.toBe(BENCHMARK.definition);
  });
});

describe('what a benchmark states', () => {
  const stated = (definition: Partial<FigureDefinition>, own: object = DEFINITION) =>
    compare({ definition: own as FigureDefinition }, { definition: { metric: 'churnRate', ...definition } });

  test('has to be so of the figure, and what it leaves open is listed in the order of the figure', () => {
    expect(stated({ basis: 'tenures' }).unstated).toEqual(['from', 'to']);
    expect(stated({ basis: 'tenures' }, { ...DEFINITION, zone: { name: 'UTC' } }).unstated).toEqual([
      'from',
      'to',
      'zone',
    ]);
    expect(stated({ basis: 'tenures' }, { zone: 'UTC', ...DEFINITION, level: undefined }).unstated).toEqual([
      ...['zone', 'from', 'to'],
    ]);
  });

  test('is refused where it is not so, by field and both values', () => {
    const error = refusalOf(() => stated({ basis: 'totals' }));
    expect([error.code, error.path]).toEqual(['unlike-definitions', ['figure.definition', 'basis']]);
    expect(error.message).toBe(
      'benchmarkComparison: "figure.definition.basis" must be as in "benchmark.definition" ("totals"); received "tenures"',
    );
  });

  test('is refused where the figure does not state it', () => {
    expect(refusalOf(() => stated({ period: 'month' })).message).toBe(
      'benchmarkComparison: "figure.definition.period" must be as in "benchmark.definition" ("month"); received undefined',
    );
  });

  test('counts as unstated where it is undefined', () => {
    expect(stated({ basis: undefined }).unstated).toContain('basis');
  });

  test('is refused for another metric', () => {
    expect(refusalOf(() => stated({ metric: 'retentionRate' })).received).toBe('"churnRate"');
  });

  test('may be of another month, and not of a year', () => {
    const february = { from: Date.UTC(2021, 1, 1), to: Date.UTC(2021, 2, 1) };
    expect(stated(february).unstated).toEqual(['basis']);
    const error = refusalOf(() => stated({ from: Date.UTC(2021, 0, 1), to: Date.UTC(2022, 0, 1) }));
    expect(error.message).toBe(
      'benchmarkComparison: "figure.definition.to" must be as long after "from" as in "benchmark.definition" (days: 365); received 31',
    );
  });

  test('is refused where it is of a span and the figure is of none', () => {
    const { from: _, to: __, ...timeless } = DEFINITION;
    expect(refusalOf(() => stated({ from: 0, to: DAY }, timeless)).path).toEqual(['figure.definition', 'from']);
  });

  test('of asOf alone says only when', () => {
    expect(stated({ asOf: 5 }).unstated).toEqual(['basis', 'from', 'to']);
  });
});

describe('benchmarkComparison refuses', () => {
  refusesFigures('benchmarkComparison', 'figure', (figure) => {
    const metric = (figure as Partial<Figure>)?.definition?.metric;
    return benchmarkComparison(figure, { ...BENCHMARK, definition: { metric: metric || 'any' } }, LOWER);
  });

  test.each([
    ['a benchmark that is none', undefined, 'not-a-record', '"benchmark" must be an object; received undefined'],
    [
      'a value that is NaN',
      { value: Number.NaN },
      'not-a-number',
      '"benchmark.value" must be a finite number; received NaN',
    ],
    [
      'a value that is a text',
      { value: '4 %' },
      'not-a-number',
      '"benchmark.value" must be a finite number; received "4 %"',
    ],
    [
      'no definition',
      { definition: undefined },
      'not-a-record',
      '"benchmark.definition" must be an object; received undefined',
    ],
    [
      'a definition without a metric',
      { definition: {} },
      'not-a-text',
      '"benchmark.definition.metric" must be a text that is not empty; received undefined',
    ],
    [
      'no source',
      { source: undefined },
      'not-a-text',
      '"benchmark.source" must be a text that is not empty; received undefined',
    ],
    [
      'an empty source',
      { source: '' },
      'not-a-text',
      '"benchmark.source" must be a text that is not empty; received ""',
    ],
    [
      'a date that is a text',
      { date: '2022' },
      'not-an-instant',
      '"benchmark.date" must be a valid Date or whole milliseconds since 1970; received "2022"',
    ],
    [
      'no date',
      { date: undefined },
      'not-an-instant',
      '"benchmark.date" must be a valid Date or whole milliseconds since 1970; received undefined',
    ],
    ['no industry', { industry: 5 }, 'not-a-text', '"benchmark.industry" must be a text that is not empty; received 5'],
  ])('%s, by code, name and value', (_, change, code, message) => {
    const benchmark = change && { ...BENCHMARK, ...change };
    const error = refusalOf(() => benchmarkComparison(FIGURE, benchmark as never, LOWER));
    expect([error.code, error.message]).toEqual([code, `benchmarkComparison: ${message}`]);
  });

  test.each([
    [undefined, 'not-a-record'],
    [{}, 'not-an-option'],
    [{ direction: 'up' }, 'not-an-option'],
    [{ direction: 'lower', industry: 'boxes' }, 'unknown-option'],
  ])('options that are %j', (options, code) => {
    expect(refusalOf(() => benchmarkComparison(FIGURE, BENCHMARK, options as never)).code).toBe(code);
  });
});
