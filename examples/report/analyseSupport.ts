import {
  filterTenures,
  type ProportionInterval,
  proportionInterval,
  resolutionTimeInterval,
  type SurvivalQuantile,
  type TenureLog,
  type TicketCounts,
  ticketCounts,
  ticketTimes,
  unresolvedShare,
} from 'tenure';
import { periodIndex, periodLabels } from 'tenure/time';
import type { MarketSettings } from './market.ts';
import type { Span } from './spans.ts';

/** Requests for help that were opened in a stretch of time. */
export interface TicketFigures extends TicketCounts {
  readonly unresolvedShare: number;
  readonly unresolvedInterval: ProportionInterval;
  /** Hours until half of them were resolved; those still open count for as long as they are. */
  readonly resolutionTime: SurvivalQuantile;
}

/** Requests for help, by the quarter in which they were opened. */
export interface SupportFigures {
  readonly quarters: readonly (TicketFigures & { readonly label: string; readonly state: 'observed' | 'partial' })[];
}

/** Tickets by quarter, up to the day of the report. */
export function supportFigures(tickets: TenureLog, { timeZone, asOf }: MarketSettings): SupportFigures {
  const from = tickets.from.reduce((first, at) => Math.min(first, at), asOf);
  const index = periodIndex({ period: 'quarter', timeZone, from, to: asOf });
  const quarters = periodLabels(index).map((label, place) => {
    const end = index.boundaries[place + 1]!;
    const span = { from: index.boundaries[place]!, to: Math.min(end, asOf) };
    return {
      label,
      state: end <= asOf ? ('observed' as const) : ('partial' as const),
      ...ticketFigures(tickets, span),
    };
  });
  return { quarters };
}

function ticketFigures(tickets: TenureLog, span: Span): TicketFigures {
  const counts = ticketCounts(tickets, span);
  const opened = filterTenures(tickets, ({ from }) => from >= span.from && from < span.to);
  return {
    ...counts,
    unresolvedShare: unresolvedShare(counts),
    unresolvedInterval: proportionInterval({ successes: counts.unresolvedTickets, trials: counts.openedTickets }),
    resolutionTime: resolutionTimeInterval(ticketTimes(opened)),
  };
}
