// The jobs of retention on this library, one thread, against DuckDB on all cores, with equal results by hash.
// Run: DUCKDB=folder npx tsx test/bench/databases.ts [events] [rounds] [--write]
// 1e7 events (a tenth and five times as many where growth is measured: 5 GB) and 5 rounds unless told; --write puts the
// figures into docs/benchmarks.md. DuckDB is no dependency: npm i --no-save @duckdb/node-api@1.5.6-r.1, or install it in
// a folder elsewhere and name that in DUCKDB.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compareDatabases } from './compareDatabases.ts';
import { costPerEvent, costPerPage } from './costPerEvent.ts';
import { databasesPage, type Figures } from './databasesPage.ts';
import { findDuckDb } from './duckDb.ts';
import { rowsAgainstMaps } from './rowsAgainstMaps.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const [START_MARK, END_MARK] = ['<!-- databases -->', '<!-- /databases -->'];

/** What a process of its own can be asked to measure. */
const PARTS = {
  compare: compareDatabases,
  growth: costPerEvent,
  rows: rowsAgainstMaps,
  pages: (events: number, rounds: number) => ({ page: costPerPage(), build: costPerEvent(events, rounds)[0]!.cost }),
};
type Part = keyof typeof PARTS;
type Result<Name extends Part> = Awaited<ReturnType<(typeof PARTS)[Name]>>;

/**
 * glibc asks the system for pages of 2 MB in place of 4 kB. First touching a page is the system's work, on virtual machines
 * often a good part of the time of whatever makes columns, and nothing that either side's code can do.
 */
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

/** Measures in a fresh process, so that no part finds another's memory or compiled code. */
function measure<Name extends Part>(
  part: Name,
  events: number,
  rounds: number,
  pages: object = LARGE_PAGES,
): Result<Name> {
  const flags = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', fileURLToPath(import.meta.url)];
  const child = spawnSync(process.execPath, [...flags, String(events), String(rounds), `--part=${part}`], {
    encoding: 'utf8',
    env: { ...process.env, ...pages },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`measuring ${part} of ${events} events failed`);
  return JSON.parse(child.stdout) as Result<Name>;
}

function measureAll(events: number, rounds: number): Figures {
  findDuckDb();
  return {
    events,
    rounds,
    node: process.versions.node,
    cores: availableParallelism(),
    compared: [events / 10, events].map((count) => ({ events: count, jobs: measure('compare', count, rounds) })),
    growth: [events / 10, events, 5 * events].map((count) => ({
      events: count,
      costs: measure('growth', count, rounds),
    })),
    rows: { events: events / 10, ...measure('rows', events / 10, rounds) },
    largePages: measure('pages', events, rounds),
    smallPages: measure('pages', events, rounds, { GLIBC_TUNABLES: '' }),
  };
}

/** Replaces what stands between the marks. */
function writePage(section: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const start = page.indexOf(START_MARK);
  const end = page.indexOf(END_MARK);
  if (start === -1 || end < start) throw new Error(`docs/benchmarks.md has no ${START_MARK} before ${END_MARK}`);
  writeFileSync(PAGE, `${page.slice(0, start)}${START_MARK}\n\n${section}\n${page.slice(end)}`);
}

async function main(): Promise<void> {
  const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
  const [events = 1e7, rounds = 5] = process.argv
    .slice(2)
    .filter((argument) => !flags.includes(argument))
    .map(Number);
  const part = flags.find((flag) => flag.startsWith('--part='))?.slice('--part='.length) as Part | undefined;
  if (part !== undefined) {
    console.log(JSON.stringify(await PARTS[part](events, rounds)));
    return;
  }
  const section = databasesPage(measureAll(events, rounds));
  console.log(section);
  if (flags.includes('--write')) writePage(section);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
