/**
 * XLIFF 2.0 (OASIS, 2014) in its plainest form: `file / unit / notes / segment / source, target`. No inline elements: marks and placeholders stand in the text as they
 * are, so that every tool shows them. Reading takes what translation tools make of it: more segments a unit, groups, foreign attributes and elements.
 */

export interface XliffFile {
  /** Path of the source file inside content/; read from a document that lost it, its `fileId`. */
  original: string;
  units: XliffUnit[];
}

export interface XliffUnit {
  /** An NMTOKEN; unit ids are. */
  id: string;
  note: string;
  source: string;
  /** undefined where there is none yet. */
  target: string | undefined;
  /** Of the segment (clause 4.7.3.1); `initial` without a target. */
  state: 'initial' | 'translated' | 'reviewed' | 'final';
}

export interface XliffDocument { from: string; to: string; files: XliffFile[] }

/** The path as an NMTOKEN, which tools keep where they drop the optional `original`. */
export const fileId = (original: string): string => original.replaceAll('/', '.');

/** The document as text. Characters that XML 1.0 cannot hold are left out. */
export function writeXliff({ from, to, files }: XliffDocument): string {
  const unit = ({ id, note, source, target, state }: XliffUnit): string[] => [
    `    <unit id="${attribute(id)}">`,
    ...(note === '' ? [] : ['      <notes>', `        <note>${escape(note)}</note>`, '      </notes>']),
    `      <segment state="${state}">`,
    `        <source xml:space="preserve">${escape(source)}</source>`,
    ...(target === undefined ? [] : [`        <target xml:space="preserve">${escape(target)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${attribute(from)}" trgLang="${attribute(to)}">`,
    ...files.flatMap(({ original, units }) => [`  <file id="${attribute(fileId(original))}" original="${attribute(original)}">`, ...units.flatMap(unit), '  </file>']),
    '</xliff>',
    '',
  ].join('\n');
}

export type XliffFailure =
  | { ok: false; reason: 'not-xml'; line: number; what: string }
  | { ok: false; reason: 'not-xliff-2' }
  | { ok: false; reason: 'inline-element'; unit: string; what: string }
  | { ok: false; reason: 'id-missing'; what: string };

/** Never throws; a DOCTYPE is refused, so no entity can be declared. */
export function readXliff(text: string): ({ ok: true } & XliffDocument) | XliffFailure {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (root.name !== 'xliff' || !root.attributes['version']?.startsWith('2.') || !root.attributes['trgLang']) return { ok: false, reason: 'not-xliff-2' };
  const files: XliffFile[] = [];
  for (const file of elements(root, 'file')) {
    const original = file.attributes['original'] || file.attributes['id'];
    if (!original) return { ok: false, reason: 'id-missing', what: 'a file without "id"' };
    const units: XliffUnit[] = [];
    for (const unit of unitsIn(file)) {
      const id = unit.attributes['id'];
      if (!id) return { ok: false, reason: 'id-missing', what: `a unit of ${original} without "id"` };
      const parts = unit.children.filter((child): child is XmlElement => typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'));
      let source = '';
      let target: string | undefined;
      for (const part of parts) {
        for (const each of elements(part)) {
          const inline = elements(each)[0];
          if (inline && (each.name === 'source' || each.name === 'target')) return { ok: false, reason: 'inline-element', unit: `${original}#${id}`, what: `<${inline.name}>` };
        }
        const own = elements(part, 'source')[0];
        const translated = elements(part, 'target')[0];
        source += own ? textOf(own) : '';
        if (translated) target = (target ?? '') + textOf(translated);
        // What stands between two segments is the same in both languages unless it says otherwise.
        else if (part.name === 'ignorable' && own && target !== undefined) target += textOf(own);
      }
      const states = parts.filter((part) => part.name === 'segment').map((part) => part.attributes['state'] ?? 'initial');
      const state = (['initial', 'translated', 'reviewed'] as const).find((lowest) => states.includes(lowest)) ?? 'final';
      const notes = elements(unit, 'notes').flatMap((list) => elements(list, 'note'));
      units.push({ id, note: notes.map(textOf).join('\n'), source, target, state });
    }
    files.push({ original, units });
  }
  return { ok: true, from: root.attributes['srcLang'] ?? '', to: root.attributes['trgLang'], files };
}

interface XmlElement { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }

const elements = (of: XmlElement, name?: string): XmlElement[] => of.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));
const unitsIn = (of: XmlElement): XmlElement[] => elements(of).flatMap((child) => (child.name === 'unit' ? [child] : child.name === 'group' ? unitsIn(child) : []));
const textOf = (of: XmlElement): string => of.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

// Control characters are no characters of XML 1.0 (clause 2.2), not even as references.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// A bare carriage return would be read as a line feed (clause 2.11).
const escape = (text: string): string => text.replace(impossible, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
const attribute = (text: string): string => escape(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** undefined for a reference to nothing. */
function unescape(text: string): string | undefined {
  let isSound = true;
  const plain = text.replace(/&([^;&\s]*;?)/g, (whole, body: string) => {
    const [, hex, decimal, name] = /^(?:#x([\da-f]+)|#(\d+)|([a-z]+));$/i.exec(body) ?? [];
    const point = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point);
    if (name && Object.hasOwn(named, name)) return named[name]!;
    isSound = false;
    return whole;
  });
  return isSound ? plain : undefined;
}

const token = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attributes = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function parseXml(source: string): { ok: true; root: XmlElement } | XliffFailure {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const document: XmlElement = { name: '', attributes: {}, children: [] };
  const stack: XmlElement[] = [document];
  const fail = (at: number, what: string): XliffFailure => ({ ok: false, reason: 'not-xml', line: text.slice(0, at).split('\n').length, what });
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const raw = text.slice(at, next === -1 ? text.length : next);
    const plain = unescape(raw);
    if (plain === undefined) return fail(at, 'an "&" that begins no character');
    if (plain !== '') stack.at(-1)!.children.push(plain);
    if (next === -1) break;
    token.lastIndex = next;
    const found = token.exec(text);
    if (!found) return fail(next, text.startsWith('<!DOCTYPE', next) ? 'a DOCTYPE' : 'a "<" that begins no element');
    at = token.lastIndex;
    const [whole, slash, prefixed, attributeText = '', closed] = found;
    if (whole.startsWith('<![CDATA[')) stack.at(-1)!.children.push(whole.slice(9, -3));
    if (!prefixed) continue;
    // Tools may write the standard's own elements with a prefix.
    const name = prefixed.replace(/^(?:xlf|xliff):/, '');
    if (slash) {
      if (stack.length === 1 || stack.pop()!.name !== name) return fail(next, `</${prefixed}> where another element is open`);
      continue;
    }
    const element: XmlElement = { name, attributes: {}, children: [] };
    for (const [, key = '', double, single] of attributeText.matchAll(attributes)) {
      const value = unescape(double ?? single ?? '');
      if (value === undefined) return fail(next, 'an "&" that begins no character');
      element.attributes[key] = value;
    }
    stack.at(-1)!.children.push(element);
    if (!closed) stack.push(element);
  }
  const root = elements(document)[0];
  if (stack.length > 1) return fail(text.length, `<${stack.at(-1)!.name}> that is never closed`);
  if (!root || elements(document).length > 1) return fail(0, 'no single outermost element');
  return { ok: true, root };
}
