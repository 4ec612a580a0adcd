// A table as a file for a spreadsheet.

/** Rows as comma-separated values with a byte order mark, as Excel reads them; no cell is run as a formula. */
export function csv(rows: ReadonlyArray<readonly string[]>): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** What begins a formula; East Asian spreadsheets take the signs of full width for those of ASCII. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
