// What holds for hours, for several that make one, and for fiscal periods alike, in every zone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodAt } from '../../src/time/periodAt.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodLabels } from '../../src/time/periodLabels.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import { anyBlocks, anyFiscalPeriods, anyHours, anyInstant } from './anyCalendar.ts';
import { DAY } from './oracle.ts';

const KINDS = [
  ['hours', anyHours, 20 * DAY],
  ['several that make one', anyBlocks, 1500 * DAY],
  ['fiscal periods', anyFiscalPeriods, 1500 * DAY],
] as const;

describe.each(KINDS)('%s', (_, anyCalendar, longest) => {
  const length = fc.integer({ min: 1, max: longest });

  test('hold their instant: one starts at or before it, the next after', () => {
    fc.assert(
      fc.property(anyInstant, anyCalendar, (at, calendar) => {
        expect(periodStart(at, calendar)).toBeLessThanOrEqual(at);
        expect(addPeriods(at, 1, calendar)).toBeGreaterThan(at);
        expect(addPeriods(at, 0, calendar)).toBe(periodStart(at, calendar));
      }),
      { numRuns: 120 },
    );
  });

  test('follow each other without gap or overlap, and period k is the first and k more', () => {
    fc.assert(
      fc.property(anyInstant, length, anyCalendar, fc.nat(), (from, span, calendar, nth) => {
        const index = periodIndex({ ...calendar, from, to: from + span });
        const { boundaries, count } = index;
        expect(boundaries[0]).toBe(periodStart(from, calendar));
        expect([periodAt(index, from), periodAt(index, from + span - 1)]).toEqual([0, count - 1]);
        expect(boundaries).toEqual(boundaries.slice().sort());
        for (const place of [nth % (count + 1), count - 1, count])
          expect(boundaries[place]).toBe(addPeriods(from, place, calendar));
      }),
      { numRuns: 120 },
    );
  });

  test('are the same ones wherever the index begins', () => {
    fc.assert(
      fc.property(anyInstant, length, length, anyCalendar, (from, earlier, span, calendar) => {
        const to = from + span;
        const index = periodIndex({ ...calendar, from, to });
        const longer = periodIndex({ ...calendar, from: from - earlier, to });
        expect(longer.boundaries.slice(-index.boundaries.length)).toEqual(index.boundaries);
        expect(periodLabels(longer).slice(longer.count - index.count)).toEqual(periodLabels(index));
      }),
      { numRuns: 100 },
    );
  });

  test('have a name each, that of their first instant', () => {
    fc.assert(
      fc.property(anyInstant, length, anyCalendar, (from, span, calendar) => {
        const index = periodIndex({ ...calendar, from, to: from + span });
        const labels = periodLabels(index);
        expect(new Set(labels).size).toBe(index.count);
        for (const [place, label] of labels.entries()) {
          const at = index.boundaries[place]!;
          if (at < index.boundaries[place + 1]!) expect(label).toBe(periodLabel(at, calendar));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a more and then b more are a + b more', () => {
    const count = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(anyInstant, count, count, anyCalendar, (at, a, b, calendar) => {
        const between = addPeriods(at, a, calendar);
        expect(addPeriods(between, b, calendar)).toBe(addPeriods(at, a + b, calendar));
        expect(addPeriods(at, a + 1, calendar)).toBeGreaterThan(between);
      }),
      { numRuns: 120 },
    );
  });

  test('an index is plain data that carries its calendar, frozen options or not', () => {
    fc.assert(
      fc.property(anyInstant, length, anyCalendar, (from, span, calendar) => {
        const options = Object.freeze({ ...calendar, from, to: from + span });
        if (calendar.fiscal) Object.freeze(calendar.fiscal);
        const { count, boundaries, cells, cellWidth, ...carried } = periodIndex(options);
        expect(carried).toEqual(calendar);
        expect(JSON.parse(JSON.stringify(carried))).toEqual(calendar);
        expect([count + 1, cells.length * cellWidth >= boundaries[count]! - boundaries[0]!]).toEqual([
          boundaries.length,
          true,
        ]);
      }),
      { numRuns: 50 },
    );
  });

  test('an empty interval has no period, and the start of the one around it as boundary', () => {
    fc.assert(
      fc.property(anyInstant, anyCalendar, (at, calendar) => {
        const index = periodIndex({ ...calendar, from: at, to: at });
        expect([index.count, ...index.boundaries]).toEqual([0, periodStart(at, calendar)]);
        expect(periodLabels(index)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('at the ends of time there is a period or an InputError', () => {
    const edge = fc.oneof(fc.integer({ min: 0, max: 400 * DAY }), fc.constantFrom(0, 1, 3_600_000, DAY));
    fc.assert(
      fc.property(edge, fc.constantFrom(-1, 1), anyCalendar, (inwards, side, calendar) => {
        const at = side * (8.64e15 - inwards);
        for (const call of [
          () => new Date(periodStart(at, calendar)).toISOString(),
          () => periodLabel(at, calendar),
          () => periodLabels(periodIndex({ ...calendar, from: at - (side > 0 ? 1 : 0), to: at + (side > 0 ? 0 : 1) })),
          () => new Date(addPeriods(at, side, calendar)).toISOString(),
        ])
          try {
            call();
          } catch (error) {
            expect(error).toMatchObject({ name: 'InputError', code: 'not-an-instant' });
          }
      }),
      { numRuns: 120 },
    );
  });
});
