import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../src/core/types.ts';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { mergeEventLogs } from '../../src/log/mergeEventLogs.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { toRows } from '../../src/log/toRows.ts';
import { ODD_IDS } from './arbitraries.ts';

const at = ODD_IDS.map((_, row) => row);

describe('ids', () => {
  test('that look alike are different customers: by type, by form of letters, by broken letters, by blanks', () => {
    const pairs: [CustomerId, CustomerId][] = [
      ['1', 1],
      ['1', '01'],
      ['\u00e9', 'e\u0301'],
      ['\ud800', '\udfff'],
      ['a', 'a '],
      ['a', 'A'],
      ['NaN', 'null'],
    ];
    for (const pair of pairs) {
      expect(eventLogFromColumns({ customer: pair, at: [1, 2] }).customers).toEqual(pair);
      expect(eventLog(pair, { customer: (id) => id, at: () => 1 }).customers).toEqual(pair);
    }
  });

  test('named as what every object has are ids like any other, through every step', () => {
    const log = eventLogFromColumns({ customer: [...ODD_IDS, ...ODD_IDS], at: [...at, ...at] });
    expect(log.customers).toEqual(ODD_IDS);
    expect(mergeEventLogs([log, log]).customers).toEqual(ODD_IDS);
    expect(toRows(customerSummaries(log)).map(({ customer, eventCount }) => [customer, eventCount])).toEqual(
      ODD_IDS.map((id) => [id, 2]),
    );
    expect(Object.prototype).toEqual({});
  });

  test('that are attribute names or values too are kept apart', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const attributes = Object.fromEntries(names.map((name) => [name, names]));
    const log = eventLogFromColumns({ customer: ['a', 'b', 'c'], at: [1, 2, 3], attributes });
    expect(log.attributes.map(({ name }) => name)).toEqual(names);
    for (const name of names) expect(splitBy(log, name, { value: 'each' }).map(({ value }) => value)).toEqual(names);
  });

  test('0 and -0 are one customer', () => {
    expect(eventLogFromColumns({ customer: [0, -0], at: [1, 2] }).customers).toHaveLength(1);
  });

  test('are distinct customers exactly where they are distinct values, whatever texts and numbers they are', () => {
    const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), minLength: 1 });
    const ids = fc.array(fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()));
    fc.assert(
      fc.property(ids, (given) => {
        const log = eventLogFromColumns({ customer: given, at: given.map(() => 0) });
        expect(log.customers).toEqual([...new Set(given)]);
      }),
    );
  });
});
