import { describe, expect, test } from 'vitest';
import { docBlock } from '../api/docBlock.ts';
import { directionOf, metricOf, plainText, rangeOf } from './metricOf.ts';

const COMMENT = `/**
 * Share of the guests
 * who stay.
 *
 * stayed / {@link guests}
 *
 * Nobody is counted twice.
 *
 * Nor is [anyone](https://example.org/a_(b)) forgotten.
 *
 * @param counts - heads
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better, within reason
 * @undefinedWhen there was no guest (NaN); or a part is \`NaN\` (then NaN)
 * @throws InputError \`not-a-record\`, \`above-limit\`
 * @throws InputError \`above-limit\` as well
 * @example
 * const counts = { guests: 4, stayed: 1 };
 * stayRate(counts) // 0.25
 * @example
 * stayRate({ guests: 2, stayed: 1 }) // 0.5
 * @see {@link leaveRate | the other rate}
 * @reference Author (1999), Title
 * @reference practice
 */`;

const changed = (from: string, to: string) => metricOf('stayRate', 'inns', docBlock(COMMENT.replace(from, to)));

test('a doc block becomes a record of one-line texts without links', () => {
  expect(metricOf('stayRate', 'inns', docBlock(COMMENT))).toStrictEqual({
    id: 'stayRate',
    room: 'inns',
    meaning: 'Share of the guests who stay.',
    formula: 'stayed / guests',
    notes: ['Nobody is counted twice.', 'Nor is anyone forgotten.'],
    unit: 'fraction',
    range: { lower: 0, upper: 1 },
    direction: 'higher is better',
    directionNote: 'within reason',
    undefinedWhen: 'there was no guest; or a part is `NaN`',
    errors: ['above-limit', 'not-a-record'],
    example: 'const counts = { guests: 4, stayed: 1 };\nstayRate(counts) // 0.25',
    see: ['the other rate'],
    references: ['Author (1999), Title', 'practice'],
  });
});

test('a metric that is never undefined has null for when it is', () => {
  const { undefinedWhen } = changed('there was no guest (NaN); or a part is `NaN` (then NaN)', 'never');
  expect(undefinedWhen).toBeNull();
});

test('a metric that is undefined where another figure is says that this one is NaN', () => {
  expect(changed('there was no guest (NaN)', 'the rate is (NaN)').undefinedWhen).toBe(
    'the rate is NaN; or a part is `NaN`',
  );
});

test('an example in a fence is the code in it', () => {
  const text = 'const counts = { guests: 4, stayed: 1 };\n * stayRate(counts) // 0.25';
  expect(changed(text, `\`\`\`ts\n * ${text}\n * \`\`\``).example).toBe(
    'const counts = { guests: 4, stayed: 1 };\nstayRate(counts) // 0.25',
  );
});

test.each([
  ['the meaning', COMMENT.slice(4, COMMENT.indexOf(' * @param')), '', 'stayRate: no meaning'],
  ['the formula', COMMENT.slice(COMMENT.indexOf(' *\n'), COMMENT.indexOf(' * @param')), '', 'stayRate: no formula'],
  ['the unit', '@unit fraction', '', 'stayRate: not one @unit but 0'],
  ['the words of the unit', '@unit fraction', '@unit', 'stayRate: not one @unit but 0'],
  ['the range', '@range 0..1', '', 'stayRate: not one @range but 0'],
  ['when it is undefined', '@undefinedWhen', '@unknown', 'stayRate: not one @undefinedWhen but 0'],
  ['every example', /@example/g, '@unknown', 'stayRate: no @example'],
])('a block without %s is refused by name', (_, from, to, message) => {
  expect(() => metricOf('stayRate', 'inns', docBlock(COMMENT.replace(from, to)))).toThrow(message);
});

test('a second unit is refused by name', () => {
  expect(() => changed('@unit fraction', '@unit fraction\n * @unit percent')).toThrow('stayRate: not one @unit but 2');
});

test('a formula beyond ASCII is refused by name', () => {
  expect(() => changed('stayed / ', 'stayed ÷ ')).toThrow(
    'stayRate: the formula is not in plain ASCII: stayed ÷ guests',
  );
});

describe('a range', () => {
  test.each([
    ['0..1', 0, 1],
    ['0..', 0, null],
    ['..0', null, 0],
    ['-1..', -1, null],
    ['-100..100', -100, 100],
    ['0.5..1.25', 0.5, 1.25],
    ['any', null, null],
  ])('may be %s', (text, lower, upper) => {
    expect(rangeOf('f', text)).toEqual({ lower, upper });
  });

  test.each([
    '',
    '..',
    '0',
    '0...1',
    '0.. 1',
    '0-1',
    '0 to 1',
    '00..1',
    '-0..1',
    '0..1.0',
    '.5..1',
    '1..0',
    '1..1',
    '0..Infinity',
    '0..1e3',
    '0..1 or NaN',
    'ANY',
    'any number',
    '[0, 1]',
    'that of the statistic',
  ])('may not be %j, and the message names the function', (text) => {
    expect(() => rangeOf('stayRate', text)).toThrow(`stayRate: not a range: ${text}`);
  });
});

describe('a direction', () => {
  test.each([
    ['higher is better', 'higher is better', null],
    ['lower is better', 'lower is better', null],
    ['neither', 'neither', null],
    ['neither: a target is between', 'neither', 'a target is between'],
    ['lower is better, to\na point', 'lower is better', 'to a point'],
    ['higher is better; see below', 'higher is better', 'see below'],
    ['lower is better (for CES 1.0)', 'lower is better', 'for CES 1.0'],
  ])('may be %j', (text, direction, directionNote) => {
    expect(directionOf('f', text)).toEqual({ direction, directionNote });
  });

  test.each([
    '',
    'up',
    'Higher is better',
    'higher',
    'neitherwise',
    'neither good',
    'neither,',
    'neither ()',
    'is better',
  ])('may not be %j, and the message names the function', (text) => {
    expect(() => directionOf('stayRate', text)).toThrow(`stayRate: not a direction: ${text}`);
  });
});

test.each([
  ['a {@link b} c', 'a b c'],
  ['{@link b | the b}', 'the b'],
  ['{@linkcode b}', 'b'],
  ['[words](https://example.org)', 'words'],
  ['[words](https://example.org/a_(b)) and [more](x)', 'words and more'],
  ['  two\n  lines ', 'two lines'],
  ['`code`, [from, to) and arr[0]', '`code`, [from, to) and arr[0]'],
])('%j is written %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});
