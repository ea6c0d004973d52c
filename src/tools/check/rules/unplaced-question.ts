import type { Module } from '../../content/content.ts';
import type { Lesson, PlacedElement } from '../../content/lesson.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A lesson question, the scenario and the drafter stand in the prose exactly once; a pool question never. Unplaced, nobody can complete the module;
 * a pool question shown before would make the final quiz a memory test.
 */
export const unplacedQuestion: Rule = {
  name: 'unplaced-question',
  *check({ modules }) {
    for (const module of modules) for (const lesson of module.lessons.values()) yield* inLesson(module, lesson);
  },
};

function* inLesson({ key }: Module, lesson: Lesson): Generator<Finding> {
  if (!key?.value) return;
  const placed = (name: PlacedElement['name'], id?: string): PlacedElement[] => lesson.elements.filter((element) => element.name === name && (id === undefined || element.attributes['id'] === id));
  const { questions, scenario, drafter } = key.value;
  for (const question of questions) {
    const places = placed('Question', question.id);
    if (question.place === 'pool') {
      for (const { line } of places) yield { file: lesson.file, line, what: `"${question.id}" is a pool question`, write: 'nothing here, or place: lesson in module.yaml' };
    } else {
      const passage = lesson.sections.find((section) => section.id === question.passage)?.line;
      yield* once(lesson, places, `lesson question "${question.id}"`, `<Question id="${question.id}" /> in section "${question.passage}"`, passage);
    }
  }
  if (scenario) yield* once(lesson, placed('Scenario', scenario.id), `scenario "${scenario.id}"`, `<Scenario id="${scenario.id}" />`);
  if (drafter) yield* once(lesson, placed('PolicyDrafter'), 'the drafter', '<PolicyDrafter />');
}

function* once(lesson: Lesson, places: readonly PlacedElement[], what: string, write: string, line = 1): Generator<Finding> {
  if (places.length === 0) yield { file: lesson.file, line, what: `${what} is not placed`, write };
  for (const second of places.slice(1)) yield { file: lesson.file, line: second.line, what: `${what} stands on line ${places[0]!.line} too`, write: 'it once' };
}
