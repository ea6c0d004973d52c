import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../../../src/core/locale/locales.ts';
import { documentAddress, searchFormat } from '../../../../src/core/search/documents.ts';
import { unpack, type PackedSearch } from '../../../../src/core/search/packing.ts';
import { pieces } from '../../../../src/core/search/pipeline.ts';
import { openIndex, search, type Own, type SearchIndex } from '../../../../src/core/search/query.ts';
import { buildSearchIndex, searchContent } from '../../../../src/tools/build/search-index.ts';
import { loadContent } from '../../../../src/tools/content/load-content.ts';

const root = new URL('../../../../content', import.meta.url).pathname;
const content = loadContent(root);
const { searchIndex: budget } = JSON.parse(readFileSync(new URL('../../../budgets.json', import.meta.url), 'utf8')) as { searchIndex: number };

let folder = '';
const read = (locale: string): PackedSearch => JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as PackedSearch;
const indexes = new Map<string, SearchIndex>();
let index: SearchIndex;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farol-search-'));
  buildSearchIndex(content, folder);
  for (const { tag } of locales) indexes.set(tag, openIndex(unpack(read(tag))));
  index = indexes.get('en')!;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const foundIn = (locale: string, question: string, own: Own = {}): string[] => search(indexes.get(locale)!, question, own).map(({ document }) => documentAddress(document, '/', locale));
const found = (question: string): string[] => foundIn('en', question);

describe('buildSearchIndex', () => {
  it('writes one file a language, of this format', () => {
    expect(readdirSync(folder).sort()).toEqual(locales.map((locale) => `${locale.tag}.json`).sort());
    for (const { tag } of locales) expect(read(tag)).toMatchObject({ format: searchFormat, locale: tag });
  });

  it.each(locales.map(({ tag }) => tag))('stays within its budget in %s', (locale) => {
    expect(brotliCompressSync(readFileSync(join(folder, `${locale}.json`))).length).toBeLessThanOrEqual(budget);
  });

  it('has every passage of every module, every term and every country', () => {
    const anchors = new Set(index.documents.map((document) => `${document.path.join('/')}#${document.anchor}`));
    for (const module of content.modules) for (const section of module.lessons.get('en')?.sections ?? []) expect(anchors).toContain(`${module.id}#${section.id}`);
    for (const term of content.glossaries.get('en')?.value?.terms ?? []) expect(anchors).toContain(`glossary#${term.id}`);
    for (const country of content.countries) expect(anchors).toContain(`report/${country.id}#`);
  });

  it('has no answer, no feedback, no story and no note for a room', () => {
    const secrets = content.modules.flatMap((module) => {
      const words = module.words.get('en')?.value;
      const questions = Object.values(words?.questions ?? {}).flatMap(({ ask, options, answers }) => [ask, ...Object.values(options).flatMap(({ text, feedback }) => [text, feedback]), ...Object.values(answers ?? {})]);
      const story = Object.values(words?.scenario?.nodes ?? {}).flatMap((node) => [node.text, ...Object.values(node.choices ?? {}).flatMap(({ text, consequence }) => [text, consequence])]);
      return [...questions, ...story, ...(module.notes.get('en')?.text ?? '').split('\n')];
    });
    // Shorter ones ("The child line") may stand in a lesson as well.
    const long = secrets.map((text) => text.trim()).filter((text) => text.length >= 40);
    expect(long.length).toBeGreaterThan(1000);
    const inLessons = content.modules.flatMap((module) => module.lessons.get('en')?.blocks.map((block) => block.text.replace(/\s+/g, ' ')) ?? []).join('\n');
    const texts = index.documents.map(({ title, text, also }) => `${title}\n${text}\n${also}`).join('\n');
    expect(long.filter((text) => texts.includes(text) && !inLessons.includes(text))).toEqual([]);
  });

  it('names the country in the title of every line, and leaves out lines that no page shows', () => {
    const lines = index.documents.filter((document) => document.kind === 'line');
    const shown = content.countries.flatMap((country) => country.key?.value?.lines.filter((line) => line.confidence !== 'low') ?? []);
    expect(lines.length).toBe(shown.length);
    for (const line of lines) expect(line.title.startsWith(`${line.within} · `), line.title).toBe(true);
  });

  it.each(locales.map(({ tag }) => tag))('leads other words for a thing only to words that the texts use, and each in one way, in %s', (locale) => {
    const { pipeline, families } = indexes.get(locale)!;
    const { alike = [] } = content.searchWords.get(locale)?.value ?? {};
    expect(alike.length).toBeGreaterThan(20);
    expect(alike.flatMap(({ ours }) => pipeline.words(ours)).filter((word) => !families.has(pipeline.stem(word)))).toEqual([]);
    const typed = alike.flatMap((entry) => entry.typed.split(' ').map((word) => pipeline.words(word).map(pipeline.stem).join(' ')));
    expect(typed.filter((word, at) => typed.indexOf(word) !== at)).toEqual([]);
  });

  it('takes the words of the source language where a translation is missing, and says so', () => {
    const untranslated = searchContent(content, 'en-XA');
    const { modules, terms } = searchContent(content, 'en');
    expect(untranslated.modules.map(({ lang, ...module }) => module)).toEqual(modules);
    expect(new Set([...untranslated.modules, ...untranslated.terms, ...untranslated.courses].map((texts) => texts.lang))).toEqual(new Set(['en']));
    expect(terms.every((term) => term.lang === undefined)).toBe(true);
  });
});

