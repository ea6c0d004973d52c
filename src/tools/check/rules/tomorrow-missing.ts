import type { Rule } from '../rule.ts';

/** Every lesson ends with one thing to do at work tomorrow: what is not tried soon is forgotten. Only help for yourself may stand after it. */
export const tomorrowMissing: Rule = {
  name: 'tomorrow-missing',
  *check({ modules }) {
    for (const { lessons } of modules) {
      for (const { file, elements, blocks } of lessons.values()) {
        const [tomorrow, second] = elements.filter((element) => element.name === 'Tomorrow');
        const last = elements.findLast((element) => element.name !== 'Support' && element.name !== 'Tomorrow' && !element.inside.includes('Tomorrow'));
        if (!tomorrow) yield { file, line: elements.at(-1)?.line ?? 1, what: 'the lesson does not end with something to do tomorrow', write: '<Tomorrow> one thing to do </Tomorrow>' };
        else if (!blocks.some((block) => block.inside.includes('Tomorrow'))) yield { file, line: tomorrow.line, what: '<Tomorrow> is empty', write: 'one thing to do at work tomorrow' };
        else if (last && last.offset > tomorrow.offset) yield { file, line: tomorrow.line, what: `<Tomorrow> stands before <${last.name}> of line ${last.line}`, write: '<Tomorrow> at the end, before <Support /> if there is one' };
        if (second) yield { file, line: second.line, what: 'a second <Tomorrow>', write: 'one thing to do, once' };
      }
    }
  },
};
