import { type EventLog, eventLogFromColumns, logAsOf, type SurveyScale, type TenureLog } from 'tenure';
import { type Market, PROMOTER_SCALE } from './market.ts';

/** What scores are made of, by the names under which a back-test cuts them to what was known at a look. */
export type RiskLogs = {
  readonly orders: EventLog;
  readonly visits?: EventLog;
  /** Orders and visits together: signs of life. Without visits the orders are all there is. */
  readonly activity?: EventLog;
  readonly answers?: EventLog;
  readonly tickets?: TenureLog;
  readonly failedPayments?: EventLog;
};

/** The logs of a market that tell of risk; what there is no file for is left out. */
export function riskLogs(market: Market): RiskLogs {
  const { orders, visits, tickets, failedPayments } = market;
  const answers = market.promoterAnswers ?? market.satisfactionAnswers;
  return {
    // What is cut look by look had better be slim.
    orders: { ...orders, name: undefined, currency: undefined, ids: undefined, attributes: [] },
    ...(visits && { visits, activity: together(orders, visits) }),
    ...(answers && { answers }),
    ...(tickets && { tickets }),
    ...(failedPayments && { failedPayments }),
  };
}

/** The scale of the answers that scores look at: those about recommending, or about satisfaction where there are no others. */
export function answerScaleOf({ promoterAnswers, satisfactionScale }: Market): SurveyScale {
  return promoterAnswers === undefined ? satisfactionScale : PROMOTER_SCALE;
}

/** Every log as it was known at a look. */
export function logsAsOf(logs: RiskLogs, at: number): RiskLogs {
  return Object.fromEntries(Object.entries(logs).map(([name, log]) => [name, logAsOf(log, at)])) as RiskLogs;
}

/** Who was there and when, of two logs whose other columns are unlike. */
function together(one: EventLog, other: EventLog): EventLog {
  const values = [...new Set([...one.customers, ...other.customers])];
  const codeOf = new Map(values.map((customer, code) => [customer, code]));
  const codes = new Int32Array(one.at.length + other.at.length);
  const at = new Float64Array(codes.length);
  let start = 0;
  for (const log of [one, other]) {
    at.set(log.at, start);
    log.customers.forEach((customer, place) => {
      codes.fill(codeOf.get(customer)!, start + log.offsets[place]!, start + log.offsets[place + 1]!);
    });
    start += log.at.length;
  }
  return eventLogFromColumns({ customer: { codes, values }, at });
}
