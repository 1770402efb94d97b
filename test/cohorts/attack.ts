// What a reader finds out of a table whose small cells are hidden, and tables to try it on.
import fc from 'fast-check';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { anyAsked, isTold } from './anyTables.ts';
import { events } from './cohortOracle.ts';
import { MONTHLY, plainTable } from './plainTables.ts';

/** Cohorts of up to 60, of whom any number is retained: those of the period, or fewer from each period to the next. */
const anyCounts = fc
  .record({
    sizes: fc.array(fc.oneof(fc.nat(12), fc.nat(60)), { minLength: 1, maxLength: 7 }),
    shares: fc.infiniteStream(fc.oneof(fc.constantFrom(0, 0.02, 0.95, 1), fc.double({ min: 0, max: 1, noNaN: true }))),
    match: fc.constantFrom(...(['on', 'on', 'onOrAfter', 'streak'] as const)),
  })
  .map(({ sizes, shares, match }) => {
    const rows = sizes.map((size, place) => {
      let among = size;
      const cells = Array.from({ length: sizes.length - place }, () => {
        const retained = Math.round(among * shares.next().value!);
        if (match !== 'on') among = retained;
        return [size, retained] as const;
      });
      return [`2024-0${place + 1}`, cells] as const;
    });
    const table = plainTable(Object.fromEntries(rows), { ...MONTHLY, match });
    const cohorts = table.cohorts.map((cohort) => ({
      ...cohort,
      returnedInPeriod0: Math.round(cohort.size * shares.next().value!),
    }));
    return { ...table, cohorts };
  });

/** Tables of counts, and of random logs by random options. */
export const anyTableToHide: fc.Arbitrary<CohortTable> = fc.oneof(
  { weight: 2, arbitrary: anyCounts },
  {
    weight: 1,
    arbitrary: anyAsked
      .filter(({ rows, options }) => isTold(rows, options) && options.period !== 'day')
      .map(({ rows, options }) => cohortTable(events(rows), options)),
  },
);

/** A figure that totals hold: what it counts, and whether it can be read. */
interface Figure {
  readonly isShown: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

/** What is found, in words; `table` holds the truth, which the totals are made of. */
export function findings(table: CohortTable, safe: CohortTable, least: number): string[] {
  const found: string[] = [];
  const isFew = (count: number): boolean => count > 0 && count < least;
  const report = (where: string, counts: Readonly<Record<string, number>>): void => {
    for (const [what, count] of Object.entries(counts)) if (isFew(count)) found.push(`${where}: ${what} ${count}`);
  };
  const isNested = table.definition.match !== 'on';
  const isRising = table.definition.match === 'onOrBefore';
  const isChained = table.definition.base === 'previousPeriod';

  for (const { label, size, returnedInPeriod0, cells } of safe.cohorts) {
    report(label, { size, returnedInPeriod0, others: size - returnedInPeriod0 });
    let last = { members: size, retained: size };
    for (const { period, members, retained, base, state } of cells) {
      if (state === 'suppressed') {
        if (isChained) last = { members: Number.NaN, retained: Number.NaN };
        continue;
      }
      // A base after a hidden cell is what was hidden.
      if (isChained && Number.isNaN(last.members) && !Number.isNaN(size))
        found.push(`${label} ${period}: base ${base}`);
      report(`${label} ${period}`, { members, retained, lost: members - retained, base, rest: members - base });
      report(`${label} ${period} to the one before`, { came: Math.abs(last.members - members) });
      if (isNested) report(`${label} ${period} to the one before`, { left: Math.abs(last.retained - retained) });
      if (isNested && isChained) report(`${label} ${period}`, { change: Math.abs(base - retained) });
      last = { members, retained };
    }
  }

  const fromTotal = (where: string, figures: readonly Figure[]): void => {
    const hidden = figures.filter(({ isShown }) => !isShown);
    // Where all is hidden the total is itself about few, and not to be published.
    if (hidden.length === 0 || hidden.length === figures.length) return;
    if (hidden.length === 1) found.push(`${where}: the only hidden one`);
    for (const what of Object.keys(hidden[0]!.counts))
      report(`${where}, of all hidden`, { [what]: hidden.reduce((sum, { counts }) => sum + counts[what]!, 0) });
  };

  const somebody = table.cohorts
    .map((cohort, place) => ({ cohort, own: safe.cohorts[place]! }))
    .filter(({ cohort }) => cohort.size > 0);
  fromTotal(
    'sizes',
    somebody.map(({ cohort, own }) => ({ isShown: !Number.isNaN(own.size), counts: { size: cohort.size } })),
  );
  for (const some of [somebody, somebody.filter(({ own }) => !Number.isNaN(own.size))]) {
    fromTotal(
      'returned',
      some.map(({ cohort: { size, returnedInPeriod0 }, own }) => ({
        isShown: !Number.isNaN(own.returnedInPeriod0),
        counts: { returnedInPeriod0, others: size - returnedInPeriod0 },
      })),
    );
    const periods = new Set(some.flatMap(({ cohort }) => cohort.cells.map(({ period }) => period)));
    for (const period of periods) {
      const column = some.flatMap(({ cohort, own }) => {
        const place = cohort.cells.findIndex((cell) => cell.period === period);
        const cell = cohort.cells[place];
        if (cell?.state !== 'observed' || cell.members === 0) return [];
        return [{ cohort, own, place, cell }];
      });
      // Where all is hidden the total is itself about few, and not to be published.
      if (column.every(({ own, place }) => own.cells[place]!.state === 'suppressed')) continue;
      const figures = column.map(({ cohort, own, place, cell: { members, retained, base } }) => ({
        isShown:
          own.cells[place]!.state !== 'suppressed' ||
          (isNested && !Number.isNaN(own.size) && isCaught(cohort.cells, own.cells, place, isRising)),
        counts: { members, retained, lost: members - retained, base, rest: members - base },
      }));
      fromTotal(`column ${period}`, figures);
      if (!isNested) continue;
      // From the totals of two columns: how many left between them, of those of whom it is not shown.
      const steps = column.flatMap(({ cohort, own, place, cell }) => {
        const before = cohort.cells[place - 1];
        if (before === undefined) return [];
        const isShown = [place, place - 1].every((at) => own.cells[at]!.state !== 'suppressed');
        return [{ isShown, counts: { left: Math.abs(before.retained - cell.retained) } }];
      });
      const hidden = steps.filter(({ isShown }) => !isShown);
      report(`columns up to ${period}`, { left: hidden.reduce((sum, { counts }) => sum + counts.left, 0) });
    }
  }
  return found;
}

/** Whether the shown cells beside a hidden one leave one number: retained never rise, or by onOrBefore never fall. */
function isCaught(truth: Cells, cells: Cells, place: number, isRising: boolean): boolean {
  const isShown = ({ state }: { readonly state: string }): boolean => state !== 'suppressed';
  const { members } = truth[place]!;
  const earlier = cells.slice(0, place).filter(isShown);
  const later = cells.slice(place + 1).filter(isShown);
  const possible = Array.from({ length: members + 1 }, (_, retained) => retained).filter((retained) => {
    if (!isRising)
      return earlier.every((cell) => cell.retained >= retained) && later.every((cell) => cell.retained <= retained);
    const same = (some: Cells) => some.filter((cell) => cell.members === members && cell.period > 0);
    return (
      same(earlier).every((cell) => cell.retained <= retained) && same(later).every((cell) => cell.retained >= retained)
    );
  });
  return earlier.length > 0 && possible.length === 1;
}

type Cells = CohortTable['cohorts'][number]['cells'];
