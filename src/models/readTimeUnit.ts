import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';

/** Refuses a unit of time that is none, or not that of a fit where both are known, and gives it where the data tell it. */
export function readTimeUnit(
  metric: string,
  name: string,
  { definition }: Pick<PurchaseHistories, 'definition'>,
  fitted?: string,
): string | undefined {
  if (definition === undefined) return undefined;
  checkRecord(metric, `${name}.definition`, definition);
  const { timeUnit } = definition;
  const path = [name, 'definition', 'timeUnit'];
  if (timeUnit === undefined) return undefined;
  checkText(metric, path, timeUnit);
  if (fitted !== undefined && timeUnit !== fitted)
    refuse('unlike-definitions', metric, path, `that of the fit ('${fitted}')`, timeUnit);
  return timeUnit;
}
