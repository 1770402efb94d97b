import { type PromisedFunction, rowsOf, worstError } from './functions.ts';

/** An error rounded up to two digits, so that the page never claims more than was measured. */
export function roundedUp(error: number): string {
  if (error === 0) return '0';
  const unit = 10 ** (Math.floor(Math.log10(error)) - 1);
  return (Math.ceil(error / unit) * unit).toExponential(1);
}

/** The major version of Node that the figures hold for: engines differ in the last digits of exp, log and pow. */
export function nodeVersion(): string {
  return `Node ${process.versions.node.split('.')[0]}`;
}

/** What a line says of a function, but for the figure at its end. */
export function promiseOf(promised: PromisedFunction): string[] {
  const goal = promised.goal === 4 * Number.EPSILON ? '4 ulp (8.9e-16)' : String(promised.goal);
  return [promised.name, promised.domain, goal, String(rowsOf(promised).length)];
}

const HEADER = `# Accuracy

Counts, tallies and tables use only + - × ÷ and the square root: they have the same bits on every engine. Whatever goes
through an exponential, a logarithm or a power keeps to the goals below. They are relative errors unless the domain says
otherwise, and hold in both tails.

The truth is a table per function of values with 20 digits, computed with mpmath at 60 and more
(\`test/reference/special\`). "Worst" is the largest error over the table on`;

/** What the tests of single functions hold, where these go through more than + - × ÷ and the square root. */
const FIGURES = [
  ['`productLimitCurve`: survival', '8 ulp; exactly the share left where nothing still goes on'],
  ['`productLimitCurve`: ends of the intervals', '1e-11, against R'],
  ['`survivalQuantile`, and the median times that rest on it', 'the exact time'],
  ['`restrictedMean`', '32 ulp'],
  ['`proportionTest`: statistic; p-value, and those of `retentionComparison`', '1e-14; 1e-12'],
  ['`retentionChange`: change, within and mix', '2e-15, absolute'],
  ['`lorenzCurve` and `giniCoefficient` of whole values', 'correctly rounded'],
  ['`discountedLifetimeValue`, with a horizon too', '1e-12'],
  ['`churnAdjustedPaybackPeriod`, at a cost of up to 98 % of all that ever comes in', '1e-8'],
  ['every verb of `bgNbd`, `mbgNbd`, `paretoNbd` and `bgBb`', '1e-11, against 40 digits'],
  ['residual lifetimes of `sBg` and `betaDiscreteWeibull`', '1e-13'],
  ['every `fit`: parameters; log-likelihood; standard errors', '1e-6; 1e-6, absolute; 1e-4'],
  ['values to come, discounted, with a horizon and without one', '1e-10'],
];

const FOOTER = `Other engines compute exp, log and pow with other last digits, and may be up to 8 ulp (1.8e-15) further off.
`;

const LAST = `Tests hold them against exact fractions of whole numbers, or against other programs.

\`npx tsx test/reference/special/accuracy.ts\` writes this page; a test holds it to what is measured.
`;

/** A table in columns as wide as their widest cell, as the formatter wants it. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

/** The page docs/accuracy.md. */
export function accuracyPage(functions: readonly PromisedFunction[]): string {
  const lines = functions.map((promised) => [...promiseOf(promised), roundedUp(worstError(promised))]);
  const figures = table([['function', 'domain', 'goal', 'rows', 'worst'], ...lines]);
  const ofFigures = `## Figures made of them\n\n${table([['figure', 'goal'], ...FIGURES])}`;
  return `${HEADER} ${nodeVersion()}, rounded up.\n\n${figures}\n\n${FOOTER}\n${ofFigures}\n\n${LAST}`;
}
