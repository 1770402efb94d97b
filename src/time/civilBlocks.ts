import type { CivilArithmetic } from './civilPeriod.ts';

/** Periods made of `every` others, counted from the one that starts at `origin`, before it and after. */
export function civilBlocks(single: CivilArithmetic, every: number, origin: number): CivilArithmetic {
  return {
    startOf: (civil) => {
      const blocks = Math.floor(single.between(origin, single.startOf(civil)) / every);
      return single.add(origin, blocks * every);
    },
    add: (start, count) => single.add(start, count * every),
    between: (earlier, later) => single.between(earlier, later) / every,
  };
}
