import type { Rule } from '../rule.ts';

/** A removed id never returns: events of learners still point at it, and would count for something that they never saw. */
export const retiredId: Rule = {
  name: 'retired-id',
  *check({ courses, modules }) {
    for (const { key } of courses) {
      for (const [index, id] of (key?.value?.modules ?? []).entries()) {
        if (key!.value!.retired.includes(id)) yield { file: key!.file, line: key!.lineOf(['modules', index]), what: `module "${id}" is retired in this course`, write: 'a new id, or remove it from retired' };
      }
    }
    for (const { key, lessons } of modules) {
      if (!key?.value) continue;
      const { questions, retired } = key.value;
      for (const [index, question] of questions.entries()) {
        const ids = [question.id, ...('options' in question ? question.options : []), ...(question.kind === 'order' ? question.right : []), ...(question.kind === 'match' ? Object.keys(question.right) : [])];
        for (const id of ids) {
          if (retired.includes(id)) yield { file: key.file, line: key.lineOf(['questions', index]), what: `"${id}" is retired`, write: 'a new id; a retired one is never used again' };
        }
      }
      for (const { file, elements } of lessons.values()) {
        for (const { name, attributes: { id = '' }, line } of elements) {
          if (name === 'Section' && retired.includes(id)) yield { file, line, what: `section "${id}" is retired`, write: 'a new id; a retired one is never used again' };
        }
      }
    }
  },
};
