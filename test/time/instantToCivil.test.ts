import { describe, expect, test } from 'vitest';
import { instantToCivil } from '../../src/time/instantToCivil.ts';
import { changesOf } from './changesOf.ts';
import { intlFields } from './oracle.ts';
import { ZONES } from './zones.ts';

describe('the civil time of an instant', () => {
  test.each(ZONES)('%s: every field is the one of Intl, one second around every change of 60 years', (timeZone) => {
    const fieldsAt = intlFields(timeZone);
    const changes = changesOf(timeZone, Date.UTC(1970, 0, 1), Date.UTC(2030, 0, 1));
    for (const at of [0, ...changes].flatMap((change) => [change - 1000, change, change + 1000])) {
      const { millisecond, ...fields } = instantToCivil(at, { timeZone });
      expect(fields).toEqual(fieldsAt(at));
      expect(millisecond).toBe(0);
    }
  });

  test('is in UTC unless told, to the millisecond', () => {
    expect(instantToCivil(new Date('2024-02-29T23:59:58.007Z'))).toEqual({
      ...{ year: 2024, month: 2, day: 29 },
      ...{ hour: 23, minute: 59, second: 58, millisecond: 7 },
    });
  });

  test('keeps the milliseconds before 1970', () => {
    expect(instantToCivil(-1, { timeZone: 'Asia/Kathmandu' })).toMatchObject({
      ...{ year: 1970, month: 1, day: 1 },
      ...{ hour: 5, minute: 29, second: 59, millisecond: 999 },
    });
  });

  test('in the year 99 is in the year 99', () => {
    expect(instantToCivil(new Date('0099-12-31T23:00:00Z'))).toMatchObject({ year: 99, month: 12, day: 31 });
  });

  test('at the ends of Date is given in UTC, and refused where the zone shows a time beyond them', () => {
    expect(instantToCivil(8.64e15)).toMatchObject({ year: 275_760, month: 9, day: 13, hour: 0 });
    expect(instantToCivil(8.64e15, { timeZone: 'America/New_York' })).toMatchObject({ month: 9, day: 12, hour: 20 });
    expect(() => instantToCivil(8.64e15, { timeZone: 'Asia/Tokyo' })).toThrow(
      expect.objectContaining({ code: 'not-an-instant', path: ['at'] }),
    );
  });
});
