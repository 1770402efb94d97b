import { describe, expect, test } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodLabels } from '../../src/time/periodLabels.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { FiscalCalendar, FiscalPeriod } from '../../src/time/types.ts';
import { ALL_WEEKDAYS } from './anyCalendar.ts';
import { DAY } from './oracle.ts';
import { RETAIL } from './retail.ts';

const PATTERNS = ['4-4-5', '4-5-4', '5-4-4'] as const;

const lastSaturdayOf = (month: number): FiscalCalendar => ({
  pattern: '4-4-5',
  endsOn: 'saturday',
  yearEnd: { month, rule: 'last' },
  namedBy: 'end',
});

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

interface Named {
  readonly label: string;
  readonly start: string;
  readonly weeks: number;
}

/** The fiscal periods from the one that holds `from` to that before `to`. */
function periods(fiscal: FiscalCalendar, period: FiscalPeriod, from: string, to: string): Named[] {
  const index = periodIndex({ period, fiscal, from: new Date(from), to: new Date(to) });
  return periodLabels(index).map((label, place) => {
    const [start, end] = [index.boundaries[place]!, index.boundaries[place + 1]!];
    return { label, start: dateOf(start), weeks: (end - start) / (7 * DAY) };
  });
}

function longYears(fiscal: FiscalCalendar, from: string, to: string): string[] {
  return periods(fiscal, 'fiscalYear', from, to)
    .filter(({ weeks }) => weeks === 53)
    .map(({ label }) => label);
}

describe('the retail calendar', () => {
  test('has 53 weeks in 2000, 2006, 2012, 2017 and 2023, else 52', () => {
    expect(longYears(RETAIL, '2000-03-01', '2026-03-01')).toEqual(['FY2000', 'FY2006', 'FY2012', 'FY2017', 'FY2023']);
    const lengths = periods(RETAIL, 'fiscalYear', '1950-01-01', '2100-01-01').map(({ weeks }) => weeks);
    expect(new Set(lengths)).toEqual(new Set([52, 53]));
  });

  test.each([
    ['FY2006', '2006-01-29'],
    ['FY2012', '2012-01-29'],
    ['FY2013', '2013-02-03'],
    ['FY2017', '2017-01-29'],
    ['FY2018', '2018-02-04'],
    ['FY2019', '2019-02-03'],
    ['FY2020', '2020-02-02'],
    ['FY2021', '2021-01-31'],
    ['FY2022', '2022-01-30'],
    ['FY2023', '2023-01-29'],
    ['FY2024', '2024-02-04'],
    ['FY2025', '2025-02-02'],
  ])('%s starts on %s', (label, date) => {
    expect(periodLabel(new Date(date), { period: 'fiscalYear', fiscal: RETAIL })).toBe(label);
    expect(dateOf(periodStart(new Date(`${date}T12:00Z`), { period: 'fiscalYear', fiscal: RETAIL }))).toBe(date);
  });

  test('of 2023 has its months as published, January with the 53rd week', () => {
    const months = periods(RETAIL, 'fiscalMonth', '2023-01-29', '2024-02-04');
    expect(months.map(({ start, weeks }) => [start, weeks])).toEqual([
      ...[
        ['2023-01-29', 4],
        ['2023-02-26', 5],
        ['2023-04-02', 4],
      ],
      ...[
        ['2023-04-30', 4],
        ['2023-05-28', 5],
        ['2023-07-02', 4],
      ],
      ...[
        ['2023-07-30', 4],
        ['2023-08-27', 5],
        ['2023-10-01', 4],
      ],
      ...[
        ['2023-10-29', 4],
        ['2023-11-26', 5],
        ['2023-12-31', 5],
      ],
    ]);
    expect(months.map(({ label }) => label)).toEqual(
      Array.from({ length: 12 }, (_, month) => `FY2023-P${month < 9 ? '0' : ''}${month + 1}`),
    );
  });

  test('of 2024 has its months as published', () => {
    expect(periods(RETAIL, 'fiscalMonth', '2024-02-04', '2025-02-02').map(({ start }) => start)).toEqual([
      ...['2024-02-04', '2024-03-03', '2024-04-07', '2024-05-05', '2024-06-02', '2024-07-07'],
      ...['2024-08-04', '2024-09-01', '2024-10-06', '2024-11-03', '2024-12-01', '2025-01-05'],
    ]);
  });
});

