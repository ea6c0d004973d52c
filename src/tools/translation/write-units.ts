/** Puts translated texts into a content file: in place where the file has the same texts as its source, into a copy of the source otherwise. */
import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml';
import { outline, withUnits } from '../../core/translation/outline.ts';
import { oneLine, uiStampKey, type Unit } from '../../core/translation/units.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { dataPath, unitsOfText, type SourceFile } from './translated-files.ts';

/**
 * @param units  all texts that the file is to have, in order, translated
 * @param before the translated file as it is on the disk; undefined for none
 * @returns the file without regard to its stamp; `before` itself where every text is as it was
 */
export function writtenFile(source: SourceFile, units: readonly Unit[], before: string | undefined): string {
  const words = new Map(units.map((unit) => [unit.id, unit.text]));
  const present = before === undefined ? [] : unitsOfText(source.kind, before);
  const isSameShape = before !== undefined && present.length === units.length && present.every((unit, index) => unit.id === units[index]!.id);
  const base = isSameShape ? before : source.text;
  switch (source.kind) {
    case 'lesson':
    case 'notes': {
      const { body } = splitFrontMatter(base.replace(/\r\n/g, '\n'));
      const placed = outline(body, source.kind).units;
      const changed = new Map([...words].filter(([id, text]) => oneLine(placed.find((unit) => unit.id === id)?.text ?? '') !== text));
      return changed.size === 0 && isSameShape ? before : withUnits(body, placed, changed);
    }
    case 'ui':
      return isSameShape || present.length === units.length && present.every((unit) => words.has(unit.id)) ? withScalars(before!, new Map(units.map((unit) => [[unit.id, 'text'].join('\n'), unit.text])), (id) => id.split('\n')) : newUiFile(units, before);
    case 'glossary':
      return isSameShape ? withScalars(base, words) : newGlossary(source.text, words, before);
    default:
      return withScalars(base, words);
  }
}

/** Replaces values in YAML (or JSON) where they stand: quotes, comments and order of everything else stay. */
function withScalars(text: string, words: ReadonlyMap<string, string>, pathOf: (id: string, data: unknown) => (string | number)[] = (id, data) => dataPath(data, id)): string {
  const document = parseDocument(text);
  const data: unknown = document.toJS();
  const edits = [...words].flatMap(([id, value]) => {
    const node = document.getIn(pathOf(id, data), true);
    if (!isScalar(node) || !node.range || String(node.value).trim() === value) return [];
    const [start, end] = node.range;
    const quoted = node.type === 'PLAIN' && isPlain(value) ? value : JSON.stringify(value);
    // The range of a block of lines ends after its line break.
    return [{ start, end, value: text.slice(start, end).endsWith('\n') ? `${quoted}\n` : quoted }];
  });
  return edits.sort((a, b) => b.start - a.start).reduce((whole, { start, end, value }) => whole.slice(0, start) + value + whole.slice(end), text);
}

/** Whether a text stands for itself without quotes, between braces too. */
function isPlain(text: string): boolean {
  if (/[\n"'#]/.test(text)) return false;
  try {
    return parse(`a: ${text}`).a === text && parse(`[${text}]`)[0] === text && parse(`[${text}]`).length === 1;
  } catch {
    return false;
  }
}

/** Interface files have no comments to lose, so one with other keys is written anew, in the order of the source. */
function newUiFile(units: readonly Unit[], before: string | undefined): string {
  const old = (before === undefined ? {} : (parse(before) as Record<string, { note?: string }>)) ?? {};
  const entries = units.map(({ id, text }) => [id, { text, ...(old[id]?.note !== undefined && { note: old[id].note }) }]);
  const stamp = old[uiStampKey] === undefined ? [] : [[uiStampKey, old[uiStampKey]]];
  return `${JSON.stringify(Object.fromEntries([...stamp, ...entries]), null, 2)}\n`;
}

/** Which words a language avoids is its own affair: they are kept, and never copied from the source. */
function newGlossary(source: string, words: ReadonlyMap<string, string>, before: string | undefined): string {
  const document = parseDocument(withScalars(source, words));
  const old = before === undefined ? undefined : parseDocument(before);
  const oldTerms = old?.get('terms');
  const terms = document.get('terms');
  for (const term of isSeq(terms) ? terms.items : []) {
    if (!isMap(term)) continue;
    const mine = isSeq(oldTerms) ? oldTerms.items.find((other) => isMap(other) && other.get('id') === term.get('id')) : undefined;
    for (const key of ['avoid', 'why', 'must']) {
      term.delete(key);
      const kept = isMap(mine) ? mine.get(key, true) : undefined;
      if (kept) term.set(key, kept);
    }
  }
  return document.toString({ lineWidth: 0 });
}
