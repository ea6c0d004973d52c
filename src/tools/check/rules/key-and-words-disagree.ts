import type { DrafterKey, DrafterWords } from '../../../core/course/drafter.schema.ts';
import type { ModuleKey, ModuleWords } from '../../../core/course/module.schema.ts';
import type { ScenarioKey, ScenarioWords } from '../../../core/course/scenario.schema.ts';
import type { QuestionKey } from '../../../core/quiz/question.schema.ts';
import type { YamlFile } from '../../content/yaml-file.ts';
import type { Finding, Rule } from '../rule.ts';
import { sameKeys } from '../same-keys.ts';

/** module.yaml and each language have the same ids: a question without words is an empty box, words without a question are never seen. */
export const keyAndWordsDisagree: Rule = {
  name: 'key-and-words-disagree',
  *check({ modules }) {
    for (const { key, words } of modules) {
      if (!key?.value) continue;
      for (const file of words.values()) if (file.value) yield* inModule(key.value, file, file.value);
    }
  },
};

type Words = YamlFile<ModuleWords>;

function* inModule(key: ModuleKey, file: Words, words: ModuleWords): Generator<Finding> {
  yield* sameKeys(file, ['questions'], key.questions.map((question) => question.id), Object.keys(words.questions), 'question', 'module.yaml');
  for (const question of key.questions) yield* inQuestion(question, file, words);
  yield* both(file, 'scenario', key.scenario, words.scenario);
  if (key.scenario && words.scenario) yield* inScenario(key.scenario, words.scenario, file);
  yield* both(file, 'drafter', key.drafter, words.drafter);
  if (key.drafter && words.drafter) yield* inDrafter(key.drafter, words.drafter, file);
  for (const { version, material } of key.versions.slice(1)) {
    if (material && !words.changes?.[String(version)]) yield { file: file.file, line: file.lineOf(['changes']), what: `version ${version} asks learners to come back and does not say why`, write: `changes: { "${version}": … }` };
  }
}

function* both(file: Words, name: string, key: object | undefined, words: object | undefined): Generator<Finding> {
  if (key && !words) yield { file: file.file, line: 1, what: `the ${name} of module.yaml has no words here`, write: `${name}: …` };
  if (!key && words) yield { file: file.file, line: file.lineOf([name]), what: `module.yaml has no ${name}`, write: 'nothing, or add it to module.yaml' };
}

function* inQuestion(question: QuestionKey, file: Words, words: ModuleWords): Generator<Finding> {
  const written = words.questions[question.id];
  if (!written) return;
  const at = ['questions', question.id];
  const name = `"${question.id}" in module.yaml`;
  yield* sameKeys(file, [...at, 'options'], optionIds(question), Object.keys(written.options), 'option', name);
  const answers = question.kind === 'match' ? [...new Set([...Object.values(question.right), ...question.distractors])] : [];
  yield* sameKeys(file, [...at, 'answers'], answers, Object.keys(written.answers ?? {}), 'answer', name);
}

function optionIds(question: QuestionKey): readonly string[] {
  if (question.kind === 'order') return question.right;
  if (question.kind === 'match') return Object.keys(question.right);
  return question.kind === 'reflection' ? [] : question.options;
}

function* inScenario(key: ScenarioKey, words: ScenarioWords, file: Words): Generator<Finding> {
  const at = ['scenario', 'nodes'];
  yield* sameKeys(file, at, Object.keys(key.nodes), Object.keys(words.nodes), 'node', 'module.yaml');
  for (const [id, node] of Object.entries(key.nodes)) {
    const written = words.nodes[id];
    if (!written) continue;
    const choices = 'choices' in node ? node.choices.map((choice) => choice.id) : [];
    yield* sameKeys(file, [...at, id, 'choices'], choices, Object.keys(written.choices ?? {}), 'choice', `"${id}" in module.yaml`);
    for (const field of ['title', 'lesson'] as const) {
      const line = file.lineOf([...at, id, field]);
      if ('ending' in node && !written[field]) yield { file: file.file, line, what: `ending "${id}" has no ${field}`, write: `${field}: …` };
      if ('choices' in node && written[field]) yield { file: file.file, line, what: `"${id}" is no ending, its ${field} is never shown`, write: `nothing; only endings have a ${field}` };
    }
  }
}

function* inDrafter(key: DrafterKey, words: DrafterWords, file: Words): Generator<Finding> {
  yield* sameKeys(file, ['drafter', 'fields'], key.fields.map((field) => field.id), Object.keys(words.fields), 'field', 'module.yaml');
  for (const field of key.fields) {
    const written = words.fields[field.id];
    if (written) yield* sameKeys(file, ['drafter', 'fields', field.id, 'options'], 'options' in field ? field.options : [], Object.keys(written.options ?? {}), 'option', `field "${field.id}" in module.yaml`);
  }
  yield* sameKeys(file, ['drafter', 'documents'], key.documents.map((document) => document.id), Object.keys(words.documents), 'document', 'module.yaml');
  for (const document of key.documents) {
    const written = words.documents[document.id];
    if (written) yield* sameKeys(file, ['drafter', 'documents', document.id, 'parts'], document.parts.map((part) => part.id), Object.keys(written.parts), 'part', `document "${document.id}" in module.yaml`);
  }
}
