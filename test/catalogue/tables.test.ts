import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/catalogue/metrics.ts';
import type { Metric } from '../../src/catalogue/types.ts';
import { withTables } from './tables.ts';

const [some] = metrics as readonly [Metric, ...Metric[]];
const invented: readonly Metric[] = [
  { ...some, id: 'a', room: 'inns', formula: 'x * y | z', unit: 'beds', undefinedWhen: 'no `a*b` or <b>' },
  { ...some, id: 'longer', room: 'inns', formula: 'z', unit: 'fraction', undefinedWhen: null },
];
const rooms = [
  { id: 'inns', meaning: 'who stays' },
  { id: 'ships', meaning: 'who goes' },
];
const others = [
  { room: 'inns', name: 'guests' },
  { room: 'ships', name: 'sailors' },
];
const made = (page: string) => withTables('page.md', page, { metrics: invented, rooms, others });

const TABLE = `<!-- catalogue:inns -->

| Metric   | Formula     | Unit     | Undefined (NaN) when |
| -------- | ----------- | -------- | -------------------- |
| \`a\`      | x \\* y \\| z | beds     | no \`a*b\` or \\<b>     |
| \`longer\` | z           | fraction | never                |

<!-- /catalogue -->`;

test('a table stands between its markers, its columns aligned, and what Markdown would read as its own is escaped', () => {
  expect(made('Before\n\n<!-- catalogue:inns -->\n<!-- /catalogue -->\n\nafter\n')).toBe(
    `Before\n\n${TABLE}\n\nafter\n`,
  );
});

test('an old table gives way to the new one', () => {
  expect(made(TABLE.replaceAll('beds', 'old'))).toBe(TABLE);
  expect(made(TABLE)).toBe(TABLE);
});

test('the table of the rooms leads to their pages and names the metrics of each, and its other functions', () => {
  expect(made('<!-- catalogue:rooms -->\n<!-- /catalogue -->')).toBe(`<!-- catalogue:rooms -->

| Room                            | What it tells | Metrics       | Counts, tables, intervals |
| ------------------------------- | ------------- | ------------- | ------------------------- |
| [\`tenure/inns\`](docs/inns.md)   | who stays     | \`a\`, \`longer\` | \`guests\`                  |
| [\`tenure/ships\`](docs/ships.md) | who goes      |               | \`sailors\`                 |

<!-- /catalogue -->`);
});

test('in the table of the rooms a namespace stands once, whatever is in it', () => {
  const inHotel = ['pool', 'hotel.beds', 'hotel.stars'].map((id) => ({ ...some, id, room: 'inns' }));
  const page = withTables('page.md', '<!-- catalogue:rooms -->\n<!-- /catalogue -->\n', {
    metrics: inHotel,
    rooms: rooms.slice(0, 1),
    others: [{ room: 'inns', name: 'hotel.open' }],
  });
  expect(page).toContain('| `pool`, `hotel.…` | `hotel.…`');
});

test('a page may hold several tables, or none', () => {
  expect(made(`${TABLE}\n\n${TABLE}\n`)).toBe(`${TABLE}\n\n${TABLE}\n`);
  expect(made('# Title\n')).toBe('# Title\n');
});

describe('a page is refused by name', () => {
  test.each([
    ['where no room has the name of a marker', '<!-- catalogue:motels -->\n<!-- /catalogue -->\n', 'no room "motels"'],
    ['where a marker is not closed', '<!-- catalogue:inns -->\n\ntext\n', 'without its other half'],
    ['where a marker is not opened', 'text\n<!-- /catalogue -->\n', 'without its other half'],
    ['where a marker is misspelt', '<!-- catalogue: inns -->\n<!-- /catalogue -->\n', 'without its other half'],
    [
      'where a marker stands within a table',
      '<!-- catalogue:inns -->\n<!-- catalogue:inns -->\n<!-- /catalogue -->\n',
      'without its other half',
    ],
  ])('%s', (_, page, message) => {
    expect(() => made(page)).toThrow(`page.md: `);
    expect(() => made(page)).toThrow(message);
  });
});
