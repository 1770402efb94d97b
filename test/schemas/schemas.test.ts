import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { isInputError } from '../../src/core/errors.ts';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { churnRate } from '../../src/rates/churnRate.ts';
import { churnRateOverPeriods } from '../../src/rates/churnRateOverPeriods.ts';
import { customerGrowthRate } from '../../src/rates/customerGrowthRate.ts';
import { growthRateOverPeriods } from '../../src/rates/growthRateOverPeriods.ts';
import { movementFromTotals } from '../../src/rates/movementFromTotals.ts';
import { reactivationRate } from '../../src/rates/reactivationRate.ts';
import { repeatPurchaseRate } from '../../src/rates/repeatPurchaseRate.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { retentionRateOverPeriods } from '../../src/rates/retentionRateOverPeriods.ts';
import * as schemas from '../../src/schemas/index.ts';
import { averageOrderValue } from '../../src/value/averageOrderValue.ts';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../src/value/netCustomerLifetimeValue.ts';
import { purchaseFrequency } from '../../src/value/purchaseFrequency.ts';
import { runs } from '../laws/runs.ts';

interface Pair {
  readonly metric: (subject: never) => unknown;
  readonly subject: Readonly<Record<string, number>>;
  /** Fields that may be left out. */
  readonly optional?: Readonly<Record<string, number>>;
  /** Whether a field may be NaN, which JSON has not. */
  readonly takesNaN?: boolean;
}

/** Each schema's metric and a subject that both accept. */
const PAIRS: Readonly<Record<keyof typeof schemas, Pair>> = {
  retentionCounts: {
    metric: retentionRate,
    subject: { customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 },
  },
  churnCounts: { metric: churnRate, subject: { customersAtStart: 200, lostCustomers: 30 } },
  growthCounts: { metric: customerGrowthRate, subject: { customersAtStart: 200, customersAtEnd: 210 } },
  lifespanInput: { metric: averageLifespan, subject: { churnRate: 0.05 }, takesNaN: true },
  churnConversion: { metric: churnRateOverPeriods, subject: { churnRate: 0.05, periods: 12 }, takesNaN: true },
  retentionConversion: {
    ...{ metric: retentionRateOverPeriods, subject: { retentionRate: 0.95, periods: 12 }, takesNaN: true },
  },
  growthConversion: { metric: growthRateOverPeriods, subject: { growthRate: 0.1, periods: 2 }, takesNaN: true },
  repeatPurchaseCounts: { metric: repeatPurchaseRate, subject: { buyers: 400, repeatBuyers: 100 } },
  reactivationCounts: { metric: reactivationRate, subject: { formerCustomersAtStart: 500, returnedCustomers: 20 } },
  publishedTotals: {
    metric: movementFromTotals,
    subject: { customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 300 },
    optional: { lostCustomers: 200, netAdditions: 100 },
  },
  orderTotals: { metric: averageOrderValue, subject: { revenue: 12000, orders: 300 }, takesNaN: true },
  buyerTotals: { metric: purchaseFrequency, subject: { orders: 300, buyers: 120 } },
  lifetimeValueParts: {
    ...{ metric: customerLifetimeValue, takesNaN: true },
    subject: { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 },
  },
  netLifetimeValueParts: {
    ...{ metric: netCustomerLifetimeValue, takesNaN: true },
    subject: { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5, acquisitionCost: 90 },
  },
};

const NUMBERS = fc.constantFrom(
  ...[0, -0, 0.05, 0.5, 1, 2, 3, 30, 100, 200, 210, 1e9, 2 ** 53 + 2, 1e308, 5e-324],
  ...[-1, -0.5, -1.5, Number.NaN, Infinity, -Infinity],
);
const OTHERS = fc.constantFrom<unknown[]>('5', '', null, undefined, true, 5n, {}, [1], new Date(5), () => 5);

/** The fields with numbers, at times other values, at times missing ones, at times fields more. */
function anySubject({ subject, optional }: Pair): fc.Arbitrary<object> {
  const value = fc.oneof({ weight: 12, arbitrary: NUMBERS }, { weight: 1, arbitrary: OTHERS });
  const fields = Object.keys(subject);
  const rare = fc.record({ label: fc.constant('2024-03'), periods: value, toString: value }, { requiredKeys: [] });
  const some = Object.fromEntries([...fields, ...Object.keys(optional ?? {})].map((name) => [name, value]));
  return fc
    .tuple(
      fc.record(some, { requiredKeys: [] }),
      fc.oneof(
        { weight: 4, arbitrary: fc.record(Object.fromEntries(fields.map((name) => [name, value]))) },
        fc.constant({}),
      ),
      fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, rare),
    )
    .map(([partly, whole, more]) => ({ ...whole, ...partly, ...more }));
}

