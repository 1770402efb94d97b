import { checkOptions } from '../../core/checks.ts';
import { refuse } from '../../core/errors.ts';
import { logGammaVariate } from '../../numeric/random/gammaVariate.ts';
import { seededRandom } from '../../numeric/seededRandom.ts';
import { isList } from '../../statistics/checkValues.ts';
import { checkParameters } from './checkParameters.ts';
import type { GammaGammaParameters, SimulatedSpend, SpendSimulationOptions } from './types.ts';

const METRIC = 'gammaGamma.simulate';

/**
 * Draws customers whose spend follows the Gamma-Gamma model: to try a fit on data whose truth is known, or to see how
 * far one set of customers is from another by chance.
 *
 * The amounts are not rounded. Where p or q is next to 0 the law itself has spend beyond the numbers: a mean spend may
 * then be 0 or Infinity, which `gammaGamma.fit` refuses.
 *
 * @param parameters - of the model
 * @param options - `seed`, which fixes the draws, and `frequencies`: how many purchases each customer makes
 * @returns columns that `gammaGamma.fit` takes: mean spend is NaN where there is no purchase
 * @throws InputError `not-a-record`, `not-a-quantity`, `unknown-option`, `not-an-option`, `not-rows`, `not-a-count`
 * @example
 * const drawn = gammaGamma.simulate({ p: 6.25, q: 3.74, v: 15.44 }, { seed: 1, frequencies: [3, 0, 12] });
 * drawn.frequency // [3, 0, 12]
 * drawn.meanSpend[1] // NaN
 * @reference Fader and Hardie (2013), The Gamma-Gamma model of monetary value
 */
export function simulate(parameters: GammaGammaParameters, options: SpendSimulationOptions): SimulatedSpend {
  checkParameters(METRIC, parameters);
  checkOptions(METRIC, options, ['seed', 'frequencies']);
  const { seed, frequencies } = options;
  if (!Number.isSafeInteger(seed)) refuse('not-an-option', METRIC, ['seed'], 'a safe integer', seed);
  const frequency = readFrequencies(frequencies);
  const { p, q, v } = parameters;
  const random = seededRandom(seed);
  const logScale = Math.log(v);
  const meanSpend = frequency.map((purchases) => {
    if (purchases === 0) return Number.NaN;
    // A mean of x gamma values is one of x times their shape and x times their rate, itself a gamma value of shape q.
    const logRate = logGammaVariate(random, q) - logScale + Math.log(purchases);
    return Math.exp(logGammaVariate(random, p * purchases) - logRate);
  });
  return { frequency, meanSpend };
}

function readFrequencies(frequencies: ArrayLike<number>): Float64Array {
  if (!isList(frequencies)) refuse('not-rows', METRIC, ['frequencies'], 'an array of numbers', frequencies);
  for (let i = 0; i < frequencies.length; i++) {
    const count = frequencies[i];
    if (!Number.isSafeInteger(count) || (count as number) < 0)
      refuse('not-a-count', METRIC, ['frequencies', i], 'a whole number of at least 0', count);
  }
  return Float64Array.from(frequencies);
}
