import { checkFinite, checkInstant, checkOneOf, checkOptions, checkRecord } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { ratio } from '../numeric/ratio.ts';
import { type CheckedDefinition, checkDefinition, checkFigure } from './checkFigure.ts';
import { checkStated } from './checkLike.ts';
import { DIRECTIONS, type Direction, finite, isEqual, isWithin } from './standing.ts';
import type { Figure, FigureDefinition } from './types.ts';

/** A published figure of others. */
export interface Benchmark {
  /** The figure. */
  readonly value: number;
  /** What it rests on, as far as its source says: the metric at least. */
  readonly definition: FigureDefinition;
  /** Where it was published. */
  readonly source: string;
  /** Of when it is. */
  readonly date: Instant;
  /** Of whom it is. */
  readonly industry: string;
}

/** Which way is better. */
export interface BenchmarkComparisonOptions {
  /** Which way is better. */
  readonly direction: 'higher' | 'lower';
}

/** A figure beside a benchmark. */
export interface BenchmarkComparison {
  /** The figure. */
  readonly value: number;
  /** The instant it is of, in epoch milliseconds. */
  readonly at: number;
  /** The benchmark's figure. */
  readonly benchmark: number;
  /** The figure less the benchmark's. */
  readonly difference: number;
  /** The figure over the benchmark's; NaN where that is 0. */
  readonly ratio: number;
  /**
   * Whether the figure is better than the benchmark's. `'unclear'`: its interval holds the benchmark's, or it is
   * undefined.
   */
  readonly verdict: 'better' | 'worse' | 'equal' | 'unclear';
  /** Where the benchmark was published. */
  readonly source: string;
  /** Of when it is, in epoch milliseconds. */
  readonly date: number;
  /** Of whom it is. */
  readonly industry: string;
  /** Fields of the figure's definition that the benchmark does not state: in these the two may be unlike. */
  readonly unstated: readonly string[];
  /** What it rests on. */
  readonly definition: {
    /** Which way is better. */
    readonly direction: 'higher' | 'lower';
    /** What the figure rests on. */
    readonly figure: FigureDefinition;
    /** What the benchmark's rests on, as far as it is stated. */
    readonly benchmark: FigureDefinition;
  };
}

const METRIC = 'benchmarkComparison';

/**
 * A figure beside a published one, refused where the two are not of one kind: whatever the benchmark states of its
 * definition has to be so of the figure's.
 *
 * Sources rarely state everything. What this one leaves open is listed, for the reader to judge.
 *
 * @param figure - the figure; with an interval, where it has one
 * @param benchmark - the published figure, with source, date, industry and definition
 * @param options - which way is better
 * @returns difference, ratio and verdict, with what the benchmark says of itself
 * @throws InputError `not-a-record`, `not-a-number`, `not-an-instant`, `not-a-text`, `not-an-attribute` (a definition that
 * is no plain data), `reversed-interval` (an interval that ends before it starts), `unlike-definitions`,
 * `unknown-option`, `not-an-option`
 * @example
 * const definition = { metric: 'churnRate', period: 'month', basis: 'tenures' };
 * const figure = { value: 0.03, at: Date.UTC(2024, 3, 1), definition, interval: { lower: 0.02, upper: 0.038 } };
 * const benchmark = {
 *   value: 0.04,
 *   definition: { metric: 'churnRate', period: 'month' },
 *   source: 'Invented Survey of Subscriptions',
 *   date: Date.UTC(2023, 11, 31),
 *   industry: 'subscription boxes',
 * };
 * const { verdict, ratio, unstated } = benchmarkComparison(figure, benchmark, { direction: 'lower' });
 * [verdict, ratio, unstated] // ['better', 0.75, ['basis']]
 */
export function benchmarkComparison(
  figure: Figure,
  benchmark: Benchmark,
  options: BenchmarkComparisonOptions,
): BenchmarkComparison {
  const other = checkBenchmark(benchmark);
  const { value, at, interval, ...own } = checkFigure(METRIC, 'figure', figure);
  checkOptions(METRIC, options, ['direction']);
  const { direction } = options;
  checkOneOf(METRIC, 'direction', direction, DIRECTIONS);
  const unstated = checkStated(
    METRIC,
    { name: 'figure.definition', definition: own.definition },
    { name: 'benchmark.definition', definition: other.definition },
  );
  return {
    value,
    at,
    benchmark: other.value,
    difference: finite(value - other.value),
    ratio: finite(ratio(value, other.value)),
    verdict: isWithin(other.value, interval) ? 'unclear' : verdictOf(value, other.value, direction),
    source: other.source,
    date: other.date,
    industry: other.industry,
    unstated,
    definition: { direction, figure: own.definition, benchmark: other.definition },
  };
}

/** A benchmark that has been checked. */
export interface CheckedBenchmark extends Benchmark {
  readonly date: number;
  readonly definition: CheckedDefinition;
}

/** Refuses what is no benchmark. */
export function checkBenchmark(benchmark: Benchmark): CheckedBenchmark {
  checkRecord(METRIC, 'benchmark', benchmark);
  const { value, source, industry } = benchmark;
  checkFinite(METRIC, 'benchmark.value', value);
  const definition = checkDefinition(METRIC, 'benchmark.definition', benchmark.definition);
  checkText(METRIC, ['benchmark.source'], source);
  const date = checkInstant(METRIC, 'benchmark.date', benchmark.date);
  checkText(METRIC, ['benchmark.industry'], industry);
  return { value: value + 0, definition, source, date, industry };
}

function verdictOf(value: number, benchmark: number, direction: Direction): BenchmarkComparison['verdict'] {
  if (Number.isNaN(value)) return 'unclear';
  if (isEqual(value, benchmark, Math.max(Math.abs(value), Math.abs(benchmark)))) return 'equal';
  return value > benchmark === (direction === 'higher') ? 'better' : 'worse';
}
