import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

/** The whole numbers that an answer may be. */
export interface SurveyScale {
  /** The lowest answer. */
  readonly lowest: number;
  /** The highest answer, above the lowest. */
  readonly highest: number;
}

/** The scale of "How likely are you to recommend us?": 0 to 10. */
export const NET_PROMOTER_SCALE: SurveyScale = { lowest: 0, highest: 10 };

/** Refuses a scale without whole ends, or with ends that are swapped or equal, and gives a copy. */
export function checkScale(metric: string, scale: SurveyScale): SurveyScale {
  checkOptions(metric, scale, ['lowest', 'highest'], 'scale');
  const { lowest, highest } = scale;
  for (const [end, value] of Object.entries({ lowest, highest }))
    if (!Number.isSafeInteger(value)) refuse('not-an-option', metric, ['scale', end], 'a whole number', value);
  if (highest <= lowest)
    refuse('reversed-interval', metric, ['scale', 'highest'], `above "lowest" (${lowest})`, highest);
  return { lowest, highest };
}
