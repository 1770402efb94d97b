import { mean } from '../numeric/mean.ts';
import { quantile } from '../numeric/quantile.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import type { CohortCell } from './types.ts';

/** How the rates of several cohorts become one. */
export type RetentionPooling = 'pooledMature' | 'simpleMean' | 'median' | 'sizeWeightedTwice';

/** One rate of the cells of a column: NaN where nobody has a base; a cohort without one is in no mean. */
export function pooledRate(cells: readonly CohortCell[], pooling: RetentionPooling): number {
  if (pooling === 'simpleMean') return mean(ratesOf(cells));
  if (pooling === 'median') return quantile(ratesOf(cells), 0.5);
  const weight = ({ base }: CohortCell): number => (pooling === 'sizeWeightedTwice' ? base : 1);
  const retained = sum(cells.map((cell) => weight(cell) * cell.retained));
  return ratio(retained, sum(cells.map((cell) => weight(cell) * cell.base)));
}

function ratesOf(cells: readonly CohortCell[]): number[] {
  return cells.filter(({ base }) => base > 0).map(({ retained, base }) => retained / base);
}
