import { checkPositive, checkRecord } from '../core/checks.ts';
import { checkText } from '../log/checkText.ts';
import { incompleteGammaInverse } from '../numeric/special/incompleteGammaInverse.ts';
import type { GammaGammaFit } from './gammaGamma/types.ts';
import { figure, percent } from './plainWords.ts';

/** What a fit of spend that converged says, sentence by sentence. */
export function explainSpend(metric: string, fit: GammaGammaFit): readonly string[] {
  checkRecord(metric, 'fit.parameters', fit.parameters);
  const { p, q, v } = fit.parameters;
  for (const [name, value] of Object.entries({ p, q, v })) checkPositive(metric, `fit.parameters.${name}`, value);
  checkRecord(metric, 'fit.definition', fit.definition);
  const { currency } = fit.definition;
  if (currency !== undefined) checkText(metric, ['fit', 'definition', 'currency'], currency);
  const money = (amount: number): string => {
    if (amount === Infinity) return 'any amount';
    return `${figure(amount, 4)}${currency === undefined ? '' : ` ${currency}`}`;
  };
  // A customer's mean is p over a gamma variate of shape q and rate v.
  const exceededBy = (share: number): string => money((p * v) / incompleteGammaInverse(q, share));
  const differ = `Customers differ in what they spend: half of them have a mean of more than ${exceededBy(0.5)}, one in ten of more than ${exceededBy(0.1)}.`;
  const within = `A customer's own purchases lie about the customer's mean with a spread of ${percent(1 / Math.sqrt(p))} of it (1 / sqrt(p)).`;
  if (q <= 1)
    return [
      differ,
      within,
      'q is at most 1: a few customers are taken to spend so much that the mean over all of them is infinite, and so is the expected spend of a new one. Look for spend in mixed units or currencies, and fit the groups apart.',
    ];
  const weight = (purchases: number): string => percent((p * purchases) / (p * purchases + q - 1));
  return [
    `A new customer is expected to spend ${money((p * v) / (q - 1))} a purchase (p v / (q - 1)).`,
    differ,
    within,
    `Of what is expected of a customer's next purchase, one purchase so far makes up ${weight(1)} (p / (p + q - 1)) and ten of them ${weight(10)}; the rest is the mean of all customers.`,
  ];
}
