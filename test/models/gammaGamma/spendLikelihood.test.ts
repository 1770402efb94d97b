import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressRows } from '../../../src/models/compressRows.ts';
import { spendLikelihood } from '../../../src/models/gammaGamma/spendLikelihood.ts';

interface Known {
  readonly parameters: readonly [number, number, number];
  readonly customer: readonly [number, number];
  readonly value: number;
  readonly gradient: readonly number[];
  /** By pp, pq, pv, qq, qv, vv. */
  readonly second: readonly number[];
}

// mpmath 1.3 at 60 digits, from the closed form and its derivatives by differences; the integral over the customer's
// rate of what the two laws say, which is what the closed form stands for, agrees to 12 digits.
const KNOWN: readonly Known[] = [
  {
    parameters: [6.25, 3.74, 15.44],
    customer: [1, 11.77],
    value: -3.7377096787408397,
    gradient: [-0.3377837855755045, 0.5045980111697839, -0.12491645291943491],
    second: [
      -0.06820228301069038, 0.10527695014824177, -0.03675119441381845, -0.20099115954132163, 0.028015644964419894,
      -0.002195344221079622,
    ],
  },
  {
    parameters: [6.25, 3.74, 15.44],
    customer: [29, 26.26],
    value: -3.560457387634228,
    gradient: [0.011844704829677212, 0.1196640667603358, 0.004139482788215388],
    second: [
      -0.09432204428319997, 0.15718970675184052, -0.03732399804370769, -0.3008477749739827, 0.06347980496293808,
      -0.015381912537728916,
    ],
  },
  {
    parameters: [0.001, 0.5, 2000],
    customer: [3, 0.01],
    value: -1.2414468736224316,
    gradient: [962.5481061462176, 0.014714112881899624, -0.0000014962275565866512],
    second: [
      -999970.7770011782, 14.654252116978798, -0.001499977500337495, -0.050051494885080275, 7.499887501687475e-9,
      7.462275848795524e-10,
    ],
  },
  {
    parameters: [1e6, 3.74, 1e-4],
    customer: [2, 30],
    value: -3.7066788076188946,
    gradient: [4.066668825441249e-7, 0.024493404196463994, 4066.6598889001857],
    second: [
      -3.739994876208301e-12, 9.999983800026036e-7, -0.03333327777787037, -0.3062676096903734, 9999.983333361111,
      -373999444.44525737,
    ],
  },
  {
    parameters: [6, 1e6, 5e6],
    customer: [4, 25],
    value: -2.9279808273654555,
    gradient: [-0.6453602908295921, 0.000003999924001657297, -7.999840003199936e-7],
    second: [
      -0.6807323902693783, 0.000003999906002208615, -7.999840003199936e-7, -2.3999448012971694e-11,
      3.999920001599968e-12, -6.399904001279987e-13,
    ],
  },
  {
    parameters: [0.3, 0.01, 1e-6],
    customer: [1, 1e9],
    value: -25.70255869672651,
    gradient: [0.1188098902510869, 62.638394731008944, 9999.99999999969],
    second: [-0.7171495653685308, 11.5282149807392, -9.99999999999999e-10, -9990.092998547574, 999999.999999999, -1e10],
  },
  {
    parameters: [2, 3, 1e12],
    customer: [500, 5],
    value: -19788.55142933281,
    gradient: [-9901.98905129062, 5.987467863041362, -9.999999974925e-10],
    second: [
      -0.7485037410212007, 0.49875307585127426, -4.9999999875e-10, -0.3939365606965239, 2.49999999375e-21,
      9.99999994985e-22,
    ],
  },
];

const at = (parameters: readonly number[], customers: readonly (readonly number[])[], weight?: readonly number[]) => {
  const columns = [0, 1].map((column) => customers.map((customer) => customer[column]!));
  return spendLikelihood(compressRows(columns, weight))(Float64Array.from(parameters));
};

const secondOf = (hessian: Float64Array): number[] => [0, 1, 2, 4, 5, 8].map((place) => hessian[place]!);

