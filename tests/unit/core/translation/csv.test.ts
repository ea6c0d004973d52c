import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../../src/core/translation/csv.ts';

describe('writeCsv', () => {
  it('quotes every field, doubles quotes, ends lines with CRLF and begins with the mark of UTF-8', () => {
    expect(writeCsv([['id', 'text'], ['a', 'She said "no",\nthen']])).toBe('\ufeff"id","text"\r\n"a","She said ""no"",\nthen"\r\n');
  });

  it('puts semicolons where the comma is the decimal mark', () => {
    expect(writeCsv([['a', 'b']], ';')).toBe('\ufeff"a";"b"\r\n');
  });
});

describe('a field that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', "'=1", "''-x"])('is kept a text by an apostrophe and comes back: %j', (field) => {
    expect(writeCsv([[field]])).toBe(`\ufeff"'${field}"\r\n`);
    expect(readCsv(writeCsv([['id', 'text'], ['a', field]]))).toEqual({ ok: true, rows: [['id', 'text'], ['a', field]] });
  });

  it.each(["'tis", "'", 'a=b', '– x'])('is not %j', (field) => {
    expect(writeCsv([[field]])).toBe(`\ufeff"${field}"\r\n`);
  });
});

describe('readCsv', () => {
  it.each([
    ['without quotes or mark', 'id,target\na,b\n'],
    ['with semicolons', 'id;target\r\na;b'],
    ['with tabs', '"id"\t"target"\r\na\tb\r\n'],
    ['with empty lines', 'id,target\n\na,b\n\n'],
  ])('reads a table %s', (_, text) => {
    expect(readCsv(text)).toEqual({ ok: true, rows: [['id', 'target'], ['a', 'b']] });
  });

  it('says where a quote is never closed', () => {
    expect(readCsv('id,target\na,"b\nc')).toEqual({ ok: false, reason: 'csv-quote-open', line: 2 });
  });

  it('reads back whatever was written', () => {
    const row = fc.tuple(fc.string({ unit: 'binary' }).map((text) => `x${text}`), fc.string(), fc.string());
    fc.assert(fc.property(fc.array(row), (rows) => {
      const all = [['id', 'source', 'target'], ...rows];
      expect(readCsv(writeCsv(all))).toEqual({ ok: true, rows: all });
    }), { numRuns: 30 });
  });
});
