import { describe, expect, test } from 'vitest';
import {
  GAUSS_NODES_8,
  GAUSS_NODES_12,
  GAUSS_NODES_16,
  GAUSS_WEIGHTS_8,
  GAUSS_WEIGHTS_12,
  GAUSS_WEIGHTS_16,
} from '../../src/numeric/gaussLegendre.ts';

const RULES = [
  { order: 8, nodes: GAUSS_NODES_8, weights: GAUSS_WEIGHTS_8 },
  { order: 12, nodes: GAUSS_NODES_12, weights: GAUSS_WEIGHTS_12 },
  { order: 16, nodes: GAUSS_NODES_16, weights: GAUSS_WEIGHTS_16 },
];

describe.each(RULES)('$order nodes', ({ order, nodes, weights }) => {
  const integral = (f: (x: number) => number) => nodes.reduce((total, node, k) => total + weights[k]! * f(node), 0);

  test('there are as many, ascending within 0 and 1, and a positive weight for each', () => {
    expect([nodes.length, weights.length]).toEqual([order, order]);
    expect([0, ...nodes, 1]).toEqual([...new Set([0, ...nodes, 1])].sort((a, b) => a - b));
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  test('node k and node n - 1 - k add up to 1 and weigh the same', () => {
    for (let k = 0; k < order; k++) {
      expect(Math.abs(nodes[k]! + nodes[order - 1 - k]! - 1)).toBeLessThan(2e-16);
      expect(weights[k]).toBe(weights[order - 1 - k]);
    }
  });

  test('powers up to 2 n - 1 are exact: their integral is 1 / (power + 1)', () => {
    for (let power = 0; power < 2 * order; power++) {
      expect(Math.abs(integral((x) => x ** power) * (power + 1) - 1)).toBeLessThan(2e-15 * (power + 1));
    }
  });

  test('the next power is not', () => {
    // The error is (n!)^4 / ((2 n + 1) ((2 n)!)^2) for the power 2 n on an interval of length 1.
    let error = 1 / (2 * order + 1);
    for (let k = 1; k <= order; k++) error *= (k / (order + k)) ** 2;
    if (error > 1e-14) expect((1 / (2 * order + 1) - integral((x) => x ** (2 * order))) / error).toBeCloseTo(1, 3);
  });

  test('an exponential, to the last digits', () => {
    expect(Math.abs(integral(Math.exp) - (Math.E - 1))).toBeLessThan(1e-15);
  });
});
