import type { OffsetReader } from './offsetReader.ts';

/** A stretch of time, `to` not included, over which a zone keeps one offset. All in milliseconds. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const SECOND = 1000;

/**
 * Cuts a stretch of whole seconds, by bisection, into stretches that keep one offset; neighbours may share theirs. A
 * change that is undone within the stretch goes unseen.
 */
export function offsetStretches(offsetAt: OffsetReader, from: number, to: number): OffsetStretch[] {
  const offset = offsetAt(from);
  if (offset === offsetAt(to) || to - from === SECOND) return [{ from, to, offset }];
  const middle = from + Math.floor((to - from) / (2 * SECOND)) * SECOND;
  return [...offsetStretches(offsetAt, from, middle), ...offsetStretches(offsetAt, middle, to)];
}
