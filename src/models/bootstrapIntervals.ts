import { isInputError } from '../core/errors.ts';
import { quantileSorted } from '../numeric/quantile.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import { sum } from '../numeric/sum.ts';
import type { ValueSpread } from './deltaIntervals.ts';
import { fit as fitSpend } from './gammaGamma/fit.ts';
import { simulate as simulateSpend } from './gammaGamma/simulate.ts';
import type { GammaGammaParameters } from './gammaGamma/types.ts';
import type { CustomerReader } from './readPurchaseFit.ts';
import { marginOf, type Valuation } from './readValuation.ts';
import type { CustomerSpending } from './valueOptions.ts';
import { walkModels } from './valueSpread.ts';

/** Intervals by resampling, and how many of the fits failed. */
export interface BootstrapSpread extends ValueSpread {
  readonly failedFits: number;
}

const SEEDS = 2 ** 32;

/** Fewer draws than these make no interval. */
export const LEAST_DRAWS = 20;

/**
 * Intervals by the parametric bootstrap: customers as many and as old as those of the summary are drawn under the fitted
 * parameters, both models are fitted to them, and the customers of the summary are valued by those fits; the ends are
 * quantiles of the values. Draws that no fit is made of, or one that did not converge, are left out and counted.
 */
export function bootstrapIntervals(
  valuation: Valuation,
  summary: CustomerSpending,
  { seed, resamples, level }: { readonly seed: number; readonly resamples: number; readonly level: number },
): BootstrapSpread {
  const { model, spend, definition } = valuation;
  const random = seededRandom(seed);
  const purchases: CustomerReader[] = [model.customer];
  const spends: GammaGammaParameters[] = [spend];
  const frequencies = summary.spendCount ?? summary.frequency;
  for (let draw = 0; draw < resamples; draw++) {
    const seeds = [random.below(SEEDS), random.below(SEEDS)] as const;
    const bought = unlessRefused(() => model.refit(summary.age, seeds[0]));
    const spent = unlessRefused(() => refitSpend(spend, seeds[1], frequencies));
    if (bought === undefined || spent === undefined) continue;
    purchases.push(model.under(bought));
    spends.push(spent);
  }
  const count = purchases.length;
  const column = (): Float64Array => new Float64Array(summary.customers.length);
  const [value, lower, upper, bought] = [column(), column(), column(), column()];
  const totalValues = new Float64Array(count);
  const totalPurchases = new Float64Array(count);
  const values = new Float64Array(count);
  walkModels(valuation, summary, { purchases, spends }, (at, figures, spent) => {
    for (let draw = 0; draw < count; draw++) {
      values[draw] = marginOf(definition, spent[draw]!, figures.discounted[draw]!);
      totalValues[draw]! += values[draw]!;
      totalPurchases[draw]! += figures.purchases[draw]!;
    }
    bought[at] = figures.purchases[0]!;
    [value[at], lower[at], upper[at]] = ends(values, level);
  });
  totalValues[0] = sum(value);
  totalPurchases[0] = sum(bought);
  return {
    ...{ value, lower, upper },
    totalPurchases: ends(totalPurchases, level),
    totalValue: ends(totalValues, level),
    failedFits: resamples + 1 - count,
  };
}

function refitSpend(
  spend: GammaGammaParameters,
  seed: number,
  frequencies: ArrayLike<number>,
): GammaGammaParameters | undefined {
  const { converged, parameters } = fitSpend(simulateSpend(spend, { seed, frequencies }), { start: spend });
  return converged ? parameters : undefined;
}

/** Extreme parameters draw what no customer does (money beyond what a number holds), and of nobody there is no fit. */
function unlessRefused<Result>(refit: () => Result): Result | undefined {
  try {
    return refit();
  } catch (error) {
    if (isInputError(error)) return undefined;
    throw error;
  }
}

/** The first figure is the estimate, the others are draws. */
function ends(figures: Float64Array, level: number): [estimate: number, lower: number, upper: number] {
  // As by the delta method: an estimate of nothing has nothing to be off by.
  if (figures[0] === 0) return [0, 0, 0];
  const drawn = figures.slice(1).sort();
  if (drawn.length < LEAST_DRAWS) return [figures[0]!, Number.NaN, Number.NaN];
  return [figures[0]!, quantileSorted(drawn, (1 - level) / 2), quantileSorted(drawn, (1 + level) / 2)];
}
