import { checkPositive, checkRecord } from '../core/checks.ts';
import type { PurchaseProcess } from './purchaseProcess.ts';

/** Refuses what are no parameters of a model of purchases. */
export function checkPurchaseParameters<Name extends string>(
  metric: string,
  { names }: PurchaseProcess<string, Name>,
  parameters: Readonly<Record<Name, number>>,
  argument = 'parameters',
): void {
  checkRecord(metric, argument, parameters);
  for (const name of names) checkPositive(metric, name, parameters[name]);
}
