import {
  type AlertBacktest,
  alertLift,
  alertPrecision,
  alertRecall,
  backtestAlerts,
  type ProportionInterval,
  proportionInterval,
  type TenureLog,
} from 'tenure';
import { addPeriods } from 'tenure/time';
import type { AlertSources } from './analyseAlerts.ts';
import type { MarketSettings } from './market.ts';
import { LOOK_DAYS, RULE } from './riskModel.ts';
import { scoreRisk } from './scoreRisk.ts';
import { daysBefore, lastYear } from './spans.ts';

/** Fewer looks into the past than this tell too little. */
const FEWEST_LOOKS = 8;

const DAY = 86_400_000;

/** How the rule of the alerts would have done: the tally, and what it comes to. */
export interface BacktestFigures
  extends Omit<AlertBacktest, 'alerts' | 'losses' | 'definition' | 'warningDaysQuartiles'> {
  /** The first look. */
  readonly from: number;
  /** The last look. */
  readonly to: number;
  readonly looks: number;
  readonly horizonDays: number;
  readonly precision: number;
  readonly precisionInterval: ProportionInterval;
  readonly recall: number;
  readonly lift: number;
  readonly medianWarningDays: number;
}

/** Weekly looks of a year whose horizons are over; losses are lapses. Undefined where the data are too short. */
export function backtestFigures(
  { market, logs, setting }: Omit<AlertSources, 'scores'>,
  losses: TenureLog,
): BacktestFigures | undefined {
  const looks = backtestLooks(market);
  if (looks.length < FEWEST_LOOKS) return undefined;
  // Who is lost at a look later than the horizon has ordered since: it is as long as a lapse.
  const horizonDays = market.lapseAfter;
  const {
    alerts,
    losses: lost,
    definition,
    warningDaysQuartiles,
    ...counts
  } = backtestAlerts(logs, {
    score: (then, at) => scoreRisk(then, at, setting),
    ...{ rules: [RULE], looks, losses, horizonDays },
  });
  const { caughtAlerts, falseAlerts } = counts;
  return {
    ...{ from: looks[0]!, to: looks.at(-1)!, looks: looks.length, horizonDays },
    ...counts,
    precision: alertPrecision(counts),
    precisionInterval: proportionInterval({ successes: caughtAlerts, trials: caughtAlerts + falseAlerts }),
    recall: alertRecall(counts),
    lift: alertLift(counts),
    medianWarningDays: warningDaysQuartiles[2]!,
  };
}

/**
 * Weekly looks of a year, from when it is known who is a customer. The last is a horizon and a day before the day of the
 * report: a day of a change of clocks has 23 hours, and the horizon is of whole ones.
 */
function backtestLooks(market: MarketSettings): number[] {
  const { asOf, lapseAfter, dataFrom, timeZone } = market;
  if (2 * lapseAfter * DAY > asOf - dataFrom) return [];
  const last = daysBefore(market, Math.ceil(lapseAfter) + 1);
  const known = addPeriods(dataFrom, Math.ceil(lapseAfter), { period: 'day', timeZone });
  const first = Math.max(known, lastYear({ ...market, asOf: last }).now.from);
  const looks: number[] = [];
  for (let at = last; at >= first; at = daysBefore({ ...market, asOf: at }, LOOK_DAYS)) looks.unshift(at);
  return looks;
}
