/** What a table counts of members: one entry a cell. */
export interface TallyLayer {
  /** Members that the cell is about. */
  readonly members: Int32Array;
  /** Those retained. */
  readonly retained: Int32Array;
  /** Those retained in the column before; the members, where rates are of the cohort. */
  readonly base: Int32Array;
  /** Their amounts, without what rounding lost; empty where the log has none. */
  readonly amounts: Float64Array;
  /** What rounding lost, to be added at the end (Neumaier). */
  readonly lost: Float64Array;
}

/** The counts of a table: of each cohort a row of cells, one after the other. */
export interface CohortTally {
  /** Where each cohort's row begins, and where the last ends. */
  readonly rows: Int32Array;
  /** Members per cohort. */
  readonly sizes: Int32Array;
  /** The instant at which the first of them came; Infinity of nobody, and where cohorts are all of one period. */
  readonly firstAt: Float64Array;
  /** Those with another event, later than their first, in their own first period. */
  readonly returned: Int32Array;
  /** Each cell's members for whom its column has ended. */
  readonly ended: TallyLayer;
  /** Those for whom it has begun and not ended. */
  readonly begun: TallyLayer;
}

/** A tally of nobody. */
export function emptyTally(rows: Int32Array, hasAmounts: boolean, hasBase: boolean): CohortTally {
  const cohorts = rows.length - 1;
  const cells = rows[cohorts]!;
  return {
    rows,
    sizes: new Int32Array(cohorts),
    firstAt: new Float64Array(cohorts).fill(Infinity),
    returned: new Int32Array(cohorts),
    ended: emptyLayer(cells, hasAmounts, hasBase),
    begun: emptyLayer(cells, hasAmounts, hasBase),
  };
}

function emptyLayer(cells: number, hasAmounts: boolean, hasBase: boolean): TallyLayer {
  const members = new Int32Array(cells);
  return {
    members,
    retained: new Int32Array(cells),
    base: hasBase ? new Int32Array(cells) : members,
    amounts: new Float64Array(hasAmounts ? cells : 0),
    lost: new Float64Array(hasAmounts ? cells : 0),
  };
}
