import { periodLabels } from './periodLabels.ts';
import type { PeriodIndex } from './types.ts';

/** A period of an index as a table's row begins. */
export interface PeriodFrame {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The periods of an index that have a length, each with its place: a day that the zone skipped holds nothing. */
export function periodFrames(index: PeriodIndex): { readonly place: number; readonly frame: PeriodFrame }[] {
  return periodLabels(index)
    .map((label, place) => ({
      place,
      frame: { label, from: index.boundaries[place]!, to: index.boundaries[place + 1]! },
    }))
    .filter(({ frame }) => frame.from < frame.to);
}
