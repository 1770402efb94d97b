import { GAUSS_NODES_16, GAUSS_WEIGHTS_16 } from './gaussLegendre.ts';

/** E-foldings and multiples of the distance to the nearest pole that 16 nodes take in their stride. */
const E_FOLDS = 12;
const REACH = 2;

/**
 * The integral from 0 to `to` of a function that changes like a power of (scale + t) times an exponential of t: by 16
 * nodes on panels so short that each is worked out to the last digits.
 *
 * @param scale - above 0; the function has no pole nearer than `scale + t` to t
 * @param power - how fast it falls at most, as a power of scale + t
 * @param rate - how fast it falls besides, as an exponential of t
 */
export function gaussPanels(of: (t: number) => number, to: number, scale: number, power: number, rate: number): number {
  let total = 0;
  for (let from = 0; from < to; ) {
    const distance = scale + from;
    // Where it falls so fast as at most, next to nothing is left of it at twice the time; where it does not, it may be
    // looked at in longer strides.
    const stride = Math.max(E_FOLDS / (power / distance + rate), from);
    const length = Math.min(to - from, REACH * distance, stride);
    let panel = 0;
    for (let i = 0; i < GAUSS_NODES_16.length; i++)
      panel += GAUSS_WEIGHTS_16[i]! * of(from + length * GAUSS_NODES_16[i]!);
    total += length * panel;
    const next = from + length;
    // What lies further out is at most the last value on the way down: without a digit in the sum it is left out.
    if (next === from || panel * (to - next) < 1e-20 * total) break;
    from = next;
  }
  return total;
}
