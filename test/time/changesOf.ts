import { offsetReader } from '../../src/time/offsetReader.ts';
import { offsetStretches } from '../../src/time/offsetStretches.ts';
import { PROBE_STEP } from '../../src/time/zoneClock.ts';
import { zoneFormat } from '../../src/time/zoneFormat.ts';

/** The instants in (from, to] at which a zone changes its offset, as the library finds them. */
export function changesOf(timeZone: string, from: number, to: number): number[] {
  const offsetAt = offsetReader(zoneFormat('changesOf', timeZone));
  const changes: number[] = [];
  let offset = offsetAt(from);
  for (let step = Math.floor(from / PROBE_STEP); step * PROBE_STEP < to; step++)
    for (const stretch of offsetStretches(offsetAt, step * PROBE_STEP, (step + 1) * PROBE_STEP)) {
      if (stretch.offset !== offset && stretch.from > from && stretch.from <= to) changes.push(stretch.from);
      if (stretch.from >= from) offset = stretch.offset;
    }
  return changes;
}
