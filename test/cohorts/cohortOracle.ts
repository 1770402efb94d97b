import fc from 'fast-check';
import type { Cohort, CohortCell, CohortTable } from '../../src/cohorts/types.ts';
import type { AttributeValue } from '../../src/core/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';

/** One event as a row; the amount in cents. */
export interface EventRow {
  readonly customer: string;
  readonly at: number;
  readonly amount: number;
  readonly plan: AttributeValue;
}

/** The log of some rows. */
export function events(rows: readonly EventRow[]): EventLog {
  const fields = { customer: 'customer', at: 'at', amount: 'amount', attributes: { plan: 'plan' } } as const;
  return eventLog(rows, fields, { refunds: 'keep' });
}

/** What of a cohort is counted, without what is computed from the counts. */
export interface PlainCohort {
  readonly label: string;
  readonly value: AttributeValue | undefined;
  readonly from: number;
  readonly size: number;
  readonly returnedInPeriod0: number;
  readonly cells: readonly {
    readonly period: number;
    readonly members: number;
    readonly retained: number;
    readonly amount: number;
    readonly state: CohortCell['state'];
  }[];
}

/** The counts of a table. */
export function plainTable({ cohorts }: CohortTable): PlainCohort[] {
  return cohorts.map(({ label, value, from, size, returnedInPeriod0, cells }: Cohort) => ({
    ...{ label, value, from, size, returnedInPeriod0 },
    cells: cells.map(({ period, members, retained, amount, state }) => ({ period, members, retained, amount, state })),
  }));
}

interface Customer {
  readonly events: readonly (EventRow & { readonly period: number })[];
  /** Which period the first event lies in, counted from the first of all. */
  readonly came: number;
  /** The periods with an event. */
  readonly active: ReadonlySet<number>;
  readonly returned: boolean;
}

/** What the oracle knows: the starts of periods up to one after the last, and the customers. */
interface Known {
  readonly starts: readonly number[];
  readonly asOf: number;
  readonly customers: readonly Customer[];
}

function know(rows: readonly EventRow[], options: PeriodOptions, asOf: number): Known {
  const seen = rows.filter(({ at }) => at < asOf);
  const first = Math.min(...seen.map(({ at }) => at));
  const starts: number[] = [];
  for (let place = 0; seen.length > 0 && (starts[place - 1] ?? -Infinity) < asOf; place++)
    starts.push(addPeriods(first, place, options));
  const periodOf = (at: number): number => starts.lastIndexOf(periodStart(at, options));
  const byCustomer = new Map<string, Customer['events'][number][]>();
  for (const row of seen) {
    const own = byCustomer.get(row.customer) ?? [];
    byCustomer.set(row.customer, [...own, { ...row, period: periodOf(row.at) }]);
  }
  const customers = [...byCustomer.values()].map((own) => {
    const firstAt = Math.min(...own.map(({ at }) => at));
    const came = Math.min(...own.map(({ period }) => period));
    const returned = own.some(({ at, period }) => at > firstAt && period === came);
    return { events: own, came, active: new Set(own.map(({ period }) => period)), returned };
  });
  return { starts, asOf, customers };
}

/** The cells of some customers, each from the members for whom the period has ended, or else has begun. */
function plainCells({ starts, asOf }: Known, members: readonly Customer[]): PlainCohort['cells'] {
  const count = starts.length - 1;
  return Array.from({ length: count }, (_, period) => {
    const begun = members.filter(
      ({ came }) => came + period < count && starts[came + period]! < starts[came + period + 1]!,
    );
    const ended = begun.filter(({ came }) => starts[came + period + 1]! <= asOf);
    const about = ended.length > 0 ? ended : begun;
    const amounts = about.flatMap(({ events: own, came }) => own.filter((event) => event.period === came + period));
    const state = ended.length > 0 ? ('observed' as const) : ('partial' as const);
    const retained = about.filter(({ came, active }) => active.has(came + period)).length;
    const cents = amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    return { period, members: about.length, retained, amount: Number(cents), state };
  }).filter(({ members: about }) => about > 0);
}

