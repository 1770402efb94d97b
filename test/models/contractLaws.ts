import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInputError } from '../../src/core/errors.ts';
import type { ContractHistories, ContractModel, ResidualTiming } from '../../src/models/contractTypes.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { REGULAR, relativeError, seenFor, THREE_COHORTS } from './renewalCurves.ts';

/** A parameter of a contractual model, from the very unlike customers to the nearly alike. */
export const shapeParameter: fc.Arbitrary<number> = fc
  .double({ min: Math.log(0.02), max: Math.log(200), noNaN: true })
  .map(Math.exp);

const renewals = fc.oneof(fc.nat(5), fc.nat(300));
const TIMINGS: readonly ResidualTiming[] = ['justAcquired', 'beforeRenewal', 'afterPayment'];

/** A small cohort that lost somebody, and kept somebody, at each of several renewals, so that a fit has what it needs. */
const histories = fc
  .array(
    fc.record({ left: fc.integer({ min: 1, max: 40 }), lost: fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(
    (cohorts): ContractHistories => ({
      cohorts: cohorts.map(({ left, lost }, i) => {
        const survivors = [left];
        for (const loss of lost) survivors.unshift(survivors[0]! + loss);
        return i === 1 ? { survivors, renewalsBefore: 2 } : { survivors };
      }),
    }),
  );

/** What holds of every contractual model, whatever its law. */
export function holdsContractLaws<Model extends string, Name extends string>(
  name: Model,
  model: ContractModel<Model, Name>,
  parameters: fc.Arbitrary<Readonly<Record<Name, number>>>,
): void {
  const DEFINED = { renewals: 0 };

  test('all renewals and all ways to leave add up to 1', () => {
    fc.assert(
      fc.property(parameters, fc.integer({ min: 1, max: 60 }), (one, periods) => {
        const { rows } = model.projection(one, { periods });
        let left = 0;
        for (const row of rows.slice(1)) left += rows[row.period - 1]!.survival * (1 - row.retentionRate);
        expect(Math.abs(left + rows[periods]!.survival - 1)).toBeLessThan(1e-12);
      }),
      runs(100),
    );
  });

  test('the projection is the survival of a new customer, and its rates the chances to renew', () => {
    fc.assert(
      fc.property(parameters, fc.nat(40), (one, periods) => {
        const { rows, definition } = model.projection(one, { periods });
        expect(rows.map(({ period }) => period)).toEqual(Array.from({ length: periods + 1 }, (_, period) => period));
        expect(definition).toEqual({ model: name, parameters: one });
        expect(rows[0]).toEqual({ period: 0, survival: 1, retentionRate: Number.NaN });
        for (const { period, survival, retentionRate } of rows.slice(1)) {
          expect(survival).toBe(model.survivalProbability(one, DEFINED, { periods: period }));
          expect(retentionRate).toBe(model.renewalProbability(one, { renewals: period - 1 }));
          expect(survival).toBeLessThanOrEqual(rows[period - 1]!.survival);
        }
      }),
      runs(100),
    );
  });

  test('the discounted payments are those of survival, one by one, from each moment', () => {
    const rate = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(parameters, renewals, rate, fc.integer({ min: 1, max: 150 }), (one, n, discountRate, horizon) => {
        let before = 0;
        for (let t = 1; t <= horizon; t++)
          before += model.survivalProbability(one, { renewals: n }, { periods: t }) / (1 + discountRate) ** (t - 1);
        const at = (timing: ResidualTiming, count = horizon) =>
          model.discountedExpectedResidualLifetime(one, { renewals: n }, { timing, horizon: count, discountRate });
        expect(relativeError(at('beforeRenewal'), before)).toBeLessThan(1e-12);
        expect(relativeError(at('afterPayment'), before / (1 + discountRate))).toBeLessThan(1e-12);
        // The first payment is sure, and then the customer is one who has just paid.
        if (n === 0)
          expect(relativeError(at('justAcquired', horizon + 1), 1 + before / (1 + discountRate))).toBeLessThan(1e-12);
      }),
      runs(60),
    );
  });

  test('a discount by the period and its logarithm as a continuous rate give the same', () => {
    fc.assert(
      fc.property(parameters, renewals, fc.double({ min: 0.001, max: 1, noNaN: true }), (one, n, discountRate) => {
        const timing = 'beforeRenewal';
        const value = model.discountedExpectedResidualLifetime(one, { renewals: n }, { timing, discountRate });
        const continuousDiscountRate = Math.log1p(discountRate);
        expect(model.discountedExpectedResidualLifetime(one, { renewals: n }, { timing, continuousDiscountRate })).toBe(
          value,
        );
      }),
      runs(60),
    );
  });

  test('a discount takes from the lifetime, a horizon too, and no discount nothing', () => {
    fc.assert(
      fc.property(parameters, renewals, fc.integer({ min: 1, max: 500 }), (one, n, horizon) => {
        const timing = 'afterPayment';
        const customer = { renewals: n };
        const whole = model.expectedResidualLifetime(one, customer, { timing });
        const part = model.expectedResidualLifetime(one, customer, { timing, horizon });
        const discounted = model.discountedExpectedResidualLifetime(one, customer, {
          timing,
          horizon,
          discountRate: 0.1,
        });
        expect(part).toBeLessThanOrEqual(whole * (1 + 1e-11));
        expect(part).toBeLessThanOrEqual(horizon);
        expect(discounted).toBeLessThan(part);
        expect(model.discountedExpectedResidualLifetime(one, customer, { timing, horizon, discountRate: 0 })).toBe(
          part,
        );
        expect(model.expectedResidualLifetime(one, customer, { timing: 'beforeRenewal', horizon })).toBe(part);
      }),
      runs(60),
    );
  });

  test('the likelihood is the product of the chances of each renewal that came', () => {
    fc.assert(
      fc.property(parameters, histories, (one, data) => {
        let sum = 0;
        let size = 0;
        for (const { survivors, renewalsBefore = 0 } of data.cohorts) {
          for (let t = 1; t < survivors.length; t++) {
            const chance = model.renewalProbability(one, { renewals: renewalsBefore + t - 1 });
            const kept = survivors[t]! * Math.log(chance);
            const lost = survivors[t - 1]! - survivors[t]!;
            // One minus a chance next to 1 has few digits: they are not asked for more.
            const gone = lost === 0 ? 0 : lost * Math.log(1 - chance);
            sum += kept + gone;
            size += Math.abs(kept) + Math.abs(gone) + lost / (1 - chance);
          }
        }
        expect(Math.abs(model.logLikelihood(one, data) - sum)).toBeLessThanOrEqual(1e-13 * size + 1e-13);
      }),
      runs(100),
    );
  });

  test('the order of cohorts, and how shards were cut, change no digit of a fit', () => {
    const whole = model.fit(THREE_COHORTS);
    expect(whole.converged).toBe(true);
    expect(model.fit(deepFrozen({ cohorts: [...THREE_COHORTS.cohorts].reverse() }))).toEqual(whole);
    const [first, ...others] = THREE_COHORTS.cohorts;
    const shards = [{ survivors: [400, 250, 200, 170, 150] }, { survivors: [600, 381, 268, 212, 176] }];
    const summed = shards[0]!.survivors.map((count, t) => count + shards[1]!.survivors[t]!);
    expect(summed).toEqual(first!.survivors);
    const { definition, ...figures } = model.fit({ cohorts: [...shards, ...others] });
    const { definition: own, ...expected } = whole;
    expect(figures).toEqual(expected);
    expect(definition).toEqual({ ...own, cohorts: 4 });
  });

  test('a fit is at a maximum: no step of a hundredth of a standard error is better', () => {
    const { parameters: best, standardErrors, logLikelihood } = model.fit(THREE_COHORTS);
    expect(model.logLikelihood(best, THREE_COHORTS)).toBe(logLikelihood);
    for (const key of Object.keys(best) as Name[])
      for (const side of [-0.01, 0.01]) {
        const moved = { ...best, [key]: best[key] + side * standardErrors[key] };
        expect(model.logLikelihood(moved, THREE_COHORTS)).toBeLessThan(logLikelihood);
      }
  });

  test('a fit that starts from another comes to the same maximum, in fewer steps', () => {
    const cold = model.fit(THREE_COHORTS);
    const warm = model.fit(THREE_COHORTS, { start: cold.parameters });
    expect(warm.evaluations).toBeLessThan(cold.evaluations);
    for (const key of Object.keys(cold.parameters) as Name[])
      expect(relativeError(warm.parameters[key], cold.parameters[key])).toBeLessThan(1e-7);
  });

  test('a fit of any histories is plain finite data, or says that it did not converge and gives no standard error', () => {
    fc.assert(
      fc.property(histories, (data) => {
        const fit = model.fit(data);
        expect(JSON.parse(JSON.stringify(fit)).parameters).toEqual(fit.parameters);
        expect(Number.isFinite(fit.logLikelihood)).toBe(true);
        for (const error of Object.values(fit.standardErrors)) expect(Number.isNaN(error)).toBe(!fit.converged);
        expect(fit.boundaries.length > 0).toBe(fit.ending === 'boundary');
        for (const { meaning, instead } of fit.boundaries) expect(meaning.length * instead.length).toBeGreaterThan(0);
      }),
      runs(40),
    );
  });

  test('one renewal, or nobody lost, or nobody kept: a fit that did not converge', () => {
    for (const survivors of [
      [1000, 600],
      [1000, 1000, 1000],
      [1000, 0],
      [1, 0],
      [1, 1],
    ])
      expect(model.fit({ cohorts: [{ survivors }] }), `${survivors}`).toMatchObject({ converged: false });
  });

  test('simulated customers are whole, never more than before, and the same by the same seed', () => {
    fc.assert(
      fc.property(
        parameters,
        fc.integer(),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (one, seed, customers, periods) => {
          const data = model.simulate(one, { seed, customers, periods });
          const [cohort] = data.cohorts;
          expect(cohort!.survivors).toHaveLength(periods + 1);
          expect(cohort!.survivors[0]).toBe(customers);
          expect(model.simulate(one, { seed, customers, periods })).toEqual(data);
          expect(Number.isFinite(model.logLikelihood(one, data))).toBe(true);
        },
      ),
      runs(60),
    );
  });

  test('what is no parameter is refused by every verb, by name and value', () => {
    const good = model.fit(THREE_COHORTS).parameters;
    const customer = { renewals: 1 };
    const timing = 'beforeRenewal';
    const calls: Readonly<Record<string, (wrong: never) => unknown>> = {
      logLikelihood: (wrong) => model.logLikelihood(wrong, THREE_COHORTS),
      simulate: (wrong) => model.simulate(wrong, { seed: 1, customers: 1, periods: 1 }),
      renewalProbability: (wrong) => model.renewalProbability(wrong, customer),
      survivalProbability: (wrong) => model.survivalProbability(wrong, customer, { periods: 2 }),
      projection: (wrong) => model.projection(wrong, { periods: 2 }),
      expectedResidualLifetime: (wrong) => model.expectedResidualLifetime(wrong, customer, { timing, horizon: 1 }),
      discountedExpectedResidualLifetime: (wrong) =>
        model.discountedExpectedResidualLifetime(wrong, customer, { timing, discountRate: 1 }),
      fit: (wrong) => model.fit(THREE_COHORTS, { start: wrong }),
    };
    for (const [verb, call] of Object.entries(calls)) {
      expect(() => call({ label: 'of 2024', ...good } as never)).not.toThrow();
      const record = refusalOf(() => call(null as never));
      expect(record).toMatchObject({ code: 'not-a-record', metric: `${name}.${verb}`, path: ['parameters'] });
      for (const key of Object.keys(good))
        for (const value of [0, -1, Number.NaN, Infinity, '1', undefined]) {
          const error = refusalOf(() => call({ ...good, [key]: value } as never));
          expect(error).toMatchObject({ code: 'not-a-quantity', metric: `${name}.${verb}`, path: [key] });
        }
    }
  });

  test('what is no customer, and no choice, is refused by name and value', () => {
    const good = model.fit(THREE_COHORTS).parameters;
    const lifetime = (customer: unknown, options: unknown) =>
      refusalOf(() => model.expectedResidualLifetime(good, customer as never, options as never));
    const discounted = (options: object) =>
      refusalOf(() => model.discountedExpectedResidualLifetime(good, DEFINED, options as never));
    expect(lifetime(null, {})).toMatchObject({ code: 'not-a-record', path: ['customer'] });
    for (const n of [-1, 0.5, Number.NaN, '2'])
      expect(lifetime({ renewals: n }, { timing: 'afterPayment' })).toMatchObject({
        code: 'not-a-count',
        path: ['renewals'],
      });
    expect(lifetime(DEFINED, {})).toMatchObject({ code: 'not-an-option', path: ['timing'] });
    expect(lifetime(DEFINED, { timing: 'now' })).toMatchObject({ code: 'not-an-option', received: '"now"' });
    expect(lifetime(DEFINED, { timing: 'afterPayment', horizon: 0 })).toMatchObject({
      code: 'below-limit',
      path: ['horizon'],
    });
    expect(lifetime(DEFINED, { timing: 'afterPayment', horizon: 2.5 })).toMatchObject({ code: 'not-a-count' });
    expect(lifetime(DEFINED, { timing: 'afterPayment', discountRate: 0.1 })).toMatchObject({ code: 'unknown-option' });
    expect(discounted({ timing: 'afterPayment', discountRate: -0.1 })).toMatchObject({ code: 'not-a-quantity' });
    expect(discounted({ timing: 'afterPayment', discountRate: 0.1, continuousDiscountRate: 0.1 })).toMatchObject({
      code: 'not-an-option',
      metric: `${name}.discountedExpectedResidualLifetime`,
    });
    const periods = (value: unknown) => refusalOf(() => model.projection(good, { periods: value as number }));
    expect(periods(1.5)).toMatchObject({ code: 'not-a-count', path: ['periods'] });
    expect(periods(100_001)).toMatchObject({ code: 'above-limit', path: ['periods'] });
    const simulated = (options: object) =>
      refusalOf(() => model.simulate(good, { seed: 1, customers: 5, periods: 5, ...options }));
    expect(simulated({ seed: 0.5 })).toMatchObject({ code: 'not-an-option', path: ['seed'] });
    expect(simulated({ customers: 0 })).toMatchObject({ code: 'below-limit', path: ['customers'] });
    expect(simulated({ customers: 10_000_001 })).toMatchObject({ code: 'above-limit', path: ['customers'] });
    expect(simulated({ periods: 0 })).toMatchObject({ code: 'below-limit', path: ['periods'] });
    expect(simulated({ periods: 100_001 })).toMatchObject({ code: 'above-limit', path: ['periods'] });
    expect(simulated({ random: Math.max })).toMatchObject({ code: 'unknown-option' });
    expect(refusalOf(() => model.fit(THREE_COHORTS, { from: good } as never))).toMatchObject({
      code: 'unknown-option',
    });
  });

  test("'justAcquired' is refused for a customer who has renewed", () => {
    const good = model.fit(THREE_COHORTS).parameters;
    for (const timing of TIMINGS) {
      const call = () => model.expectedResidualLifetime(good, { renewals: 1 }, { timing, horizon: 5 });
      if (timing !== 'justAcquired') expect(call()).toBeGreaterThan(0);
      else
        expect(refusalOf(call)).toMatchObject({ code: 'not-an-option', path: ['timing'], received: '"justAcquired"' });
    }
  });

  test('data that are none are refused in the name of the verb', () => {
    const good = model.fit(seenFor(REGULAR, 7)).parameters;
    for (const [verb, call] of [
      ['fit', () => model.fit({ cohorts: [] })],
      ['logLikelihood', () => model.logLikelihood(good, { cohorts: [] })],
    ] as const)
      expect(refusalOf(call)).toMatchObject({ code: 'below-limit', metric: `${name}.${verb}` });
    expect(isInputError(refusalOf(() => model.fit(undefined as never)))).toBe(true);
  });
}
