import { quantileSorted } from '../numeric/quantile.ts';
import { type Column, classSizes, type ScoredColumn } from './scoredColumn.ts';

/** Classes between quantiles: equal values share one, and a class may be empty. */
export function scoreByQuantile(values: Column, bins: number, smallIsGood: boolean): ScoredColumn {
  const sorted = values.slice().sort();
  const thresholds = Array.from({ length: bins - 1 }, (_, place) => quantileSorted(sorted, (place + 1) / bins));
  return scoreByThresholds(values, thresholds, smallIsGood);
}

/** Classes between thresholds, which ascend: a value that equals one is in the class below it. */
export function scoreByThresholds(values: Column, thresholds: number[], smallIsGood: boolean): ScoredColumn {
  const bins = thresholds.length + 1;
  const scores = new Int32Array(values.length);
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    let below = 0;
    while (below < thresholds.length && thresholds[below]! < value) below++;
    scores[place] = smallIsGood ? bins - below : 1 + below;
  }
  return { scores, thresholds, classSizes: classSizes(scores, bins) };
}
