import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { checkSegments, type SegmentRetention } from './segmentRetention.ts';

/** What one segment had to do with a change. */
export interface SegmentChange {
  /** The segment. */
  readonly segment: string | number;
  /** What its own rate did to the rate of all. */
  readonly within: number;
  /** What its share of the members did to the rate of all. */
  readonly mix: number;
  /** Its share of the members before. */
  readonly shareBefore: number;
  /** Its share of the members after. */
  readonly shareAfter: number;
  /** Its rate before; NaN where it had no member. */
  readonly rateBefore: number;
  /** Its rate after; NaN where it had no member. */
  readonly rateAfter: number;
}

/** A change in a retention rate, in two parts that add up to it. */
export interface RetentionChange {
  /** The rate of all members before. */
  readonly rateBefore: number;
  /** The rate of all members after. */
  readonly rateAfter: number;
  /** rateAfter - rateBefore. */
  readonly change: number;
  /** What comes of the rates within segments. */
  readonly within: number;
  /** What comes of the mix of segments. */
  readonly mix: number;
  /** One a segment: those of before, in their order, then those that are new. */
  readonly segments: readonly SegmentChange[];
  /** What the parts rest on. */
  readonly definition: {
    /** Shares and rates are each weighed by the mean of before and after. */
    readonly method: 'symmetric';
    /** What a segment's rate is held against where its share changes: the mean of the rates of all, before and after. */
    readonly mixAgainst: 'meanRate';
  };
}

/**
 * What of a change in retention happened within segments, and what came of a change in their mix.
 *
 * within = mean share x change of rate; mix = change of share x (mean rate - mean rate of all); both added up over segments
 *
 * Means are those of before and after, so that the parts are the same, with the sign turned, the other way round. The
 * mean rate of all is taken off since a change of share counts by where it goes: a growing segment lifts the rate of all
 * only where it is better than the rest. As changes of share add up to 0, it changes no sum.
 *
 * A segment that is not there on one side, or has no member there, has no rate to have changed: all of it is mix.
 *
 * @param before - members, and those retained, of each segment
 * @param after - the same at the later time
 * @returns the two parts, of all and of each segment
 * @undefinedWhen there was no member on either side (all but the rates of segments NaN)
 * @throws InputError `not-rows`, `not-a-record`, `not-an-id`, `duplicate-id`, `not-a-quantity`, `above-limit`
 * @example
 * const { change, within, mix } = retentionChange(
 *   [{ segment: 'free', members: 100, retained: 20 }, { segment: 'paid', members: 300, retained: 240 }],
 *   [{ segment: 'free', members: 300, retained: 90 }, { segment: 'paid', members: 100, retained: 90 }],
 * );
 * [change, within, mix].map((part) => part.toFixed(2)) // ['-0.20', '0.10', '-0.30']
 * @reference Kitagawa (1955), Components of a difference between two rates
 */
export function retentionChange(
  before: readonly SegmentRetention[],
  after: readonly SegmentRetention[],
): RetentionChange {
  const [first, second] = [checkSegments('before', before), checkSegments('after', after)];
  const [rateBefore, rateAfter] = [ratio(first.retained, first.members), ratio(second.retained, second.members)];
  const names = [...new Set([...first.segments.keys(), ...second.segments.keys()])];
  const segments = names.map((segment) => {
    const [own, later] = [first.segments.get(segment), second.segments.get(segment)];
    return segmentChange(segment, {
      ...{
        shareBefore: ratio(own?.members ?? 0, first.members),
        shareAfter: ratio(later?.members ?? 0, second.members),
      },
      ...{ rateBefore: rateOf(own), rateAfter: rateOf(later), meanRate: (rateBefore + rateAfter) / 2 },
    });
  });
  const total = (part: (segment: SegmentChange) => number): number =>
    Number.isNaN(rateBefore + rateAfter) ? Number.NaN : sum(segments.map(part));
  return {
    ...{ rateBefore, rateAfter, change: rateAfter - rateBefore },
    ...{ within: total(({ within }) => within), mix: total(({ mix }) => mix), segments },
    definition: { method: 'symmetric', mixAgainst: 'meanRate' },
  };
}

function rateOf(segment: SegmentRetention | undefined): number {
  return segment === undefined ? Number.NaN : ratio(segment.retained, segment.members);
}

interface Standing extends Pick<SegmentChange, 'shareBefore' | 'shareAfter' | 'rateBefore' | 'rateAfter'> {
  /** The mean of the rates of all. */
  readonly meanRate: number;
}

function segmentChange(segment: string | number, { meanRate, ...standing }: Standing): SegmentChange {
  const { shareBefore, shareAfter, rateBefore, rateAfter } = standing;
  const isThere = [rateBefore, rateAfter].map((rate) => !Number.isNaN(rate));
  // Where there is no rate on either side there is no share either, and any rate will do. Adding 0 makes 0 of -0.
  const from = isThere[0] ? rateBefore : isThere[1] ? rateAfter : meanRate;
  const to = isThere[1] ? rateAfter : from;
  return {
    segment,
    within: ((shareBefore + shareAfter) / 2) * (to - from) + 0,
    mix: (shareAfter - shareBefore) * ((from + to) / 2 - meanRate) + 0,
    ...standing,
  };
}
