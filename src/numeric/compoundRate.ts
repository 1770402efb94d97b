/**
 * The growth over some periods that a rate of growth per period compounds to, (1 + rate)^periods - 1, without the
 * loss of digits at small rates.
 *
 * @param rate - growth per period, at least -1
 * @param periods - at least 0, whole or not: 1 / 12 turns a yearly rate into a monthly one
 */
export function compoundGrowth(rate: number, periods: number): number {
  if (periods === 0) return 0;
  if (periods === 1) return rate;
  return Math.expm1(periods * Math.log1p(rate));
}

/**
 * The loss over some periods that a rate of loss per period compounds to, 1 - (1 - rate)^periods.
 *
 * @param rate - share lost per period, at most 1
 * @param periods - at least 0, whole or not
 */
export function compoundLoss(rate: number, periods: number): number {
  // 0 - growth, so that nothing lost is 0 and not -0.
  return 0 - compoundGrowth(-rate, periods);
}
