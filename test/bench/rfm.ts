// Cost of RFM scores against a bare sort of their three columns. Run: npx tsx test/bench/rfm.ts [customers]
// (5e5 customers, 2e6 orders, unless told)
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import { rfmScores } from '../../src/segments/rfmScores.ts';
import { rfmSegments } from '../../src/segments/rfmSegments.ts';
import { END, generateEvents } from './generateEvents.ts';
import { medians } from './medians.ts';

const CUSTOMERS = Number(process.argv[2] ?? 5e5);
const ROUNDS = 7;

const events = generateEvents({ events: 4 * CUSTOMERS, eventsPerCustomer: 4, order: 'shuffled', seed: 4 });
/** Whole ids, listed in ascending order, and texts, listed as they first came: these must be put in order first. */
const logs: readonly (readonly [ids: string, log: EventLog])[] = [
  ['whole ids', eventLogFromColumns(events)],
  ['text ids', eventLogFromColumns({ ...events, customer: Array.from(events.customer, (id) => `user-${id}`) })],
];

for (const [ids, log] of logs) {
  const scores = rfmScores(log, { asOf: END });
  const columns = [scores.recencyDays, scores.orderCount, scores.revenue].map((column) => Float64Array.from(column));
  const names = ['bare sort of three columns', 'rfmScores, quantile', 'rfmScores, ntile', 'rfmSegments'];
  const times = medians(
    [
      () => columns.map((column) => column.slice().sort()),
      () => rfmScores(log, { asOf: END }),
      () => rfmScores(log, { asOf: END, method: 'ntile' }),
      () => rfmSegments(scores),
    ],
    ROUNDS,
  );
  console.log(`${scores.customers.length} customers with ${ids}, medians of ${ROUNDS} warm rounds`);
  names.forEach((name, place) => {
    const ratio = (times[place]! / times[0]!).toFixed(2);
    console.log(`${name.padEnd(30)} ${times[place]!.toFixed(1).padStart(8)} ms ${ratio.padStart(8)} times the sort`);
  });
}
