import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compoundGrowth, compoundLoss } from '../../../src/numeric/compoundRate.ts';
import { logIntegral } from '../../../src/numeric/logIntegral.ts';
import { digamma } from '../../../src/numeric/special/digamma.ts';
import { digammaStep } from '../../../src/numeric/special/digammaStep.ts';
import { erf, erfc } from '../../../src/numeric/special/erf.ts';
import { scaledExponentialIntegral } from '../../../src/numeric/special/exponentialIntegral.ts';
import { logHypergeometric } from '../../../src/numeric/special/hypergeometric.ts';
import { incompleteBeta, incompleteBetaComplement } from '../../../src/numeric/special/incompleteBeta.ts';
import { incompleteBetaInverse } from '../../../src/numeric/special/incompleteBetaInverse.ts';
import { incompleteGamma, incompleteGammaComplement } from '../../../src/numeric/special/incompleteGamma.ts';
import {
  incompleteGammaComplementInverse,
  incompleteGammaInverse,
} from '../../../src/numeric/special/incompleteGammaInverse.ts';
import { logBeta } from '../../../src/numeric/special/logBeta.ts';
import { logGamma } from '../../../src/numeric/special/logGamma.ts';
import { logGammaRatio } from '../../../src/numeric/special/logGammaRatio.ts';
import { normalCdf } from '../../../src/numeric/special/normalCdf.ts';
import { normalQuantile } from '../../../src/numeric/special/normalQuantile.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';
import { trigamma } from '../../../src/numeric/special/trigamma.ts';
import { trigammaStep } from '../../../src/numeric/special/trigammaStep.ts';

/** Values below this are near the end of the doubles' range, and no goal covers them. */
const LEAST_VALUE = 1e-290;

/** One function with the goal it promises on a domain, and the table that says the truth there. */
export interface PromisedFunction {
  readonly name: string;
  readonly domain: string;
  /** The largest error that is allowed: relative, but for `scale`. */
  readonly goal: number;
  readonly table: string;
  readonly expected: (row: Row) => number;
  readonly computed: (row: Row) => number;
  /** What the error is measured by, where that is not the value. */
  readonly scale?: (row: Row) => number;
}

/** One line of a table: the numbers by the names of their columns. */
export type Row = Readonly<Record<string, number>>;

const value = (row: Row) => row.value!;

export const FUNCTIONS: readonly PromisedFunction[] = [
  {
    name: 'logGamma',
    domain: 'x from 1e-300 to 1e15, beside the zeros 1 and 2 as well',
    goal: 1e-14,
    table: 'logGamma',
    expected: value,
    computed: (row) => logGamma(row.x!),
  },
  {
    name: 'logGammaRatio',
    domain: 'x from 1e-6 to 1e15, step from 1e-12 to 1e3; by the value or the step (at most 1), whichever is larger',
    goal: 1e-13,
    table: 'logGammaRatio',
    expected: value,
    computed: (row) => logGammaRatio(row.x!, row.step!),
    scale: (row) => Math.max(Math.abs(row.value!), Math.min(row.step!, 1)),
  },
  {
    name: 'logBeta',
    domain: 'a and b from 1e-8 to 1e15; absolute where the value is within -1 and 1',
    goal: 1e-13,
    table: 'logBeta',
    expected: value,
    computed: (row) => logBeta(row.a!, row.b!),
    scale: (row) => Math.max(Math.abs(row.value!), 1),
  },
  ...tails('incompleteBeta', 'a from 1e-12 and b from 1e-3 to 1e3', 1e-13, 'incompleteBeta', betaLower, betaUpper),
  ...tails('incompleteBeta', 'a or b from 1e3 to 1e5', 1e-11, 'incompleteBetaLarge', betaLower, betaUpper),
  ...tails('incompleteBeta', 'a and b from 1e8 to 1e15', 1e-11, 'incompleteBetaHuge', betaLower, betaUpper),
  ...tails('incompleteGamma', 'a from 1e-12 to 1e3', 1e-13, 'incompleteGamma', gammaLower, gammaUpper),
  ...tails('incompleteGamma', 'a from 1e3 to 1e5', 1e-11, 'incompleteGammaLarge', gammaLower, gammaUpper),
  ...tails('incompleteGamma', 'a from 1e8 to 1e15', 1e-11, 'incompleteGammaHuge', gammaLower, gammaUpper),
  {
    name: 'incompleteBetaInverse',
    domain: 'a and b from 0.3 to 1e3, p from 1e-300; values from 1e-290',
    goal: 1e-13,
    table: 'incompleteBetaInverse',
    expected: value,
    computed: (row) => incompleteBetaInverse(row.a!, row.b!, row.p!),
  },
  {
    name: 'incompleteGammaInverse and its complement',
    domain: 'a from 0.1 to 1e3, p from 1e-300; values from 1e-290',
    goal: 1e-13,
    table: 'incompleteGammaInverse',
    expected: value,
    computed: (row) => (row.upper === 1 ? incompleteGammaComplementInverse : incompleteGammaInverse)(row.a!, row.p!),
  },
  {
    name: 'erf',
    domain: 'every x',
    goal: 4 * Number.EPSILON,
    table: 'erf',
    expected: value,
    computed: (row) => erf(row.x!),
  },
  {
    name: 'erfc',
    domain: 'x up to 26',
    goal: 3e-15,
    table: 'erfc',
    expected: value,
    computed: (row) => erfc(row.x!),
  },
  {
    name: 'normalCdf',
    domain: 'z from -37',
    goal: 3e-15,
    table: 'normalCdf',
    expected: value,
    computed: (row) => normalCdf(row.z!),
  },
  {
    name: 'normalQuantile',
    domain: 'p from 1e-300',
    goal: 1e-14,
    table: 'normalQuantile',
    expected: value,
    computed: (row) => normalQuantile(row.p!),
  },
  {
    name: 'studentQuantile',
    domain: 'df from 0.3 to 1e9, p from 1e-300',
    goal: 1e-13,
    table: 'studentQuantile',
    expected: value,
    computed: (row) => studentQuantile(row.p!, row.df!),
  },
  {
    name: 'compoundGrowth and compoundLoss',
    domain: 'rates from 1e-15, factors from 1e-20 to 1e20',
    goal: 1e-14,
    table: 'compoundGrowth',
    expected: value,
    computed: ({ rate, periods }) => (rate! < 0 ? -compoundLoss(-rate!, periods!) : compoundGrowth(rate!, periods!)),
  },
  {
    name: 'digamma',
    domain: 'x from 1e-6 to 1e8; by 0.1 where the value is within -0.1 and 0.1, beside the root',
    goal: 1e-14,
    table: 'digamma',
    expected: value,
    computed: (row) => digamma(row.x!),
    scale: (row) => Math.max(Math.abs(row.value!), 0.1),
  },
  {
    name: 'trigamma',
    domain: 'x from 1e-6 to 1e8',
    goal: 1e-14,
    table: 'trigamma',
    expected: value,
    computed: (row) => trigamma(row.x!),
  },
  {
    name: 'digammaStep',
    domain: 'x from 1e-6 to 1e8, step from 1e-6 to 1e3',
    goal: 1e-14,
    table: 'digammaStep',
    expected: value,
    computed: (row) => digammaStep(row.x!, row.step!),
  },
  {
    name: 'trigammaStep',
    domain: 'x from 1e-6 to 1e8, step from 1e-6 to 1e3',
    goal: 1e-14,
    table: 'trigammaStep',
    expected: value,
    computed: (row) => trigammaStep(row.x!, row.step!),
  },
  hypergeometric('z to 0.999', 1e-12, 'hypergeometric'),
  hypergeometric('z to 1 - 1e-12', 1e-10, 'hypergeometricNear'),
  {
    name: 'scaledExponentialIntegral',
    domain: 'order from 1e-3 and x from 1e-8 to 1e4',
    goal: 1e-12,
    table: 'exponentialIntegral',
    expected: value,
    computed: (row) => scaledExponentialIntegral(row.order!, row.x!),
  },
  {
    name: 'logIntegral',
    domain: 'the integral in the likelihood of the Pareto/NBD model; absolute',
    goal: 1e-12,
    table: 'logIntegral',
    expected: value,
    computed: paretoIntegral,
    scale: () => 1,
  },
];

