import { addMonths, MONTHS, monthOf, monthText } from './calendar.ts';
import type { Person } from './people.ts';
import type { CostsRow, CustomerRow } from './rows.ts';
import type { Ticket } from './tickets.ts';
import { MARKETS, type Market } from './truth.ts';

// In minor units of the market's currency.
const ACQUISITION_TEAM = 60_000;
const RETENTION_TEAM = 40_000;
const RETENTION_PER_CUSTOMER = 45;
const SUPPORT_TEAM = 50_000;
const SUPPORT_PER_TICKET = 650;

/** What winning, keeping and helping customers cost, by month and market: a fixed part and one by the head. */
export function costsRows(
  people: readonly Person[],
  customers: readonly CustomerRow[],
  tickets: readonly Ticket[],
): CostsRow[] {
  const rows: CostsRow[] = [];
  for (let month = 0; month < MONTHS; month++)
    for (const market of MARKETS) rows.push(costsRow(month, market, people, customers, tickets));
  return rows;
}

function costsRow(
  month: number,
  market: Market,
  people: readonly Person[],
  customers: readonly CustomerRow[],
  tickets: readonly Ticket[],
): CostsRow {
  const ofMarket = people.filter((person) => person.market === market);
  const joined = ofMarket.filter((person) => monthOf(person.joinedDay) === month);
  const won = joined.reduce((sum, { number }) => sum + Math.round(customers[number - 1]!.acquisition_cost * 100), 0);
  const firstDay = addMonths(0, month);
  const kept = ofMarket.filter((person) => person.joinedDay < firstDay && firstDay < person.leftDay).length;
  const opened = tickets.filter(({ person, day }) => person.market === market && monthOf(day) === month).length;
  return {
    month: monthText(month),
    market: market.name,
    currency: market.currency,
    acquisition_spend: (ACQUISITION_TEAM + won) / 100,
    retention_spend: (RETENTION_TEAM + RETENTION_PER_CUSTOMER * kept) / 100,
    support_spend: (SUPPORT_TEAM + SUPPORT_PER_TICKET * opened) / 100,
  };
}
