import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { isInputError } from 'tenure';
import { analyse } from './report/analyse.ts';
import { readOptions, USAGE } from './report/options.ts';
import { ownOrders } from './report/ownOrders.ts';
import { printMarket, printSettings } from './report/print.ts';
import { printMarketScores } from './report/printSurveys.ts';
import { ReportError } from './report/readCsv.ts';
import { shopOrders } from './report/shopOrders.ts';

const OUT = fileURLToPath(new URL('out', import.meta.url));

/** Orders go in, a retention report comes out: as text, and as JSON beside it. */
async function report(args: readonly string[]): Promise<string> {
  const options = readOptions(args);
  if (options === 'help') return USAGE;
  const input = options.file === undefined ? await shopOrders(options) : await ownOrders(options.file, options);
  const markets = input.markets.map(analyse);
  const file = writeJson({ title: input.title, settings: Object.fromEntries(input.settings), markets });
  const settings = [
    ...input.settings,
    ['period', options.period],
    ['lapse after', `${options.lapseAfter} days`],
    ['as JSON', file],
  ] as const;
  const scores = printMarketScores(markets);
  return [
    printSettings(input.title, settings),
    ...markets.map(printMarket),
    ...(scores === undefined ? [] : [scores]),
  ].join('\n\n');
}

/** Written under another name first, so that nothing half-written is left. */
function writeJson(content: object): string {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, 'report.json');
  writeFileSync(`${file}.part`, `${JSON.stringify(content, undefined, 2)}\n`);
  renameSync(`${file}.part`, file);
  return 'examples/out/report.json';
}

// A reader who has seen enough (report | head) closes the pipe: no fault of the report.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 1));

try {
  stdout.write(`${await report(argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof ReportError || isInputError(error))) throw error;
  stderr.write(`report: ${error.message}\n`);
  exit(1);
}
