import type { PurchaseFit } from './purchaseFits.ts';
import type { FittedProcess } from './readPurchaseFit.ts';

/** The model that a check is of. */
export interface CheckedFit {
  /** Which model. */
  readonly model: PurchaseFit['model'];
  /** Its parameters. */
  readonly parameters: Readonly<Record<string, number>>;
  /** The unit of every time, where fit or data know it. */
  readonly timeUnit: string | undefined;
}

/** What a check says of the fit that it is of. */
export function checkedFit(
  model: FittedProcess,
  fit: PurchaseFit,
  timeUnit: string | undefined = undefined,
): CheckedFit {
  return { model: fit.model, parameters: { ...fit.parameters }, timeUnit: model.timeUnit ?? timeUnit };
}
