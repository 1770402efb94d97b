import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GoalTarget } from 'tenure';
import { metrics } from 'tenure/catalogue';
import { civilToInstant } from 'tenure/time';
import { GOAL_METRICS } from './goalMetrics.ts';
import type { Market } from './market.ts';
import { ReportError } from './readCsv.ts';

/** A day of the calendar. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A goal as a file tells it. */
export interface GoalEntry {
  /** Where it stands, for messages: `goals.json, goal 2 ("Cut churn")`. */
  readonly place: string;
  readonly name: string;
  readonly metric: string;
  readonly direction: 'higher' | 'lower';
  /** Undefined: every market. */
  readonly market: string | undefined;
  readonly from: CivilDay;
  readonly due: CivilDay;
  readonly target: GoalTarget;
}

const FIELDS = ['name', 'metric', 'market', 'from', 'due', 'change', 'value'];

/** Reads a file of goals; what is wrong in it is told by file and place. */
export function readGoals(file: string): GoalEntry[] {
  const content = parseJson(file);
  const place = basename(file);
  const goals = isRecord(content) ? content.goals : undefined;
  if (!Array.isArray(goals) || goals.length === 0)
    throw new ReportError(`${place} must be { "goals": [ … ] } with at least one goal`);
  return goals.map((goal: unknown, own) => readGoal(goal, `${place}, goal ${own + 1}`));
}

/** Refuses goals of a market that is not there, or of a metric that there is no file for. */
export function checkGoals(goals: readonly GoalEntry[], markets: readonly Market[]): void {
  const names = markets.map(({ name }) => name);
  for (const { place, market, metric } of goals) {
    if (market !== undefined && !names.includes(market)) refuse(place, 'market', `one of ${listed(names)}`, market);
    const needs = GOAL_METRICS.get(metric)?.needs;
    const held = needs === 'nps' ? 'promoterAnswers' : 'satisfactionAnswers';
    if (needs !== undefined && markets.every((one) => one[held] === undefined))
      throw new ReportError(`${place}: ${metric} needs answers, and there are none (--${needs} FILE)`);
  }
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ReportError(isMissing ? `there is no file ${file}` : `${file}: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ReportError(`${basename(file)} is no JSON: ${(error as Error).message}`);
  }
}

function readGoal(goal: unknown, number: string): GoalEntry {
  if (!isRecord(goal)) throw new ReportError(`${number} must be an object with ${listed(FIELDS)}`);
  const unknown = Object.keys(goal).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined)
    throw new ReportError(`${number} has an unknown field "${unknown}"; known: ${listed(FIELDS)}`);
  const name = textOf(goal, 'name', number);
  const place = `${number} ("${name}")`;
  const metric = textOf(goal, 'metric', place);
  if (!GOAL_METRICS.has(metric)) refuse(place, 'metric', `one of ${listed([...GOAL_METRICS.keys()])}`, metric);
  const direction = metrics.find(({ id }) => id === metric)?.direction === 'lower is better' ? 'lower' : 'higher';
  const [from, due] = [dayOf(goal, 'from', place), dayOf(goal, 'due', place)];
  if (String(goal.due) <= String(goal.from)) refuse(place, 'due', `after "from", ${goal.from}`, goal.due);
  const market = goal.market === undefined ? undefined : textOf(goal, 'market', place);
  return { place, name, metric, direction, market, from, due, target: targetOf(goal, metric, direction, place) };
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Which way a share of a baseline goes is a matter of its sign, save for a score that may itself be below 0. */
function targetOf(goal: JsonRecord, metric: string, direction: GoalEntry['direction'], place: string): GoalTarget {
  const { value, change } = goal;
  if ((value === undefined) === (change === undefined))
    throw new ReportError(`${place}: either "value" or "change", such as -0.1 for a tenth less, must be there`);
  if (value !== undefined) return { value: numberOf(goal, 'value', place) };
  const share = numberOf(goal, 'change', place);
  const isBackwards = direction === 'lower' ? share > 0 : share < 0;
  if (isBackwards && metric !== 'netPromoterScore')
    refuse(
      place,
      'change',
      `${direction === 'lower' ? 'at most' : 'at least'} 0: of ${metric} ${direction} is better`,
      share,
    );
  return { change: share };
}

function numberOf(goal: JsonRecord, field: string, place: string): number {
  const value = goal[field];
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(place, field, 'a number', value);
  return value as number;
}

function textOf(goal: JsonRecord, field: string, place: string): string {
  const value = goal[field];
  if (typeof value !== 'string' || value.trim() === '') refuse(place, field, 'a text', value);
  return value as string;
}

function dayOf(goal: JsonRecord, field: string, place: string): CivilDay {
  const value = goal[field];
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  const civil = { year: Number(year), month: Number(month), day: Number(day) };
  try {
    civilToInstant(civil, { timeZone: 'UTC' });
  } catch {
    refuse(place, field, 'a day such as "2025-03-31"', value);
  }
  return civil;
}

function refuse(place: string, field: string, rule: string, value: unknown): void {
  const came = value === undefined ? 'it is not there' : `not ${JSON.stringify(value)}`;
  throw new ReportError(`${place}: "${field}" must be ${rule}, ${came === 'it is not there' ? `and ${came}` : came}`);
}

const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');
