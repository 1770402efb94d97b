import type { Comparison } from './compareDatabases.ts';
import type { Cost } from './costPerEvent.ts';
import type { RowTimes } from './rowsAgainstMaps.ts';

/** All that was measured. */
export interface Figures {
  readonly events: number;
  readonly rounds: number;
  readonly node: string;
  readonly cores: number;
  readonly compared: readonly { readonly events: number; readonly jobs: readonly Comparison[] }[];
  readonly growth: readonly { readonly events: number; readonly costs: readonly Cost[] }[];
  readonly rows: RowTimes & { readonly events: number };
  readonly largePages: Pages;
  readonly smallPages: Pages;
}

/** Microseconds to touch 4 kB of fresh memory first, and nanoseconds an event to build a log. */
interface Pages {
  readonly page: number;
  readonly build: number;
}

const QUESTIONS: Readonly<Record<string, string>> = {
  'J1 UTC': 'monthly cohorts, who was active in which month: join',
  'J1 UTC, bitmask': 'the same, by one bit a month',
  'J1 New York': 'the same by months of New York',
  J2: 'daily cohorts, days 0 to 90, on the day and on it or later, as columns',
  'J2, records': 'the same as a record a cell, with rates and intervals',
  J3: 'revenue of monthly cohorts by month',
  J4: "each customer's purchase days, recency, age, mean of later days",
  RFM: 'RFM scores by ntile, ties by id; ours from the log, DuckDB from its summary',
  J5: 'active, new, returning, resurrected, dormant by month',
  'build and J1': 'a log from columns in order of time, and J1; DuckDB: J1 alone',
};

/** The section of the page of benchmarks, in Markdown. */
export function databasesPage(figures: Figures): string {
  const { node, cores, rounds, compared, growth, rows, largePages, smallPages } = figures;
  const [small, large] = compared as [Figures['compared'][0], Figures['compared'][0]];
  const events = (count: number): string => count.toLocaleString('en-US');
  return [
    `Node ${node}, ${cores} cores; medians of ${rounds} rounds by turns in one process, after two to warm up. This library`,
    'uses one core, DuckDB all of them, on a table in memory with integer ids; its time ends when the engine has the result.',
    'Every result of every round was the same on both sides, by hash. Customers are a twentieth of the events, over 36 months.',
    '',
    ...table(
      [
        'Job',
        'Question',
        `ms, ${events(large.events)}`,
        'DuckDB, ms',
        'times',
        'goal',
        `times, ${events(small.events)}`,
      ],
      large.jobs.map(({ name, goal, ours, duckDb }, place) => {
        const other = small.jobs[place]!;
        const atSmall = (other.duckDb / other.ours).toFixed(1);
        return [
          name,
          QUESTIONS[name]!,
          ours.toFixed(0),
          duckDb.toFixed(0),
          (duckDb / ours).toFixed(1),
          String(goal),
          atSmall,
        ];
      }),
    ),
    '',
    'What an event costs, in nanoseconds, each size in a process of its own:',
    '',
    ...table(
      ['Job', ...growth.map((size) => events(size.events)), 'growth', 'growth'],
      growth[0]!.costs.map(({ name, cost }, place) => {
        const costs = growth.map((size) => size.costs[place]!.cost);
        return [name, ...costs.map((own) => own.toFixed(1)), ...costs.slice(1).map((own) => (own / cost).toFixed(2))];
      }),
    ),
    '',
    `From ${events(rows.events)} row objects with text ids and Dates, log and monthly cohorts take ${rows.ours.toFixed(0)} ms, of which the`,
    `log ${rows.build.toFixed(0)}; a Map of Sets that answers this one question ${rows.naive.toFixed(0)} ms, ${(rows.naive / rows.ours).toFixed(1)} times as long.`,
    '',
    'Memory came in pages of 2 MB (`GLIBC_TUNABLES=glibc.malloc.hugetlb=1`), for both sides. Where the system hands it out by',
    `4 kB, touching fresh memory first took ${smallPages.page.toFixed(1)} µs a page on this machine (${largePages.page.toFixed(1)} in large pages), and`,
    `building the log ${smallPages.build.toFixed(0)} ns an event in place of ${largePages.build.toFixed(0)}.`,
    '',
  ].join('\n');
}

/** Padded as a formatter would. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length), cell.length),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)];
}