describe('what front-line workers type leads to the page they need', () => {
  it.each([
    ['child speaks to me', 1, ['/respond-safely/#a-child-speaks']],
    ['who to call brazil', 1, ['/report/BR/']],
    ['taxi signs', 1, ['/driver-signs/', '/driver-signs/#your-vehicle']],
    ['night shift', 1, ['/hotel-night-shift/']],
    ['take a photo', 1, ['/respond-safely/#do-and-dont', '/report/#what-to-note']],
    ['do not disturb', 2, ['/hotel-signs/#your-post']],
    ['boys', 1, ['/children-and-exploitation/#every-child']],
    ['welcome talk', 1, ['/guide-welcome-talk/']],
    ['orphanage', 1, ['/guide-welcome-talk/#schools-and-homes']],
    ['link of a page', 3, ['/report/#who-to-call', '/moderator-handling/#five-steps']],
    ['stress', 3, ['/look-after-yourself/', '/moderator-wellbeing/#normal-reactions']],
    ['policy', 2, ['/manager-policy/']],
    ['emergency', 2, ['/respond-safely/#danger-now']],
    ['emergancy', 2, ['/respond-safely/#danger-now']],
    ['call police india', 1, ['/report/IN/']],
    ['disque 100', 1, ['/report/BR/']],
    ['denuncia', 1, ['/report/BR/']],
    ['denúncia', 1, ['/report/BR/']],
    ['who is a child', 2, ['/children-and-exploitation/']],
    ['how to write a note', 1, ['/report/#what-to-note']],
    ['afraid', 1, ['/report/#fear-of-reporting']],
    ['what if i am wrong', 3, ['/report/#fear-of-reporting']],
    ['what happens after i report', 1, ['/report/#what-happens-next']],
    ['secret', 2, ['/respond-safely/#a-child-speaks']],
    ['passport', 3, ['/hotel-actions/#same-questions']],
    ['alone at night', 1, ['/hotel-actions/#night-shift']],
    ['dont clean the room', 3, ['/hotel-actions/#leave-untouched']],
    ['housekeeping', 3, ['/hotel-signs/#your-post']],
    ['guest asks for girls', 3, ['/guide-welcome-talk/#when-a-guest-asks', '/hotel-signs/']],
    ['volunteer', 1, ['/manager-six-criteria/#visits-to-children']],
    ['it happened to me', 1, ['/look-after-yourself/#if-it-happened-to-you']],
    ['screenshot', 1, ['/moderator-handling/#never-copy']],
    ['child pornography', 1, ['/glossary/#csam']],
    ['uber driver', 2, ['/driver/']],
    ['skin colour', 1, ['/hotel-signs/#behaviour-not-looks', '/driver-signs/#behaviour-not-looks', '/guide-signs/#never-looks', '/respond-safely/#fairness', '/job-aid/']],
  ] satisfies [string, number, string[]][])('%s (within the first %i)', (question, within, wanted) => {
    const first = found(question).slice(0, within);
    expect(first.some((address) => wanted.some((end) => address.includes(end))), `${question} leads to ${first.join(', ')}`).toBe(true);
  });

  it('a number leads to every country that has it', () => {
    expect(new Set(found('1098'))).toEqual(new Set(['/en/report/BD/', '/en/report/IN/', '/en/report/NP/']));
  });
});

