import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXliff, writeXliff, type XliffDocument } from '../../../../src/core/translation/xliff.ts';

const document: XliffDocument = {
  from: 'en',
  to: 'th',
  files: [{
    original: 'modules/report/en.mdx',
    units: [
      { id: 'now.1', note: 'Paragraph in <Do>', source: '**A & B** <Fact source="x">1</Fact>', target: 'ก & ข', state: 'translated' },
      { id: 'now.2', note: '', source: ' two  spaces ', target: undefined, state: 'initial' },
    ],
  }],
};

const wrap = (unit: string): string => `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="th"><file id="f" original="a.yaml">${unit}</file></xliff>`;

describe('writeXliff', () => {
  it('writes files, units, notes and segments of XLIFF 2.0', () => {
    expect(writeXliff(document)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="th">
  <file id="modules.report.en.mdx" original="modules/report/en.mdx">
    <unit id="now.1">
      <notes>
        <note>Paragraph in &lt;Do&gt;</note>
      </notes>
      <segment state="translated">
        <source xml:space="preserve">**A &amp; B** &lt;Fact source="x"&gt;1&lt;/Fact&gt;</source>
        <target xml:space="preserve">ก &amp; ข</target>
      </segment>
    </unit>
    <unit id="now.2">
      <segment state="initial">
        <source xml:space="preserve"> two  spaces </source>
      </segment>
    </unit>
  </file>
</xliff>
`);
  });
});

describe('readXliff', () => {
  it('reads back what was written', () => {
    expect(readXliff(writeXliff(document))).toEqual({ ok: true, ...document });
  });

  it('reads back any text', () => {
    // Characters that XML has no way to write are left out when writing.
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(text, text, (source, target) => {
      const one: XliffDocument = { ...document, files: [{ original: 'a.yaml', units: [{ id: 'a', note: '', source, target, state: 'translated' }] }] };
      expect(readXliff(writeXliff(one))).toEqual({ ok: true, ...one });
    }));
  });

  it('joins what a tool has cut into segments, and looks past what tools add', () => {
    const unit = `<group id="g"><unit id="a" xmlns:my="urn:my" my:x="1"><my:meta><my:y>no</my:y></my:meta><segment state="final"><source>One.</source><target>Uno.</target></segment>
      <ignorable><source> </source></ignorable><segment state="translated"><source>Two.</source><target><![CDATA[Dos & más.]]></target></segment></unit></group>`;
    expect(readXliff(wrap(unit))).toMatchObject({ ok: true, files: [{ units: [{ id: 'a', source: 'One. Two.', target: 'Uno. Dos & más.', state: 'translated' }] }] });
  });

  it('names a file by its id where a tool has dropped "original"', () => {
    const dropped = writeXliff(document).replace(/ original="[^"]*"/, '');
    expect(readXliff(dropped)).toMatchObject({ ok: true, files: [{ original: 'modules.report.en.mdx' }] });
  });

  it.each([
    ['<unit id="a"><segment><source>x & y</source></segment></unit>', 'an "&" that begins no character'],
    ['<unit id="a"><segment></unit>', '</unit> where another element is open'],
    ['<unit id=a></unit>', 'a "<" that begins no element'],
  ])('refuses %s', (unit, what) => {
    expect(readXliff(wrap(unit))).toEqual({ ok: false, reason: 'not-xml', line: 1, what });
  });

  it('refuses a document type, another version, inline elements and units without id', () => {
    expect(readXliff('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>')).toMatchObject({ ok: false, reason: 'not-xml', what: 'a DOCTYPE' });
    expect(readXliff('<xliff version="1.2"/>')).toEqual({ ok: false, reason: 'not-xliff-2' });
    expect(readXliff(wrap('<unit id="a"><segment><source>x</source><target>a<ph id="1"/></target></segment></unit>'))).toEqual({ ok: false, reason: 'inline-element', unit: 'a.yaml#a', what: '<ph>' });
    expect(readXliff(wrap('<unit><segment><source>x</source></segment></unit>'))).toMatchObject({ ok: false, reason: 'id-missing' });
  });
});
