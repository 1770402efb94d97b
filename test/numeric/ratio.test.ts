import { expect, test } from 'vitest';
import { ratio } from '../../src/numeric/ratio.ts';

test('a quotient is a quotient', () => {
  expect(ratio(1, 4)).toBe(0.25);
});

test('any division by zero is NaN: never Infinity, and never 0', () => {
  for (const numerator of [0, 1, -1, Infinity]) {
    expect(ratio(numerator, 0)).toBeNaN();
    expect(ratio(numerator, -0)).toBeNaN();
  }
});
