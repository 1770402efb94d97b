import { basename } from 'node:path';
import { type CustomerId, type EventLog, filterEvents, filterTenures, type TenureLog } from 'tenure';
import { count } from './format.ts';
import type { Market } from './market.ts';
import type { OwnFiles } from './options.ts';
import { readAnswers } from './readAnswers.ts';
import { ReportError } from './readCsv.ts';
import { readTickets, type TicketOptions } from './readTickets.ts';
import { readVisits } from './readVisits.ts';

/** What is known of customers beside their orders. */
export type MoreLogs = Pick<Market, 'promoterAnswers' | 'satisfactionAnswers' | 'visits' | 'tickets'>;

/** The same, and what came of each file in words. */
export interface MoreFiles {
  readonly logs: MoreLogs;
  readonly settings: readonly (readonly [name: string, text: string])[];
}

/** Reads the files beside the orders. */
export async function readMore(own: OwnFiles, options: TicketOptions, orders: EventLog): Promise<MoreFiles> {
  const { nps, csat, visits, tickets } = own;
  const { timeZone } = options;
  const logs = {
    promoterAnswers: nps && (await readAnswers(nps, timeZone)),
    satisfactionAnswers: csat && (await readAnswers(csat, timeZone)),
    visits: visits && (await readVisits(visits, timeZone)),
    tickets: tickets && (await readTickets(tickets, options)),
  };
  const settings = [
    ...fileSetting('nps', nps?.file, logs.promoterAnswers, orders),
    ...fileSetting('csat', csat?.file, logs.satisfactionAnswers, orders),
    ...fileSetting('visits', visits?.file, logs.visits, orders),
    ...fileSetting('tickets', tickets?.file, logs.tickets, orders),
  ];
  return { logs, settings };
}

/** What is known of the customers with one of these orders. */
export function ofBuyers(
  { promoterAnswers, satisfactionAnswers, visits, tickets }: MoreLogs,
  orders: EventLog,
): MoreLogs {
  const buyers = new Set(orders.customers);
  return {
    promoterAnswers: promoterAnswers && rowsOf(promoterAnswers, buyers),
    satisfactionAnswers: satisfactionAnswers && rowsOf(satisfactionAnswers, buyers),
    visits: visits && rowsOf(visits, buyers),
    tickets: tickets && rowsOf(tickets, buyers),
  };
}

/** Rows of people without an order are in no market: they are counted here, and it is a mistake if there are no others. */
function fileSetting(
  name: string,
  file: string | undefined,
  log: EventLog | TenureLog | undefined,
  orders: EventLog,
): [name: string, text: string][] {
  if (file === undefined || log === undefined) return [];
  const rows = rowCount(log);
  const kept = rowCount(rowsOf(log, new Set(orders.customers)));
  if (kept === 0)
    throw new ReportError(
      `none of the customers in ${basename(file)} has an order: there stands "${log.customers[0]}", ` +
        `and in the orders "${orders.customers[0]}"`,
    );
  const others = kept < rows ? `, and ${count(rows - kept)} left out: of people without an order` : '';
  return [[name, `${file}: ${count(kept)} rows${others}`]];
}

const rowCount = (log: EventLog | TenureLog): number => (log.kind === 'events' ? log.at : log.from).length;

function rowsOf<Log extends EventLog | TenureLog>(log: Log, customers: ReadonlySet<CustomerId>): Log {
  const isKept = ({ customer }: { readonly customer: CustomerId }): boolean => customers.has(customer);
  return (log.kind === 'events' ? filterEvents(log, { where: isKept }) : filterTenures(log, isKept)) as Log;
}
