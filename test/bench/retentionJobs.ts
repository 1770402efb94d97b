// The jobs of the comparison, by this library and by DuckDB. Both sides' results are laid out as the same numbers.
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { type CohortTableColumns, cohortTableColumns } from '../../src/cohorts/cohortTableColumns.ts';
import { customerLifecycle } from '../../src/cohorts/customerLifecycle.ts';
import type { CohortCell, CohortTable } from '../../src/cohorts/types.ts';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { rfmScores } from '../../src/segments/rfmScores.ts';
import { END, type GeneratedEvents, START } from './generateEvents.ts';
import { customersOf } from './powerLawEvents.ts';
import * as sql from './retentionSql.ts';

/** One question, put to both. Only `run` and the statements are timed. */
export interface Job {
  readonly name: string;
  /** How many times as fast as DuckDB it is to be. */
  readonly goal: number;
  readonly run: () => unknown;
  /** What `run` gave, as numbers. */
  readonly figures: (result: never) => Float64Array;
  /** What DuckDB is asked, one statement after the other. */
  readonly statements: readonly string[];
  /** What is asked of the tables that the statements made, where they made one. */
  readonly readBack?: string;
  /** The columns that each statement, or the reading back, gave, as the same numbers. */
  readonly duckFigures: (results: readonly Columns[]) => Float64Array;
}

type Columns = readonly (readonly unknown[])[];

const DAY = 86_400_000;
const DAYS = (END - START) / DAY;
/** Months from December 2021, which the first of the 36 is to New York, to January 2025. */
const MONTHS = 38;
const LAST_DAY = 90;
/** The end of January 2025: then the month after the last event is over as well, and who went silent in it known. */
const MONTH_AFTER = Date.UTC(2025, 1, 1);

/** The jobs, on a log of the events. */
export function retentionJobs(events: GeneratedEvents, log: EventLog): Job[] {
  const utc = { period: 'month', asOf: END } as const;
  const monthly = { figures: monthlyFigures(retainedOf), duckFigures: monthlyCells };
  const daily = { statements: [sql.daily, sql.dailyLast], duckFigures: dailyCells };
  const customers = customersOf(events.at.length);
  // Questions without amounts are put to a log without them, as the statements read none.
  const visits = withoutAmounts(log);
  const build = (): CohortTable => cohortTable(eventLogFromColumns(events), utc);
  return [
    { name: 'J1 UTC', goal: 15, run: () => cohortTable(visits, utc), statements: [sql.monthly], ...monthly },
    {
      name: 'J1 UTC, bitmask',
      goal: 8,
      run: () => cohortTable(visits, utc),
      statements: [sql.monthlyByBits],
      ...monthly,
    },
    {
      name: 'J1 New York',
      goal: 50,
      run: () => cohortTable(visits, { ...utc, timeZone: 'America/New_York' }),
      statements: [sql.monthlyNewYork],
      ...monthly,
    },
    {
      name: 'J2',
      goal: 20,
      run: () => dailyColumns(visits),
      figures: dailyColumnFigures,
      ...daily,
    },
    {
      name: 'J2, records',
      goal: 20,
      run: () => dailyTables(visits),
      figures: dailyFigures,
      ...daily,
    },
    {
      name: 'J3',
      goal: 10,
      run: () => cohortTable(log, utc),
      figures: monthlyFigures((cell) => cell.amount),
      statements: [sql.revenue],
      duckFigures: monthlyCells,
    },
    {
      name: 'J4',
      goal: 15,
      run: () => summaryFigures(log),
      figures: (result: Float64Array) => result,
      statements: [sql.summary],
      readBack: 'select customer_id, repeats, recency, age, repeat_mean from summary',
      duckFigures: (results) => customerFigures(results, customers),
    },
    {
      name: 'RFM',
      goal: 3.5,
      run: () => rfmScores(log, { asOf: END, method: 'ntile' }),
      figures: scoreFigures,
      statements: [sql.scores],
      readBack: 'select customer_id, score from scores',
      duckFigures: (results) => customerFigures(results, customers),
    },
    {
      name: 'J5',
      goal: 12,
      run: () => customerLifecycle(log, { period: 'month', asOf: MONTH_AFTER }),
      figures: lifecycleFigures,
      statements: [sql.lifecycle],
      duckFigures: lifecycleCells,
    },
    { name: 'build and J1', goal: 1.8, run: build, statements: [sql.monthly], ...monthly },
  ];
}

function retainedOf(cell: CohortCell): number {
  return cell.retained;
}

/** Months since December 2021 of a label such as '2022-01'. */
function monthOf(label: string): number {
  return Number(label.slice(0, 4)) * 12 + Number(label.slice(5)) - (2021 * 12 + 12);
}

function monthlyFigures(figure: (cell: CohortCell) => number): (table: CohortTable) => Float64Array {
  return ({ cohorts }) => {
    const figures = new Float64Array(MONTHS * MONTHS);
    for (const { label, cells } of cohorts)
      for (const cell of cells) figures[monthOf(label) * MONTHS + cell.period] = figure(cell);
    return figures;
  };
}

function monthlyCells([columns]: readonly Columns[]): Float64Array {
  const figures = new Float64Array(MONTHS * MONTHS);
  const [cohort, period, count] = columns!;
  cohort!.forEach((month, row) => {
    figures[Number(month) * MONTHS + Number(period![row])] = Number(count![row]);
  });
  return figures;
}

