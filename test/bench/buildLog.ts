// Cost of building a log and of the first questions to it. Run: npx tsx test/bench/buildLog.ts [rows] [events]
// (1e6 row objects and 1e7 events in columns unless told; needs 2 GB)
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { type GeneratedEvents, generateEvents } from './generateEvents.ts';
import { median, medians } from './medians.ts';

const ROWS = Number(process.argv[2] ?? 1e6);
const EVENTS = Number(process.argv[3] ?? 1e7);
const ROUNDS = 7;

interface Row {
  readonly user: string;
  readonly placed: number;
  readonly total: number;
}

interface Measure {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal?: number;
}

/** Rows as a driver gives them: each with a text of its own. */
function rowsOf({ customer, at, amount }: GeneratedEvents): Row[] {
  return Array.from(customer, (id, row) => ({ user: `user-${id}`, placed: at[row]!, total: amount[row]! }));
}

/** The least that any build from rows must do: read the fields, know the customer, keep two numbers. */
function barePass(rows: readonly Row[]): number {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(rows.length);
  const at = new Float64Array(rows.length);
  const amount = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const { user, placed, total } = rows[row]!;
    const code = codeOf.get(user) ?? codeOf.size;
    codeOf.set(user, code);
    codes[row] = code;
    at[row] = placed;
    amount[row] = total;
  }
  return codes.length + at.length + amount.length;
}

function measureRows(order: 'time' | 'shuffled', goal: number): Measure[] {
  const rows = rowsOf(generateEvents({ events: ROWS, order, seed: 1 }));
  const fields = { customer: 'user', at: 'placed', amount: 'total' } as const;
  const [ours, bare] = medians([() => eventLog(rows, fields), () => barePass(rows)], ROUNDS) as [number, number];
  return [
    { what: `bare pass over rows, ${order}`, figure: (bare * 1e6) / ROWS, unit: 'ns a row' },
    { what: `eventLog, ${order}`, figure: (ours * 1e6) / ROWS, unit: 'ns a row' },
    { what: `eventLog to bare pass, ${order}`, figure: ours / bare, unit: 'times', goal },
  ];
}

function sumOf({ at, amount }: GeneratedEvents): number {
  let sum = 0;
  for (let event = 0; event < at.length; event++) sum += at[event]! + amount[event]!;
  return sum;
}

function measureColumns(order: 'time' | 'shuffled', goal: number): Measure[] {
  const events = generateEvents({ events: EVENTS, order, seed: 2 });
  const log = eventLogFromColumns(events);
  const tasks = [
    () => sumOf(events),
    () => eventLogFromColumns(events),
    () => customerSummaries(log),
    () => customerSummaries(log, { timeZone: 'America/New_York' }),
  ];
  const [sum, build, summaries, zoned] = medians(tasks, ROUNDS, 1).map((time) => (time * 1e6) / EVENTS);
  return [
    { what: `sum of both columns, ${order}`, figure: sum!, unit: 'ns an event' },
    { what: `eventLogFromColumns, ${order}`, figure: build!, unit: 'ns an event', goal },
    { what: `customerSummaries, built from ${order}`, figure: summaries!, unit: 'ns an event' },
    { what: `the same by days of New York`, figure: zoned!, unit: 'ns an event' },
  ];
}

function measureRate(): Measure[] {
  const calls = 1e7;
  const run = (): number => {
    let sum = 0;
    for (let call = 0; call < calls; call++)
      sum += retentionRate({ customersAtStart: 200 + (call & 63), customersAtEnd: 210, newCustomers: 40 + (call & 7) });
    return sum;
  };
  const [time] = medians([run], ROUNDS);
  return [{ what: 'retentionRate', figure: (time! * 1e6) / calls, unit: 'ns a call', goal: 100 }];
}

/** In a process of its own: bytes an event beyond the columns given, kept by the log and at the highest. */
function reportMemory(order: 'time' | 'shuffled'): void {
  const events = generateEvents({ events: EVENTS, order, seed: 2 });
  const collect = globalThis.gc!;
  // Once at small size, so that compiled code is there before memory is counted.
  eventLogFromColumns(generateEvents({ events: 1000, order, seed: 3 }));
  collect();
  const used = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const before = used();
  const highest = process.resourceUsage().maxRSS;
  const log = eventLogFromColumns(events);
  const peak = (process.resourceUsage().maxRSS - highest) * 1024;
  collect();
  console.log(JSON.stringify({ kept: (used() - before) / log.at.length, peak: peak / log.at.length }));
}

function measureMemory(order: 'time' | 'shuffled'): Measure[] {
  const runs = Array.from({ length: 3 }, () => {
    const flags = ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url)];
    const child = spawnSync(process.execPath, [...flags, String(ROWS), String(EVENTS), order], { encoding: 'utf8' });
    return JSON.parse(child.stdout) as { kept: number; peak: number };
  });
  const unit = 'bytes an event';
  return [
    { what: `kept beyond the input, ${order}`, figure: median(runs.map(({ kept }) => kept)), unit, goal: 24 },
    { what: `peak beyond the input, ${order}`, figure: median(runs.map(({ peak }) => peak)), unit, goal: 24 },
  ];
}

function line({ what, figure, unit, goal }: Measure): string {
  const verdict = goal === undefined ? '' : `goal ${goal}${figure <= goal ? '' : ', missed'}`;
  return `${what.padEnd(42)} ${figure.toFixed(2).padStart(9)} ${unit.padEnd(15)} ${verdict}`;
}

function main(): void {
  console.log(`${ROWS} rows, ${EVENTS} events, medians of ${ROUNDS} warm rounds\n`);
  const parts = [
    // First, while this process is small: the highest memory of a child is at least that of its parent when it began.
    () => measureMemory('time'),
    () => measureMemory('shuffled'),
    () => measureRows('time', 1.3),
    () => measureRows('shuffled', 1.8),
    () => measureColumns('time', 70),
    () => measureColumns('shuffled', 140),
    measureRate,
  ];
  for (const part of parts) for (const measure of part()) console.log(line(measure));
}

const [, , , , memoryOf] = process.argv;
if (memoryOf === 'time' || memoryOf === 'shuffled') reportMemory(memoryOf);
else main();