/** Without accents, with slips, in the words of the shift: what comes first is the module, or a passage of it. */
const asked: Record<string, [question: string, module: string][]> = {
  en: [
    ['kid tells me a secret', 'respond-safely'],
    ['nite shift', 'hotel-night-shift'],
    ['how do i report', 'report'],
    ['cab driver signs', 'driver-signs'],
    ['orphanage', 'guide-welcome-talk'],
    ['hotel polcy', 'manager-policy'],
    ['dont copy the image', 'moderator-handling'],
    ['cant sleep after what i saw', 'look-after-yourself'],
    ['two day tour', 'guide-two-day-tour'],
    ['dont clean room police', 'hotel-actions'],
  ],
  es: [
    ['una nina me habla', 'respond-safely'],
    ['turno noche hotel', 'hotel-night-shift'],
    ['miedo a denunciar', 'report'],
    ['senales taxista', 'driver-signs'],
    ['orfanatos', 'guide-welcome-talk'],
    ['politca hotel', 'manager-policy'],
    ['copiar imagen', 'moderator-handling'],
    ['mucama señales', 'hotel-signs'],
    ['tour 2 dias', 'guide-two-day-tour'],
    ['me siento mal por lo que vi', 'look-after-yourself'],
    ['estres moderador', 'moderator-wellbeing'],
    ['no limpiar habitacion policia', 'hotel-actions'],
  ],
  'pt-BR': [
    ['crianca me contou um segredo', 'respond-safely'],
    ['turno da noite hotel', 'hotel-night-shift'],
    ['medo de denunciar', 'report'],
    ['sinais taxista', 'driver-signs'],
    ['orfanatos', 'guide-welcome-talk'],
    ['politca a noite', 'manager-policy'],
    ['guardar print', 'moderator-handling'],
    ['camareira sinais', 'hotel-signs'],
    ['passeio 2 dias', 'guide-two-day-tour'],
    ['explorar criancas', 'children-and-exploitation'],
    ['me sinto mal com o que vi', 'look-after-yourself'],
    ['estresse moderador', 'moderator-wellbeing'],
  ],
  id: [
    ['anak curhat', 'respond-safely'],
    ['shift malam hotel', 'hotel-night-shift'],
    ['cara ngadu', 'report'],
    ['takut lapor', 'report'],
    ['tanda sopir taksi', 'driver-signs'],
    ['panti asuhan', 'guide-welcome-talk'],
    ['kebijkan', 'manager-policy'],
    ['penumpang terakhir', 'driver-last-fare'],
    ['tur 2 hari', 'guide-two-day-tour'],
    ['susah tidur', 'look-after-yourself'],
    ['stres', 'moderator-wellbeing'],
    ['jangan bersihkan kamar polisi', 'hotel-actions'],
  ],
  th: [
    ['เด็กเล่าความลับ', 'respond-safely'],
    ['กะดึก', 'hotel-night-shift'],
    ['โรงเเรมกลางคืน', 'hotel-night-shift'],
    ['กลัวแจ้งความ', 'report'],
    ['คนขับแท็กซี่สังเกต', 'driver-signs'],
    ['บ้านเด็กกำพร้า', 'guide-welcome-talk'],
    ['นโยบายกลางคืน', 'manager-policy'],
    ['อายุ17เป็นเด็กไหม', 'children-and-exploitation'],
    ['ผู้โดยสารเที่ยวสุดท้าย', 'driver-last-fare'],
    ['ห้ามก๊อปปี้ภาพ', 'moderator-handling'],
    ['เครียดนอนไม่หลับ', 'look-after-yourself'],
    ['ทัวร์๒วัน', 'guide-two-day-tour'],
  ],
};

describe('what tired staff type in their own language leads to the module they need', () => {
  it('in every language', () => {
    expect(Object.keys(asked).sort()).toEqual(locales.map(({ tag }) => tag).sort());
    for (const questions of Object.values(asked)) expect(questions.length).toBeGreaterThanOrEqual(10);
  });

  it.each(Object.entries(asked).flatMap(([locale, questions]) => questions.map((question) => [locale, ...question] as const)))('%s: %s → %s', (locale, question, module) => {
    const first = foundIn(locale, question).slice(0, 3);
    expect(first[0]?.split('/'), `${question} leads to ${first.join(', ')}`).toContain(module);
  });

  it('in Thai also where nothing knows its words, then among the first', () => {
    const withoutSegmenter = openIndex(unpack(read('th')), pieces);
    const missed = asked['th']!.filter(([question, module]) => !search(withoutSegmenter, question).slice(0, 3).some(({ document }) => document.path[0] === module));
    expect(missed.length, missed.join()).toBeLessThanOrEqual(1);
  });
});

describe('the digits of a line lead to its country', () => {
  it.each([
    ['en', '112', ['ID', 'IN', 'NL']],
    ['es', '1098', ['BD', 'IN', 'NP']],
    ['pt-BR', 'disque100', ['BR']],
    ['pt-BR', 'ligar 141', ['CO']],
    ['id', 'sapa129', ['ID']],
    ['th', 'สายด่วน1300', ['TH']],
    ['th', '๑๓๐๐', ['TH']],
    ['th', 'โทร๑๓๘๗ได้ไหม', ['TH']],
    ['en', '१०९८', ['BD', 'IN', 'NP']],
    ['en', '১০৯৮', ['BD', 'IN', 'NP']],
  ])('%s: %s', (locale, question, countries) => {
    const found = foundIn(locale, question).map((each) => /\/report\/([A-Z]{2})\//.exec(each)?.[1]);
    for (const country of countries) expect(found.slice(0, 6), country).toContain(country);
  });

  it.each(locales.map(({ tag }) => tag))('of the own country first, in %s', (locale) => {
    expect(foundIn(locale, '1098', { country: 'NP' })[0]).toBe(`/${locale}/report/NP/`);
  });
});
