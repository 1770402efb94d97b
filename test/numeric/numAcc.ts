/** The construction of NIST's NumAcc2, 3 and 4: the centre once, then 500 pairs a step below and a step above it. */
export function numAcc(centre: number, step: number): number[] {
  const rounded = (value: number) => Number(value.toFixed(1));
  const pairs = Array.from({ length: 1000 }, (_, i) => rounded(centre + (i % 2 === 0 ? -step : step)));
  return [centre, ...pairs];
}
