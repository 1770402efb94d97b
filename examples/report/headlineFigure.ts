import {
  type Interval,
  netPromoterDifference,
  type ProportionCounts,
  proportionDifference,
  proportionInterval,
} from 'tenure';
import type { PromoterScore } from './analyseSurveys.ts';

/** How a figure is written: `share` as percent, `money` without and `price` with cents, `points` with a sign. */
export type FigureKind = 'count' | 'money' | 'price' | 'share' | 'points';

/** One figure of the first screen. */
export interface HeadlineFigure {
  readonly name: string;
  readonly kind: FigureKind;
  /** Its metric in `tenure/catalogue`, which says which way is good; undefined where it is a plain count or sum. */
  readonly metric: string | undefined;
  readonly value: number;
  /** Of how many; only where the value is a part of them. */
  readonly outOf?: number;
  /** Undefined where the figure is no estimate, or none is known. */
  readonly interval: Interval | undefined;
  /** By how much it changed; NaN where there is nothing fair to compare with. */
  readonly change: number;
  /** Undefined where the change is no estimate, or none is known. */
  readonly changeInterval: Interval | undefined;
}

/** A value now, and before where that is known. */
export interface ValuePair {
  readonly now: number;
  readonly before: number | undefined;
}

/** Counts now, and before where those are known. */
export interface CountsPair {
  readonly now: ProportionCounts;
  readonly before: ProportionCounts | undefined;
}

/** A figure without an interval. */
export function plainFigure(
  name: string,
  kind: FigureKind,
  metric: string | undefined,
  pair: ValuePair,
): HeadlineFigure {
  const change = pair.now - (pair.before ?? Number.NaN);
  return { name, kind, metric, value: pair.now, interval: undefined, change, changeInterval: undefined };
}

/** A share of customers, as a draw from what might have been. */
export function shareFigure(name: string, metric: string, { now, before }: CountsPair): HeadlineFigure {
  const { estimate, ...interval } = proportionInterval(now);
  const change = before && proportionDifference(now, before);
  return {
    name,
    kind: 'share',
    metric,
    value: estimate,
    interval,
    change: change?.estimate ?? Number.NaN,
    changeInterval: change,
  };
}

/** A net promoter score. Who answered in both years makes the interval of the change wider than it need be. */
export function promoterFigure(name: string, now: PromoterScore, before: PromoterScore): HeadlineFigure {
  const change = netPromoterDifference(now, before);
  return {
    name,
    kind: 'points',
    metric: 'netPromoterScore',
    value: now.score,
    interval: now.interval,
    change: change.estimate,
    changeInterval: change,
  };
}

/** Whether the interval of a change leaves out zero. */
export function isMoreThanChance({ changeInterval }: HeadlineFigure): boolean {
  return changeInterval !== undefined && (changeInterval.lower > 0 || changeInterval.upper < 0);
}
