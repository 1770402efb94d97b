import { MAX_INSTANT } from '../core/checks.ts';

/** How far the zone's clock is ahead of UTC at an instant, both in milliseconds. */
export type OffsetReader = (instant: number) => number;

/** Reads offsets through `Intl`, each instant once; beyond the reach of `Date` the last offset within it holds. */
export function offsetReader(format: Intl.DateTimeFormat): OffsetReader {
  const known = new Map<number, number>();
  return (instant) => {
    const at = Math.min(Math.max(instant, -MAX_INSTANT), MAX_INSTANT);
    let offset = known.get(at);
    if (offset === undefined) {
      offset = offsetIn(format.format(at));
      known.set(at, offset);
    }
    return offset;
  };
}

/** The offset in a text such as '31, GMT-04:56:02'; 'GMT' alone is none. */
function offsetIn(text: string): number {
  const fields = text.slice(text.indexOf('GMT') + 4).split(':');
  const [hours = 0, minutes = 0, seconds = 0] = fields.map(Number);
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return text.includes('-') ? -size : size;
}