describe('years of companies, from their annual reports', () => {
  test('Apple ends on the last Saturday of September: 53 weeks in 2006, 2012, 2017 and 2023', () => {
    const apple = lastSaturdayOf(9);
    expect(longYears(apple, '2005-10-01', '2024-09-01')).toEqual(['FY2006', 'FY2012', 'FY2017', 'FY2023']);
    expect(periods(apple, 'fiscalYear', '2022-10-01', '2024-09-01').map(({ start }) => start)).toEqual([
      ...['2022-09-25', '2023-10-01'],
    ]);
    // Quarters that ended on 30 December 2023, 30 March, 29 June and 28 September 2024.
    expect(
      periods(apple, 'fiscalQuarter', '2023-10-01', '2024-09-29').map(({ label, start }) => [label, start]),
    ).toEqual([
      ['FY2024-Q1', '2023-10-01'],
      ['FY2024-Q2', '2023-12-31'],
      ['FY2024-Q3', '2024-03-31'],
      ['FY2024-Q4', '2024-06-30'],
    ]);
  });

  test('Cisco ends on the last Saturday of July: 53 weeks in 2010, 2016 and 2021', () => {
    expect(longYears(lastSaturdayOf(7), '2006-01-01', '2024-01-01')).toEqual(['FY2010', 'FY2016', 'FY2021']);
  });

  test('Intel ends on the last Saturday of December: 53 weeks in 2011, 2016 and 2022', () => {
    const intel = lastSaturdayOf(12);
    expect(longYears(intel, '2010-01-01', '2024-01-01')).toEqual(['FY2011', 'FY2016', 'FY2022']);
  });

  test('Johnson & Johnson ends on the Sunday nearest to the end of December, in 2009, 2015 and 2020 in January', () => {
    const fiscal: FiscalCalendar = { ...RETAIL, endsOn: 'sunday', yearEnd: { month: 12, rule: 'nearest' } };
    for (const namedBy of ['start', 'end'] as const) {
      expect(longYears({ ...fiscal, namedBy }, '2009-02-01', '2022-01-01')).toEqual(['FY2009', 'FY2015', 'FY2020']);
      const label = (date: string) =>
        periodLabel(new Date(date), { period: 'fiscalYear', fiscal: { ...fiscal, namedBy } });
      expect(['2021-01-03', '2021-01-04', '2022-01-02', '2022-01-03', '2018-12-30', '2018-12-31'].map(label)).toEqual([
        ...['FY2020', 'FY2021', 'FY2021', 'FY2022', 'FY2018', 'FY2019'],
      ]);
    }
  });
});

/** The last day of a fiscal year, found by going through the days one by one. */
function lastDay(year: number, { endsOn, yearEnd: { month, rule } }: FiscalCalendar): number {
  let monthEnd = Date.UTC(year, month - 1, 28);
  while (new Date(monthEnd + DAY).getUTCMonth() === month - 1) monthEnd += DAY;
  const isLast = (at: number) => ALL_WEEKDAYS[new Date(at).getUTCDay()] === endsOn;
  const offsets = rule === 'last' ? [0, -1, -2, -3, -4, -5, -6] : [0, -1, 1, -2, 2, -3, 3];
  return offsets.map((days) => monthEnd + days * DAY).find(isLast)!;
}

/** All periods of a fiscal year, by handing its weeks out to its months one by one. */
function yearByWeeks(year: number, period: FiscalPeriod, fiscal: FiscalCalendar): Named[] {
  const first = lastDay(year - 1, fiscal) + DAY;
  const end = lastDay(year, fiscal) + DAY;
  const full = fiscal.pattern.split('-').map(Number);
  const found = new Map<string, { start: number; weeks: number }>();
  const name = fiscal.namedBy === 'end' || fiscal.yearEnd.month === 12 ? year : year - 1;
  let [month, inMonth] = [0, 0];
  for (let week = first; week < end; week += 7 * DAY) {
    if (inMonth === full[month % 3] && month < 11) [month, inMonth] = [month + 1, 0];
    inMonth++;
    const part = { fiscalMonth: `-P${month < 9 ? '0' : ''}${month + 1}`, fiscalQuarter: `-Q${1 + ((month / 3) | 0)}` };
    const label = `FY${name}${period === 'fiscalYear' ? '' : part[period]}`;
    const known = found.get(label) ?? { start: week, weeks: 0 };
    found.set(label, { start: known.start, weeks: known.weeks + 1 });
  }
  return [...found].map(([label, { start, weeks }]) => ({ label, start: dateOf(start), weeks }));
}

