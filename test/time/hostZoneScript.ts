// Run by hostZone.test.ts under several host zones: prints the host's zone and a hash of results.
import { createHash } from 'node:crypto';
import * as time from '../../src/time/index.ts';
import { utcContext } from '../../src/time/utcContext.ts';
import { RETAIL } from './retail.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const ZONES = ['America/Sao_Paulo', 'America/Havana', 'America/Los_Angeles', 'Asia/Kathmandu', 'Africa/Casablanca'];
const MORE_ZONES = ['Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Gaza', 'America/St_Johns', 'Europe/London'];
const hash = createHash('sha256');
const [from, to] = [new Date('2009-12-31T15:00:00Z'), new Date('2017-01-01T00:00:00Z')];

for (const timeZone of ['UTC', ...ZONES, ...MORE_ZONES])
  for (const period of ['day', 'week', 'month', 'quarter', 'year'] as const)
    for (const weekStartsOn of period === 'week' ? WEEKDAYS : (['monday'] as const)) {
      const index = time.periodIndex({ period, timeZone, weekStartsOn, from, to });
      hash.update(index.boundaries).update(index.cells).update(time.periodLabels(index).join());
    }

const others: readonly time.PeriodOptions[] = [
  { period: 'hour' },
  { period: 'day', every: 14, anchor: from },
  { period: 'month', every: 5, anchor: from },
  { period: 'fiscalMonth', fiscal: RETAIL },
];
for (const timeZone of ['UTC', ...ZONES, ...MORE_ZONES])
  for (const calendar of others) {
    const index = time.periodIndex({ ...calendar, timeZone, from, to: new Date('2012-01-05T00:00:00Z') });
    hash.update(index.boundaries).update(index.cells).update(time.periodLabels(index).join());
  }

/** All that a Date tells of local time, and what setting local fields makes of it. */
function localFields(at: number): number[] {
  const date = utcContext(at);
  const day = [date.getFullYear(), date.getMonth(), date.getDate(), date.getDay()];
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds(), date.getMilliseconds()];
  const set = [date.setHours(1, 2, 3, 4), date.setDate(5), date.setMonth(6, 7), date.setFullYear(2008, 9, 10)];
  return [...day, ...clock, date.getTimezoneOffset(), ...set];
}

const local = new Date().getTimezoneOffset();
for (let day = -20_000; day < 30_000; day += 97) {
  const at = day * 86_400_000 + day * 7_919_000;
  const civil = time.instantToCivil(at, { timeZone: 'America/Havana' });
  const back = time.civilToInstant(civil, { timeZone: 'Africa/Casablanca' });
  hash.update(JSON.stringify([localFields(at), civil, back, time.addPeriods(at, 5, { period: 'month' })]));
}

console.log(JSON.stringify({ offset: local, hash: hash.digest('hex') }));
