import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countryKey, countryWords, lineKind, type CountryKey, type CountryWords, type LineKind } from '../../../src/core/country/country.schema.ts';

const folder = new URL('../../../content/countries/', import.meta.url);

function readYaml(path: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(path, folder)), 'utf8'));
}

/**
 * Every number of every pack, typed a second time from the fact tables and never copied from the packs,
 * so that one mistyped digit in either place fails here.
 */
const numbers: Record<string, Partial<Record<LineKind, readonly string[]>>> = {
  BO: { emergency: ['110'], child: ['156'], women: ['800140348'], support: ['800113040'] },
  BR: { emergency: ['190', '191'], child: ['100'], women: ['180'] },
  CO: { emergency: ['123'], child: ['141'], women: ['155'], trafficking: ['018000522020'], authority: ['122'] },
  DO: { emergency: ['911'], child: ['8092001202', '*211'], women: ['*212'] },
  NI: { emergency: ['118'], child: ['133'], 'tourist-police': ['101'] },
  PE: { emergency: ['105'], child: ['1810'], women: ['100'], trafficking: ['1818'], support: ['080022210'] },
  BD: { emergency: ['999'], child: ['1098'], women: ['109'], online: ['01320000888'], missing: ['13219'] },
  IN: { emergency: ['112'], child: ['1098'], women: ['181'], online: ['1930'] },
  ID: { emergency: ['110', '112'], child: ['129'], authority: ['02131901556'] },
  NP: { emergency: ['100'], child: ['1098'], women: ['1145'], missing: ['104'], 'tourist-police': ['1144'] },
  PH: { emergency: ['911'], child: ['1383', '163'], trafficking: ['1343'], authority: ['09458632235', '0324108483', '09286046425'] },
  TH: { emergency: ['191'], child: ['1387'], trafficking: ['1300'], 'tourist-police': ['1155'] },
  NL: {
    emergency: ['112'],
    child: ['08002000'],
    missing: ['+31247247247'],
    authority: ['09008844', '08007000'],
    support: ['08000432'],
  },
};

/** Messaging addresses, likewise typed a second time. */
const messages: Record<string, readonly string[]> = {
  BR: ['WhatsApp (61) 99611-0100', 'Telegram Direitos Humanos Brasil', 'WhatsApp (61) 9610-0180', 'E-mail central180@mulheres.gov.br'],
  ID: ['WhatsApp 08111-129-129'],
};

/** Websites where a report can be made, likewise. */
const portals: Record<string, readonly string[]> = {
  BR: ['https://www.denuncie.org.br'],
  CO: ['https://teprotejocolombia.org'],
  DO: ['https://report.iwf.org.uk/do/', 'https://conani.gob.do'],
  IN: ['https://cybercrime.gov.in', 'http://aarambhindia.org/report'],
  ID: ['https://report.iwf.org.uk/id', 'https://patrolisiber.id', 'https://aduankonten.id', 'https://pengaduan.kpai.go.id'],
  NP: ['https://cyberbureau.nepalpolice.gov.np'],
  PH: ['http://ecpat.org.ph/report/'],
  TH: ['https://report.thaihotline.org', 'https://help.ticac.org'],
  NL: ['https://www.dontlookaway.nl', 'https://meldpunt-kinderporno.nl'],
};

/** Retired, or known from memory only: never on a learner's screen, in any spelling. */
const refused = [
  ...['155260', '10921', '021129', '61996565008', '080023232', '08119224545', '022225016', '8092003500', '1191', '1441', '194'],
  ...['08001814', '08002666436', '8002666436'],
];

const codes = Object.keys(numbers);
const packs = codes.map((code): { code: string; key: CountryKey; words: CountryWords } => ({
  code,
  key: countryKey.parse(readYaml(`${code}/pack.yaml`)),
  words: countryWords.parse(readYaml(`${code}/en.yaml`)),
}));

/** Every sentence-bearing text of a wording file, with where it stands. */
function texts({ lines, laws, next }: CountryWords): { at: string; text: string }[] {
  const entries = [...Object.entries(lines), ...Object.entries(laws)];
  return [
    ...entries.flatMap(([id, fields]) =>
      Object.entries(fields).flatMap(([field, text]) => (text === undefined ? [] : [{ at: `${id}.${field}`, text }])),
    ),
    { at: 'next', text: next },
  ];
}

const undated = (title: string): boolean => title.endsWith('(undated page)');

test('there is a folder for each country, and no other', () => {
  const folders = readdirSync(fileURLToPath(folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...codes].sort());
});

