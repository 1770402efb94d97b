import type { Interval } from '../core/types.ts';
import { mean } from '../numeric/mean.ts';
import { ratio } from '../numeric/ratio.ts';
import { adjustedPValues } from '../statistics/adjustedPValues.ts';
import { pooledError, twoSidedChance } from '../statistics/pooledZ.ts';
import type { ProportionCounts } from '../statistics/proportionCounts.ts';
import { type Stratum, stratifiedDifference } from '../statistics/stratifiedDifference.ts';
import type { ColumnCounts, ObservedColumn } from './comparedTable.ts';

/** One group in one column. */
export interface ComparedSide {
  /** Cohorts that have been observed for so long; those of nobody are not counted. */
  readonly cohorts: number;
  /** Their members. */
  readonly members: number;
  /** Those of them who were retained. */
  readonly retained: number;
  /** retained / members. */
  readonly rate: number;
}

/** A difference within cohorts that both groups have, each weighed by its members in both. */
export interface StandardisedDifference {
  /** The cohorts that both groups have, and that have been observed for so long in both. */
  readonly cohorts: number;
  /** Their members, of both groups together. */
  readonly members: number;
  /** Weighted mean of the cohorts' differences, one less other; NaN where no cohort is shared. */
  readonly difference: number;
  /** Interval of the difference; NaN where no cohort is shared. */
  readonly interval: Interval;
}

/** Two groups in one column. */
export interface ComparedColumn {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** The last of the periods that the column is about: of a bracket; else the same as `period`. */
  readonly lastPeriod: number;
  /** The first group. */
  readonly one: ComparedSide;
  /** The other group. */
  readonly other: ComparedSide;
  /** The rate of one less that of the other. */
  readonly difference: number;
  /** Newcombe interval of the difference. */
  readonly interval: Interval;
  /** Standard error of the difference if there were none between the groups: the variance is that of both together. */
  readonly standardError: number;
  /** Two-sided, of this column alone; NaN where all members of both were retained, or none. */
  readonly pValue: number;
  /** The same, allowing for the number of columns (Holm). */
  readonly adjustedPValue: number;
  /** The difference with the mix of cohorts taken out. */
  readonly standardised: StandardisedDifference;
}

/** All columns together: a test that holds however the columns hang together, and finds less for it. */
export interface PooledColumns {
  /** How many columns. */
  readonly columns: number;
  /** Mean of their differences; NaN where there is no column. */
  readonly difference: number;
  /** Mean of the lower ends, and of the upper ends, of their intervals. */
  readonly interval: Interval;
  /** Mean of their standard errors, which that of the mean is never above. */
  readonly standardError: number;
  /** difference / standardError. */
  readonly statistic: number;
  /** Two-sided; NaN where there is no column, or all members of both groups were retained in all of them, or none. */
  readonly pValue: number;
}

/** A column before its p-value has been adjusted for the others. */
export type TestedColumn = Omit<ComparedColumn, 'adjustedPValue'>;

/** Compares the observed cells of one column; z is the deviate of the intervals. */
export function compareColumn(period: number, one: ObservedColumn, other: ObservedColumn, z: number): TestedColumn {
  const sides = { one: sideOf(one), other: sideOf(other) };
  const stratum = { first: countsOf(sides.one), second: countsOf(sides.other) };
  const { estimate, interval } = stratifiedDifference([stratum], z);
  const standardError = pooledError(stratum.first, stratum.second);
  return {
    ...{ period, lastPeriod: one.lastPeriod, ...sides, difference: estimate, interval, standardError },
    pValue: twoSidedChance(ratio(estimate, standardError)),
    standardised: standardise(one, other, z),
  };
}

function sideOf({ cohorts }: ObservedColumn): ComparedSide {
  let members = 0;
  let retained = 0;
  for (const own of cohorts.values()) {
    members += own.members;
    retained += own.retained;
  }
  return { cohorts: cohorts.size, members, retained, rate: ratio(retained, members) };
}

function countsOf({ members, retained }: ColumnCounts): ProportionCounts {
  return { successes: retained, trials: members };
}

function standardise(one: ObservedColumn, other: ObservedColumn, z: number): StandardisedDifference {
  const strata: Stratum[] = [];
  let members = 0;
  for (const [key, own] of one.cohorts) {
    const others = other.cohorts.get(key);
    if (others === undefined) continue;
    members += own.members + others.members;
    strata.push({ first: countsOf(own), second: countsOf(others) });
  }
  const { estimate, interval } = stratifiedDifference(strata, z);
  return { cohorts: strata.length, members, difference: estimate, interval };
}

/** Puts beside each p-value what it is among the others. */
export function withAdjusted(columns: readonly TestedColumn[]): ComparedColumn[] {
  const adjusted = adjustedPValues(columns.map(({ pValue }) => pValue));
  return columns.map(({ standardised, ...column }, place) => ({
    ...column,
    adjustedPValue: adjusted[place]!,
    standardised,
  }));
}

/** One test of the mean difference. The standard error of a mean is at most the mean of the standard errors. */
export function poolColumns(columns: readonly TestedColumn[]): PooledColumns {
  const meanOf = (value: (column: TestedColumn) => number): number => mean(columns.map(value));
  const difference = meanOf((column) => column.difference);
  const standardError = meanOf((column) => column.standardError);
  const statistic = ratio(difference, standardError);
  return {
    ...{ columns: columns.length, difference },
    interval: { lower: meanOf(({ interval }) => interval.lower), upper: meanOf(({ interval }) => interval.upper) },
    ...{ standardError, statistic, pValue: twoSidedChance(statistic) },
  };
}
