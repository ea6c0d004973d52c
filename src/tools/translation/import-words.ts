import type { Rows } from './exchange.ts';

/** Why an exchange file cannot be read, and what to do. */
export function unreadableWords(failure: Exclude<Rows, { ok: true }>): string {
  switch (failure.reason) {
    case 'not-xml':
      return `The file is no XML: line ${failure.line} has ${failure.what}. Save it again from the translation tool.`;
    case 'not-xliff-2':
      return 'The file is no XLIFF 2 with a target language. Export as XLIFF 2.0 or CSV.';
    case 'inline-element':
      return `${failure.unit} has ${failure.what} in its text. Set the tool to keep the text plain, without inline elements.`;
    case 'id-missing':
      return `The file has ${failure.what}, so nobody can tell where it belongs. Export again.`;
    case 'csv-quote-open':
      return `The quote that begins on line ${failure.line} is never closed. Save the table again as CSV.`;
    case 'columns-missing':
      return `The table has no column ${failure.what}. Its first line names the columns: id, note, source, target.`;
  }
}
