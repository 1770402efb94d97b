import type { MetricCase } from '../metricCase.ts';
import { contractModels } from '../models/contractModels.ts';
import { modelChecks } from '../models/modelChecks.ts';
import { purchaseModels } from '../models/purchaseModels.ts';
import { spendModel } from '../models/spendModel.ts';

export const cases: Readonly<Record<string, MetricCase>> = {
  ...contractModels,
  ...modelChecks,
  ...purchaseModels,
  ...spendModel,
};
