import { purchaseDropoutModel } from '../purchaseDropoutModel.ts';
import type { PurchaseProcess } from '../purchaseProcess.ts';
import type { MbgNbdParameters } from './types.ts';

export const model: PurchaseProcess<'mbgNbd', keyof MbgNbdParameters> = /* @__PURE__ */ purchaseDropoutModel(
  'mbgNbd',
  1,
);
