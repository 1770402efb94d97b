import { describe, expect, test } from 'vitest';
import { PROBE_STEP, zoneClock } from '../../src/time/zoneClock.ts';
import { changesOf } from './changesOf.ts';
import { HOUR, intlReading, oracleInstant } from './oracle.ts';
import { ZONES } from './zones.ts';

/** Every change in (from, to], by reading the clock each hour and then each second of the hour that differs. */
function scannedChanges(timeZone: string, from: number, to: number): number[] {
  const reading = intlReading(timeZone);
  const changes: number[] = [];
  let offset = reading(from) - from;
  for (let at = from + HOUR; at <= to; at += HOUR) {
    if (reading(at) - at === offset) continue;
    let change = at - HOUR;
    while (reading(change) - change === offset) change += 1000;
    changes.push(change);
    offset = reading(at) - at;
  }
  return changes;
}

describe('the changes of a zone', () => {
  test.each([
    ['America/Recife', 1999, 2003],
    ['Africa/Casablanca', 2012, 2014],
    ['Asia/Gaza', 2010, 2013],
    ['Africa/Tunis', 1943, 1944],
    ['Pacific/Apia', 2011, 2012],
    ['Antarctica/Troll', 2015, 2016],
  ])('%s, %i to %i: what the probes find is what a scan by the hour finds', (timeZone, first, last) => {
    const [from, to] = [Date.UTC(first, 0, 1), Date.UTC(last, 0, 1)];
    const scanned = scannedChanges(timeZone, from, to);
    expect(scanned.length).toBeGreaterThan(0);
    expect(changesOf(timeZone, from, to)).toEqual(scanned);
  });

  test('the probes are closer than the closest changes that cancel, with room to spare', () => {
    const [, forward, back] = scannedChanges('America/Recife', Date.UTC(1999, 9, 1), Date.UTC(2000, 10, 1)).slice(-3);
    expect(back! - forward!).toBe(167 * HOUR);
    // Freetown, 1 to 5 September 1939, in databases that keep it apart from Abidjan.
    expect(PROBE_STEP).toBeLessThan(95 * HOUR);
    expect(8.64e15 % PROBE_STEP).toBe(0);
  });

  test('New York counted 4 h 56 min 2 s until noon of 18 November 1883', () => {
    const change = Date.UTC(1883, 10, 18, 17);
    const clock = zoneClock('test', 'America/New_York');
    expect(changesOf('America/New_York', Date.UTC(1850, 0, 1), Date.UTC(1900, 0, 1))).toEqual([change]);
    expect(clock.toCivil(change - 1)).toBe(change - 1 - (4 * HOUR + 56 * 60_000 + 2000));
    expect(clock.toCivil(change)).toBe(change - 5 * HOUR);
  });

  test.skipIf(!process.env.TENURE_LONG).each(ZONES)(
    '%s, 1965 to 2040: what the probes find is what a scan by the hour finds',
    (timeZone) => {
      const [from, to] = [Date.UTC(1965, 0, 1), Date.UTC(2040, 0, 1)];
      expect(changesOf(timeZone, from, to)).toEqual(scannedChanges(timeZone, from, to));
    },
  );

  const allZones = Intl.supportedValuesOf('timeZone');
  test.skipIf(!process.env.TENURE_LONG).each(Array.from({ length: 20 }, (_, part) => part))(
    'all zones of Intl, 1900 to 2090, part %i of 20: no change is undone within the step of the probes',
    (part) => {
      const undone = allZones
        .filter((_, index) => index % 20 === part)
        .flatMap((timeZone) => undoneSoon(timeZone, Date.UTC(1900, 0, 1), Date.UTC(2090, 0, 1)));
      expect(undone).toEqual([]);
    },
  );
});

/** The changes undone within three days, by reading the clock once a day: such days are at most three apart. */
function undoneSoon(timeZone: string, from: number, to: number): string[] {
  const reading = intlReading(timeZone);
  const undone: string[] = [];
  let [before, offset, changed] = [Number.NaN, reading(from) - from, from];
  for (let at = from; at < to; at += 24 * HOUR) {
    const now = reading(at) - at;
    if (now === offset) continue;
    if (now === before && at - changed <= 72 * HOUR) undone.push(`${timeZone} ${new Date(at).toISOString()}`);
    [before, offset, changed] = [offset, now, at];
  }
  return undone;
}

describe('a zone clock', () => {
  test.each(ZONES)('%s: hours around each change of 60 years are mapped as Intl has them', (timeZone) => {
    const clock = zoneClock('test', timeZone);
    const reading = intlReading(timeZone);
    for (const change of changesOf(timeZone, Date.UTC(1970, 0, 1), Date.UTC(2030, 0, 1))) {
      for (const aside of [-HOUR, -1000, -1, 0, 1, 1000, HOUR]) {
        expect(clock.toCivil(change + aside)).toBe(reading(change + aside));
        expect(clock.toInstant(reading(change) + aside)).toBe(oracleInstant(reading, reading(change) + aside));
      }
    }
  });

  test('a civil time that is none has no instant, in UTC nor elsewhere', () => {
    expect(zoneClock('test', 'UTC').toInstant(Number.NaN)).toBeNaN();
    expect(zoneClock('test', 'Asia/Tokyo').toInstant(Number.NaN)).toBeNaN();
  });

  test('an instant beyond the reach of Date is none', () => {
    expect(zoneClock('test', 'Asia/Tokyo').toInstant(-8.64e15)).toBeNaN();
    expect(zoneClock('test', 'America/New_York').toInstant(8.64e15)).toBeNaN();
    expect(zoneClock('test', 'America/New_York').toInstant(-8.64e15)).toBe(-8.64e15 + (4 * 3600 + 56 * 60 + 2) * 1000);
  });
});
