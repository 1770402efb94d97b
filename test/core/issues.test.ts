import { describe, expect, test } from 'vitest';
import { addIssue, issueList, throwIssues } from '../../src/core/issues.ts';
import { refusalOf } from './refusalOf.ts';

function listOf(count: number) {
  const list = issueList('eventLog');
  for (let row = 0; row < count; row++) addIssue(list, 'not-an-id', ['rows', row, 'user'], 'an id', row);
  return list;
}

describe('a list of issues', () => {
  test('throws nothing while it is empty', () => {
    expect(() => throwIssues(listOf(0))).not.toThrow();
  });

  test('throws one error for all, in order of input', () => {
    const error = refusalOf(() => throwIssues(listOf(3)));
    expect(error.issues.map(({ path, received }) => [path[1], received])).toEqual([
      [0, '0'],
      [1, '1'],
      [2, '2'],
    ]);
    expect(error.issueCount).toBe(3);
  });

  test('keeps 20 issues and counts all', () => {
    const error = refusalOf(() => throwIssues(listOf(20)));
    expect([error.issues.length, error.issueCount]).toEqual([20, 20]);
    const more = refusalOf(() => throwIssues(listOf(5000)));
    expect([more.issues.length, more.issueCount]).toEqual([20, 5000]);
    expect(more.issues[19]!.path[1]).toBe(19);
  });
});
