import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkValues } from '../statistics/checkValues.ts';
import { MOST_BINS } from './checkBins.ts';
import type { RfmLists } from './rfmScores.ts';

const NAMES = ['recencyDays', 'orderCount', 'revenue'] as const;

/** Thresholds that have been checked: copies of those given. */
export type Thresholds = Readonly<Record<keyof RfmLists, number[]>>;

/** Refuses thresholds that do not ascend, or that make unlike numbers of classes. */
export function checkThresholds(metric: string, thresholds: RfmLists): Thresholds {
  checkOptions(metric, thresholds, NAMES, 'thresholds');
  const recencyDays = checkList(metric, 'recencyDays', thresholds.recencyDays);
  if (recencyDays.length < 1 || recencyDays.length >= MOST_BINS)
    refuse(
      'not-an-option',
      metric,
      ['thresholds', 'recencyDays'],
      `1 to ${MOST_BINS - 1} thresholds`,
      recencyDays.length,
    );
  const [orderCount, revenue] = (['orderCount', 'revenue'] as const).map((name) => {
    const list = checkList(metric, name, thresholds[name]);
    if (list.length !== recencyDays.length)
      refuse(
        'length-mismatch',
        metric,
        ['thresholds', name],
        `as long as "recencyDays" (${recencyDays.length})`,
        list.length,
      );
    return list;
  });
  return { recencyDays, orderCount: orderCount!, revenue: revenue! };
}

function checkList(metric: string, name: string, list: readonly number[]): number[] {
  const copy = Array.from(checkValues(metric, `thresholds.${name}`, list));
  const place = copy.findIndex((value, at) => at > 0 && value < copy[at - 1]!);
  if (place === -1) return copy;
  const rule = `at least the one before (${copy[place - 1]})`;
  refuse('reversed-interval', metric, ['thresholds', name, place], rule, copy[place]);
}
