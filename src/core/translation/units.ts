/** What a translator works on: one unit a sentence group that stands alone, with an id that no rewording changes. */
export interface Unit {
  /** Path in its file: `questions.first-minute.options.call.text`, `danger-now.3` (third text of a section), `part-2.title`, a key of the interface. */
  id: string;
  text: string;
  kind: UnitKind;
  /** For the translator: where it stands, what to mind. */
  note?: string;
}

/** words: a value of a wording file. title, paragraph, item, say: parts of a lesson or of notes. ui: an interface string. */
export type UnitKind = 'words' | 'title' | 'paragraph' | 'item' | 'say' | 'ui';

/** How a file is cut into units. words: courses, modules, countries. */
export type TextKind = 'words' | 'glossary' | 'ui' | 'lesson' | 'notes';

/** Keys of a translated file that speak about the translation. */
export const stampKeys = ['source', 'state', 'reviewedBy'] as const;
/** The entry of an interface file that holds them; no key of a message can begin with @. */
export const uiStampKey = '@translation';

/** Fields of a glossary term that each language has for itself. */
const ownGlossaryFields = new Set(['avoid', 'why', 'must', 'id']);

/**
 * Units of a wording file or glossary, in the order of its keys. Entries of a list are named by their `id`, or by their place from 0.
 * @param data the parsed file; anything that is no text is left out
 */
export function wordUnits(data: unknown, kind: 'words' | 'glossary' = 'words'): Unit[] {
  const walk = (value: unknown, path: readonly string[]): Unit[] => {
    if (typeof value === 'string') return [{ id: path.join('.'), text: value, kind: 'words' }];
    if (Array.isArray(value)) return value.flatMap((item: unknown, index) => walk(item, [...path, idOf(item) ?? String(index)]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const isOwn = (path.length === 0 && stampKeys.some((name) => name === key)) || (kind === 'glossary' && ownGlossaryFields.has(key));
      return isOwn ? [] : walk(item, [...path, key]);
    });
  };
  return walk(data, []);
}

const idOf = (item: unknown): string | undefined => {
  const id = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
};

const pluralForm = /^(.+)\.(zero|one|two|few|many|other)$/;

/** The part of a plural key before its form: `minutes` of `minutes.one`; undefined for a key that is no form of a counted message. */
export function pluralFamily(key: string, keys: readonly string[]): string | undefined {
  const family = pluralForm.exec(key)?.[1];
  // `.other` alone may be a plain key.
  return family !== undefined && keys.some((other) => pluralForm.exec(other)?.[1] === family && !other.endsWith('.other')) ? family : undefined;
}

/**
 * Units of an interface file.
 * @param data   the parsed file: `{ key: { text, note } }`
 * @param plural CLDR categories of the language to translate into; counted messages then have these forms, made from the source's own or its `other`
 */
export function uiUnits(data: unknown, plural?: readonly string[]): Unit[] {
  const entries = Object.entries(typeof data === 'object' && data !== null ? (data as Record<string, { text?: unknown; note?: unknown } | null>) : {});
  const units = entries.flatMap(([id, entry]): Unit[] =>
    id === uiStampKey || typeof entry?.text !== 'string' ? [] : [{ id, text: entry.text, kind: 'ui', ...(typeof entry.note === 'string' && { note: entry.note }) }],
  );
  if (!plural) return units;
  const keys = units.map((unit) => unit.id);
  const done = new Set<string>();
  return units.flatMap((unit) => {
    const family = pluralFamily(unit.id, keys);
    if (family === undefined) return [unit];
    if (done.has(family)) return [];
    done.add(family);
    const forms = units.filter((other) => pluralForm.exec(other.id)?.[1] === family);
    const fallback = forms.find((form) => form.id.endsWith('.other')) ?? unit;
    return plural.map((category) => ({ ...(forms.find((form) => form.id === `${family}.${category}`) ?? fallback), id: `${family}.${category}` }));
  });
}

/** What `sourceHash` is taken of: ids and texts, so that quotes, comments and notes for translators make no translation stale. */
export function hashedText(units: readonly Unit[]): string {
  return units.map((unit) => `${unit.id}\n${oneLine(unit.text)}\n`).join('\n');
}

/** A text as it is exchanged and compared: line breaks inside a paragraph say nothing. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
