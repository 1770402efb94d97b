import { parseArgs } from 'node:util';
import type { Period } from 'tenure/time';
import { PROMOTER_SCALE } from './market.ts';
import { columnNames, oneOf, optionalPositive, positive, scaleOf, share } from './optionValues.ts';
import type { AnswerFile } from './readAnswers.ts';
import { ReportError } from './readCsv.ts';
import type { OrderFile } from './readOrders.ts';
import type { TicketFile } from './readTickets.ts';
import type { VisitFile } from './readVisits.ts';
import { SECTIONS, type Section } from './sections.ts';
import { USAGE } from './usage.ts';

/** What holds for any report. */
export interface ReportOptions {
  /** None: all of them. */
  readonly sections: readonly Section[];
  readonly period: Period;
  readonly lapseAfter: number;
  /** NaN where it is not known. */
  readonly grossMargin: number;
  /** Undefined: where it always goes. */
  readonly json: string | undefined;
  /** A file of goals; undefined: those of the bundled shop, or none for files of one's own. */
  readonly goals: string | undefined;
  /** The caller's own files; undefined: the bundled shop. */
  readonly own: OwnFiles | undefined;
}

/** The caller's own files, and how to read them. */
export interface OwnFiles {
  readonly orders: OrderFile;
  readonly asOf: string | undefined;
  readonly dataFrom: string | undefined;
  readonly timeZone: string;
  /** NaN where it is not known. */
  readonly acquisitionCost: number;
  readonly nps: AnswerFile | undefined;
  readonly csat: AnswerFile | undefined;
  readonly visits: VisitFile | undefined;
  readonly tickets: TicketFile | undefined;
}

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];
const FOR_BOTH: readonly string[] = ['section', 'period', 'lapse-after', 'gross-margin', 'json', 'goals', 'help'];
const NEEDED = ['customer', 'at', 'amount'] as const;

/** Reads the command line. */
export function readOptions(args: readonly string[]): ReportOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [file, ...rest] = positionals;
  if (rest.length > 0) throw new ReportError(`one file of orders at a time: "${rest[0]}" is too much\n\n${USAGE}`);
  const lost = Object.keys(values).find((name) => !FOR_BOTH.includes(name));
  if (file === undefined && lost !== undefined)
    throw new ReportError(`--${lost} goes with a FILE of orders, and there is none\n\n${USAGE}`);
  return {
    sections: (values.section ?? []).map((name) => oneOf('section', SECTIONS, name)),
    period: oneOf('period', PERIODS, values.period ?? 'month'),
    lapseAfter: positive('lapse-after', values['lapse-after'] ?? '90'),
    grossMargin: share('gross-margin', values['gross-margin']),
    json: values.json,
    goals: values.goals,
    own: file === undefined ? undefined : ownFiles(file, values),
  };
}

type Values = ReturnType<typeof parse>['values'];

function ownFiles(file: string, values: Values): OwnFiles {
  const missing = NEEDED.find((name) => values[name] === undefined);
  if (missing !== undefined)
    throw new ReportError(
      `--${missing} COLUMN is needed, so that the report knows what the file's columns hold\n\n${USAGE}`,
    );
  const scaleAlone = values['csat-scale'] !== undefined && values.csat === undefined;
  if (scaleAlone) throw new ReportError('--csat-scale goes with --csat FILE, and there is none');
  const { customer = '', at = '', amount = '', currency } = values;
  const answers = ['customer', 'at', 'score'] as const;
  const nps = more(values, 'nps', answers);
  const csat = more(values, 'csat', answers);
  return {
    orders: { file, customer, at, amount, orderId: values['order-id'], currency },
    asOf: values['as-of'],
    dataFrom: values['data-from'],
    timeZone: values['time-zone'] ?? 'UTC',
    acquisitionCost: optionalPositive('acquisition-cost', values['acquisition-cost']),
    nps: nps && { ...nps, scale: PROMOTER_SCALE },
    csat: csat && { ...csat, scale: scaleOf('csat-scale', values['csat-scale'] ?? '1-5') },
    visits: more(values, 'visits', ['customer', 'at']),
    tickets: more(values, 'tickets', ['customer', 'opened', 'resolved']),
  };
}

/** One of the files beside the orders, and its columns. */
function more<Held extends string>(
  values: Values,
  name: 'nps' | 'csat' | 'visits' | 'tickets',
  held: readonly Held[],
): { readonly file: string; readonly namedBy: string; readonly columns: Record<Held, string> } | undefined {
  const file = values[name];
  const names = values[`${name}-columns`];
  const namedBy = `--${name}-columns`;
  if (file !== undefined) return { file, namedBy, columns: columnNames(`${name}-columns`, held, names) };
  if (names !== undefined) throw new ReportError(`--${name}-columns goes with --${name} FILE, and there is none`);
  return undefined;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const files = { nps: text, csat: text, visits: text, tickets: text } as const;
  const columns = {
    'nps-columns': text,
    'csat-columns': text,
    'visits-columns': text,
    'tickets-columns': text,
  } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        section: { type: 'string', multiple: true },
        customer: text,
        at: text,
        amount: text,
        'as-of': text,
        'data-from': text,
        'time-zone': text,
        period: text,
        'lapse-after': text,
        'order-id': text,
        currency: text,
        'acquisition-cost': text,
        'gross-margin': text,
        json: text,
        goals: text,
        'csat-scale': text,
        ...files,
        ...columns,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
