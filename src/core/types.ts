/** A moment: a `Date`, or whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Date | number;

/** What a customer is known by. Ids keep their type: `'1'` and `1` are two customers. */
export type CustomerId = string | number;

/** What an attribute of an event or a tenure may hold. */
export type AttributeValue = string | number | boolean | null;

/** The two ends of an interval estimate. */
export interface Interval {
  /** The lower end. */
  readonly lower: number;
  /** The upper end. */
  readonly upper: number;
}

/** How sure an interval estimate is to be. */
export interface LevelOptions {
  /** Share of such intervals that hold the true value, above 0 and below 1; 0.95 unless told. */
  readonly level?: number;
}
