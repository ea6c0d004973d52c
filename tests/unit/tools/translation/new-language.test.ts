/** A language that nobody has translated yet, from one line in the list to files that the check accepts. */
import { describe, expect, it } from 'vitest';
import { allLocales, type Locale } from '../../../../src/core/locale/locales.ts';
import { readCsv, writeCsv } from '../../../../src/core/translation/csv.ts';
import { summary } from '../../../../src/core/translation/status.ts';
import { runCheck } from '../../../../src/tools/check/run.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { exportCsv, exportXliff, importRows, readExchange, type Imported } from '../../../../src/tools/translation/exchange.ts';
import { translatedFiles, translationStatus } from '../../../../src/tools/translation/translated-files.ts';
import { minimal, today, withFiles } from '../check/fixtures.ts';

/** Esperanto: real to Intl, and not in the list. */
const toy: Locale = { tag: 'eo', name: 'Esperanto', dir: 'ltr', script: 'Latn', published: true };
const languages = [...allLocales, toy];
const read = (files: ReadonlyMap<string, string>) => contentOf(files, languages);

/** Every word longer than two letters turned round; figures, marks, tags and placeholders stay. */
const toyWords = (text: string): string => text.replace(/<[^<>]*>|\]\([^)]*\)|\{\w+\}|[A-Za-z]{3,}/g, (piece) => (/^[A-Za-z]/.test(piece) ? [...piece].reverse().join('').toLowerCase() : piece));

function translatedCsv(): string {
  const table = readCsv(exportCsv(translatedFiles(read(minimal()), 'eo'), 'eo'));
  if (!table.ok) throw new Error(table.reason);
  return writeCsv(table.rows.map((row, index) => (index === 0 ? row : [row[0]!, row[1]!, row[2]!, toyWords(row[2]!)])));
}

function importInto(files: ReadonlyMap<string, string>, text: string): Imported {
  const exchange = readExchange(text);
  if (!exchange.ok) throw new Error(exchange.reason);
  return importRows(translatedFiles(read(files), 'eo'), exchange.rows, files);
}

function complete(): ReadonlyMap<string, string> {
  const imported = importInto(minimal(), translatedCsv());
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return withFiles(imported.writes.map(({ file, text }) => [file, text] as const));
}

describe('a new language', () => {
  it('is missing everywhere at first, which is no problem of the content', () => {
    const content = read(minimal());
    expect(summary(translationStatus(content, 'eo')).at(-1)).toEqual({ group: 'all', files: 10, fresh: 0, stale: 0, missing: 10, reviewed: 0 });
    expect(runCheck(content, { today, translations: ['eo'] })).toEqual([]);
  });

  it('is refused as an unknown file before its line stands in the list', () => {
    expect(contentOf(withFiles([['ui/eo.json', '{}']])).problems).toMatchObject([{ rule: 'unknown-file', file: 'ui/eo.json', write: 'a language of src/core/locale/locales.ts' }]);
  });

  it('is complete and fresh after one import, and the loader and the rules about translations accept it', () => {
    const content = read(complete());
    expect(summary(translationStatus(content, 'eo')).at(-1)).toEqual({ group: 'all', files: 10, fresh: 10, stale: 0, missing: 0, reviewed: 0 });
    const found = runCheck(content, { today, translations: ['eo'] });
    expect(found.filter(({ rule }) => ['parity', 'english-left', 'glossary-term', 'shape', 'yaml-syntax', 'lesson-syntax', 'unknown-element', 'unknown-file', 'ui-words', 'key-and-words-disagree', 'link-nowhere'].includes(rule))).toEqual([]);
    expect(content.ui.get('eo')?.value?.['lesson.minutes.other']?.text).toBe('{n} setunim');
    expect(content.modules[0]!.lessons.get('eo')?.sections.map(({ id, title }) => [id, title])[0]).toEqual(['first-look', 'eht tsrif kool']);
  });

  it.each([
    ['CSV', (files: ReadonlyMap<string, string>) => exportCsv(translatedFiles(read(files), 'eo'), 'eo')],
    ['XLIFF', (files: ReadonlyMap<string, string>) => exportXliff(translatedFiles(read(files), 'eo'), 'eo')],
  ])('comes back from %s without a byte of difference', (_, exported) => {
    const files = complete();
    expect(importInto(files, exported(files))).toMatchObject({ ok: true, writes: [] });
  });

  it('comes back into an empty folder as the same files', () => {
    const files = complete();
    const imported = importInto(minimal(), exportXliff(translatedFiles(read(files), 'eo'), 'eo'));
    expect(imported.ok && Object.fromEntries(imported.writes.map(({ file, text }) => [file, text]))).toEqual(Object.fromEntries([...files].filter(([file]) => /(^|\/)eo\./.test(file))));
  });

  it('changes one text in place and leaves the rest of the file', () => {
    const files = complete();
    const file = 'modules/found-item/eo.yaml';
    const before = files.get(file)!.replace('title:', '# From the workshop in May\ntitle:');
    const mine = withFiles([...files, [file, before]]);
    const imported = importInto(mine, exportCsv(translatedFiles(read(mine), 'eo'), 'eo').replace('"koob it."', '"Skribu: ""nun"" # kaj tuj."'));
    expect(imported).toMatchObject({ ok: true, writes: [{ file }] });
    expect(imported.ok && imported.writes[0]!.text).toBe(before.replace('"koob it."', '"Skribu: \\"nun\\" # kaj tuj."'));
  });
});

