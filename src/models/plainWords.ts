import { incompleteBetaComplementInverse, incompleteBetaInverse } from '../numeric/special/incompleteBetaInverse.ts';

/** A figure to a few digits. */
export function figure(value: number, digits = 3): string {
  return String(Number(value.toPrecision(digits)));
}

/** A fraction as a percentage. */
export function percent(fraction: number): string {
  return `${figure(100 * fraction)} %`;
}

/** What a beta law of chances says of customers: its mean, its middle and its upper tenth. */
export function chancesText(first: number, second: number): string {
  const middle = incompleteBetaInverse(first, second, 0.5);
  // More than all would be said of what is rounded up to 100 %.
  const high = Math.min(incompleteBetaComplementInverse(first, second, 0.1), 0.999);
  const mean = percent(first / (first + second));
  return `a chance of ${mean} in the mean; half of them with less than ${percent(middle)}, one in ten with more than ${percent(high)}`;
}

/** What follows where a model expects no end of what is to come. */
export function endlessText(condition: string, what: string): string {
  return `${condition}: so many customers are taken to stay that the expected number of ${what} over all time to come has no end. Give a horizon or a discount rate.`;
}
