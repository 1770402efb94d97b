import { digammaStep } from '../numeric/special/digammaStep.ts';
import { logGammaRatio } from '../numeric/special/logGammaRatio.ts';
import { trigammaStep } from '../numeric/special/trigammaStep.ts';

/** The logarithm of x (x + 1) … (x + n - 1) and its first two derivatives by x, for several n. */
export interface RisingSums {
  readonly value: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Steps from one count to the next up to which adding term by term is quicker than special functions. */
const FEW_STEPS = 40;

/** Room for `risingSums` of so many counts. */
export function newRisingSums(count: number): RisingSums {
  return { value: new Float64Array(count), first: new Float64Array(count), second: new Float64Array(count) };
}

/**
 * Writes the sums of ln(x + k), 1 / (x + k) and -1 / (x + k)^2 over k from 0 below each of the counts.
 *
 * @param counts - whole numbers of at least 0, ascending
 * @param x - above 0
 */
export function risingSums(counts: ArrayLike<number>, x: number, { value, first, second }: RisingSums): void {
  let done = 0;
  let sumOfLogs = 0;
  let sumOfInverses = 0;
  let sumOfSquares = 0;
  for (let i = 0; i < counts.length; i++) {
    const steps = counts[i]! - done;
    if (steps > FEW_STEPS) {
      sumOfLogs += logGammaRatio(x + done, steps);
      sumOfInverses += digammaStep(x + done, steps);
      sumOfSquares += trigammaStep(x + done, steps);
    } else {
      for (let k = done; k < done + steps; k++) {
        const inverse = 1 / (x + k);
        sumOfLogs += Math.log(x + k);
        sumOfInverses += inverse;
        sumOfSquares -= inverse * inverse;
      }
    }
    done += steps;
    value[i] = sumOfLogs;
    first[i] = sumOfInverses;
    second[i] = sumOfSquares;
  }
}
