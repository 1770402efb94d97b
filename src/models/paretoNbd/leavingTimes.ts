import { GAUSS_NODES_8, GAUSS_NODES_12, GAUSS_WEIGHTS_8, GAUSS_WEIGHTS_12 } from '../../numeric/gaussLegendre.ts';

/** Panels at most: as many as the decay that is looked at asks for, and the widest range of times. */
const MOST_PANELS = 80;

/** How far a panel may reach, in logarithmic units and in e-foldings of the integrand. */
const WIDEST = 2;
const E_FOLDS = 8;

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
  if (range <= 1.6 && (shape + s) * range <= 3) {
    addPanel(times, GAUSS_NODES_8, GAUSS_WEIGHTS_8, least, start, range);
    return;
  }
  // How many e-foldings the integrand falls by at most, over one of least + u.
  const fallAt = (size: number): number => size * (shape / (alpha - least + size) + (s + 1) / (beta - least + size));
  let reached = 0;
  for (let panel = 0; panel < MOST_PANELS && reached < range; panel++) {
    const size = start * Math.exp(reached);
    if (reached > 0) {
      const fallen =
        shape * Math.log((alpha - least + size) / (alpha + from)) +
        (s + 1) * Math.log((beta - least + size) / (beta + from));
      if (fallen - reached > MOST_E_FOLDS) break;
    }
    // It falls faster further on: what it falls by at the end counts.
    const widest = Math.min(range - reached, WIDEST, E_FOLDS / fallAt(size));
    const length = Math.min(widest, E_FOLDS / fallAt(size * Math.exp(widest)));
    addPanel(times, GAUSS_NODES_12, GAUSS_WEIGHTS_12, least, size, length);
    reached += length;
  }
}

/** Lays nodes over so many logarithmic units from a size of least + u on. */
function addPanel(
  times: LeavingTimes,
  nodes: readonly number[],
  weights: readonly number[],
  least: number,
  start: number,
  length: number,
): void {
  for (let i = 0; i < nodes.length; i++) {
    const size = start * Math.exp(nodes[i]! * length);
    times.time[times.count] = size - least;
    times.weight[times.count] = weights[i]! * length * size;
    times.count++;
  }
}
