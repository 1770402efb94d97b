import { checkFunction, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { attributeReader, customerCodes } from './columns.ts';
import type { LoggedEvent } from './filterEvents.ts';
import type { EventLog } from './types.ts';

/** Some of a log's events: those for which everything given holds. */
export interface EventChoice {
  /** The event's name. */
  readonly name?: string;
  /** Whatever else; slower, since it makes a record of each event. */
  readonly where?: (event: LoggedEvent) => boolean;
}

/** 1 for each event of a choice, 0 for every other; undefined where all are chosen. */
export function chosenEvents(
  metric: string,
  argument: string,
  log: EventLog,
  choice: EventChoice | undefined,
): Uint8Array | undefined {
  if (choice === undefined) return undefined;
  checkOptions(metric, choice, ['name', 'where'], argument);
  if (Array.isArray(choice)) refuse('not-a-record', metric, [argument], 'an object', choice);
  const { name, where } = choice;
  if (where !== undefined) checkFunction(metric, `${argument}.where`, where);
  if (name === undefined && where === undefined) return undefined;
  const code = name === undefined ? undefined : knownName(metric, [argument, 'name'], log, name);
  const passes = where === undefined ? undefined : eventTest(log, where);
  const chosen = new Uint8Array(log.at.length);
  for (let row = 0; row < chosen.length; row++)
    if ((code === undefined || log.name!.codes[row] === code) && (passes === undefined || passes(row))) chosen[row] = 1;
  return chosen;
}

/** The code of an event name that the log must have: a misspelt one would choose nothing, in silence. */
function knownName(metric: string, path: readonly string[], log: EventLog, name: string): number {
  const code = codeOfName(metric, path, log, name);
  if (code === -1 && log.at.length > 0)
    refuse('unknown-field', metric, path, `one of the log's event names (${listed(log.name!.values)})`, name);
  return code;
}

/** As many as fit a message. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `'${name}'`);
  return [...shown, ...(names.length > 5 ? ['…'] : [])].join(', ');
}

/** The code of an event name, -1 where no event has it; a log without names has no answer. */
export function codeOfName(metric: string, path: readonly string[], log: EventLog, name: string): number {
  if (typeof name !== 'string') refuse('not-a-text', metric, path, 'the name of an event', name);
  if (log.name === undefined) refuse('missing-field', metric, ['log', 'name'], 'in the log', undefined);
  return log.name.values.indexOf(name);
}

/** A test of a row that hands it over as a record. */
export function eventTest(log: EventLog, where: (event: LoggedEvent) => boolean): (row: number) => boolean {
  const customers = customerCodes(log.offsets);
  const attributeAt = attributeReader(log.attributes);
  return (row) =>
    where({
      customer: log.customers[customers[row]!]!,
      at: log.at[row]!,
      amount: log.amount?.[row],
      name: log.name?.values[log.name.codes[row]!],
      currency: log.currency?.values[log.currency.codes[row]!],
      id: log.ids?.[row],
      attribute: attributeAt(row),
    });
}
