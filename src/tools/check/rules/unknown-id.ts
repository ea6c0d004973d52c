import { law } from '../../../core/country/country.schema.ts';
import { allLocales, sourceLocale } from '../../../core/locale/locales.ts';
import type { Content, Course, Module, Rollout } from '../../content/content.ts';
import { didYouMean } from '../../content/nearest.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * An id that is used must exist: a right answer among its options, a question or scenario placed in the prose, a module of a course, a course of a rollout.
 * Otherwise a learner meets a question that cannot be answered, or a page that cannot be built.
 */
export const unknownId: Rule = {
  name: 'unknown-id',
  *check(content) {
    for (const course of content.courses) yield* inCourse(course, content);
    for (const rollout of content.rollouts) yield* inRollout(rollout, content);
    for (const module of content.modules) {
      yield* inAnswers(module);
      yield* inLessons(module);
      yield* inDrafter(module);
    }
    yield* inGlossaries(content);
  },
};

function* inCourse({ key }: Course, content: Content): Generator<Finding> {
  if (!key?.value) return;
  const known = content.modules.map((module) => module.id);
  for (const [index, id] of key.value.modules.entries()) {
    if (!known.includes(id)) yield { file: key.file, line: key.lineOf(['modules', index]), what: `there is no module "${id}"`, write: didYouMean(id, known) };
  }
}

function* inRollout({ key }: Rollout, content: Content): Generator<Finding> {
  if (!key?.value) return;
  const { country, languages, courses, phases, sources, passMark } = key.value;
  const at = (...path: (string | number)[]) => ({ file: key.file, line: key.lineOf(path) });
  const unknown = function* (id: string, known: readonly string[], none: string, ...path: (string | number)[]): Generator<Finding> {
    if (!known.includes(id)) yield { ...at(...path), what: `${none} "${id}"`, write: didYouMean(id, known) };
  };
  yield* unknown(country, content.countries.map(({ id }) => id), 'there is no country pack', 'country');
  for (const [place, tag] of languages.entries()) yield* unknown(tag, allLocales.map((locale) => locale.tag), 'there is no language', 'languages', place);
  for (const [place, { id, modules = [] }] of courses.entries()) {
    yield* unknown(id, content.courses.map((course) => course.id), 'there is no course', 'courses', place, 'id');
    const course = content.courses.find((other) => other.id === id)?.key?.value;
    for (const [index, module] of course ? modules.entries() : []) yield* unknown(module, course!.modules, `course "${id}" has no module`, 'courses', place, 'modules', index);
    if (course && passMark < course.passMark) yield { ...at('passMark'), what: `the pass mark is ${passMark}, that of course "${id}" ${course.passMark}`, write: `passMark: ${course.passMark}, or more` };
  }
  for (const [place, { learners }] of phases.entries()) yield* unknown(learners.source, sources.map(({ id }) => id), 'there is no source', 'phases', place, 'learners', 'source');
}

function* inAnswers({ key }: Module): Generator<Finding> {
  for (const [index, question] of (key?.value?.questions ?? []).entries()) {
    if (!('options' in question)) continue;
    for (const id of [question.right].flat()) {
      if (question.options.includes(id)) continue;
      yield { file: key!.file, line: key!.lineOf(['questions', index]), what: `"${id}" is right in "${question.id}" but no option of it`, write: didYouMean(id, question.options) };
    }
  }
}

function* inLessons({ key, lessons }: Module): Generator<Finding> {
  if (!key?.value) return;
  const questions = key.value.questions.map((question) => question.id);
  const scenarios = key.value.scenario ? [key.value.scenario.id] : [];
  const binds = law.shape.binds.element.options;
  for (const { file, elements } of lessons.values()) {
    for (const { name, attributes: { id = '', binds: bound }, line } of elements) {
      if (name === 'Question' && id && !questions.includes(id)) yield { file, line, what: `there is no question "${id}" in module.yaml`, write: didYouMean(id, questions) };
      if (name === 'Scenario' && id && !scenarios.includes(id)) yield { file, line, what: `there is no scenario "${id}" in module.yaml`, write: didYouMean(id, scenarios) };
      if (name === 'PolicyDrafter' && !key.value.drafter) yield { file, line, what: 'module.yaml has no drafter', write: 'the drafter in module.yaml, or remove <PolicyDrafter />' };
      if (bound !== undefined && !(binds as readonly string[]).includes(bound)) yield { file, line, what: `laws do not bind "${bound}"`, write: didYouMean(bound, binds) };
    }
  }
}

function* inDrafter({ key, words }: Module): Generator<Finding> {
  const drafter = key?.value?.drafter;
  if (!key || !drafter) return;
  const fields = drafter.fields.map((field) => field.id);
  for (const [d, document] of drafter.documents.entries()) {
    for (const [p, { when }] of document.parts.entries()) {
      if (!when) continue;
      const field = drafter.fields.find((candidate) => candidate.id === when.field);
      const options = field && 'options' in field ? field.options : [];
      const at = { file: key.file, line: key.lineOf(['drafter', 'documents', d, 'parts', p]) };
      if (!field) yield { ...at, what: `there is no field "${when.field}"`, write: didYouMean(when.field, fields) };
      else if (!options.includes(when.is)) yield { ...at, what: `"${when.is}" is no option of field "${field.id}"`, write: didYouMean(when.is, options) };
    }
  }
  for (const file of words.values()) {
    for (const [documentId, document] of Object.entries(file.value?.drafter?.documents ?? {})) {
      for (const [part, text] of Object.entries(document.parts)) {
        for (const [, id = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
          if (fields.includes(id)) continue;
          yield { file: file.file, line: file.lineOf(['drafter', 'documents', documentId, 'parts', part]), what: `{${id}} is no field of the drafter`, write: didYouMean(id, fields) };
        }
      }
    }
  }
}

function* inGlossaries({ glossaries }: Content): Generator<Finding> {
  const known = glossaries.get(sourceLocale)?.value?.terms.map((term) => term.id);
  if (!known) return;
  for (const file of glossaries.values()) {
    for (const [index, { id }] of (file.value?.terms ?? []).entries()) {
      if (!known.includes(id)) yield { file: file.file, line: file.lineOf(['terms', index]), what: `there is no term "${id}" in glossary/${sourceLocale}.yaml`, write: didYouMean(id, known) };
    }
  }
}
