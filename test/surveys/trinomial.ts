// Chances of how many of n answers fall into which category, by logarithms of factorials added up one by one.

const LOG_FACTORIALS = [0];
for (let n = 1; n <= 1000; n++) LOG_FACTORIALS.push(LOG_FACTORIALS[n - 1]! + Math.log(n));

/** The chance of these counts where the categories have these chances. */
export function multinomial(counts: readonly number[], chances: readonly number[]): number {
  let log = LOG_FACTORIALS[counts.reduce((sum, count) => sum + count, 0)]!;
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    if (chances[place]! <= 0) return 0;
    log += count * Math.log(chances[place]!) - LOG_FACTORIALS[count]!;
  }
  return Math.exp(log);
}

/** Every way to deal `total` out to so many categories. */
export function outcomes(total: number, categories: number): number[][] {
  if (categories === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, own) =>
    outcomes(total - own, categories - 1).map((rest) => [own, ...rest]),
  ).flat();
}

/** Every way to deal the whole of 1 out to so many categories in steps of 1 / `steps`. */
export function chanceGrid(steps: number, categories: number): number[][] {
  return outcomes(steps, categories).map((parts) => parts.map((part) => part / steps));
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
