import { parseArgs } from 'node:util';
import type { Period } from 'tenure/time';
import { ReportError } from './readCsv.ts';

/** What the caller asked for, defaults filled in. */
export interface ReportOptions {
  /** Undefined: the bundled shop. */
  readonly file: string | undefined;
  readonly customer: string;
  readonly at: string;
  readonly amount: string;
  readonly orderId: string | undefined;
  readonly currency: string | undefined;
  readonly asOf: string | undefined;
  readonly timeZone: string;
  readonly period: Period;
  readonly lapseAfter: number;
  readonly acquisitionCost: number;
  readonly grossMargin: number;
}

/** Shown for --help and after a mistake. */
export const USAGE = `npm run report                     the report on the bundled, invented shop
npm run report -- FILE --customer COLUMN --at COLUMN --amount COLUMN
                                   the report on a CSV file of orders
  --as-of DATE          day on which the report looks back (default: the day after the last order)
  --time-zone ZONE      whose days and months (default: UTC)
  --period PERIOD       day, week, month, quarter or year (default: month)
  --lapse-after DAYS    days without an order after which a customer is lost (default: 90)
  --order-id COLUMN     ids of orders: none may repeat, and negative amounts are refunds of the order they name
  --currency COLUMN     currencies; one report for each
  --acquisition-cost N  what it costs to win a customer
  --gross-margin SHARE  what is left of revenue after the goods, 0 to 1: values are then of margin, not of revenue`;

const PERIODS: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Reads the command line. */
export function readOptions(args: readonly string[]): ReportOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [file, ...rest] = positionals;
  if (rest.length > 0) throw new ReportError(`one file at a time: "${rest[0]}" is too much\n\n${USAGE}`);
  const required = ['customer', 'at', 'amount'] as const;
  const missing = required.find((name) => values[name] === undefined);
  if (file !== undefined && missing !== undefined)
    throw new ReportError(
      `--${missing} COLUMN is needed, so that the report knows what the file's columns hold\n\n${USAGE}`,
    );
  const period = values.period ?? 'month';
  if (!PERIODS.includes(period))
    throw new ReportError(`--period must be one of ${PERIODS.join(', ')}, not "${period}"`);
  return {
    file,
    customer: values.customer ?? '',
    at: values.at ?? '',
    amount: values.amount ?? '',
    orderId: values['order-id'],
    currency: values.currency,
    asOf: values['as-of'],
    timeZone: values['time-zone'] ?? 'UTC',
    period: period as Period,
    lapseAfter: positive('lapse-after', values['lapse-after'] ?? '90'),
    acquisitionCost: optionalPositive('acquisition-cost', values['acquisition-cost']),
    grossMargin: share('gross-margin', values['gross-margin']),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        customer: text,
        at: text,
        amount: text,
        'as-of': text,
        'time-zone': text,
        period: text,
        'lapse-after': text,
        'order-id': text,
        currency: text,
        'acquisition-cost': text,
        'gross-margin': text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new ReportError(`--${name} must be a number above 0, not "${text}"`);
  return value;
}

/** NaN stands for what was not given. */
function optionalPositive(name: string, text: string | undefined): number {
  return text === undefined ? Number.NaN : positive(name, text);
}

function share(name: string, text: string | undefined): number {
  const value = optionalPositive(name, text);
  if (value > 1) throw new ReportError(`--${name} must be a share such as 0.35, not "${text}"`);
  return value;
}
