import {
  customerSummaries,
  type EventLog,
  filterEvents,
  giniCoefficient,
  type RfmSegments,
  rfmScores,
  rfmSegments,
  shareHolding,
  topShare,
} from 'tenure';

/** Customers by what they do, and how much hangs on how few. */
export interface SegmentFigures {
  readonly segments: RfmSegments['segments'];
  /** What the scores rest on. */
  readonly definition: RfmSegments['definition'];
  readonly concentration: {
    /** Share of the revenue that the top fifth of the customers brings. */
    readonly topFifthShare: number;
    /** The smallest share of the customers that brings 80 % of the revenue. */
    readonly customersOfFourFifths: number;
    readonly giniCoefficient: number;
  };
}

/** Segments by recency, frequency and money, and the concentration of revenue, of all orders before `asOf`. */
export function segmentFigures(orders: EventLog, asOf: number): SegmentFigures {
  const { segments, definition } = rfmSegments(rfmScores(orders, { asOf }));
  const revenues = customerSummaries(filterEvents(orders, { to: asOf })).amountSum;
  return {
    segments,
    definition,
    concentration: {
      topFifthShare: topShare(revenues, { share: 0.2 }),
      customersOfFourFifths: shareHolding(revenues, { share: 0.8 }),
      giniCoefficient: giniCoefficient(revenues),
    },
  };
}
