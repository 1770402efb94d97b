import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type * as rates from '../../src/rates/index.ts';
import type * as schemas from '../../src/schemas/index.ts';
import type * as value from '../../src/value/index.ts';

/** What goes into and what comes out of a schema. */
type Ends<Schema extends z.core.$ZodType> = [z.input<Schema>, z.output<Schema>];
type Both<Subject> = [Subject, Subject];

test('what goes into and comes out of a schema is the subject of its metric', () => {
  expectTypeOf<Ends<typeof schemas.retentionCounts>>().toEqualTypeOf<Both<rates.RetentionCounts>>();
  expectTypeOf<Ends<typeof schemas.churnCounts>>().toEqualTypeOf<Both<rates.ChurnCounts>>();
  expectTypeOf<Ends<typeof schemas.growthCounts>>().toEqualTypeOf<Both<rates.GrowthCounts>>();
  expectTypeOf<Ends<typeof schemas.lifespanInput>>().toEqualTypeOf<Both<rates.LifespanInput>>();
  expectTypeOf<Ends<typeof schemas.churnConversion>>().toEqualTypeOf<Both<rates.ChurnConversion>>();
  expectTypeOf<Ends<typeof schemas.retentionConversion>>().toEqualTypeOf<Both<rates.RetentionConversion>>();
  expectTypeOf<Ends<typeof schemas.growthConversion>>().toEqualTypeOf<Both<rates.GrowthConversion>>();
  expectTypeOf<Ends<typeof schemas.repeatPurchaseCounts>>().toEqualTypeOf<Both<rates.RepeatPurchaseCounts>>();
  expectTypeOf<Ends<typeof schemas.reactivationCounts>>().toEqualTypeOf<Both<rates.ReactivationCounts>>();
  expectTypeOf<Ends<typeof schemas.publishedTotals>>().toEqualTypeOf<Both<rates.PublishedTotals>>();
  expectTypeOf<Ends<typeof schemas.orderTotals>>().toEqualTypeOf<Both<value.OrderTotals>>();
  expectTypeOf<Ends<typeof schemas.buyerTotals>>().toEqualTypeOf<Both<value.BuyerTotals>>();
  expectTypeOf<Ends<typeof schemas.lifetimeValueParts>>().toEqualTypeOf<Both<value.LifetimeValueParts>>();
  expectTypeOf<Ends<typeof schemas.netLifetimeValueParts>>().toEqualTypeOf<Both<value.NetLifetimeValueParts>>();
});

test('a schema within an object of classic zod keeps its types', () => {
  const nested = (counts: typeof schemas.retentionCounts) => z.object({ counts });
  type Nested = ReturnType<typeof nested>;
  expectTypeOf<z.input<Nested>>().toEqualTypeOf<{ counts: rates.RetentionCounts }>();
  expectTypeOf<z.output<Nested>>().toEqualTypeOf<{ counts: rates.RetentionCounts }>();
});
