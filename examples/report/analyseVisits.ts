import {
  type EngagementByPeriod,
  type EngagementPeriod,
  type EventLog,
  engagementByPeriod,
  engagementFrequency,
} from 'tenure';
import type { MarketSettings } from './market.ts';

/** Visits of customers, period by period. */
export interface VisitFigures {
  readonly rows: readonly (EngagementPeriod & { readonly engagementFrequency: number })[];
  readonly definition: EngagementByPeriod['definition'];
}

/** Visits, customers with one, and visits a customer with one, by the market's calendar. */
export function visitFigures(visits: EventLog, { period, timeZone, asOf }: MarketSettings): VisitFigures {
  const { periods, definition } = engagementByPeriod(visits, { period, timeZone, asOf });
  return { rows: periods.map((row) => ({ ...row, engagementFrequency: engagementFrequency(row) })), definition };
}
