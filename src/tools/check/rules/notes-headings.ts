import { sourceLocale } from '../../../core/locale/locales.ts';
import { didYouMean } from '../../content/nearest.ts';
import type { Rule } from '../rule.ts';

const headings = ['What this is for', 'Time and material', 'How to run it', 'Questions for the group', 'Hard questions you may hear', 'If a participant is affected'];

/**
 * Notes for a room have the same six parts in the same order: a trainer finds the last one in a hurry. Translated notes have as many.
 */
export const notesHeadings: Rule = {
  name: 'notes-headings',
  *check({ modules }) {
    for (const { notes } of modules) {
      for (const [locale, { file, text }] of notes) {
        const found = text.split('\n').flatMap((raw, index) => (/^##?\s/.test(raw) ? [{ title: raw.replace(/^#+\s+/, '').trim(), line: index + 1, level: raw.startsWith('##') ? 2 : 1 }] : []));
        if (locale !== sourceLocale) {
          if (found.length !== headings.length) yield { file, line: 1, what: `${found.length} parts instead of ${headings.length}`, write: `the parts of ${sourceLocale}.notes.md` };
          continue;
        }
        for (const { title, line, level } of found) {
          if (level === 1 || !headings.includes(title)) yield { file, line, what: `"${title}" is no part of the notes`, write: level === 1 ? `## ${title}, if it is one of the six parts` : didYouMean(title, headings) };
        }
        const known = found.filter((heading) => headings.includes(heading.title));
        const missing = headings.filter((title) => !known.some((heading) => heading.title === title));
        for (const title of missing) yield { file, line: 1, what: `the part "${title}" is missing`, write: `## ${title}` };
        const wrong = missing.length === 0 ? known.find((heading, index) => heading.title !== headings[index]) : undefined;
        if (wrong) yield { file, line: wrong.line, what: `"${wrong.title}" stands in another place than in other notes`, write: headings.map((title) => `## ${title}`).join(', ') };
      }
    }
  },
};
