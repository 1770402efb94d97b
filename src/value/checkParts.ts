import { checkFinite, checkFraction, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

// Checks of the parts of a value. NaN passes, since it is what a rate or a mean of empty data is.

/** Refuses an amount of money, of either sign, that is not finite. */
export function checkMoney(metric: string, name: string, money: number): void {
  if (!Number.isNaN(money)) checkFinite(metric, name, money);
}

/** Refuses what is not a finite number of at least 0. */
export function checkPart(metric: string, name: string, part: number): void {
  if (!Number.isNaN(part)) checkQuantity(metric, name, part);
}

/** Refuses what is not a share from 0 to 1. */
export function checkShare(metric: string, name: string, share: number): void {
  if (!Number.isNaN(share)) checkFraction(metric, name, share);
}

/** Refuses a margin above 1: it is a share of revenue. Below 0 is what is sold below its cost. */
export function checkMargin(metric: string, name: string, margin: number): void {
  checkMoney(metric, name, margin);
  if (margin > 1) refuse('above-limit', metric, [name], 'a share of revenue, at most 1', margin);
}