describe('a glossary', () => {
  const mine = 'terms:\n  - id: owner\n    term: posedanto\n    definition: kiu perdis\n    avoid: [ulo]\n    why: Tio sonas malbone.\n    must: [posedant]\n';

  it('keeps the words that its language avoids when a term is added, and takes none from English', () => {
    const files = withFiles([['glossary/eo.yaml', mine]]);
    const imported = importInto(files, translatedCsv());
    const text = imported.ok ? imported.writes.find(({ file }) => file === 'glossary/eo.yaml')!.text : '';
    const terms = read(withFiles([['glossary/eo.yaml', text]])).glossaries.get('eo')!.value!.terms;
    expect(terms.map(({ id, avoid, why, must }) => ({ id, avoid, why, must }))).toEqual([
      { id: 'found-thing', avoid: [], why: undefined, must: undefined },
      { id: 'owner', avoid: ['ulo'], why: 'Tio sonas malbone.', must: ['posedant'] },
    ]);
  });
});

describe('an import', () => {
  const refused = (change: (csv: string) => string) => {
    const csv = translatedCsv();
    const changed = change(csv);
    expect(changed).not.toBe(csv);
    const imported = importInto(minimal(), changed);
    return imported.ok ? [] : imported.problems;
  };
  const line = (csv: string, name: string): string => csv.split('\r\n').find((each) => each.startsWith(`"${name}"`))!;
  const target = (name: string, change: (text: string) => string) => (csv: string) => {
    const whole = line(csv, name);
    const at = whole.lastIndexOf('","') + 3;
    return csv.replace(whole, whole.slice(0, at) + change(whole.slice(at)));
  };

  it('refuses another number, a lost element and a lost link, and says where', () => {
    const found = refused((csv) => {
      const fact = csv.split('\r\n').find((each) => each.includes('62%'))!;
      return csv.replace(fact, fact.slice(0, fact.lastIndexOf('62%')) + fact.slice(fact.lastIndexOf('62%')).replace('62%', '26%').replace('</Fact>', ''));
    });
    expect(found.map(({ what }) => what)).toEqual(['</Fact> is missing', 'the number 62 is missing', 'the number 26 is not in the source']);
    expect(new Set(found.map((problem) => problem.id.split('#')[0]))).toEqual(new Set(['modules/found-item/en.mdx']));
  });

  it('refuses ids that the source does not have, and missing ones', () => {
    expect(refused((csv) => csv.replace('"ui/en.json#lesson.posts"', '"ui/en.json#lesson.post"'))).toEqual([
      { id: 'ui/en.json#lesson.post', what: 'the source has no such text' },
      { id: 'ui/en.json#lesson.posts', what: 'is missing in the file' },
    ]);
    expect(refused((csv) => csv.replace('"ui/en.json#lesson.posts"', '"ui/xx.json#lesson.posts"'))[0]).toEqual({ id: 'ui/xx.json#lesson.posts', what: 'no source file has this id' });
  });

  it('refuses a lost placeholder', () => {
    expect(refused(target('ui/en.json#lesson.minutes.other', () => 'minutoj"'))).toEqual([{ id: 'ui/en.json#lesson.minutes.other', what: '{n} is missing' }]);
  });

  it('refuses a file that is translated in part, and leaves out one that is not translated at all', () => {
    expect(refused(target('ui/en.json#lesson.posts', () => '"'))).toEqual([{ id: 'ui/en.json#lesson.posts', what: 'has no translation, while other texts of this file have one' }]);
    const csv = exportCsv(translatedFiles(read(minimal()), 'eo'), 'eo');
    expect(importInto(minimal(), csv)).toEqual({ ok: true, writes: [], untouched: [] });
  });

  it('refuses texts whose source has changed since the export', () => {
    const files = withFiles([['ui/en.json', minimal().get('ui/en.json')!.replace('Open your own post first.', 'Open your post.')]]);
    const imported = importInto(files, translatedCsv());
    expect(imported.ok ? [] : imported.problems).toEqual([{ id: 'ui/en.json#lesson.posts', what: 'the source text changed since the export; export again' }]);
  });

  it('refuses what would be read as a list or as code', () => {
    const first = 'modules/found-item/en.mdx#first-look.1';
    expect(refused(target(first, () => '- Kiel listo"'))).toMatchObject([{ id: first }]);
    expect(refused(target(first, () => 'Kiel { kodo"'))).toMatchObject([{ id: first }]);
  });
});
