import { GOAL_METRICS } from './goalMetrics.ts';
import { SECTIONS } from './sections.ts';

const METRICS = [...GOAL_METRICS.keys()];

/** Shown for --help and after a mistake. */
export const USAGE = `npm run report                     the report on the bundled, invented shop
npm run report -- FILE --customer COLUMN --at COLUMN --amount COLUMN
                                   the report on a CSV file of orders

For both
  --section NAME        one part only, may be given several times: ${SECTIONS.slice(0, 6).join(', ')},
                        ${SECTIONS.slice(6).join(', ')}
  --period PERIOD       day, week, month, quarter or year (default: month)
  --lapse-after DAYS    days without an order after which a customer is lost (default: 90)
  --gross-margin SHARE  what is left of revenue after the goods, 0 to 1: values are then of margin, not of revenue
  --goals FILE          what is to be reached, as JSON (the shop has its own, examples/goals.json):
                        { "goals": [{ "name": "Cut churn by 10 %", "metric": "churnRate", "from": "2025-10-01",
                          "due": "2026-04-01", "change": -0.1, "market": "Germany" }] }
                        or "value": 0.1 instead of "change"; without "market" it is for each. Metrics:
                        ${METRICS.slice(0, 4).join(', ')},
                        ${METRICS.slice(4).join(', ')}
  --json FILE           where the same goes as JSON (default: examples/out/report.json)

For a file of orders
  --as-of DATE          day on which the report looks back (default: the day after the last order)
  --data-from DATE      day from which on the file has all orders (default: the day of the first): no change is told
                        against a time before
  --time-zone ZONE      whose days and months (default: UTC)
  --order-id COLUMN     ids of orders: none may repeat, and negative amounts are refunds of the order they name
  --currency COLUMN     currencies; each is a market of its own
  --acquisition-cost N  what it costs to win a customer

More files about the same customers, as CSV; -columns names their columns in this order, where they are called otherwise
  --nps FILE            how likely they are to recommend, 0 to 10      --nps-columns customer,at,score
  --csat FILE           how satisfied they are                         --csat-columns customer,at,score
  --csat-scale 1-7      lowest and highest answer, the best is high (default: 1-5)
  --visits FILE         visits to a site or an app                     --visits-columns customer,at
  --tickets FILE        requests for help; resolved is empty where it is still open
                                                                       --tickets-columns customer,opened,resolved

On a terminal a change has a colour where it is good or bad, and more than chance explains; not where NO_COLOR is set.`;