describe('every fiscal calendar, 1971 to 2099', () => {
  const YEARS = Array.from({ length: 129 }, (_, place) => 1971 + place);

  test.each(ALL_WEEKDAYS)('that ends on %s has the periods that come of counting days and weeks', (endsOn) => {
    for (const [nth, month] of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].entries())
      for (const rule of ['last', 'nearest'] as const)
        for (const period of ['fiscalMonth', 'fiscalQuarter', 'fiscalYear'] as const) {
          const namedBy = nth % 2 === 0 ? 'start' : 'end';
          const fiscal = { pattern: PATTERNS[nth % 3]!, endsOn, yearEnd: { month, rule }, namedBy } as const;
          const expected = YEARS.flatMap((year) => yearByWeeks(year, period, fiscal));
          const end = dateOf(lastDay(2099, fiscal) + DAY);
          expect(periods(fiscal, period, expected[0]!.start, end)).toEqual(expected);
        }
  });

  test('repeats after 400 years, before 1582 and the year 0 too', () => {
    const shift = 146_097 * DAY;
    for (const at of [-70_000, -30_000, 0, 12_345].map((days) => days * 7 * DAY))
      for (const period of ['fiscalMonth', 'fiscalQuarter', 'fiscalYear'] as const) {
        const calendar = { period, fiscal: RETAIL } as const;
        const nameAt = (cycles: number) => periodLabel(at + cycles * shift, calendar).match(/^FY([+-]?\d+)(.*)$/)!;
        for (const cycles of [-7, -1, 3]) {
          expect(periodStart(at + cycles * shift, calendar)).toBe(periodStart(at, calendar) + cycles * shift);
          expect(Number(nameAt(cycles)[1])).toBe(Number(nameAt(0)[1]) + 400 * cycles);
          expect(nameAt(cycles)[2]).toBe(nameAt(0)[2]);
        }
      }
  });
});

describe('fiscal periods', () => {
  test('start at midnight of the zone, and the skipped or repeated hour is within', () => {
    const calendar = { period: 'fiscalMonth', fiscal: RETAIL, timeZone: 'America/New_York' } as const;
    const at = new Date('2024-03-10T12:00Z');
    expect(new Date(periodStart(at, calendar)).toISOString()).toBe('2024-03-03T05:00:00.000Z');
    expect(new Date(addPeriods(at, 1, calendar)).toISOString()).toBe('2024-04-07T04:00:00.000Z');
  });

  test('go by the weeks of their own calendar, whatever day other weeks start on', () => {
    const calendar = { period: 'fiscalMonth', fiscal: RETAIL } as const;
    for (const weekStartsOn of ALL_WEEKDAYS)
      expect(periodStart(0, { ...calendar, weekStartsOn })).toBe(periodStart(0, calendar));
  });

  test('of years that Date does not name have their digits', () => {
    const label = (date: string, fiscal: FiscalCalendar = RETAIL) =>
      periodLabel(new Date(date), { period: 'fiscalQuarter', fiscal });
    expect(label('0033-04-03T00:00:00Z')).toBe('FY0033-Q1');
    expect(label('+012345-04-03T00:00:00Z')).toBe('FY+012345-Q1');
    expect(label('-000044-03-15T00:00:00Z')).toBe('FY-000044-Q1');
    // The year that ends in January 275761 is beyond Date, its first quarter is not.
    expect(label('+275760-03-15T00:00:00Z', { ...RETAIL, namedBy: 'end' })).toBe('FY+275761-Q1');
  });

  test('keep their calendar when the one that was given is changed', () => {
    const yearEnd: { month: number; rule: 'nearest' } = { month: 1, rule: 'nearest' };
    const fiscal = { ...RETAIL, yearEnd };
    const index = periodIndex({ period: 'fiscalYear', fiscal, from: 0, to: 1 });
    yearEnd.month = 6;
    expect(index.fiscal).toEqual(RETAIL);
  });
});
