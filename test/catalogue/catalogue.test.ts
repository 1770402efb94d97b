// The catalogue as people get it: every metric, once, in order, and as the doc blocks have it now.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as catalogue from 'tenure/catalogue';
import { expect, test } from 'vitest';
import { rooms as libraryRooms, ROOT, sourceProgram } from '../api/library.ts';
import { generatedFiles, pages, read, staleFiles } from './files.ts';
import { inOrder } from './inOrder.ts';
import { roomFunctions } from './readMetrics.ts';
import { roomsAskedFor } from './tables.ts';

const { metrics, rooms } = catalogue;
const program = sourceProgram();
const made = generatedFiles(program);
const roomsWithMetrics = [...new Set(metrics.map(({ room }) => room))];

test('every function of a room that returns a number is in it, once, by room, then by name', () => {
  const found = metrics.map(({ room, id }) => `${room} ${id}`);
  expect(found).toContain('rates retentionRate');
  const numbers = roomFunctions(program).filter(({ isMetric }) => isMetric);
  expect(found).toEqual(numbers.map(({ room, name }) => `${room} ${name}`));
  expect(found).toEqual([...found].sort(inOrder));
});

test('no two metrics share an id', () => {
  const ids = metrics.map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

test('its files, and the tables of README.md and docs, are as `npm run catalogue` makes them', () => {
  expect([...made.keys()]).toEqual(
    expect.arrayContaining(['src/catalogue/metrics.ts', 'README.md', 'docs/catalogue.md']),
  );
  expect(staleFiles(made), 'to be made anew by npm run catalogue').toEqual([]);
});

test('every file of the folder that is not made is one of the few that are written by hand', () => {
  const others = readdirSync(join(ROOT, 'src/catalogue')).filter((file) => !made.has(`src/catalogue/${file}`));
  expect(others).toEqual(['index.ts', 'rooms.ts', 'types.ts']);
});

test('the rooms are those of the package, each once', () => {
  expect(rooms.map(({ id }) => id).sort(inOrder)).toEqual(libraryRooms.map(({ name }) => name).sort(inOrder));
});

test('README.md, and it alone, has the table of the rooms; each room has a page, with the table of its metrics', () => {
  const asked = pages().flatMap((page) => roomsAskedFor(read(page)).map((room) => `${room} in ${page}`));
  const expected = roomsWithMetrics.map((room) => `${room} in docs/${room}.md`);
  expect(asked.filter((one) => !one.startsWith('rooms '))).toEqual(expect.arrayContaining(expected));
  expect(asked.filter((one) => one.startsWith('rooms '))).toEqual(['rooms in README.md']);
  expect(pages()).toEqual(expect.arrayContaining(rooms.map(({ id }) => `docs/${id}.md`)));
});

test('it is plain data: through JSON and back it is the same', () => {
  expect(JSON.parse(JSON.stringify(catalogue))).toStrictEqual({ metrics, rooms });
});

test('every record has the same fields, in the same order', () => {
  const fields = metrics.map((metric) => Object.keys(metric).join(' '));
  expect([...new Set(fields)]).toEqual([
    'id room meaning formula notes unit range direction directionNote undefinedWhen errors example see references',
  ]);
});

/** Every text of the catalogue that is a line for people. */
const lines = metrics.flatMap(({ id, meaning, formula, notes, unit, directionNote, undefinedWhen, see, references }) =>
  [meaning, formula, ...notes, unit, directionNote, undefinedWhen, ...see, ...references]
    .filter((text) => text !== null)
    .map((text) => ({ id, text })),
);

test('every text is a line that says something, without links, markup or space around it', () => {
  const odd = lines.filter(
    ({ text }) => text === '' || text !== text.trim() || /\n|\{@|\]\(|<!--|\*\*|https?:/.test(text),
  );
  expect(odd).toEqual([]);
});

test('every backtick is closed', () => {
  expect(lines.filter(({ text }) => text.split('`').length % 2 === 0)).toEqual([]);
});

test('every meaning is a sentence of at most 200 characters', () => {
  const odd = metrics.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning) || meaning.length > 200);
  expect(odd.map(({ id, meaning }) => [id, meaning])).toEqual([]);
});

test('every unit is what can stand behind a number: a few words, and no remark', () => {
  const odd = metrics.filter(({ unit }) => !/^[a-z0-9][a-z0-9 %-]*$/i.test(unit) || unit.length > 40);
  expect(odd.map(({ id, unit }) => [id, unit])).toEqual([]);
});

test('every example calls its metric', () => {
  expect(metrics.filter(({ id, example }) => !example.includes(`${id}(`)).map(({ id }) => id)).toEqual([]);
});

test('every function reads a record at least, and says how it refuses what is none', () => {
  expect(metrics.filter(({ errors }) => errors.length === 0).map(({ id }) => id)).toEqual([]);
});
