import { lineInBlock } from '../../content/lesson.ts';
import { writtenTexts } from '../../content/written-texts.ts';
import { knownNames } from '../known-names.ts';
import type { Rule } from '../rule.ts';
import { blank, wholeWords } from '../whole-words.ts';

/**
 * Words that blame a child or make a crime sound like trade, from `avoid` in content/glossary/<locale>.yaml, stand nowhere: not in lessons, notes, packs or
 * the interface. Names of laws and sources are quoted as they are, and the glossary itself may say why a word harms.
 */
export const avoidedTerm: Rule = {
  name: 'avoided-term',
  *check(content) {
    const names = knownNames(content);
    for (const [locale, { value }] of content.glossaries) {
      const terms = (value?.terms ?? []).map(({ term, avoid }) => ({ term, pattern: wholeWords(avoid) }));
      for (const written of writtenTexts(content)) {
        if (written.locale !== locale) continue;
        const text = blank(written.text, names);
        for (const { term, pattern } of terms) {
          for (const hit of pattern ? text.matchAll(pattern) : []) {
            const line = written.kind === 'prose' ? lineInBlock(written, hit.index) : written.line;
            yield { file: written.file, line, what: `"${hit[0].replace(/\s+/g, ' ')}" is a word to avoid`, write: `the words of glossary/${locale}.yaml for "${term}"` };
          }
        }
      }
    }
  },
};
