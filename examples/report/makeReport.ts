import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from './analyse.ts';
import { readOptions } from './options.ts';
import { ownMarkets } from './ownMarkets.ts';
import type { Paint } from './paint.ts';
import { printReport } from './printReport.ts';
import { ReportError } from './readCsv.ts';
import { checkGoals, readGoals } from './readGoals.ts';
import { shopMarkets } from './shopMarkets.ts';
import { USAGE } from './usage.ts';

const SHOP_GOALS = fileURLToPath(new URL('../goals.json', import.meta.url));
const JSON_FILE = fileURLToPath(new URL('../out/report.json', import.meta.url));

/** From the words of a command line to the text of a report; the same goes as JSON into a file. */
export async function makeReport(args: readonly string[], paint: Paint): Promise<string> {
  const options = readOptions(args);
  if (options === 'help') return USAGE;
  const { own, sections, period, lapseAfter, json } = options;
  const goalFile = options.goals ?? (own === undefined ? SHOP_GOALS : undefined);
  // Before the logs: a mistake in a small file is told at once.
  const goals = goalFile === undefined ? [] : readGoals(goalFile);
  const input = own === undefined ? await shopMarkets(options) : await ownMarkets(own, options);
  checkGoals(goals, input.markets);
  const markets = input.markets.map((market) => analyse(market, goals));
  const settings = [
    ...input.settings,
    ['period', period],
    ['lapse after', `${lapseAfter} days`],
    ['goals', options.goals ?? (own === undefined ? 'examples/goals.json' : 'none')],
    ['as JSON', json ?? 'examples/out/report.json'],
  ] as const;
  writeJson(json ?? JSON_FILE, { title: input.title, settings: Object.fromEntries(settings), markets });
  return printReport({ title: `Retention report: ${input.title}`, settings, markets, sections, paint });
}

/** Written under another name first, so that nothing half-written is left. */
function writeJson(file: string, content: object): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, `${JSON.stringify(content, undefined, 2)}\n`);
    renameSync(`${file}.part`, file);
  } catch (error) {
    throw new ReportError(`the JSON cannot be written: ${(error as Error).message}`);
  }
}
