import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { firstInstant } from '../../src/log/firstInstant.ts';

test('the first instant of a log is the least of all, whoever it belongs to', () => {
  const rows = fc.array(fc.record({ customer: fc.constantFrom('a', 'b', 'c'), at: fc.integer() }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (given) => {
      const log = eventLogFromColumns({
        customer: given.map(({ customer }) => customer),
        at: given.map(({ at }) => at),
      });
      expect(firstInstant(log.offsets, log.at)).toBe(Math.min(...given.map(({ at }) => at)));
    }),
  );
});

test('nothing has no first instant: it is Infinity, before which everything lies', () => {
  expect(firstInstant(Int32Array.of(0), new Float64Array(0))).toBe(Infinity);
});
