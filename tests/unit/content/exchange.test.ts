/** The translator's way there and back, with everything that is in content/. */
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { allLocales, sourceLocale } from '../../../src/core/locale/locales.ts';
import { readCsv, writeCsv } from '../../../src/core/translation/csv.ts';
import { contentOf, readFiles } from '../../../src/tools/content/load-content.ts';
import { exportCsv, exportXliff, importRows, readExchange, type Imported } from '../../../src/tools/translation/exchange.ts';
import { translatedFiles, type TranslatedFile } from '../../../src/tools/translation/translated-files.ts';

const onDisk = readFiles(join(import.meta.dirname, '../../../content'));
const content = contentOf(onDisk);

function imported(files: readonly TranslatedFile[], text: string): Imported {
  const read = readExchange(text);
  if (!read.ok) throw new Error(read.reason);
  return importRows(files, read.rows, onDisk);
}

interface Format {
  write(files: readonly TranslatedFile[], locale: string): string;
  /** The file with another text in one target. */
  retarget(text: string, id: string, change: (target: string) => string): string;
  without(text: string, id: string): string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const unit = (id: string): RegExp => new RegExp(`    <unit id="${id.replaceAll('.', '\\.')}">[^]*?</unit>\\n`);
function rowsOf(text: string): string[][] {
  const table = readCsv(text);
  if (!table.ok) throw new Error(table.reason);
  return table.rows;
}

const formats: Record<'xliff' | 'csv', Format> = {
  xliff: {
    write: exportXliff,
    retarget: (text, id, change) => text.replace(unit(id), (whole) => whole.replace(/(<target[^>]*>)([^]*)(<\/target>)/, (_, open: string, target: string, close: string) => open + escaped(change(plain(target))) + close)),
    without: (text, id) => text.replace(unit(id), ''),
  },
  csv: {
    write: exportCsv,
    retarget: (text, id, change) => writeCsv(rowsOf(text).map((row) => (row[0]!.endsWith(`#${id}`) ? [row[0]!, row[1]!, row[2]!, change(row[3]!)] : row))),
    without: (text, id) => writeCsv(rowsOf(text).filter((row) => !row[0]!.endsWith(`#${id}`))),
  },
};

describe.each(allLocales.map(({ tag }) => tag).filter((tag) => tag !== sourceLocale))('files for translators into %s', { timeout: 60_000 }, (locale) => {
  const all = translatedFiles(content, locale);

  describe.each(Object.entries(formats))('as %s', (_, { write, retarget, without }) => {
    it('come back as they went out', () => {
      expect(imported(all, write(all, locale))).toMatchObject({ ok: true, writes: [] });
    });

    /** Plants a fault in the first text that has something of the kind in both languages, and gives what the import says. */
    const planted = (kinds: readonly TranslatedFile['source']['kind'][], has: RegExp, change: (target: string) => string) => {
      const found = all.flatMap((file) => (kinds.includes(file.source.kind) ? (file.target?.units ?? []).filter(({ id, text }) => has.test(text) && has.test(file.units.find((other) => other.id === id)?.text ?? '')).map(({ id }) => ({ file, id })) : []))[0];
      if (!found) throw new Error(`no text has ${has.source}`);
      const { file, id } = found;
      const text = write([file], locale);
      const changed = retarget(text, id, change);
      expect(changed).not.toBe(text);
      const result = imported([file], changed);
      return { where: `${file.source.file}#${id}`, problems: result.ok ? [] : result.problems };
    };

    it.each([
      ['another placeholder', ['ui'], /\{n\}/, (text: string) => text.replace('{n}', '{x}'), ['{n} is missing', '{x} is not in the source']],
      ['another number', ['words'], /^\D*\b18\b\D*$/, (text: string) => text.replace('18', '16'), ['the number 18 is missing', 'the number 16 is not in the source']],
      ['another link', ['lesson'], /\]\(module:report\)/, (text: string) => text.replace('(module:report)', '(module:reports)'), ['module:report is missing', 'module:reports is not in the source']],
      ['a lost element', ['lesson'], /^<Fact [^>]*>[^<]*<\/Fact>$/, (text: string) => text.replace('</Fact>', ''), ['</Fact> is missing']],
    ] as const)('are refused with %s, and the text is named', (_name, kinds, has, change, what) => {
      const { where, problems } = planted(kinds, has, change);
      expect(problems.map(({ id }) => id)).toEqual(what.map(() => where));
      expect(problems.map((problem) => problem.what)).toEqual(what);
    });

    it('are refused with bold words that are no longer bold', () => {
      const { where, problems } = planted(['lesson'], /^\*\*[^*]+\*\*[^*]*$/, (text) => text.replaceAll('**', ''));
      expect(problems).toEqual([{ id: where, what: '0 bold passages instead of 1' }]);
    });

    it('are refused without one of their texts', () => {
      const file = all.find(({ source }) => source.file === 'modules/report/en.yaml')!;
      const { id } = file.units[3]!;
      expect(imported([file], without(write([file], locale), id))).toEqual({ ok: false, problems: [{ id: `modules/report/en.yaml#${id}`, what: 'is missing in the file' }] });
    });
  });

  it('are a document of the form that XLIFF 2.0 describes', async () => {
    const { valid, errors } = await validateXML({ xml: { fileName: `${locale}.xliff`, contents: exportXliff(all, locale) }, schema: [schema], preload: [xmlSchema], maxMemoryPages: 4096 });
    expect({ valid, errors: errors.slice(0, 3) }).toEqual({ valid: true, errors: [] });
  });
});

