import { checkInstant, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex, TimeZoneOptions } from '../time/types.ts';
import { type CheckedFit, checkedFit } from './checkedFit.ts';
import { DAYS_PER_UNIT, TIME_UNITS } from './daysPerUnit.ts';
import { expectedByDay } from './expectedByDay.ts';
import { dayBefore, layDays } from './purchaseDays.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { TimeUnit } from './purchaseTypes.ts';
import { type FittedProcess, readPurchaseFit } from './readPurchaseFit.ts';

/** By which model purchases are tracked, where its calibration ends, and up to when. */
export interface PurchaseTrackingOptions extends TimeZoneOptions {
  /** The model of purchases, fitted to the calibration in continuous time; one that did not converge is refused. */
  readonly fit: PurchaseFit;
  /** The first instant after the calibration: tracked are the customers who first ordered before it. */
  readonly calibrationEnd: Instant;
  /** The first instant that is not observed, not before `calibrationEnd`. */
  readonly asOf: Instant;
}

/** Purchases of one period. */
export interface TrackedPeriod {
  /** Which period, from 1. */
  readonly period: number;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** Whether it has days after the calibration, which the fit has not seen. */
  readonly isHoldout: boolean;
  /** Repeat purchases that the model expects in the period. */
  readonly expected: number;
  /** Repeat purchases in the period. */
  readonly actual: number;
  /** Expected ones up to the end of the period. */
  readonly expectedCumulative: number;
  /** Those made up to the end of the period. */
  readonly actualCumulative: number;
}

