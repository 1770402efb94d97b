import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { ID } from '../log/valueKind.ts';
import { sum } from '../numeric/sum.ts';

/** One segment's members at one time, and those of them who were retained; a `CohortCell` has both. */
export interface SegmentRetention {
  /** What the segment is known by, the same at both times: a text that is not empty, or a number. */
  readonly segment: string | number;
  /** Its members. */
  readonly members: number;
  /** Those of them who were retained. */
  readonly retained: number;
}

/** Segments by what they are known by, and all of them together. */
export interface CheckedSegments {
  readonly segments: ReadonlyMap<string | number, SegmentRetention>;
  readonly members: number;
  readonly retained: number;
}

const METRIC = 'retentionChange';

/** Refuses what are no segments, each there once; `name` is the argument they came as. */
export function checkSegments(name: string, rows: readonly SegmentRetention[]): CheckedSegments {
  if (!Array.isArray(rows)) refuse('not-rows', METRIC, [name], 'an array of segments', rows);
  const segments = new Map<string | number, SegmentRetention>();
  for (let place = 0; place < rows.length; place++) {
    const row = checkSegment(`${name}[${place}]`, rows[place]!);
    if (segments.has(row.segment))
      refuse('duplicate-id', METRIC, [name, place, 'segment'], `in "${name}" once`, row.segment);
    segments.set(row.segment, row);
  }
  const members = sum([...segments.values()].map((row) => row.members));
  const retained = sum([...segments.values()].map((row) => row.retained));
  if (members === Infinity) refuse('above-limit', METRIC, [name], 'of a finite sum of members', members);
  return { segments, members, retained };
}

function checkSegment(path: string, row: SegmentRetention): SegmentRetention {
  checkRecord(METRIC, path, row);
  const { segment, members, retained } = row;
  if (!ID.isValid(segment)) refuse(ID.code, METRIC, [`${path}.segment`], ID.expected, segment);
  checkQuantity(METRIC, `${path}.members`, members);
  checkQuantity(METRIC, `${path}.retained`, retained);
  return { segment, members, retained: checkAtMost(METRIC, `${path}.retained`, retained, 'members', members) };
}