/** The relative differences, largest first; in the second derivatives all digits count, in the others nearly all. */
function expectNear(found: ArrayLike<number>, wanted: readonly number[], digits: number): void {
  wanted.forEach((value, place) => {
    expect(Math.abs(found[place]! / value - 1), `${found[place]} for ${value}`).toBeLessThan(10 ** -digits);
  });
}

const moveOne = (parameters: readonly number[], place: number, to: number): number[] =>
  parameters.map((value, i) => (i === place ? to : value));

const parameter = fc.double({ min: -4, max: 6, noNaN: true }).map((exponent) => Math.exp(exponent));
const customer = fc.tuple(
  fc.integer({ min: 1, max: 60 }),
  fc.double({ min: -3, max: 7, noNaN: true }).map((exponent) => Math.exp(exponent)),
);
const customers = fc.array(customer, { minLength: 1, maxLength: 8 });

describe('spendLikelihood', () => {
  test.each(KNOWN)('is that of high precision at $parameters for $customer', (known) => {
    const { value, gradient, hessian } = at(known.parameters, [known.customer]);
    expectNear([value], [known.value], 13);
    expectNear(gradient, known.gradient, 10);
    expectNear(secondOf(hessian), known.second, 11);
  });

  test('many customers are the sum of single ones', () => {
    const all = at([6.25, 3.74, 15.44], [KNOWN[0]!.customer, KNOWN[1]!.customer, KNOWN[0]!.customer]);
    const sumOf = (list: (known: Known) => readonly number[]) =>
      list(KNOWN[0]!).map((first, place) => 2 * first + list(KNOWN[1]!)[place]!);
    expectNear(
      [all.value],
      sumOf((known) => [known.value]),
      13,
    );
    expectNear(
      all.gradient,
      sumOf((known) => known.gradient),
      10,
    );
    expectNear(
      secondOf(all.hessian),
      sumOf((known) => known.second),
      11,
    );
  });

  test('slopes are those of the value, by differences', () => {
    fc.assert(
      fc.property(fc.tuple(parameter, parameter, parameter), customers, (parameters, list) => {
        const { value, gradient } = at(parameters, list);
        parameters.forEach((here, place) => {
          const step = 1e-5 * here;
          const moved = (by: number) => at(moveOne(parameters, place, here + by), list).value;
          const slope = (moved(step) - moved(-step)) / (2 * step);
          const noise = (1e-15 * Math.abs(value)) / step + 1e-8 * list.length * (60 + 1 / here);
          expect(Math.abs(slope - gradient[place]!)).toBeLessThan(20 * noise + 1e-6 * Math.abs(slope));
        });
      }),
    );
  });

  test('second derivatives are those of the slopes, by differences, and symmetric', () => {
    fc.assert(
      fc.property(fc.tuple(parameter, parameter, parameter), customers, (parameters, list) => {
        const { hessian } = at(parameters, list);
        parameters.forEach((here, column) => {
          const step = 1e-5 * here;
          const moved = (by: number) => at(moveOne(parameters, column, here + by), list).gradient;
          const [after, before] = [moved(step), moved(-step)];
          for (let row = 0; row < 3; row++) {
            const slope = (after[row]! - before[row]!) / (2 * step);
            const noise = (1e-14 * Math.abs(after[row]!) + 1e-13 * list.length * 60) / step;
            expect(Math.abs(slope - hessian[3 * row + column]!)).toBeLessThan(20 * noise + 1e-6 * Math.abs(slope));
            expect(hessian[3 * row + column]).toBe(hessian[3 * column + row]);
          }
        });
      }),
    );
  });

  test('weights stand for as many customers, to the last digit', () => {
    const list = [
      [3, 20],
      [1, 5.5],
      [3, 20],
      [3, 20],
      [9, 31],
    ] as const;
    const weighted = at(
      [6, 4, 15],
      [
        [9, 31],
        [3, 20],
        [1, 5.5],
      ],
      [1, 3, 1],
    );
    expect(at([6, 4, 15], list)).toEqual(weighted);
  });
});
