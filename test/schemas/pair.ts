import fc from 'fast-check';
import { isInputError } from '../../src/core/errors.ts';

/** A schema's function, and what both accept. */
export interface Pair {
  /** Hands the value to the public function, beside arguments that ask for nothing more of it. */
  readonly call: (value: never) => unknown;
  /** Fields that have to be there. */
  readonly needed: Readonly<Record<string, unknown>>;
  /** Fields that may be left out. */
  readonly optional?: Readonly<Record<string, unknown>>;
  /** Those of them that may stand together, where not all may. */
  readonly full?: Readonly<Record<string, unknown>>;
  /** Values to try in some fields, besides those by the field's name and those of every kind. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Fields that are not known are refused: options, and columns of a log. */
  readonly strict?: boolean;
  /** Some fields hold what JSON has not: NaN, dates, typed arrays. */
  readonly beyondJson?: boolean;
  /** What the function calls the value, where it names it before the fields. */
  readonly argument?: string;
}

const NUMBERS = [
  ...[0, -0, 0.05, 0.5, 1, 2, 3, 30, 100, 200, 210, 1e9, 2 ** 53 + 2, 1e308, 5e-324],
  ...[-1, -0.5, -1.5, Number.NaN, Infinity, -Infinity],
];
const OTHERS = ['5', '', 'text', null, undefined, true, 5n, {}, [], [1], new Date(5), () => 5, Symbol('s')];
const INSTANTS = [
  ...[0, 1, 5000, 86_400_000, 1e11, new Date(0), new Date(5000), new Date(1e11)],
  ...[0.5, 8.64e15 + 1, -8.65e15, new Date(Number.NaN), { getTime: () => 5 }, '2024-03-31', null],
];

/** A fiscal calendar. */
export const FISCAL = {
  pattern: '4-4-5',
  endsOn: 'friday',
  yearEnd: { month: 12, rule: 'last' },
  namedBy: 'end',
} as const;

/** What may be told of a period besides its calendar, such that it is one: others are among those to try. */
export const PLAIN_PERIOD = { every: 1, anchor: undefined, fiscal: undefined } as const;

/** Values to try in fields of these names. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  ...{ at: INSTANTS, from: INSTANTS, to: INSTANTS, asOf: INSTANTS },
  period: ['hour', 'day', 'week', 'month', 'quarter', 'year', 'fiscalMonth', 'fiscalYear', 'fortnight', undefined],
  every: [1, 2, 14, 0, 1.5, 10_000, 10_001, undefined],
  anchor: [...INSTANTS, undefined],
  fiscal: [FISCAL, { ...FISCAL, endsOn: 'Friday' }, { ...FISCAL, yearEnd: { month: 13, rule: 'last' } }, {}, undefined],
  timeZone: ['UTC', 'Europe/Berlin', 'America/New_York', 'Mars/Base', '+05:30', '', undefined, null],
  weekStartsOn: ['monday', 'sunday', 'Sunday', 0, undefined],
  level: [0.95, 0.5, 0, 1, 95, undefined],
};

const anything = fc.oneof(fc.constantFrom<unknown[]>(...NUMBERS), fc.constantFrom<unknown[]>(...OTHERS));

/** What to put into a field: mostly what belongs there, or nearly. */
function anyValue(name: string, own: unknown, { needed, optional, values = {} }: Pair): fc.Arbitrary<unknown> {
  const likely = [...(BY_NAME[name] ?? []), ...(values[name] ?? [])];
  // Of many fields most have to be right for one to matter.
  const ownWeight = 4 * Object.keys({ ...needed, ...optional }).length + 4;
  const near = typeof own === 'number' && likely.length === 0 ? NUMBERS : likely;
  return fc.oneof(
    { weight: ownWeight, arbitrary: fc.constant(own) },
    ...(near.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...near) }] : []),
    { weight: 1, arbitrary: anything },
  );
}

/** Subjects near those that are accepted: fields of other values, missing ones, and rarely fields more. */
export function anySubject(pair: Pair): fc.Arbitrary<Record<string, unknown>> {
  const record = (fields: Readonly<Record<string, unknown>>, constraints?: { requiredKeys: [] }) =>
    fc.record(
      Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, anyValue(name, own, pair)])),
      constraints,
    );
  const surplus = fc.record(
    { label: fc.constant('2024-03'), periods: anything, toString: anything },
    { requiredKeys: [] },
  );
  return fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: record(pair.needed) },
        { weight: 1, arbitrary: record(pair.needed, { requiredKeys: [] }) },
      ),
      record(pair.optional ?? {}, { requiredKeys: [] }),
      fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: surplus }),
    )
    .map(([needed, optional, more]) => ({ ...needed, ...optional, ...more }));
}

/** Whether a function takes a value; any error but its own fails the test. */
export function isTaken(call: Pair['call'], value: unknown): boolean {
  return refusal(call, value) === undefined;
}

/** The sentence with which a function refuses a value; undefined where it takes it. */
export function refusal(call: Pair['call'], value: unknown): string | undefined {
  try {
    call(value as never);
    return undefined;
  } catch (error) {
    if (isInputError(error)) return error.issues[0]!.message;
    throw error;
  }
}
