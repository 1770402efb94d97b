import { checkOptions, checkRecord, INSTANT_RULE, toMilliseconds } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { isList } from '../statistics/checkValues.ts';
import { checkCustomers } from './customerCodes.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import { readMeasured } from './riskFromValues.ts';
import type { RiskMap } from './riskMap.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** A sign of leaving that was measured elsewhere: columns beside `customers`. */
export interface MeasuredValues {
  /** The customers, each once. */
  readonly customers: readonly CustomerId[];
  /** What was measured of each; NaN where nothing was. */
  readonly values: ArrayLike<number>;
  /** When, none after `asOf`; at `asOf` unless told. Where a value is missing, its instant is not looked at. */
  readonly observedAt?: ArrayLike<Instant>;
}

/** The choices of `riskIndicator`. */
export interface RiskIndicatorOptions extends IndicatorOptions {
  /** What to call the indicator. */
  readonly name: string;
  /** How values become risks. */
  readonly map: RiskMap;
}

const METRIC = 'riskIndicator';

/**
 * An indicator of your own: values that were measured elsewhere, as risks.
 *
 * For whatever the other indicators do not know: seats in use, an account manager's judgement, a model's score. Columns of
 * evidence may stand beside it: `{ ...riskIndicator(measured, options), seats }` with a typed array of seats.
 *
 * @param measured - customers, their values, and when these were observed
 * @param options - the instant of looking, name, map
 * @returns the values as they are, and their risks, beside the customers given
 * @undefinedWhen a value is missing (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `not-an-id`, `duplicate-id`, `length-mismatch`, `not-a-number`,
 * `not-an-instant`, `after-as-of`, `unknown-option`, `not-a-text`, and for the map `not-an-option`
 * @example
 * const measured = { customers: ['ada', 'bob', 'cyd'], values: [0.9, 0.4, NaN] };
 * const { risk, definition } = riskIndicator(measured, {
 *   asOf: new Date('2025-03-01'),
 *   name: 'share of seats in use',
 *   map: { kind: 'linear', safe: 0.75, risky: 0.25 },
 * });
 * risk // [0, 0.7, NaN]
 * definition.kind // 'custom'
 */
export function riskIndicator(measured: MeasuredValues, options: RiskIndicatorOptions): RiskIndicator {
  checkRecord(METRIC, 'measured', measured);
  checkOptions(METRIC, options, INDICATOR_OPTIONS);
  checkText(METRIC, ['name'], options.name);
  const read = readIndicatorOptions(METRIC, options, options.map);
  const { customers } = measured;
  checkCustomers(METRIC, ['measured', 'customers'], customers);
  const value = readMeasured(METRIC, ['measured', 'values'], measured.values);
  checkLength('values', value, customers.length);
  const observedAt =
    measured.observedAt === undefined
      ? observedAtEnd(value, read.asOf)
      : readInstants(measured.observedAt, value, read.asOf);
  return indicatorOf('custom', { customers, value, observedAt }, read, {});
}

function readInstants(instants: ArrayLike<Instant>, value: Float64Array, asOf: number): Float64Array {
  if (!isList(instants)) refuse('not-rows', METRIC, ['measured', 'observedAt'], 'an array of instants', instants);
  checkLength('observedAt', instants, value.length);
  const observedAt = new Float64Array(value.length).fill(Number.NaN);
  for (let place = 0; place < value.length; place++) {
    if (Number.isNaN(value[place])) continue;
    const at = toMilliseconds(instants[place]);
    const path = ['measured', 'observedAt', place];
    if (Number.isNaN(at)) refuse('not-an-instant', METRIC, path, INSTANT_RULE, instants[place]);
    if (at > asOf)
      refuse('after-as-of', METRIC, path, `at or before "asOf" (${new Date(asOf).toISOString()})`, new Date(at));
    observedAt[place] = at;
  }
  return observedAt;
}

function checkLength(name: string, column: ArrayLike<unknown>, length: number): void {
  if (column.length !== length)
    refuse('length-mismatch', METRIC, ['measured', name], `as long as "customers" (${length})`, column.length);
}