function dailyTables(log: EventLog): CohortTable[] {
  return (['on', 'onOrAfter'] as const).map((match) =>
    cohortTable(log, { period: 'day', asOf: END, match, lastPeriod: LAST_DAY }),
  );
}

function dailyColumns(log: EventLog): CohortTableColumns[] {
  return (['on', 'onOrAfter'] as const).map((match) =>
    cohortTableColumns(log, { period: 'day', asOf: END, match, lastPeriod: LAST_DAY }),
  );
}

function dailyColumnFigures(tables: readonly CohortTableColumns[]): Float64Array {
  const figures = new Float64Array(2 * DAYS * (LAST_DAY + 1));
  tables.forEach(({ cohorts, cohort, period, retained }, table) => {
    cohort.forEach((place, cell) => {
      const day = (cohorts[place]!.from - START) / DAY;
      figures[(table * DAYS + day) * (LAST_DAY + 1) + period[cell]!] = retained[cell]!;
    });
  });
  return figures;
}

/** Cohorts of days by the 91 days from 0 to 90: who was active on the day, then who was on it or later. */
function dailyFigures(tables: readonly CohortTable[]): Float64Array {
  const figures = new Float64Array(2 * DAYS * (LAST_DAY + 1));
  tables.forEach(({ cohorts }, table) => {
    for (const { from, cells } of cohorts)
      for (const { period, retained } of cells)
        figures[(table * DAYS + (from - START) / DAY) * (LAST_DAY + 1) + period] = retained;
  });
  return figures;
}

function dailyCells(results: readonly Columns[]): Float64Array {
  const columns = LAST_DAY + 1;
  const figures = new Float64Array(2 * DAYS * columns);
  results.forEach(([cohort, period, count], table) => {
    cohort!.forEach((day, row) => {
      figures[(table * DAYS + Number(day)) * columns + Number(period![row])] = Number(count![row]);
    });
  });
  // Who was last there k days on was there on or after each day before, too.
  for (let day = DAYS; day < 2 * DAYS; day++)
    for (let period = LAST_DAY - 1; period >= 0; period--)
      figures[day * columns + period]! += figures[day * columns + period + 1]!;
  return figures;
}

/** Four columns of a customer: days with a purchase after the first, days between first and last, age, mean of a later day. */
function summaryFigures(log: EventLog): Float64Array {
  const { firstAt, lastAt, distinctDays, amountSum, firstDayAmount } = customerSummaries(log);
  const count = firstAt.length;
  const figures = new Float64Array(4 * count);
  for (let customer = 0; customer < count; customer++) {
    const firstDay = Math.floor((firstAt[customer]! - START) / DAY);
    const repeats = distinctDays[customer]! - 1;
    figures[customer] = repeats;
    figures[count + customer] = Math.floor((lastAt[customer]! - START) / DAY) - firstDay;
    figures[2 * count + customer] = DAYS - firstDay;
    figures[3 * count + customer] = repeats > 0 ? (amountSum[customer]! - firstDayAmount[customer]!) / repeats : 0;
  }
  return figures;
}

/** One column after the other, each in the order of the ids. */
function customerFigures([columns]: readonly Columns[], customers: number): Float64Array {
  const [id, ...rest] = columns!;
  const figures = new Float64Array(rest.length * customers);
  rest.forEach((column, place) => {
    column.forEach((value, row) => {
      figures[place * customers + Number(id![row])] = Number(value);
    });
  });
  return figures;
}

function scoreFigures({ recencyScore, frequencyScore, monetaryScore }: ReturnType<typeof rfmScores>): Float64Array {
  return Float64Array.from(
    recencyScore,
    (score, customer) => score * 100 + frequencyScore[customer]! * 10 + monetaryScore[customer]!,
  );
}

/** Six rows of months: active, of them active in the next month as well, new, returning, resurrected, dormant. */
function lifecycleFigures({ periods }: ReturnType<typeof customerLifecycle>): Float64Array {
  const figures = new Float64Array(6 * MONTHS);
  for (const period of periods) {
    const month = monthOf(period.label);
    figures[month] = period.activeCustomers;
    figures[MONTHS + month - 1] = period.returningCustomers;
    figures[2 * MONTHS + month] = period.newCustomers;
    figures[3 * MONTHS + month] = period.returningCustomers;
    figures[4 * MONTHS + month] = period.resurrectedCustomers;
    figures[5 * MONTHS + month] = period.dormantCustomers;
  }
  return figures;
}

function lifecycleCells([columns]: readonly Columns[]): Float64Array {
  const figures = new Float64Array(6 * MONTHS);
  const [month, ...counts] = columns!;
  month!.forEach((value, row) => {
    counts.forEach((count, place) => {
      figures[place * MONTHS + Number(value)] = Number(count[row]);
    });
  });
  for (let place = 1; place < MONTHS; place++) {
    const returning = figures[3 * MONTHS + place]!;
    figures[4 * MONTHS + place] = figures[place]! - figures[2 * MONTHS + place]! - returning;
    figures[5 * MONTHS + place] = figures[place - 1]! - returning;
  }
  return figures;
}
