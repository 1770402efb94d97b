import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { complaintCount } from '../../../src/risk/complaintCount.ts';
import { type DaysSinceActivityOptions, daysSinceActivity } from '../../../src/risk/daysSinceActivity.ts';
import { type DaysToContractEndOptions, daysToContractEnd } from '../../../src/risk/daysToContractEnd.ts';
import { engagementDecline } from '../../../src/risk/engagementDecline.ts';
import { feedbackDecline } from '../../../src/risk/feedbackDecline.ts';
import type { IndicatorWeight } from '../../../src/risk/indicatorWeights.ts';
import { negativeFeedback } from '../../../src/risk/negativeFeedback.ts';
import { orderValueDecline } from '../../../src/risk/orderValueDecline.ts';
import { purchaseLateness } from '../../../src/risk/purchaseLateness.ts';
import { riskFromValues } from '../../../src/risk/riskFromValues.ts';
import { riskIndicator } from '../../../src/risk/riskIndicator.ts';
import type { RiskMap } from '../../../src/risk/riskMap.ts';
import { type RiskScoresOptions, riskScores } from '../../../src/risk/riskScores.ts';
import type { CountIndicatorOptions } from '../../../src/risk/types.ts';
import { unresolvedTicketCount } from '../../../src/risk/unresolvedTicketCount.ts';
import { indicatorOfRisks } from '../../risk/handIndicator.ts';
import type { Pair } from '../pair.ts';
import { events, tenuresUpTo } from './logs.ts';

const MAP = { kind: 'linear', safe: 1, risky: 3 } as const;
const MAPS = [
  ...[{ kind: 'logistic', midpoint: 2, slope: -1 }, { kind: 'quantile', reference: [1, 2], risky: 'low' }, {}, null],
  ...[{ kind: 'linear', safe: 1 }, { kind: 'linear', safe: 1, risky: 1 }, { kind: 'cubic' }, { ...MAP, steep: 1 }],
  ...[{ kind: 'quantile', reference: [], risky: 'low' }, { kind: 'logistic', midpoint: 2, slope: 0 }, 'linear', []],
];
const SCALE = { lowest: 0, highest: 10 };
const SCALES = [
  { lowest: 1, highest: 1 },
  { lowest: -1, highest: 0.5 },
  { lowest: 0 },
  { ...SCALE, step: 1 },
  {},
  null,
  [0, 10],
];
const NAMES = ['visits', '', 5, undefined, null];
const CUSTOMERS = [['ada', 'bob'], ['ada', 'ada'], [''], [5, '5'], [Number.NaN], [], 'ada', null, { length: 1 }];

/** No scores, which are on whatever scale. */
const noEvents = eventLogFromColumns({ customer: [], at: [], amount: [] });
const ANY_INDICATOR = { asOf: 5000 };
const INDICATOR = { map: MAP, name: 'own' };
const indicator: Omit<Pair, 'call'> = {
  needed: ANY_INDICATOR,
  values: { map: MAPS, name: NAMES, customers: CUSTOMERS, scale: SCALES },
  ...{ strict: true, beyondJson: true },
};
const ofFeedback: Omit<Pair, 'call'> = {
  ...indicator,
  needed: { ...ANY_INDICATOR, scale: { lowest: 2, highest: 10 } },
};
const map: Omit<Pair, 'call' | 'needed'> = { strict: true, argument: 'map' };
const call = (own: RiskMap) => riskFromValues([1], own);

const weight = { indicator: 'i0', weight: 2 };
const other = { indicator: 'i1', weight: 1 };

/** Beside another indicator, since a weight of 0 is allowed as long as not all are 0. */
function weighed(own: IndicatorWeight): unknown {
  const name = typeof own?.indicator === 'string' && own.indicator !== '' ? own.indicator : 'i0';
  const indicators = [name, `not ${name}`].map((one) => indicatorOfRisks(one, ['ada'], [0.5]));
  return riskScores(indicators, { weights: [own, { indicator: `not ${name}`, weight: 1 }] });
}

/** With indicators of the names that are weighed; one of any name where there are none. */
function scored(options: RiskScoresOptions): unknown {
  const weights: readonly unknown[] = Array.isArray(options?.weights) ? options.weights : [];
  const names = weights.map((own) => (own as IndicatorWeight)?.indicator).filter((name) => typeof name === 'string');
  const known = [...new Set(names)].filter((name) => name !== '');
  const indicators = known.map((name) => indicatorOfRisks(name, ['ada'], [0.5]));
  return riskScores(indicators.length > 0 ? indicators : [indicatorOfRisks('any', ['ada'], [0.5])], options);
}