describe.each(packs)('$code', ({ code, key, words }) => {
  test('carries the id of its folder', () => {
    expect(key.id).toBe(code);
  });

  test('uses each id once', () => {
    const ids = [...key.lines, ...key.laws].map((entry) => entry.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('has wording for every line and law, and for nothing else', () => {
    expect(Object.keys(words.lines)).toEqual(key.lines.map((line) => line.id));
    expect(Object.keys(words.laws)).toEqual(key.laws.map((law) => law.id));
  });

  test('names someone to call now, and someone to call for a child, or says why not', () => {
    expect(key.lines[0]?.kind).toBe('emergency');
    expect(key.lines[0]?.dial).toBeDefined();
    expect(key.lines[0]?.national).toBe(true);
    const child = key.lines.filter((line) => line.kind === 'child');
    expect(child.length).toBeGreaterThan(0);
    if (!child.some((line) => line.national)) expect(words.next).toMatch(/no national number for children/);
  });

  test('has exactly the digits of the fact tables', () => {
    const found = Object.fromEntries(
      lineKind.options
        .map((kind) => [kind, key.lines.filter((line) => line.kind === kind).flatMap((line) => line.dial ?? [])] as const)
        .filter(([, dials]) => dials.length > 0),
    );
    expect(found).toEqual(numbers[code]);
  });

  test('has exactly the message addresses and websites of the fact tables', () => {
    expect(key.lines.flatMap((line) => line.messages.map(({ app, address }) => `${app} ${address}`))).toEqual(messages[code] ?? []);
    expect(key.lines.flatMap((line) => line.portal ?? [])).toEqual(portals[code] ?? []);
  });

  test('dials what it displays, without separators', () => {
    for (const { id, dial, display } of key.lines) {
      expect(dial === undefined, id).toBe(display === undefined);
      if (dial === undefined || display === undefined) continue;
      expect(dial, id).toMatch(/^[+*#]?\d+$/);
      expect(display.replace(/[\s()-]/g, ''), id).toBe(dial);
    }
  });

  test('says how to reach a line that has neither number nor website', () => {
    const without = key.lines.filter((line) => line.dial === undefined && line.portal === undefined);
    for (const { id } of without) expect(`${words.lines[id]?.note ?? ''} ${words.lines[id]?.where ?? ''}`.trim(), id).not.toBe('');
  });

  test('lists danger first and support last', () => {
    const places = key.lines.map((line) => lineKind.options.indexOf(line.kind));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('shows nothing of low confidence, and no source that is a memory', () => {
    for (const { id, confidence, sources } of [...key.lines, ...key.laws]) {
      expect(confidence, id).not.toBe('low');
      for (const { title } of sources) expect(title, id).not.toMatch(/memory/i);
    }
  });

  test('was checked when its newest dated source was written', () => {
    for (const { id, checked, sources } of [...key.lines, ...key.laws]) {
      const dates = sources.filter((source) => !undated(source.title)).map((source) => source.date);
      expect(checked, id).toBe(dates.sort().at(-1));
    }
  });

  test('expires sooner when its sources are older', () => {
    for (const { id, checked, expires } of key.lines) {
      expect(expires <= (checked < '2025' ? '2027-06-30' : '2027-11-30'), id).toBe(true);
    }
  });

  test('promises day and night only where it gives no hours, and a region only where it names it', () => {
    for (const { id, always, national } of key.lines) {
      if (always) expect(words.lines[id]?.hours, id).toBeUndefined();
      if (!national) expect(words.lines[id]?.where, id).toBeDefined();
    }
  });

  test('writes short sentences', () => {
    for (const { at, text } of texts(words)) {
      const limit = at.endsWith('.asks') ? 25 : 20;
      for (const sentence of text.split(/(?<=[.!?])\s+/)) {
        expect(sentence.split(/\s+/).length, `${at}: ${sentence}`).toBeLessThanOrEqual(limit);
      }
      if (at.endsWith('.asks')) expect(text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).length, at).toBeLessThanOrEqual(2);
    }
  });

  test('keeps phone numbers out of the wording, where a translation could change them', () => {
    const dials = packs.flatMap((pack) => pack.key.lines.flatMap((line) => line.dial ?? [])).filter((dial) => /^\d+$/.test(dial));
    for (const { at, text } of texts(words)) {
      for (const run of text.match(/\d+/g) ?? []) expect(dials, `${at}: ${text}`).not.toContain(run);
    }
  });

  test('shows no retired number', () => {
    const digits = (text: string): string => text.replace(/\D/g, '');
    const shown = key.lines.flatMap((line) => [line.dial, line.display, ...line.messages.map((message) => message.address)]);
    for (const number of shown) if (number !== undefined) expect(refused).not.toContain(digits(number));
  });
});