/**
 * The goal is one of the function itself: the absolute error of a logarithm is the relative one of what it is of. From a
 * logarithm of 1000 on its own last digits are most of that.
 */
function hypergeometric(range: string, goal: number, table: string): PromisedFunction {
  return {
    name: 'logHypergeometric',
    domain: `a to 500, b to 300, c from 0.003, ${range}; absolute where the value is up to 1000, else by a thousandth of it`,
    goal,
    table,
    expected: value,
    computed: (row) => logHypergeometric(row.a!, row.b!, row.c!, row.z!),
    scale: (row) => Math.max(1, Math.abs(row.value!) / 1000),
  };
}

function paretoIntegral(row: Row): number {
  const { r, alpha, s, beta, x, start, end } = row;
  return logIntegral((u) => -(r! + x!) * Math.log(alpha! + u) - (s! + 1) * Math.log(beta! + u), start!, end!);
}

function betaLower(row: Row): number {
  return incompleteBeta(row.a!, row.b!, row.x!);
}

function betaUpper(row: Row): number {
  return incompleteBetaComplement(row.a!, row.b!, row.x!);
}

function gammaLower(row: Row): number {
  return incompleteGamma(row.a!, row.x!);
}

function gammaUpper(row: Row): number {
  return incompleteGammaComplement(row.a!, row.x!);
}

/** A function and its complement, which promise the same on the same table. */
function tails(
  name: string,
  domain: string,
  goal: number,
  table: string,
  lower: (row: Row) => number,
  upper: (row: Row) => number,
): PromisedFunction[] {
  const shared = { domain: `${domain}; values from 1e-290`, goal, table };
  return [
    { ...shared, name, expected: (row) => row.lower!, computed: lower },
    { ...shared, name: `${name}Complement`, expected: (row) => row.upper!, computed: upper },
  ];
}

/** The rows of a table beside this file, each number read once. */
export function readTable(table: string): Row[] {
  const file = fileURLToPath(new URL(`${table}.generated.json`, import.meta.url));
  const { columns, rows } = JSON.parse(readFileSync(file, 'utf8')) as { columns: string[]; rows: string[][] };
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, Number(row[i])])));
}

/** The error of a function on one row, in the measure of its goal. */
export function errorOn({ expected, computed, scale }: PromisedFunction, row: Row): number {
  const truth = expected(row);
  const error = Math.abs(computed(row) - truth);
  return error === 0 ? 0 : error / (scale === undefined ? Math.abs(truth) : scale(row));
}

/** The rows a function is measured on. */
export function rowsOf({ table, expected }: PromisedFunction): Row[] {
  return readTable(table).filter((row) => row.value !== undefined || expected(row) >= LEAST_VALUE);
}

/** The largest error of a function over its table. */
export function worstError(promised: PromisedFunction): number {
  return Math.max(...rowsOf(promised).map((row) => errorOn(promised, row)));
}
