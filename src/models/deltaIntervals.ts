import { sum } from '../numeric/sum.ts';
import type { GammaGammaFit, GammaGammaParameters } from './gammaGamma/types.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import { readCovariance } from './readCovariance.ts';
import { marginOf, type Valuation } from './readValuation.ts';
import type { CustomerSpending } from './valueOptions.ts';
import { walkModels } from './valueSpread.ts';

/** Values and how far off they may be, before they are named. */
export interface ValueSpread {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly totalPurchases: readonly [estimate: number, lower: number, upper: number];
  readonly totalValue: readonly [estimate: number, lower: number, upper: number];
}

/** A step of a logarithm: its square is below the digits of a standard error, its inverse does not eat up a double. */
const STEP = 1e-4;

/** A gradient by the logarithms of the parameters of both models. */
type Gradient = readonly [purchases: Float64Array, spend: Float64Array];

/**
 * Intervals by the delta method, on the scale of the logarithm of the value: what the standard errors of the parameters
 * make of it to first order. The two fits are taken as independent.
 */
export function deltaIntervals(
  metric: string,
  valuation: Valuation,
  summary: CustomerSpending,
  { purchaseFit, spendFit }: { readonly purchaseFit: PurchaseFit; readonly spendFit: GammaGammaFit },
  deviate: number,
): ValueSpread {
  const { model, spend, definition } = valuation;
  const spendParameters = [spend.p, spend.q, spend.v];
  const ofPurchases = readCovariance(metric, 'purchaseFit', purchaseFit.covariance, model.parameters);
  const ofSpend = readCovariance(metric, 'spendFit', spendFit.covariance, spendParameters);
  const others = {
    purchases: shifted(model.parameters).map(model.under),
    spends: shifted(spendParameters).map(([p, q, v]) => ({ p, q, v }) as GammaGammaParameters),
  };
  const [byPurchases, bySpend] = [new Float64Array(model.parameters.length), new Float64Array(3)];
  const totalGradient: Gradient = [new Float64Array(byPurchases.length), new Float64Array(3)];
  const countGradient: Gradient = [new Float64Array(byPurchases.length), new Float64Array(3)];
  const column = (): Float64Array => new Float64Array(summary.customers.length);
  const [value, lower, upper, bought] = [column(), column(), column(), column()];
  const ends = (estimate: number, gradient: Gradient): readonly [number, number, number] => {
    const variance = quadratic(ofPurchases, gradient[0]) + quadratic(ofSpend, gradient[1]);
    // An estimate of nothing has nothing to be off by.
    const reach = estimate === 0 ? 0 : (deviate * Math.sqrt(variance)) / estimate;
    return [estimate, estimate * Math.exp(-reach), estimate * Math.exp(reach)];
  };
  walkModels(valuation, summary, others, (at, { purchases, discounted }, spends) => {
    const scale = definition.margin;
    for (let j = 0; j < byPurchases.length; j++) {
      byPurchases[j] = scale * spends[0]! * slope(discounted, j);
      totalGradient[0][j]! += byPurchases[j]!;
      countGradient[0][j]! += slope(purchases, j);
    }
    for (let j = 0; j < 3; j++) {
      bySpend[j] = scale * discounted[0]! * slope(spends, j);
      totalGradient[1][j]! += bySpend[j]!;
    }
    bought[at] = purchases[0]!;
    const own = marginOf(definition, spends[0]!, discounted[0]!);
    [value[at], lower[at], upper[at]] = ends(own, [byPurchases, bySpend]) as [number, number, number];
  });
  return {
    ...{ value, lower, upper },
    totalPurchases: ends(sum(bought), countGradient),
    totalValue: ends(sum(value), totalGradient),
  };
}

/** The parameters, then each in turn a step up and a step down. */
function shifted(parameters: readonly number[]): number[][] {
  const moved = (j: number, step: number): number[] =>
    parameters.map((value, i) => (i === j ? value * Math.exp(step) : value));
  return [[...parameters], ...parameters.flatMap((_, j) => [moved(j, STEP), moved(j, -STEP)])];
}

function slope(figures: Float64Array, j: number): number {
  return (figures[1 + 2 * j]! - figures[2 + 2 * j]!) / (2 * STEP);
}

function quadratic(matrix: Float64Array, vector: Float64Array): number {
  let total = 0;
  for (let i = 0; i < vector.length; i++)
    for (let j = 0; j < vector.length; j++) total += vector[i]! * matrix[i * vector.length + j]! * vector[j]!;
  return total;
}