/** Whether the metric takes a subject; any error but its own fails the test. */
function isTaken(metric: Pair['metric'], subject: unknown): boolean {
  try {
    metric(subject as never);
    return true;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
}

const ALL = { ...schemas } as Readonly<Record<string, ZodMiniType<object>>>;
const names = Object.keys(PAIRS) as (keyof typeof schemas)[];

describe.each(names)('the schema %s', (name) => {
  const pair = PAIRS[name];
  const { metric, subject } = pair;
  const schema = ALL[name]!;

  test('accepts exactly what its metric accepts, and gives it out as it came in', () => {
    const found = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anySubject(pair), (given) => {
        const { success, data } = schema.safeParse(given);
        expect(success).toBe(isTaken(metric, given));
        if (success) expect(data).toEqual(given);
        found[success ? 'taken' : 'refused']++;
      }),
      runs(1500),
    );
    expect(Math.min(found.taken, found.refused)).toBeGreaterThan(20);
  });

  test('accepts and refuses as its metric what is no plain record', () => {
    class Counts {}
    const made = [Object.assign(new Counts(), subject), Object.assign(Object.create(null), subject)];
    const others = [undefined, null, 5, 'text', [], [1, 2], new Map(), new Date(0), () => subject, Symbol('s'), 5n];
    for (const given of [...made, ...others]) expect(schema.safeParse(given).success).toBe(isTaken(metric, given));
  });

  test('says for every issue where it is and what is wrong', () => {
    fc.assert(
      fc.property(anySubject(pair), (given) => {
        for (const { path, message } of schema.safeParse(given).error?.issues ?? []) {
          expect(path).toHaveLength(1);
          expect(message.length).toBeGreaterThan(5);
        }
      }),
    );
  });

  test('passes the sentence of its metric on', () => {
    const [field] = Object.keys(subject);
    const wrong = { ...subject, [field!]: -1.5 };
    let sentence = '';
    try {
      metric(wrong as never);
    } catch (error) {
      sentence = (error as Error).message;
    }
    const issues = schema.safeParse(wrong).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual(sentence === '' ? [] : [sentence]);
    expect(issues.map(({ path }) => path)).toEqual(sentence === '' ? [] : [[field]]);
  });

  test('what is no number is refused with the rule, not only as invalid', () => {
    const given = { customersAtStart: '5', customersAtEnd: 5, newCustomers: 0 };
    const messages = schemas.retentionCounts.safeParse(given).error?.issues.map(({ message }) => message);
    expect(messages).toEqual(['must be a finite number']);
  });

  test('nests in an object of classic zod, which adds to the path', () => {
    const row = z.object({ month: z.string(), counts: schema });
    expect(row.parse({ month: '2024-03', counts: subject })).toEqual({ month: '2024-03', counts: subject });
    const { error } = z.array(row).safeParse([{ month: '2024-03', counts: {} }]);
    expect(error!.issues[0]!.path.slice(0, 2)).toEqual([0, 'counts']);
  });

  test('is a Standard Schema', async () => {
    const { validate, vendor, version } = schema['~standard'];
    expect([vendor, version]).toEqual(['zod', 1]);
    expect(await validate(subject)).toEqual({ value: subject });
    expect((await validate({})).issues!.length).toBeGreaterThan(0);
  });

  test('as JSON Schema has its fields, all but optional ones required; NaN, which JSON has not, zod refuses to write', () => {
    if (pair.takesNaN) expect(() => z.toJSONSchema(schema)).toThrow('NaN cannot be represented in JSON Schema');
    const { type, properties, required } = z.toJSONSchema(schema, { unrepresentable: 'any' });
    expect([type, required]).toEqual(['object', Object.keys(subject)]);
    expect(Object.keys(properties!)).toEqual([...Object.keys(subject), ...Object.keys(pair.optional ?? {})]);
    if (!pair.takesNaN) expect(z.toJSONSchema(schema).properties).toEqual(properties);
  });
});

describe('schemas', () => {
  test('there is one for every metric that is asked here', () => {
    expect(Object.keys(schemas).sort()).toEqual([...names].sort());
  });

  test('a field named like the prototype stays a field and changes nothing', () => {
    const given = JSON.parse('{"__proto__":{"customersAtStart":1},"customersAtEnd":1,"newCustomers":1}');
    expect(schemas.retentionCounts.safeParse(given).success).toBe(false);
    const whole = JSON.parse('{"__proto__":{"x":1},"customersAtStart":1,"customersAtEnd":1,"newCustomers":0}');
    expect(Object.getPrototypeOf(schemas.retentionCounts.parse(whole))).toBe(Object.prototype);
  });

  test('an error that is no refusal of the metric goes through', () => {
    const trap = {
      customersAtStart: 1,
      get lostCustomers(): number {
        throw new TypeError('the getter of the caller');
      },
    };
    expect(() => schemas.churnCounts.safeParse(trap)).toThrow('the getter of the caller');
  });
});