/** Repeat purchases of a cohort by the period, expected and actual. */
export interface PurchaseTracking {
  /** One record a period that is over by `asOf`, in order of time. */
  readonly rows: readonly TrackedPeriod[];
  /** How many customers are tracked. */
  readonly customers: number;
  /** Customers who first ordered at `calibrationEnd` or later: they are left out. */
  readonly laterCustomers: number;
  /** Repeat purchases of the tracked in the period that is not over by `asOf`: they are in no record. */
  readonly openPurchases: number;
  /** Orders of the tracked at `asOf` or later: they are left out. */
  readonly laterOrders: number;
  /** What the figures rest on. */
  readonly definition: CheckedFit & {
    /** The length of the periods. */
    readonly timeUnit: TimeUnit;
    /** The zone whose days are counted. */
    readonly timeZone: string;
    /** The first instant after the calibration, in epoch milliseconds. */
    readonly calibrationEnd: number;
    /** The first instant that is not observed, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'purchaseTracking';

/**
 * Repeat purchases of a cohort in each unit of time since its first order, expected and actual: whether a model keeps
 * to the course, in the calibration and after it.
 *
 * Expected of a period are the purchases that each customer would make in it, seen from the day of the first order, when
 * nothing else was known of the customer: what that one did later does not enter. Periods run from the day of the first
 * order of all, in the time unit of the fit; a month and a year end with the last whole day of theirs. Purchases are
 * counted by the rules of `purchaseSummary`: days with an order, after the day of the first.
 *
 * @param log - a log of orders, in which every event counts
 * @param options - the fit, the end of its calibration, the instant up to which the log tells, and zone
 * @returns one record a period that is over, and counts of what is not in them
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-record`, `not-an-option` (a fit that did not converge, of unknown
 * unit or of BG/BB, whose time has no days), `not-a-quantity`, `not-an-instant`, `unknown-time-zone`, `reversed-interval`,
 * `too-many-periods` (days of more than 2870 years)
 * @complexity one pass over the log, then the periods times the days on which customers came, whatever the number of customers
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'bob', 'cyd'],
 *   at: [day(1, 1), day(1, 15), day(1, 24), day(1, 9), day(2, 1)],
 * });
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const drawn = bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) });
 * const fit = bgNbd.fit({ ...drawn, definition: { timeUnit: 'week' } });
 * const { rows, laterCustomers } = purchaseTracking(log, { fit, calibrationEnd: day(1, 22), asOf: day(2, 5) });
 * rows.map(({ isHoldout, actual }) => [isHoldout, actual]) // [[false, 0], [false, 0], [false, 1], [true, 1], [true, 0]]
 * rows[4].expectedCumulative.toFixed(2) // '0.38'
 * laterCustomers // 1
 * @reference Fader, Hardie and Lee (2005), "Counting your customers" the easy way: an alternative to the Pareto/NBD model
 */
export function purchaseTracking(log: EventLog, options: PurchaseTrackingOptions): PurchaseTracking {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['fit', 'calibrationEnd', 'asOf', 'timeZone']);
  const { model, unit } = readFit(options.fit);
  const calibrationEnd = checkInstant(METRIC, 'calibrationEnd', options.calibrationEnd);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const timeZone = checkTimeZone(METRIC, options.timeZone);
  if (asOf < calibrationEnd) refuseEnd(calibrationEnd, asOf);
  const days = layDays(METRIC, log, { timeZone, asOf, to: asOf });
  const tally = tallyDays(log, days, calibrationEnd, asOf);
  const ends = tally.customers === 0 ? [] : periodEnds(days, DAYS_PER_UNIT[unit], asOf);
  const expected = expectedByDay(model, tally.newcomers, ends, DAYS_PER_UNIT[unit]);
  const rows = trackPeriods(days, tally.purchases, ends, expected, dayBefore(days, calibrationEnd));
  const { customers, laterCustomers, laterOrders } = tally;
  const openPurchases =
    tally.purchases.reduce((total, count) => total + count, 0) - (rows.at(-1)?.actualCumulative ?? 0);
  const definition = { ...checkedFit(model, options.fit), timeUnit: unit, timeZone, calibrationEnd, asOf };
  return { rows, customers, laterCustomers, openPurchases, laterOrders, definition };
}

function readFit(fit: PurchaseFit): { readonly model: FittedProcess; readonly unit: TimeUnit } {
  const model = readPurchaseFit(METRIC, 'fit', fit);
  if (model.isDiscrete)
    refuse(
      'not-an-option',
      METRIC,
      ['fit', 'model'],
      "one of 'bgNbd', 'mbgNbd', 'paretoNbd', in whose time days count",
      fit.model,
    );
  const { timeUnit } = model;
  checkOneOf(METRIC, 'fit.definition.timeUnit', timeUnit, TIME_UNITS);
  return { model, unit: timeUnit as TimeUnit };
}

function refuseEnd(calibrationEnd: number, asOf: number): never {
  const rule = `at or after "calibrationEnd" (${new Date(calibrationEnd).toISOString()})`;
  refuse('reversed-interval', METRIC, ['asOf'], rule, new Date(asOf));
}

/** By the place of the day: who came, and who bought again. */
interface DayTally {
  readonly newcomers: Int32Array;
  readonly purchases: Int32Array;
  readonly customers: number;
  readonly laterCustomers: number;
  readonly laterOrders: number;
}

function tallyDays(
  { customers, offsets, at }: EventLog,
  days: PeriodIndex,
  calibrationEnd: number,
  asOf: number,
): DayTally {
  const newcomers = new Int32Array(days.count);
  const purchases = new Int32Array(days.count);
  let laterCustomers = 0;
  let laterOrders = 0;
  for (let customer = 0; customer < customers.length; customer++) {
    let row = offsets[customer]!;
    const end = offsets[customer + 1]!;
    if (at[row]! >= calibrationEnd) {
      laterCustomers++;
      continue;
    }
    let last = periodAt(days, at[row]!);
    newcomers[last]!++;
    while (++row < end && at[row]! < asOf) {
      const day = periodAt(days, at[row]!);
      if (day > last) purchases[day]!++;
      last = day;
    }
    laterOrders += end - row;
  }
  return { newcomers, purchases, customers: customers.length - laterCustomers, laterCustomers, laterOrders };
}

/** For each period that is over the place of the first day after it. */
function periodEnds({ boundaries, count }: PeriodIndex, unit: number, asOf: number): number[] {
  const ends: number[] = [];
  for (let period = 1; ; period++) {
    const end = Math.ceil(period * unit);
    if (end > count || boundaries[end]! > asOf) return ends;
    ends.push(end);
  }
}

function trackPeriods(
  { boundaries }: PeriodIndex,
  purchases: Int32Array,
  ends: readonly number[],
  expected: Float64Array,
  lastCalibrationDay: number,
): TrackedPeriod[] {
  let actualCumulative = 0;
  return ends.map((end, place) => {
    const start = place === 0 ? 0 : ends[place - 1]!;
    let actual = 0;
    for (let day = start; day < end; day++) actual += purchases[day]!;
    actualCumulative += actual;
    return {
      ...{ period: place + 1, from: boundaries[start]!, to: boundaries[end]!, isHoldout: end - 1 > lastCalibrationDay },
      ...{ expected: expected[place]! - (place === 0 ? 0 : expected[place - 1]!), actual },
      ...{ expectedCumulative: expected[place]!, actualCumulative },
    };
  });
}
