import type { Pair } from './pair.ts';
import { alertsPairs } from './pairs/alerts.ts';
import { cohortsPairs } from './pairs/cohorts.ts';
import { contractModelsPairs } from './pairs/contractModels.ts';
import { goalsPairs } from './pairs/goals.ts';
import { logPairs } from './pairs/log.ts';
import { purchaseModelsPairs } from './pairs/purchaseModels.ts';
import { purchaseSummariesPairs } from './pairs/purchaseSummaries.ts';
import { ratesPairs } from './pairs/rates.ts';
import { riskPairs } from './pairs/risk.ts';
import { segmentsPairs } from './pairs/segments.ts';
import { spendModelPairs } from './pairs/spendModel.ts';
import { statisticsPairs } from './pairs/statistics.ts';
import { supportPairs } from './pairs/support.ts';
import { surveysPairs } from './pairs/surveys.ts';
import { timePairs } from './pairs/time.ts';
import { valuePairs } from './pairs/value.ts';

/** Each schema of a subject or of options, with its function. */
export const PAIRS: Readonly<Record<string, Pair>> = {
  ...alertsPairs,
  ...cohortsPairs,
  ...contractModelsPairs,
  ...goalsPairs,
  ...logPairs,
  ...purchaseModelsPairs,
  ...purchaseSummariesPairs,
  ...ratesPairs,
  ...riskPairs,
  ...segmentsPairs,
  ...spendModelPairs,
  ...statisticsPairs,
  ...supportPairs,
  ...surveysPairs,
  ...timePairs,
  ...valuePairs,
};
