import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRisingSums, risingSums } from '../../src/models/risingSums.ts';

const counts = fc
  .array(fc.oneof(fc.nat(10), fc.nat(300)), { minLength: 1, maxLength: 6 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0)));

test('are the sums term by term, whether few terms are added or many at once', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (upTo, x) => {
      const sums = newRisingSums(upTo.length);
      risingSums(upTo, x, sums);
      upTo.forEach((count, i) => {
        let [value, first, second, size] = [0, 0, 0, 0];
        for (let k = count - 1; k >= 0; k--) {
          value += Math.log(x + k);
          size += Math.abs(Math.log(x + k));
          first += 1 / (x + k);
          second -= 1 / (x + k) ** 2;
        }
        expect(Math.abs(sums.value[i]! - value)).toBeLessThanOrEqual(1e-13 * size);
        expect(Math.abs(sums.first[i]! - first)).toBeLessThanOrEqual(1e-13 * first);
        expect(Math.abs(sums.second[i]! - second)).toBeLessThanOrEqual(-1e-13 * second);
      });
    }),
  );
});

test('of no factor are 0, and the same room serves again', () => {
  const sums = newRisingSums(2);
  risingSums([0, 100], 2, sums);
  expect([sums.value[0]!, sums.first[0]!, sums.second[0]!].map(Math.abs)).toEqual([0, 0, 0]);
  risingSums([1, 2], 3, sums);
  expect([...sums.value]).toEqual([Math.log(3), Math.log(3) + Math.log(4)]);
  expect([...sums.first]).toEqual([1 / 3, 1 / 3 + 1 / 4]);
});
