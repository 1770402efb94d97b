/** What a cell of the shop's tables holds. */
export type Cell = string | number;

/** Columns of money, written with two decimals. */
const MONEY = /^amount$|_amount$|_cost$|_spend$/;

/** The rows as CSV (RFC 4180, but for its line ends, which are single line feeds); the first row names the columns. */
export function csvText(rows: readonly object[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) =>
    Object.entries<Cell>(row as Record<string, Cell>)
      .map(cellText)
      .join(','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function cellText([column, cell]: [string, Cell]): string {
  if (typeof cell === 'number') return MONEY.test(column) ? cell.toFixed(2) : String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
