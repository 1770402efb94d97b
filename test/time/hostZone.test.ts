import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./hostZoneScript.ts', import.meta.url));

function runUnder(hostZone: string): { offset: number; hash: string } {
  const env = { ...process.env, TZ: hostZone };
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', SCRIPT], { env, encoding: 'utf8' }));
}

test('results are the same bytes whatever the zone of the host', () => {
  const runs = ['UTC', 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Kathmandu'].map(runUnder);
  expect(new Set(runs.map((run) => run.offset)).size).toBe(4);
  expect(runs.map((run) => run.hash)).toEqual(Array(4).fill(runs[0]!.hash));
});