/** Cohorts of the period of the first event, by sets of periods; empty cohorts too. */
export function plainPeriodCohorts(rows: readonly EventRow[], options: PeriodOptions, asOf: number): PlainCohort[] {
  const known = know(rows, options, asOf);
  const { starts, customers } = known;
  return starts.slice(0, -1).flatMap((from, came) => {
    const to = starts[came + 1]!;
    if (to === from) return [];
    const members = customers.filter((customer) => customer.came === came);
    const empty = starts.slice(came, -1).flatMap((start, period) => {
      const end = starts[came + period + 1]!;
      const state = end <= asOf ? ('observed' as const) : ('partial' as const);
      return start === end ? [] : [{ period, members: 0, retained: 0, amount: 0, state }];
    });
    return {
      ...{ label: periodLabel(from, options), value: undefined, from, size: members.length },
      returnedInPeriod0: members.filter(({ returned }) => returned).length,
      cells: members.length === 0 ? empty : plainCells(known, members),
    };
  });
}

/** Cohorts of the plan of each customer's first or last event before asOf, in the order of the rows. */
export function plainPlanCohorts(
  rows: readonly EventRow[],
  options: PeriodOptions,
  asOf: number,
  which: 'first' | 'last',
): PlainCohort[] {
  const known = know(rows, options, asOf);
  const planOf = ({ events: own }: Customer): AttributeValue => {
    const at = (which === 'first' ? Math.min : Math.max)(...own.map((event) => event.at));
    const same = own.filter((event) => event.at === at);
    return (which === 'first' ? same[0] : same[same.length - 1])!.plan;
  };
  return [...new Set(rows.map(({ plan }) => plan))].flatMap((value) => {
    const members = known.customers.filter((customer) => planOf(customer) === value);
    if (members.length === 0) return [];
    return {
      ...{ label: String(value), value, size: members.length },
      from: Math.min(...members.flatMap(({ events: own }) => own.map(({ at }) => at))),
      returnedInPeriod0: members.filter(({ returned }) => returned).length,
      cells: plainCells(known, members),
    };
  });
}

const START = Date.UTC(2011, 10, 20);

/** Zones with odd offsets, changes at midnight, and one that skipped a day in the time of these logs. */
export const ZONES = [
  ...['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'America/Sao_Paulo'],
  ...['Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Kiritimati'],
];

export const anyPeriodOptions = fc.record<PeriodOptions>({
  period: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
  timeZone: fc.constantFrom(...ZONES),
  weekStartsOn: fc.constantFrom('monday', 'sunday', 'wednesday'),
});

const HOUR = 3_600_000;

/** Events of few customers around the turn of 2011, on the hour or at any millisecond, some with the same instant. */
export const anyEvents = fc.array(
  fc.record<EventRow>({
    customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'),
    at: fc.oneof(
      fc.nat(60 * 24).map((hours) => START + hours * HOUR),
      fc.nat(60 * 24 * HOUR).map((milliseconds) => START + milliseconds),
      fc.nat(12 * 30).map((days) => START + days * 24 * HOUR),
    ),
    amount: fc.integer({ min: -10_000, max: 10_000 }),
    plan: fc.constantFrom<AttributeValue[]>('S', 'L', null, 5, '5', true),
  }),
  { maxLength: 40 },
);

export const anyAsOf = fc.oneof(
  fc.nat(80 * 24).map((hours) => START + hours * HOUR),
  fc.nat(14).map((months) => Date.UTC(2011, 10 + months)),
);

/** Whether a log reaches back before asOf, as the functions that look at events up to it ask for; one of nothing may. */
export function reachesBack({ rows, asOf }: { readonly rows: readonly EventRow[]; readonly asOf: number }): boolean {
  return rows.length === 0 || rows.some(({ at }) => at < asOf);
}
