import type { GammaGammaParameters } from './gammaGamma/types.ts';
import type { Posterior } from './purchaseProcess.ts';
import type { CustomerReader } from './readPurchaseFit.ts';
import { discountedPurchases, spendAt, type Valuation } from './readValuation.ts';
import type { CustomerSpending } from './valueOptions.ts';
import { walkAlike } from './walkAlike.ts';

/** Parameters of both models other than the fitted ones. */
export interface OtherModels {
  /** Each reads customers under other parameters of the model of purchases. */
  readonly purchases: readonly CustomerReader[];
  /** Each is other parameters of the model of spend. */
  readonly spends: readonly GammaGammaParameters[];
}

/** What customers of one history are expected to buy, under each of the other models. */
export interface HistoryFigures {
  /** Expected purchases, not discounted. */
  readonly purchases: Float64Array;
  /** Expected purchases, discounted. */
  readonly discounted: Float64Array;
}

/**
 * Goes over customers and works out what each is expected to buy and to spend under other parameters.
 *
 * @param onCustomer - told each customer, the figures of the history, and the spend under each of the other parameters
 */
export function walkModels(
  { model, definition }: Valuation,
  summary: CustomerSpending,
  { purchases, spends }: OtherModels,
  onCustomer: (customer: number, figures: HistoryFigures, spend: Float64Array) => void,
): void {
  const { frequency, recency, age } = summary;
  const figures = {
    purchases: new Float64Array(purchases.length),
    discounted: new Float64Array(purchases.length),
  };
  const spend = new Float64Array(spends.length);
  walkAlike(
    [frequency, recency, age],
    (at) => {
      for (let other = 0; other < purchases.length; other++) {
        const known: Posterior = purchases[other]!(frequency[at]!, recency[at]!, age[at]!);
        figures.purchases[other] = known.alive * model.expected(known, definition.horizon);
        figures.discounted[other] = discountedPurchases(model, known, definition);
      }
    },
    (at) => {
      for (let other = 0; other < spends.length; other++) spend[other] = spendAt(spends[other]!, summary, at);
      onCustomer(at, figures, spend);
    },
  );
}
