import { checkCount, checkLeast, checkOneOf, checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { PaymentStream } from './contractLifetime.ts';
import { MOST_RENEWALS } from './contractTally.ts';
import type {
  ContractCustomer,
  ContractProjectionOptions,
  ContractSurvivalOptions,
  DiscountedResidualLifetimeOptions,
  ResidualLifetimeOptions,
  ResidualTiming,
} from './contractTypes.ts';
import { DISCOUNT_OPTIONS, readDiscount } from './readDiscount.ts';

const TIMINGS: readonly ResidualTiming[] = ['justAcquired', 'beforeRenewal', 'afterPayment'];

/** How often a customer has renewed. */
export function readRenewals(metric: string, customer: ContractCustomer): number {
  checkRecord(metric, 'customer', customer);
  checkCount(metric, 'renewals', customer.renewals);
  return customer.renewals;
}

/** How many renewals ahead are asked for. */
export function readPeriods(metric: string, options: ContractSurvivalOptions): number {
  checkOptions(metric, options, ['periods']);
  checkCount(metric, 'periods', options.periods);
  return options.periods;
}

/** The same, where a row is made of each. */
export function readPeriodsToList(metric: string, options: ContractProjectionOptions): number {
  const periods = readPeriods(metric, options);
  if (periods > MOST_RENEWALS) refuse('above-limit', metric, ['periods'], `at most ${MOST_RENEWALS}`, periods);
  return periods;
}

/** The payments that are still to come, each worth 1. */
export function readPayments(
  metric: string,
  customer: ContractCustomer,
  options: ResidualLifetimeOptions,
): PaymentStream {
  const renewals = readRenewals(metric, customer);
  checkOptions(metric, options, ['timing', 'horizon']);
  return streamOf(metric, renewals, options, 0);
}

/** The same, where later ones are worth less. */
export function readDiscountedPayments(
  metric: string,
  customer: ContractCustomer,
  options: DiscountedResidualLifetimeOptions,
): PaymentStream {
  const renewals = readRenewals(metric, customer);
  checkOptions(metric, options, ['timing', 'horizon', ...DISCOUNT_OPTIONS]);
  return streamOf(metric, renewals, options, readDiscount(metric, options));
}

function streamOf(
  metric: string,
  renewals: number,
  { timing, horizon }: ResidualLifetimeOptions,
  rate: number,
): PaymentStream {
  checkOneOf(metric, 'timing', timing, TIMINGS);
  const first = timing === 'justAcquired' ? 0 : 1;
  if (first === 0 && renewals > 0)
    refuse('not-an-option', metric, ['timing'], "'beforeRenewal' or 'afterPayment' of one who has renewed", timing);
  if (horizon !== undefined) checkLeast(metric, 'horizon', horizon, 1);
  const end = horizon === undefined ? Infinity : first + horizon;
  return { renewals, first, end, now: timing === 'beforeRenewal' ? 1 : 0, rate };
}
