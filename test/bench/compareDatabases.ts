import { createHash } from 'node:crypto';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { type DuckConnection, loadDuckDb } from './duckDb.ts';
import { median } from './medians.ts';
import { powerLawEvents } from './powerLawEvents.ts';
import { type Job, retentionJobs } from './retentionJobs.ts';

/** What one job took both, in milliseconds. */
export interface Comparison {
  readonly name: string;
  readonly goal: number;
  readonly ours: number;
  readonly duckDb: number;
  /** Of both results, in all rounds. */
  readonly hash: string;
}

const WARM_ROUNDS = 2;

/** Runs every job by turns, ours and DuckDB's in the same process; throws where any result differs. */
export async function compareDatabases(events: number, rounds: number): Promise<Comparison[]> {
  const columns = powerLawEvents(events);
  const connection = await loadDuckDb(columns);
  const jobs = retentionJobs(columns, eventLogFromColumns(columns));
  const times = jobs.map(() => ({ ours: [] as number[], duckDb: [] as number[], hash: '' }));
  for (let round = 0; round < rounds + WARM_ROUNDS; round++)
    for (const [place, job] of jobs.entries()) {
      const ours = runOurs(job);
      const duckDb = await runDuckDb(job, connection);
      if (ours.hash !== duckDb.hash)
        throw new Error(`${job.name}, ${events} events: ${ours.hash} is not DuckDB's ${duckDb.hash}`);
      times[place]!.hash = ours.hash;
      if (round < WARM_ROUNDS) continue;
      times[place]!.ours.push(ours.time);
      times[place]!.duckDb.push(duckDb.time);
    }
  return jobs.map(({ name, goal }, place) => {
    const { ours, duckDb, hash } = times[place]!;
    return { name, goal, ours: median(ours), duckDb: median(duckDb), hash };
  });
}

interface Run {
  readonly time: number;
  readonly hash: string;
}

function runOurs(job: Job): Run {
  globalThis.gc?.();
  const start = performance.now();
  const result = job.run();
  const time = performance.now() - start;
  return { time, hash: hashOf(job.figures(result as never)) };
}

/** Timed until the engine has the whole result; handing it over as values of JavaScript is not. */
async function runDuckDb(job: Job, connection: DuckConnection): Promise<Run> {
  globalThis.gc?.();
  const results = [];
  const start = performance.now();
  for (const statement of job.statements) results.push(await connection.run(statement));
  const time = performance.now() - start;
  const read = job.readBack === undefined ? results : [await connection.run(job.readBack)];
  const columns = await Promise.all(read.map((result) => result.getColumns()));
  return { time, hash: hashOf(job.duckFigures(columns)) };
}

function hashOf(figures: Float64Array): string {
  return createHash('sha1').update(new Uint8Array(figures.buffer)).digest('hex').slice(0, 10);
}
