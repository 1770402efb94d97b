// Cost of indicators and scores against customerSummaries of the same logs. Run: npx tsx test/bench/riskScores.ts [customers]
// (1e6 customers unless told; needs 4 GB)
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import { complaintCount } from '../../src/risk/complaintCount.ts';
import { daysSinceActivity } from '../../src/risk/daysSinceActivity.ts';
import { engagementDecline } from '../../src/risk/engagementDecline.ts';
import { failedPaymentCount } from '../../src/risk/failedPaymentCount.ts';
import { feedbackDecline } from '../../src/risk/feedbackDecline.ts';
import { negativeFeedback } from '../../src/risk/negativeFeedback.ts';
import { orderValueDecline } from '../../src/risk/orderValueDecline.ts';
import { purchaseLateness } from '../../src/risk/purchaseLateness.ts';
import { riskRanking } from '../../src/risk/riskRanking.ts';
import { riskScores } from '../../src/risk/riskScores.ts';
import { END, generateEvents } from './generateEvents.ts';
import { medians } from './medians.ts';

const CUSTOMERS = Number(process.argv[2] ?? 1e6);
const ROUNDS = 5;

/** A log of so many events a customer; not everyone is in the small ones. */
function logOf(eventsPerCustomer: number, seed: number, ids: 'whole' | 'text'): EventLog {
  const order = 'shuffled';
  const spread = Math.max(1, eventsPerCustomer);
  const events = generateEvents({ events: CUSTOMERS * eventsPerCustomer, eventsPerCustomer: spread, order, seed });
  // As answers are: 0 to 10.
  const amount = events.amount.map((value) => Math.floor(value) % 11);
  // Texts of their own in every log, as files have them.
  const customer = ids === 'whole' ? events.customer : Array.from(events.customer, (id) => `user-${id}`);
  return eventLogFromColumns({ ...events, customer, amount });
}

const asOf = END;
const scale = { lowest: 0, highest: 10 };
const map = { kind: 'linear', safe: 30, risky: 120 } as const;

for (const ids of ['whole', 'text'] as const) {
  const orders = logOf(5, 1, ids);
  const visits = logOf(10, 2, ids);
  const answers = logOf(1, 3, ids);
  const failures = logOf(0.1, 4, ids);
  const { customers } = orders;
  const oneLog = () => [
    purchaseLateness(orders, { asOf }),
    orderValueDecline(orders, { asOf }),
    daysSinceActivity(orders, { asOf, map }),
  ];
  const allLogs = () => [
    ...oneLog(),
    engagementDecline(visits, { asOf }),
    negativeFeedback(answers, { asOf, scale }),
    feedbackDecline(answers, { asOf, scale }),
    complaintCount(failures, { asOf, customers }),
    failedPaymentCount(failures, { asOf, customers }),
  ];
  const [ofOne, ofAll] = [oneLog(), allLogs()];
  const scores = riskScores(ofAll);
  const tasks = [
    ['customerSummaries of the orders', () => customerSummaries(orders)],
    ['3 indicators of the orders, and scores', () => riskScores(oneLog())],
    ['  of which scores', () => riskScores(ofOne)],
    ['customerSummaries of four logs', () => [orders, visits, answers, failures].map((log) => customerSummaries(log))],
    ['8 indicators of four logs, and scores', () => riskScores(allLogs())],
    ['  of which scores', () => riskScores(ofAll)],
    ['riskRanking', () => riskRanking(scores)],
  ] as const;
  const times = medians(
    tasks.map(([, task]) => task),
    ROUNDS,
  );
  console.log(`${scores.customers.length} customers with ${ids} ids, medians of ${ROUNDS} warm rounds`);
  tasks.forEach(([name], place) => {
    const base = times[place < 3 ? 0 : 3]!;
    const ratio = (times[place]! / base).toFixed(2);
    console.log(
      `${name.padEnd(40)} ${times[place]!.toFixed(0).padStart(6)} ms ${ratio.padStart(6)} times the summaries`,
    );
  });
}
