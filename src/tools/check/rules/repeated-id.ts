import type { Content, Module } from '../../content/content.ts';
import type { Path, YamlFile } from '../../content/yaml-file.ts';
import type { Finding, Rule } from '../rule.ts';

/** An id stands for one thing in its parent. Twice the same id would count one answer for two questions, or open the wrong passage. */
export const repeatedId: Rule = {
  name: 'repeated-id',
  *check(content) {
    for (const module of content.modules) {
      yield* inKey(module);
      yield* inLessons(module);
    }
    yield* inOthers(content);
  },
};

function* inKey({ key }: Module): Generator<Finding> {
  if (!key?.value) return;
  const { questions, sources, drafter, scenario } = key.value;
  yield* twice(key, ['questions'], questions.map((question) => question.id), 'question');
  yield* twice(key, ['sources'], sources.map((source) => source.id), 'source');
  for (const [index, question] of questions.entries()) {
    if ('options' in question) yield* twice(key, ['questions', index, 'options'], question.options, 'option');
    if ('right' in question && Array.isArray(question.right)) yield* twice(key, ['questions', index, 'right'], question.right, 'right answer');
    if (question.kind === 'match') yield* twice(key, ['questions', index, 'distractors'], [...question.distractors], 'distractor', Object.values(question.right));
  }
  for (const [id, node] of Object.entries(scenario?.nodes ?? {})) {
    if ('choices' in node) yield* twice(key, ['scenario', 'nodes', id, 'choices'], node.choices.map((choice) => choice.id), 'choice');
  }
  if (!drafter) return;
  yield* twice(key, ['drafter', 'fields'], drafter.fields.map((field) => field.id), 'field');
  yield* twice(key, ['drafter', 'documents'], drafter.documents.map((document) => document.id), 'document');
  for (const [index, document] of drafter.documents.entries()) yield* twice(key, ['drafter', 'documents', index, 'parts'], document.parts.map((part) => part.id), 'part');
}

function* inLessons({ lessons }: Module): Generator<Finding> {
  for (const { file, elements } of lessons.values()) {
    const seen = new Map<string, number>();
    for (const { name, attributes: { id }, line } of elements) {
      if (!id || (name !== 'Section' && name !== 'Post')) continue;
      const first = seen.get(id);
      if (first !== undefined) yield { file, line, what: `"${id}" is the id of a passage on line ${first} too`, write: 'another id' };
      else seen.set(id, line);
    }
  }
}

function* inOthers({ courses, countries, glossaries }: Content): Generator<Finding> {
  for (const { key } of courses) if (key?.value) yield* twice(key, ['modules'], key.value.modules, 'module');
  for (const { key } of countries) {
    if (!key?.value) continue;
    yield* twice(key, ['lines'], key.value.lines.map((line) => line.id), 'line');
    yield* twice(key, ['laws'], key.value.laws.map((law) => law.id), 'law');
  }
  for (const file of glossaries.values()) if (file.value) yield* twice(file, ['terms'], file.value.terms.map((term) => term.id), 'term');
}

/** @param also ids of another list that these must not repeat either */
function* twice(file: YamlFile<unknown>, list: Path, ids: readonly string[], noun: string, also: readonly string[] = []): Generator<Finding> {
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (first === index && !also.includes(id)) continue;
    const line = file.lineOf([...list, index]);
    const where = first === index ? 'is a right answer as well' : `stands on line ${file.lineOf([...list, first])} too`;
    yield { file: file.file, line, what: `${noun} "${id}" ${where}`, write: 'each id once' };
  }
}
