import type { BgBbFit } from './bgBb/types.ts';
import type { BgNbdFit } from './bgNbd/types.ts';
import type { MbgNbdFit } from './mbgNbd/types.ts';
import type { ParetoNbdFit } from './paretoNbd/types.ts';

/** A fitted model of purchases, as `fit` gives it or as JSON has kept it. */
export type PurchaseFit = BgNbdFit | MbgNbdFit | ParetoNbdFit | BgBbFit;
