import { GAUSS_NODES_8, GAUSS_NODES_12, GAUSS_WEIGHTS_8, GAUSS_WEIGHTS_12 } from '../../numeric/gaussLegendre.ts';

/** Panels at most: as many as the decay that is looked at asks for, and the widest range of times. */
const MOST_PANELS = 80;

/** Beyond this many e-foldings nothing adds to what lies before. */
const MOST_E_FOLDS = 50;

/** When a customer may have left after the last purchase: points in time and how much each stands for. */
export interface LeavingTimes {
  readonly time: number[];
  readonly weight: number[];
  /** How many of them are in use. */
  count: number;
}

/** Room for the times of one row after another. */
export function newLeavingTimes(): LeavingTimes {
  return { time: [], weight: [], count: 0 };
}

/**
 * Lays nodes from `from` to `to` at which a sum, weighted, is the integral of (alpha + u)^-shape (beta + u)^-(s + 1)
 * times any power of logarithms and inverses of the two, to the last digits.
 *
 * Over the logarithm of the smaller of alpha + u and beta + u the integrand has no pole nearer than pi, and falls like
 * an exponential: panels of few e-foldings need few nodes, whatever the parameters, and nothing cancels.
 */
export function layLeavingTimes(
  times: LeavingTimes,
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  from: number,
  to: number,
): void {
  times.count = 0;
  const least = Math.min(alpha, beta);
  const start = least + from;
  const range = Math.log((least + to) / start);
  const eFolds = (shape + s) * range;
  const isEasy = range <= 1.6 && eFolds <= 3;
  const nodes = isEasy ? GAUSS_NODES_8 : GAUSS_NODES_12;
  const weights = isEasy ? GAUSS_WEIGHTS_8 : GAUSS_WEIGHTS_12;
  const panels = isEasy ? 1 : Math.ceil(Math.max(range / 2, eFolds / 8));
  const length = range / panels;
  for (let panel = 0; panel < panels && panel < MOST_PANELS; panel++) {
    if (panel > 0) {
      const reached = start * Math.exp(panel * length) - least;
      const fallen =
        shape * Math.log((alpha + reached) / (alpha + from)) + (s + 1) * Math.log((beta + reached) / (beta + from));
      if (fallen - panel * length > MOST_E_FOLDS) break;
    }
    for (let i = 0; i < nodes.length; i++) {
      const size = start * Math.exp((panel + nodes[i]!) * length);
      times.time[times.count] = size - least;
      times.weight[times.count] = weights[i]! * length * size;
      times.count++;
    }
  }
}
