/** Tables for people with a spreadsheet: RFC 4180. */

/** Spreadsheets run a field that begins like this as a formula, in quotes too; an apostrophe before it keeps it a text. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * @param separator what the reader's spreadsheet expects: a semicolon where the comma is the decimal mark
 * @returns lines ended by CRLF (section 2.1), every field in quotes, with the byte order mark by which spreadsheets recognise UTF-8
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  const written = (field: string): string => `"${(formula.test(field) ? `'${field}` : field).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => `${row.map(written).join(separator)}\r\n`).join('')}`;
}

export type Csv = { ok: true; rows: string[][] } | { ok: false; reason: 'csv-quote-open'; line: number };

/** Reads what spreadsheets write: with or without the mark, quotes where they are needed, comma, semicolon or tab between fields, any line end. Empty lines are left out. */
export function readCsv(text: string): Csv {
  const body = text.replace(/^\ufeff/, '');
  const header = body.slice(0, body.search(/[\r\n]|$/)).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => header.split(sign).length;
  const separator = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let quotedFrom = 1;
  let line = 1;
  const endField = (): void => {
    row.push(formula.test(field) && field.startsWith("'") ? field.slice(1) : field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < body.length; at++) {
    const char = body[at]!;
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') field += char;
      else if (body[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && field === '') {
      quoted = true;
      quotedFrom = line;
    } else if (char === separator) {
      endField();
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && body[at + 1] === '\n') continue;
      endRow();
    } else field += char;
  }
  if (quoted) return { ok: false, reason: 'csv-quote-open', line: quotedFrom };
  endRow();
  return { ok: true, rows };
}
