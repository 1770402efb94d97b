import { InputError, type InputErrorCode, type InputIssue, inputIssue, MAX_ISSUES } from './errors.ts';

/** What a pass over many rows found wrong: the first issues in full, the rest as a number. */
export interface IssueList {
  readonly metric: string;
  readonly issues: InputIssue[];
  count: number;
}

/** An empty list for one function's pass. */
export function issueList(metric: string): IssueList {
  return { metric, issues: [], count: 0 };
}

/** Notes one more issue. */
export function addIssue(
  list: IssueList,
  code: InputErrorCode,
  path: readonly (string | number)[],
  expected: string,
  received: unknown,
): void {
  list.count++;
  if (list.issues.length < MAX_ISSUES) list.issues.push(inputIssue(code, list.metric, path, expected, received));
}

/** Throws one `InputError` for all issues, if there are any. */
export function throwIssues(list: IssueList): void {
  const [first, ...others] = list.issues;
  if (first !== undefined) throw new InputError(list.metric, [first, ...others], list.count);
}