export const riskPairs: Readonly<Record<string, Pair>> = {
  linearRiskMap: { ...map, call, needed: MAP, values: { kind: ['logistic', 'cubic', undefined] } },
  logisticRiskMap: {
    ...map,
    call,
    needed: { kind: 'logistic', midpoint: 2, slope: 1 },
    values: { kind: ['linear', 'quantile', undefined] },
  },
  quantileRiskMap: {
    ...map,
    beyondJson: true,
    call,
    needed: { kind: 'quantile', reference: [1, 2, 3], risky: 'high' },
    values: {
      kind: ['linear', undefined],
      reference: [[], [5], Float64Array.of(1, 2), [1, Number.NaN], ['1'], 'ab', { length: 2 }, null],
      risky: ['low', 'up', 1, undefined],
    },
  },
  countWithinOptions: {
    ...indicator,
    call: (options) => complaintCount(events, options),
    optional: { ...INDICATOR, withinDays: 30, customers: ['ada', 'cyd'] },
  },
  countIndicatorOptions: {
    ...indicator,
    call: (options: CountIndicatorOptions) => unresolvedTicketCount(tenuresUpTo(options?.asOf), options),
    optional: { ...INDICATOR, customers: ['ada', 'cyd'] },
  },
  daysSinceActivityOptions: {
    ...indicator,
    call: (options: DaysSinceActivityOptions) => daysSinceActivity(events, options),
    needed: { ...ANY_INDICATOR, map: MAP },
    optional: { name: 'own' },
  },
  daysToContractEndOptions: {
    ...indicator,
    call: (options: DaysToContractEndOptions) => daysToContractEnd(tenuresUpTo(options?.asOf, options?.end), options),
    optional: { ...INDICATOR, end: 'until', openEndedDays: 30 },
  },
  engagementDeclineOptions: {
    ...indicator,
    call: (options) => engagementDecline(events, options),
    optional: { ...INDICATOR, recentDays: 30, baselineDays: 90, minimumBaselineEvents: 2, seasonality: 'removed' },
    values: { ...indicator.values, seasonality: ['ignored', 'yes', true, undefined] },
  },
  feedbackDeclineOptions: {
    ...ofFeedback,
    call: (options) => feedbackDecline(noEvents, options),
    optional: { ...INDICATOR, recentAnswers: 2, minimumBaselineAnswers: 1 },
  },
  negativeFeedbackOptions: {
    ...ofFeedback,
    call: (options) => negativeFeedback(noEvents, options),
    optional: { ...INDICATOR, recentAnswers: 2, withinDays: 90 },
  },
  feedbackScale: {
    call: (scale) => negativeFeedback(noEvents, { asOf: 5000, scale }),
    needed: SCALE,
    ...{ strict: true, argument: 'scale' },
  },
  orderValueDeclineOptions: {
    ...indicator,
    call: (options) => orderValueDecline(events, options),
    optional: { ...INDICATOR, recentOrders: 2, minimumBaselineOrders: 1 },
  },
  purchaseLatenessOptions: {
    ...indicator,
    call: (options) => purchaseLateness(events, options),
    optional: { ...INDICATOR, minimumOrders: 4 },
  },
  riskIndicatorOptions: {
    ...indicator,
    call: (options) => riskIndicator({ customers: ['ada'], values: [2] }, options),
    needed: { ...ANY_INDICATOR, ...INDICATOR },
  },
  measuredValues: {
    call: (measured) => riskIndicator(measured, { asOf: 8.64e15, name: 'own', map: MAP }),
    needed: { customers: ['ada', 'bob'], values: [1, 2] },
    optional: { observedAt: [0, 5000] },
    values: {
      customers: CUSTOMERS,
      values: [Float64Array.of(1, Number.NaN), [1], [1, Infinity], [1, '2'], [], 'ab', { length: 2 }],
      observedAt: [[0], [0, new Date(5)], [0, 0.5], Float64Array.of(5, 5), ['now', 'now'], {}, 'ab'],
    },
    ...{ beyondJson: true, argument: 'measured' },
  },
  indicatorWeight: {
    call: weighed,
    needed: weight,
    optional: { staleAfterDays: 90 },
    values: { indicator: NAMES },
    ...{ strict: true, argument: 'weights[0]' },
  },
  riskScoresOptions: {
    call: scored,
    needed: {},
    optional: { weights: [weight, other], minCoverage: 0.25, customers: ['ada'] },
    values: {
      weights: [
        [weight],
        [weight, weight],
        [],
        [{ ...weight, weight: 0 }],
        [{ ...weight, weight: -1 }],
        [null],
        'ab',
        {},
      ],
      minCoverage: [0, 1, 1.5],
      customers: CUSTOMERS,
    },
    ...{ strict: true, beyondJson: true },
  },
};
