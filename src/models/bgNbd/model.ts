import { purchaseDropoutModel } from '../purchaseDropoutModel.ts';
import type { PurchaseProcess } from '../purchaseProcess.ts';
import type { BgNbdParameters } from './types.ts';

export const model: PurchaseProcess<'bgNbd', keyof BgNbdParameters> = /* @__PURE__ */ purchaseDropoutModel('bgNbd', 0);