describe('the form of XLIFF 2.0', () => {
  let sound = '';
  beforeAll(() => {
    sound = exportXliff(translatedFiles(content, 'th').slice(0, 2), 'th');
  });
  const isValid = async (text: string): Promise<boolean> => (await validateXML({ xml: { fileName: 'x.xliff', contents: text }, schema: [schema], preload: [xmlSchema] })).valid;

  it.each([
    ['without a source language', (text: string) => text.replace('srcLang="en" ', '')],
    ['with two units of one id', (text: string) => text.replace('<unit id="summary">', '<unit id="title">')],
    ['with two files of one id', (text: string) => text.replace(/<file id="[^"]*mdx"/, '<file id="modules.children-and-exploitation.en.yaml"')],
    ['with an id that is no NMTOKEN', (text: string) => text.replace('<unit id="summary">', '<unit id="the summary">')],
    ['with notes after the segment', (text: string) => text.replace(/( *<notes>[^]*?<\/notes>\n)( *<segment[^]*?<\/segment>\n)/, '$2$1')],
    ['with an unknown state', (text: string) => text.replace('state="translated"', 'state="done"')],
  ])('is not that of a document %s', async (_, change) => {
    expect(change(sound)).not.toBe(sound);
    expect([await isValid(sound), await isValid(change(sound))]).toEqual([true, false]);
  });
});

/** The elements that we write, after clauses 4.2.2 (order, number), 4.3.1 (attributes) and their constraints (ids unique among files, and among the units of a file). */
const schema = {
  fileName: 'plain-xliff.xsd',
  contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" targetNamespace="urn:oasis:names:tc:xliff:document:2.0" elementFormDefault="qualified">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
  <xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute ref="xml:space"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="state"><xs:restriction base="xs:string"><xs:enumeration value="initial"/><xs:enumeration value="translated"/><xs:enumeration value="reviewed"/><xs:enumeration value="final"/></xs:restriction></xs:simpleType>
  <xs:element name="xliff">
    <xs:complexType>
      <xs:sequence><xs:element ref="x:file" maxOccurs="unbounded"/></xs:sequence>
      <xs:attribute name="version" use="required" fixed="2.0"/><xs:attribute name="srcLang" use="required" type="xs:language"/><xs:attribute name="trgLang" use="required" type="xs:language"/>
    </xs:complexType>
    <xs:unique name="files"><xs:selector xpath="x:file"/><xs:field xpath="@id"/></xs:unique>
  </xs:element>
  <xs:element name="file">
    <xs:complexType>
      <xs:sequence><xs:element ref="x:unit" maxOccurs="unbounded"/></xs:sequence>
      <xs:attribute name="id" use="required" type="xs:NMTOKEN"/><xs:attribute name="original"/>
    </xs:complexType>
    <xs:unique name="units"><xs:selector xpath="x:unit"/><xs:field xpath="@id"/></xs:unique>
  </xs:element>
  <xs:element name="unit">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="notes" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="note" type="xs:string" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
        <xs:element name="segment">
          <xs:complexType>
            <xs:sequence><xs:element name="source" type="x:text"/><xs:element name="target" type="x:text" minOccurs="0"/></xs:sequence>
            <xs:attribute name="state" type="x:state"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="id" use="required" type="xs:NMTOKEN"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`,
};
const xmlSchema = {
  fileName: 'xml.xsd',
  contents: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute></xs:schema>',
};
