import { expectTypeOf, test } from 'vitest';
import type { Figure, Goal, GoalTarget } from '../../src/goals/types.ts';
import type { CustomerMovement } from '../../src/rates/customerMovement.ts';
import type { ProportionInterval } from '../../src/statistics/proportionInterval.ts';
import type { NetPromoterTally } from '../../src/surveys/netPromoterCounts.ts';

test('a target is a value or a change, and not both or neither', () => {
  expectTypeOf<{ value: number }>().toExtend<GoalTarget>();
  expectTypeOf<{ change: number }>().toExtend<GoalTarget>();
  expectTypeOf<{ value: number; change: number }>().not.toExtend<GoalTarget>();
  expectTypeOf<object>().not.toExtend<GoalTarget>();
  expectTypeOf<{ value: string }>().not.toExtend<GoalTarget>();
});

test('a figure takes the definition of a tally beside the name of the metric, and an interval of the library', () => {
  const of = <Tally extends { definition: object }>(tally: Tally) => ({ metric: 'some', ...tally.definition });
  expectTypeOf(of<CustomerMovement>).returns.toExtend<Figure['definition']>();
  expectTypeOf(of<NetPromoterTally>).returns.toExtend<Figure['definition']>();
  expectTypeOf<CustomerMovement['definition']>().not.toExtend<Figure['definition']>();
  expectTypeOf<ProportionInterval>().toExtend<Required<Figure>['interval']>();
});

test('a direction is one of two words, and always given', () => {
  expectTypeOf<Goal['direction']>().toEqualTypeOf<'higher' | 'lower'>();
  expectTypeOf<Omit<Goal, 'direction'>>().not.toExtend<Goal>();
});
