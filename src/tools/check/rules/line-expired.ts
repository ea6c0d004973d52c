import type { Rule } from '../rule.ts';

/** A line past its day has to be checked again: services move, and a dead number costs the minute that mattered. */
export const lineExpired: Rule = {
  name: 'line-expired',
  *check({ countries }, { today }) {
    for (const { key } of countries) {
      for (const [index, { id, expires }] of (key?.value?.lines ?? []).entries()) {
        if (expires < today) yield { file: key!.file, line: key!.lineOf(['lines', index, 'expires']), what: `line "${id}" expired on ${expires}`, write: 'the line as it is today, with a new source, checked and expires' };
      }
    }
  },
};
