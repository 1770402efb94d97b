import { quantileSorted } from '../numeric/quantile.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import type { ValueSpread } from './deltaIntervals.ts';
import { fit as fitSpend } from './gammaGamma/fit.ts';
import { simulate as simulateSpend } from './gammaGamma/simulate.ts';
import type { GammaGammaParameters } from './gammaGamma/types.ts';
import type { CustomerReader } from './readPurchaseFit.ts';
import type { Valuation } from './readValuation.ts';
import type { CustomerSpending } from './valueOptions.ts';
import { walkModels } from './valueSpread.ts';

/** Intervals by resampling, and how many of the fits failed. */
export interface BootstrapSpread extends ValueSpread {
  readonly failedFits: number;
}

const SEEDS = 2 ** 32;

/**
 * Intervals by the parametric bootstrap: customers as many and as old as those of the summary are drawn under the fitted
 * parameters, both models are fitted to them, and the customers of the summary are valued by those fits; the ends are
 * quantiles of the values. Draws whose fit did not converge are left out and counted.
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
    const parameters = model.refit(summary.age, random.below(SEEDS));
    const spent = fitSpend(simulateSpend(spend, { seed: random.below(SEEDS), frequencies }), { start: spend });
    if (parameters === undefined || !spent.converged) continue;
    purchases.push(model.under(parameters));
    spends.push(spent.parameters);
  }
  const count = purchases.length;
  const column = (): Float64Array => new Float64Array(summary.customers.length);
  const [value, lower, upper] = [column(), column(), column()];
  const totalValues = new Float64Array(count);
  const totalPurchases = new Float64Array(count);
  const values = new Float64Array(count);
  walkModels(valuation, summary, { purchases, spends }, (at, figures, spent) => {
    for (let draw = 0; draw < count; draw++) {
      values[draw] = definition.margin * figures.discounted[draw]! * spent[draw]!;
      totalValues[draw]! += values[draw]!;
      totalPurchases[draw]! += figures.purchases[draw]!;
    }
    [value[at], lower[at], upper[at]] = ends(values, level);
  });
  return {
    ...{ value, lower, upper },
    totalPurchases: ends(totalPurchases, level),
    totalValue: ends(totalValues, level),
    failedFits: resamples + 1 - count,
  };
}

/** The first figure is the estimate, the others are draws. */
function ends(figures: Float64Array, level: number): [estimate: number, lower: number, upper: number] {
  const drawn = figures.slice(1).sort();
  return [figures[0]!, quantileSorted(drawn, (1 - level) / 2), quantileSorted(drawn, (1 + level) / 2)];
}
