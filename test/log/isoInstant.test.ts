import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoInstant } from '../../src/log/isoInstant.ts';

const read = (text: string) => isoInstant('at')({ at: text });

describe('an instant as text', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01 00:00:00Z', 0],
    ['1970-01-01T00:00:00.000Z', 0],
    ['1970-01-01T00:00:00.5Z', 500],
    ['1970-01-01T00:00:00.05Z', 50],
    ['1970-01-01T00:00:00.123456789Z', 123],
    ['1970-01-01T00:00:00.9999999Z', 999],
    ['1969-12-31T23:59:59.999Z', -1],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1970-01-01T01:00:00+0100', 0],
    ['1970-01-01T01:00:00+01', 0],
    ['1969-12-31T18:30-05:30', 0],
    ['1970-01-01T00:00:00-00:00', 0],
    ['1970-01-01T23:59+23:59', 0],
    ['1970-01-01T05:45:00.001+05:45', 1],
    ['2024-02-29T00:00Z', 1_709_164_800_000],
    ['2000-02-29T00:00Z', 951_782_400_000],
    ['0100-01-01T00:00Z', -59_011_459_200_000],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ])('%s is read', (text, milliseconds) => {
    expect(read(text)).toBe(milliseconds);
  });

  test.each([
    ['a date alone', '2024-03-31'],
    ['a time without an offset', '2024-03-31T12:30:00'],
    ['nothing', ''],
    ['a space before', ' 2024-03-31T12:30Z'],
    ['a space after', '2024-03-31T12:30Z '],
    ['a line end after', '2024-03-31T12:30Z\n'],
    ['two spaces between', '2024-03-31  12:30Z'],
    ['small letters', '2024-03-31t12:30z'],
    ['an hour alone', '2024-03-31T12Z'],
    ['one digit', '2024-3-31T12:30Z'],
    ['month 0', '2024-00-10T12:30Z'],
    ['month 13', '2024-13-10T12:30Z'],
    ['day 0', '2024-03-00T12:30Z'],
    ['30 February', '2024-02-30T12:30Z'],
    ['29 February of a common year', '2023-02-29T12:30Z'],
    ['29 February of 1900', '1900-02-29T12:30Z'],
    ['31 April', '2024-04-31T12:30Z'],
    ['hour 24', '2024-03-31T24:00Z'],
    ['minute 60', '2024-03-31T12:60Z'],
    ['second 60', '2024-12-31T23:59:60Z'],
    ['a point without digits', '2024-03-31T12:30:00.Z'],
    ['a comma', '2024-03-31T12:30:00,5Z'],
    ['an offset of 24 hours', '2024-03-31T12:30+24:00'],
    ['an offset of 24 hours, without minutes', '2024-03-31T12:30+24'],
    ['an offset of 60 minutes', '2024-03-31T12:30+02:60'],
    ['half an offset', '2024-03-31T12:30+02:'],
    ['an offset of one digit', '2024-03-31T12:30+2'],
    ['an offset of three digits', '2024-03-31T12:30+020'],
    ['an offset with seconds', '2024-03-31T12:30+02:00:00'],
    ['an offset and Z', '2024-03-31T12:30+02:00Z'],
    ['another minus', '2024-03-31T12:30\u221202:00'],
    ['the name of a zone', '2024-03-31T12:30[Europe/Berlin]'],
    ['slashes', '2024/03/31T12:30Z'],
    ['the order of another country', '31-03-2024T12:30Z'],
    ['a year of two digits', '24-03-31T12:30:00Z'],
    ['year 0', '0000-01-01T00:00Z'],
    ['year 99', '0099-01-01T00:00Z'],
    ['a year of six digits', '+002024-03-31T12:30Z'],
    ['a sign', '-2024-03-31T12:30Z'],
    ['other digits', '\u0662\u0660\u0662\u0664-03-31T12:30Z'],
    ['wide digits', '\uff12\uff10\uff12\uff14-03-31T12:30Z'],
    ['a week', '2024-W13-7T12:30Z'],
    ['milliseconds', '1711888200000'],
    ['words', 'Sun, 31 Mar 2024 12:30:00 GMT'],
    ['a colon for a hyphen', '2024:03-31T12:30Z'],
    ['a point for a colon', '2024-03-31T12.30Z'],
  ])('with %s is refused', (_, text) => {
    expect(read(text)).toBeNaN();
  });

  test('in the form that Date writes is read back, for any instant from year 100 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(100, 0, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) }), (at) => {
        expect(read(new Date(at).toISOString())).toBe(at);
      }),
      { numRuns: 2000 },
    );
  });

  test('is what Date.parse says, in every form that both read, valid or not', () => {
    const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const date = fc.tuple(fc.integer({ min: 100, max: 9999 }), two(13), two(32)).map(([year, month, day]) => {
      return `${String(year).padStart(4, '0')}-${month}-${day}`;
    });
    // Date.parse takes 24:00 for the next midnight; here it is refused, as the table above says.
    const time = fc
      .tuple(two(23), two(60), two(60), fc.nat(999))
      .chain(([hours, minutes, seconds, fraction]) =>
        fc.constantFrom(
          `${hours}:${minutes}`,
          `${hours}:${minutes}:${seconds}`,
          `${hours}:${minutes}:${seconds}.${fraction}`,
        ),
      );
    const offset = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), two(24), two(60))
        .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
    );
    fc.assert(
      fc.property(date, time, offset, (day, clock, zone) => {
        const text = `${day}T${clock}${zone}`;
        const isDay = new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) ?? false;
        expect(read(text)).toBe(isDay ? Date.parse(text) : Number.NaN);
      }),
      { numRuns: 3000 },
    );
  });

  test('is a number whatever the text is', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof read(text) === 'number'));
    const near = fc.tuple(fc.nat(19), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(near, ([place, char]) => {
        const text = '2024-03-31T12:30:00Z';
        const changed = read(text.slice(0, place) + char + text.slice(place + 1));
        expect(Number.isNaN(changed) || Number.isInteger(changed)).toBe(true);
      }),
    );
  });
});
