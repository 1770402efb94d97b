import { describe, expect, test } from 'vitest';
import { idText } from '../../examples/report/format.ts';
import { paragraph, wrap } from '../../examples/report/textTable.ts';

describe('wrap', () => {
  test('breaks between words, at the last one that fits', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('one two three', 6)).toEqual(['one', 'two', 'three']);
  });

  test('a word that is too long has a line of its own', () => {
    expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
  });

  test('a percent sign stays with its number', () => {
    expect(wrap('some 100 %; more', 8)).toEqual(['some', '100 %;', 'more']);
  });

  test('colours take no room', () => {
    expect(wrap('\u001b[1mone\u001b[22m two', 7)).toEqual(['\u001b[1mone\u001b[22m two']);
  });
});

test('a paragraph is as wide as a screen, and indented from its second line on', () => {
  const text = Array.from({ length: 40 }, () => 'word').join(' ');
  // Nineteen words of five columns, less the last space, are 94; a twentieth would not fit 98.
  expect(paragraph(text, 2).split('\n')).toEqual([
    Array.from({ length: 19 }, () => 'word').join(' '),
    `  ${Array.from({ length: 19 }, () => 'word').join(' ')}`,
    '  word word',
  ]);
});

describe('idText', () => {
  test('leaves an id as it is', () => {
    expect([idText('c-0001'), idText(17), idText('Zoë 😀')]).toEqual(['c-0001', '17', 'Zoë 😀']);
  });

  test('without what a terminal would obey', () => {
    expect(idText('\u001b[2Jgone\u0007\r\n')).toBe(' [2Jgone   ');
    expect(idText('\u009b31mred')).not.toContain('\u009b');
  });

  test('and not longer than 24 columns', () => {
    expect(idText('x'.repeat(24))).toBe('x'.repeat(24));
    expect(idText('x'.repeat(25))).toBe(`${'x'.repeat(23)}…`);
  });
});
