import { checkLevel, checkOneOf, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { incompleteBetaComplementInverse, incompleteBetaInverse } from '../numeric/special/incompleteBetaInverse.ts';
import { levelDeviate } from './levelDeviate.ts';
import { checkProportionCounts, type ProportionCounts } from './proportionCounts.ts';
import { wilsonLower, wilsonUpper } from './wilson.ts';

/** How an interval for a proportion is found. */
export type ProportionMethod = 'wilson' | 'clopperPearson' | 'jeffreys';

/** The choices of `proportionInterval`. */
export interface ProportionIntervalOptions extends LevelOptions {
  /**
   * `'wilson'` unless told: holds the true value about as often as the level says. `'clopperPearson'`: never less often,
   * and wider for it. `'jeffreys'`: the middle of what a Bayesian with Jeffreys' prior believes;
   * at levels well below 0.5 it need not hold the estimate.
   */
  readonly method?: ProportionMethod;
}

/** A proportion and how far off it may be. */
export interface ProportionInterval extends Interval {
  /** Successes per trial. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found. */
  readonly method: ProportionMethod;
}

const METHODS: readonly ProportionMethod[] = ['wilson', 'clopperPearson', 'jeffreys'];

/**
 * Interval for the chance behind successes in independent trials.
 *
 * With z the normal deviate of the level, n trials, p = successes / n:
 * Wilson (p + z² / 2n ± z sqrt(p (1 - p) / n + z² / 4n²)) / (1 + z² / n);
 * Clopper-Pearson the chances at which so many successes or more, so many or fewer, have probability (1 - level) / 2;
 * Jeffreys the quantiles (1 - level) / 2 and (1 + level) / 2 of the beta law (successes + 1/2, failures + 1/2), from 0
 * where there is no success and to 1 where there is no failure.
 *
 * @param counts - successes and trials, whole
 * @param options - level and method
 * @returns estimate, ends, level and method
 * @unit fraction
 * @range 0..1
 * @undefinedWhen there was no trial (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `above-limit`, `not-an-option`, `unknown-option`
 * @example
 * proportionInterval({ successes: 81, trials: 263 }).lower.toFixed(4) // '0.2553'
 * @example
 * proportionInterval({ successes: 0, trials: 20 }, { method: 'clopperPearson' }).upper.toFixed(4) // '0.1684'
 * @complexity Wilson one formula; the others some ten evaluations of the incomplete beta function
 * @reference Wilson (1927), Probable inference, the law of succession, and statistical inference
 * @reference Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion
 */
export function proportionInterval(
  counts: ProportionCounts,
  options: ProportionIntervalOptions = {},
): ProportionInterval {
  checkProportionCounts('proportionInterval', 'counts', counts);
  const { level, method } = checkProportionOptions('proportionInterval', options);
  const estimate = ratio(counts.successes, counts.trials);
  return { estimate, ...endsOf(counts, level, method), level, method };
}

/** The options with their defaults, or an error that names the one that is wrong. */
export function checkProportionOptions(
  metric: string,
  options: ProportionIntervalOptions,
): Required<ProportionIntervalOptions> {
  checkOptions(metric, options, ['level', 'method']);
  const { level = 0.95, method = 'wilson' } = options;
  checkLevel(metric, level);
  checkOneOf(metric, 'method', method, METHODS);
  return { level, method };
}

function endsOf({ successes, trials }: ProportionCounts, level: number, method: ProportionMethod): Interval {
  if (trials === 0) return { lower: Number.NaN, upper: Number.NaN };
  const failures = trials - successes;
  if (method === 'clopperPearson') return betaEnds(successes, failures, level, 1);
  if (method === 'jeffreys') return betaEnds(successes, failures, level, 0.5);
  const z = levelDeviate(level);
  return { lower: wilsonLower(successes, trials, z), upper: wilsonUpper(successes, trials, z) };
}

/** Quantiles of beta laws that count the outcome on the far side of each end `share` more than the other: 1, or 1/2 each. */
function betaEnds(successes: number, failures: number, level: number, share: number): Interval {
  const tail = (1 - level) / 2;
  const rest = 1 - share;
  return {
    lower: successes === 0 ? 0 : incompleteBetaInverse(successes + rest, failures + share, tail),
    upper: failures === 0 ? 1 : incompleteBetaComplementInverse(successes + share, failures + rest, tail),
  };
}
