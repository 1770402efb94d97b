import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { filterEvents } from '../../src/log/filterEvents.ts';
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

test('a log knows its earliest instant, whatever was taken out of it since', () => {
  const visits = fc.array(fc.record({ customer: fc.constantFrom('a', 'b', 'c'), at: fc.integer() }), { maxLength: 12 });
  fc.assert(
    fc.property(visits, fc.integer(), (rows, from) => {
      const log = eventLog(rows, { customer: 'customer', at: 'at' }, { duplicates: 'keep' });
      expect(log.earliest).toBe(Math.min(...rows.map(({ at }) => at)));
      const kept = rows.filter(({ at }) => at >= from);
      expect(filterEvents(log, { where: ({ at }) => at >= from }).earliest).toBe(Math.min(...kept.map(({ at }) => at)));
    }),
  );
});
