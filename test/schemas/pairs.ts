import type { Pair } from './pair.ts';
import { alertsPairs } from './pairs/alerts.ts';
import { cohortsPairs } from './pairs/cohorts.ts';
import { goalsPairs } from './pairs/goals.ts';
import { logPairs } from './pairs/log.ts';
import { ratesPairs } from './pairs/rates.ts';
import { riskPairs } from './pairs/risk.ts';
import { segmentsPairs } from './pairs/segments.ts';
import { statisticsPairs } from './pairs/statistics.ts';
import { supportPairs } from './pairs/support.ts';
import { surveysPairs } from './pairs/surveys.ts';
import { timePairs } from './pairs/time.ts';
import { valuePairs } from './pairs/value.ts';

/** Each schema of a subject or of options, with its function. */
export const PAIRS: Readonly<Record<string, Pair>> = {
  ...alertsPairs,
  ...cohortsPairs,
  ...goalsPairs,
  ...logPairs,
  ...ratesPairs,
  ...riskPairs,
  ...segmentsPairs,
  ...statisticsPairs,
  ...supportPairs,
  ...surveysPairs,
  ...timePairs,
  ...valuePairs,
};
