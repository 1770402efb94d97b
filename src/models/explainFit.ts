import { checkOneOf, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import type { FitEnding } from '../statistics/fit.ts';
import type { BetaDiscreteWeibullFit } from './betaDiscreteWeibull/fit.ts';
import { explainContracts } from './explainContracts.ts';
import { explainPurchases } from './explainPurchases.ts';
import { explainSpend } from './explainSpend.ts';
import type { GammaGammaFit } from './gammaGamma/types.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { SBgFit } from './sBg/fit.ts';

/** A fit of any model: of purchases, of spend or of contracts. */
export type ModelFit = PurchaseFit | GammaGammaFit | SBgFit | BetaDiscreteWeibullFit;

const METRIC = 'explainFit';

const ENDINGS: Readonly<Record<Exclude<FitEnding, 'converged'>, string>> = {
  boundary: 'The data are described ever better while a parameter leaves all bounds: they ask for a smaller model.',
  'no curvature':
    'Other parameters suit the data about as well: there are too few customers, or they have done too little yet.',
  'too many iterations': 'The search did not come to an end: let it begin from other parameters, by `start`.',
};

/**
 * What a fit says, in sentences for people: how often customers buy, renew or spend, how they leave, how much they
 * differ, and what the model cannot tell.
 *
 * Of a fit that did not converge it says why, what each parameter that ran away means, and what to do instead. Otherwise
 * the parameters come first and then what follows from them: where expectations have no end, where a mean is infinite,
 * and, for BG/NBD, that customers without a repeat purchase count as surely alive. The sentences are English; for other
 * words take the parameters.
 *
 * @param fit - a fit of any model, as its `fit` gives it or as JSON has kept it
 * @returns sentences, in the order in which they are to be read
 * @throws InputError `not-a-record`, `not-an-option`, `not-a-quantity`, `not-rows`, `not-a-text`
 * @example
 * const fit = sBg.fit({ cohorts: [{ survivors: [1000, 631, 468, 382, 326, 289, 262, 241] }] });
 * const sentences = explainFit(fit);
 * sentences[1] // 'Of new customers 62.7 % renew; of those who have renewed once 75.6 % do again, and of those who have renewed five times 89.8 %.'
 * sentences[2].startsWith('alpha is at most 1') // true
 * const same = sBg.fit({ cohorts: [{ survivors: [1000, 900, 810] }] });
 * explainFit(same)[0] // 'The search found no best parameters: those of this fit are not to be used.'
 */
export function explainFit(fit: ModelFit): readonly string[] {
  checkRecord(METRIC, 'fit', fit);
  if (typeof fit.converged !== 'boolean')
    refuse('not-an-option', METRIC, ['fit', 'converged'], 'true or false', fit.converged);
  switch (fit.model) {
    case 'gammaGamma':
      return fit.converged ? explainSpend(METRIC, fit) : explainFailure(fit);
    case 'sBg':
    case 'betaDiscreteWeibull':
      return fit.converged ? explainContracts(METRIC, fit) : explainFailure(fit);
    case 'bgNbd':
    case 'mbgNbd':
    case 'paretoNbd':
    case 'bgBb':
      return fit.converged ? explainPurchases(METRIC, fit) : explainFailure(fit);
    default:
      return refuse('not-an-option', METRIC, ['fit', 'model'], 'the name of a model', (fit as ModelFit).model);
  }
}

function explainFailure({ ending, boundaries }: ModelFit): readonly string[] {
  checkOneOf(METRIC, 'fit.ending', ending, Object.keys(ENDINGS));
  if (!Array.isArray(boundaries)) refuse('not-rows', METRIC, ['fit', 'boundaries'], 'an array', boundaries);
  return [
    'The search found no best parameters: those of this fit are not to be used.',
    ENDINGS[ending as keyof typeof ENDINGS],
    ...Array.from(boundaries, boundaryText),
  ];
}

function boundaryText(boundary: ModelFit['boundaries'][number], place: number): string {
  checkRecord(METRIC, `fit.boundaries[${place}]`, boundary);
  const { parameter, limit, meaning, instead } = boundary;
  for (const [name, text] of Object.entries({ parameter, limit, meaning, instead }))
    checkText(METRIC, ['fit', 'boundaries', place, name], text);
  return `${parameter} ran to ${limit}: ${meaning}. Instead: ${instead}.`;
}
