import type { Rule } from '../rule.ts';

const towardsNotes = /(?:[\w-]+\.)?notes\.md\b|module:[\w-]+\/notes\b|\.notes\b(?=["')])/i;

/** No file of a learner links to the notes for a room or takes them in: they speak of participants who were abused, and of answers. */
export const notesReachable: Rule = {
  name: 'notes-reachable',
  *check({ modules, courses }) {
    const files = [...modules.flatMap((module) => [...module.lessons.values(), ...module.words.values()]), ...courses.flatMap((course) => [...course.words.values()])];
    for (const { file, text } of files) {
      for (const [index, raw] of text.split('\n').entries()) {
        const hit = towardsNotes.exec(raw);
        if (hit) yield { file, line: index + 1, what: `it points to the notes for a room: ${hit[0]}`, write: 'nothing; what learners need stands in the lesson itself' };
      }
    }
  },
};
