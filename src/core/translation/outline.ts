/**
 * Lessons (MDX) and notes (Markdown), cut into units that can be put back in place. Only the small syntax of the guide is known: tags stand on lines of
 * their own, paragraphs are parted by empty lines, a list item is one unit.
 */
import type { Unit } from './units.ts';

export interface PlacedUnit extends Unit {
  /** Position of `raw` in the text, UTF-16. */
  start: number;
  end: number;
  /** From 1. */
  line: number;
}

export interface Outline {
  units: PlacedUnit[];
  /** The tags between the units, in order, without their titles: what a translation must have in the same order. */
  elements: { tag: string; line: number }[];
}

const tagLine = /^\s*<(\/?)([A-Z]\w*)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>\s*$/;
const sayLine = /^(\s*<Say>\s*)(.*?)(\s*<\/Say>\s*)$/;
const marker = /^\s*(?:[-*+]|\d+[.)])\s+/;
const heading = /^#{1,6}\s+/;
/** A title as an attribute; its words are a unit. */
const title = /\btitle\s*=\s*(?:"([^"]*)"|'([^']*)')/;

interface Open { name: string; id: string | undefined }

/** @param text with line feeds only, and without front matter */
export function outline(text: string, kind: 'lesson' | 'notes'): Outline {
  const found: Outline = { units: [], elements: [] };
  const counts = new Map<string, number>();
  const open: Open[] = [];
  let part = 0;
  let block: { start: number; end: number; line: number; kind: 'paragraph' | 'item' | 'say' } | undefined;

  const place = (): string => {
    if (kind === 'notes') return part === 0 ? 'opening' : `part-${part}`;
    return open.filter((element) => element.id !== undefined).at(-1)?.id ?? open.at(0)?.name.toLowerCase() ?? 'opening';
  };
  const around = (): string => (open.at(-1) && open.at(-1)!.id === undefined ? `in <${open.at(-1)!.name}>` : '');
  const add = (unit: Omit<PlacedUnit, 'id' | 'text' | 'note'>, id: string, note: string): void => {
    found.units.push({ ...unit, id, text: text.slice(unit.start, unit.end), note: note.trim() });
  };
  const endBlock = (): void => {
    if (!block) return;
    const base = place();
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const what = { paragraph: 'Paragraph', item: 'List item', say: 'Words to say aloud' }[block.kind];
    add(block, `${base}.${count}`, `${what} ${block.kind === 'say' ? '' : around()}`);
    block = undefined;
  };

  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1;
    const start = offset;
    offset += line.length + 1;
    if (line.trim() === '') {
      endBlock();
      continue;
    }
    const head = kind === 'notes' ? heading.exec(line) : null;
    if (head) {
      endBlock();
      part += 1;
      add({ kind: 'title', line: number, start: start + head[0].length, end: start + line.trimEnd().length }, `part-${part}.title`, 'Heading');
      continue;
    }
    const say = kind === 'lesson' ? sayLine.exec(line) : null;
    if (say) {
      endBlock();
      found.elements.push({ tag: '<Say>', line: number });
      block = { kind: 'say', line: number, start: start + say[1]!.length, end: start + say[1]!.length + say[2]!.length };
      endBlock();
      continue;
    }
    const tag = kind === 'lesson' ? tagLine.exec(line) : null;
    if (tag && tag[2] !== 'Fact') {
      endBlock();
      const [, slash = '', name = '', attributes = '', closed = ''] = tag;
      const id = /\bid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
      found.elements.push({ tag: `<${slash}${name}${withoutTitle(attributes)}${closed && ' /'}>`, line: number });
      const words = title.exec(line);
      if (words && id) {
        const value = words[1] ?? words[2] ?? '';
        const from = start + words.index + words[0].length - 1 - value.length;
        add({ kind: 'title', line: number, start: from, end: from + value.length }, `${id}.title`, `Title of a ${name.toLowerCase()}`);
      }
      if (slash) open.splice(Math.max(0, open.map((element) => element.name).lastIndexOf(name)));
      else if (!closed) open.push({ name, id: name === 'Section' || name === 'Post' ? id : undefined });
      continue;
    }
    const item = marker.exec(line);
    if (item) endBlock();
    const skipped = item?.[0].length ?? line.length - line.trimStart().length;
    if (block) block.end = start + line.trimEnd().length;
    else block = { kind: item ? 'item' : 'paragraph', line: number, start: start + skipped, end: start + line.trimEnd().length };
  }
  endBlock();
  return found;
}

const withoutTitle = (attributes: string): string => attributes.replace(title, '').replace(/\s+/g, ' ').trimEnd();

/** The text with other words in some of its places. @param words by unit id; units that are not named stay as they are */
export function withUnits(text: string, placed: readonly PlacedUnit[], words: ReadonlyMap<string, string>): string {
  return [...placed].reverse().reduce((whole, unit) => {
    const replacement = words.get(unit.id);
    return replacement === undefined ? whole : whole.slice(0, unit.start) + replacement + whole.slice(unit.end);
  }, text);
}
