import type ts from 'typescript';
import type { Metric } from '../../src/catalogue/types.ts';
import { docBlockOf } from '../api/docBlock.ts';
import { exportsOf, type PublicExport, rooms, signatureOf } from '../api/library.ts';
import { inOrder } from './inOrder.ts';
import { metricOf } from './metricOf.ts';

/** A function of a room. */
export interface RoomFunction extends PublicExport {
  readonly room: string;
  /** Whether it returns a number and nothing else. */
  readonly isMetric: boolean;
}

/** Every function of every room, by room, then by name. */
export function roomFunctions(program: ts.Program): RoomFunction[] {
  const checker = program.getTypeChecker();
  return rooms
    .flatMap(({ name: room, file }) =>
      exportsOf(program, file).flatMap((one) => {
        const signature = signatureOf(program, one);
        if (signature === undefined) return [];
        return [{ ...one, room, isMetric: checker.typeToString(signature.getReturnType()) === 'number' }];
      }),
    )
    .sort((one, other) => inOrder(one.room, other.room) || inOrder(one.name, other.name));
}

/** The metrics of the library as their doc blocks describe them. All that is wrong with the blocks is told at once. */
export function readMetrics(program: ts.Program): Metric[] {
  const wrong: string[] = [];
  const metrics = roomFunctions(program).filter(({ isMetric }) => isMetric);
  const found = metrics.flatMap(({ name, room, declaration }) => {
    const block = docBlockOf(declaration) ?? { summary: '', tags: [] };
    try {
      return [metricOf(name, room, block)];
    } catch (error) {
      wrong.push((error as Error).message);
      return [];
    }
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return found;
}
