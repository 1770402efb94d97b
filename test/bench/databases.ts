// placeholder
import { createHash } from 'node:crypto';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { loadDuckDb } from './duckDb.ts';
import { median } from './medians.ts';
import { powerLawEvents } from './powerLawEvents.ts';
import { retentionJobs } from './retentionJobs.ts';
const hash = (a: Float64Array) => createHash('sha1').update(Buffer.from(a.buffer)).digest('hex').slice(0, 10);
const N = Number(process.argv[2] ?? 1e6), R = Number(process.argv[3] ?? 3), only = process.argv[4];
const events = powerLawEvents(N);
const log = eventLogFromColumns(events);
const con = process.env.NODUCK ? undefined : await loadDuckDb(events);
for (const job of retentionJobs(events, log)) {
  if (only && !job.name.startsWith(only)) continue;
  const ours: number[] = [], duck: number[] = [];
  let h = '', h2 = '';
  for (let r = 0; r < R + 2; r++) {
    globalThis.gc?.();
    let t = performance.now(); const res = job.run(); if (r > 1) ours.push(performance.now() - t);
    h = hash(job.figures(res as never));
    if (!con) continue;
    globalThis.gc?.();
    t = performance.now(); const rs = []; for (const s of job.statements) rs.push(await con.run(s)); if (r > 0) duck.push(performance.now() - t);
    if (r > 0) continue;
    const back = job.readBack ? [await con.run(job.readBack)] : rs;
    h2 = hash(job.duckFigures(await Promise.all(back.map(x => x.getColumns()))));
  }
  const o = median(ours), d = con ? median(duck) : NaN;
  console.log(job.name.padEnd(16), o.toFixed(1).padStart(8), d.toFixed(1).padStart(8), (d / o).toFixed(2).padStart(7), 'goal', job.goal, h, h === h2);
}
