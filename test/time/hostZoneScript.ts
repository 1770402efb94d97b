// Run by hostZone.test.ts under several host zones: prints the host's zone and a hash of results.
import { createHash } from 'node:crypto';
import * as time from '../../src/time/index.ts';

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

const local = new Date().getTimezoneOffset();
for (let day = -20_000; day < 30_000; day += 97) {
  const at = day * 86_400_000 + day * 7_919_000;
  const civil = time.instantToCivil(at, { timeZone: 'America/Havana' });
  const back = time.civilToInstant(civil, { timeZone: 'Africa/Casablanca' });
  hash.update(JSON.stringify([civil, back, time.addPeriods(at, 5, { period: 'month' })]));
}

console.log(JSON.stringify({ offset: local, hash: hash.digest('hex') }));
