import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evaluation, minimise } from '../../src/numeric/minimise.ts';

const FARTHEST = 20;

/** Rosenbrock's valley, in as many dimensions as there are coordinates, with its second derivatives. */
function rosenbrock(point: Float64Array): Evaluation & { readonly hessian: Float64Array } {
  const size = point.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let value = 0;
  for (let i = 0; i + 1 < size; i++) {
    const [x, y] = [point[i]!, point[i + 1]!];
    const rise = y - x * x;
    value += 100 * rise * rise + (1 - x) ** 2;
    gradient[i]! += -400 * x * rise - 2 * (1 - x);
    gradient[i + 1]! += 200 * rise;
    hessian[i * size + i]! += 1200 * x * x - 400 * y + 2;
    hessian[i * size + i + 1]! -= 400 * x;
    hessian[(i + 1) * size + i]! -= 400 * x;
    hessian[(i + 1) * size + i + 1]! += 200;
  }
  return { value, gradient, hessian };
}

const withoutHessian = (of: (point: Float64Array) => Evaluation) => (point: Float64Array) => {
  const { value, gradient } = of(point);
  return { value, gradient };
};

describe('Rosenbrock’s valley', () => {
  test.each([
    [[-1.2, 1], 40],
    [[-1.2, 1, -1.2, 1], 60],
    [[3, -2, 1.5, 4], 60],
  ])('from %j to all ones by Newton’s steps', (start, most) => {
    const found = minimise(rosenbrock, start, FARTHEST);
    expect(found.ending).toBe('converged');
    expect(found.evaluations).toBeLessThan(most);
    for (const coordinate of found.point) expect(Math.abs(coordinate - 1)).toBeLessThan(1e-8);
  });

  test('in two dimensions without second derivatives', () => {
    const found = minimise(withoutHessian(rosenbrock), [-1.2, 1], FARTHEST);
    expect(found.ending).toBe('converged');
    for (const coordinate of found.point) expect(Math.abs(coordinate - 1)).toBeLessThan(1e-4);
  });
});

/** 3 (x - 1)^2 + 2 (x - 1) (y + 2) + 5 (y + 2)^2 */
const bowl = ([x, y]: Float64Array): Evaluation => {
  const [one, two] = [x! - 1, y! + 2];
  return {
    value: 3 * one * one + 2 * one * two + 5 * two * two,
    gradient: Float64Array.of(6 * one + 2 * two, 2 * one + 10 * two),
    hessian: Float64Array.of(6, 2, 2, 10),
  };
};

test('a quadratic within reach takes one step, and one to see that it is the last', () => {
  const found = minimise(bowl, [0.5, -1.8], FARTHEST);
  expect(found.ending).toBe('converged');
  expect(found.iterations).toBeLessThanOrEqual(2);
  expect([...found.point]).toEqual([expect.closeTo(1, 14), expect.closeTo(-2, 14)]);
  expect(found.evaluations).toBe(found.iterations + 1);
});

test('a start at the minimum is the end', () => {
  const found = minimise(bowl, [1, -2], FARTHEST);
  expect(found).toMatchObject({ ending: 'converged', value: 0 });
  expect(found.iterations).toBeLessThanOrEqual(1);
});

test('anywhere beside a saddle it finds a way down, though the second derivatives are not positive', () => {
  // x^2 + (y^2 - 1)^2: a saddle at 0, minima at y = 1 and -1.
  const twoWells = ([x, y]: Float64Array): Evaluation => ({
    value: x! * x! + (y! * y! - 1) ** 2,
    gradient: Float64Array.of(2 * x!, 4 * y! * (y! * y! - 1)),
    hessian: Float64Array.of(2, 0, 0, 12 * y! * y! - 4),
  });
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
      (x, y) => {
        const found = minimise(twoWells, [x, y], FARTHEST);
        expect(found.ending).toBe('converged');
        expect(found.point[1]).toBeCloseTo(1, 7);
      },
    ),
  );
});

test('a region that gives no number makes it step back', () => {
  // -ln x + x, which has its minimum at 1 and no value below 0; a first step from 2.9 would leave the domain.
  const barrier = ([x]: Float64Array): Evaluation => ({
    value: x! - Math.log(x!),
    gradient: Float64Array.of(1 - 1 / x!),
    hessian: Float64Array.of(1 / (x! * x!)),
  });
  for (const start of [0.01, 0.7, 2.9, 9]) {
    const found = minimise(barrier, [start], FARTHEST);
    expect(found.ending).toBe('converged');
    expect(found.point[0]).toBeCloseTo(1, 8);
  }
});

test('second derivatives that are no numbers are made up for', () => {
  const found = minimise(
    (point) => ({ ...bowl(point), hessian: new Float64Array(4).fill(Number.NaN) }),
    [4, 4],
    FARTHEST,
  );
  expect(found.ending).toBe('converged');
  expect(found.point[0]).toBeCloseTo(1, 4);
  expect(found.point[1]).toBeCloseTo(-2, 4);
});

test('a function without a minimum ends outside, not at some point that looks like one', () => {
  const downhill = ([x]: Float64Array): Evaluation => ({
    value: Math.exp(-x!),
    gradient: Float64Array.of(-Math.exp(-x!)),
    hessian: Float64Array.of(Math.exp(-x!)),
  });
  const steep = ([x]: Float64Array): Evaluation => ({
    value: -x!,
    gradient: Float64Array.of(-1),
    hessian: Float64Array.of(0),
  });
  expect(minimise(steep, [0], FARTHEST)).toMatchObject({ ending: 'outside' });
  // Here the value levels out before: the gain sinks below anything that matters.
  expect(minimise(downhill, [0], FARTHEST).point[0]).toBeGreaterThan(9);
});

test('a flat function ends at once', () => {
  const flat = (): Evaluation => ({ value: 3, gradient: new Float64Array(2), hessian: new Float64Array(4) });
  const found = minimise(flat, [1, 2], FARTHEST);
  expect(found.evaluations).toBeLessThan(3);
  expect([...found.point]).toEqual([1, 2]);
  expect(found.ending).toBe('stalled');
});

test('a start without a value is where it stalls', () => {
  const nowhere = (): Evaluation => ({
    value: Number.NaN,
    gradient: new Float64Array(1),
    hessian: new Float64Array(1),
  });
  expect(minimise(nowhere, [1], FARTHEST)).toMatchObject({ ending: 'stalled', evaluations: 1 });
});

test('slopes that lie do not keep it busy for ever', () => {
  const lying = ([x]: Float64Array): Evaluation => ({
    value: x! * x!,
    gradient: Float64Array.of(-2 * x!),
    hessian: Float64Array.of(2),
  });
  const found = minimise(lying, [1], FARTHEST);
  expect(found.ending).toBe('stalled');
  expect(found.evaluations).toBeLessThan(40);
  // No step that made things worse was taken.
  expect(found.point[0]).toBe(1);
});

test('where the quadratic is right the trusted distance grows', () => {
  const far = ([x]: Float64Array): Evaluation => ({
    value: (x! - 18) ** 2,
    gradient: Float64Array.of(2 * (x! - 18)),
    hessian: Float64Array.of(2),
  });
  const found = minimise(far, [0], FARTHEST);
  expect(found.point[0]).toBeCloseTo(18, 12);
  // 1, 3, 7, 11, 15, 18, and to see that it is there.
  expect(found.evaluations).toBeLessThanOrEqual(8);
});
