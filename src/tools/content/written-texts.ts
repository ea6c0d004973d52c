/** Every text that somebody reads, wherever it is written: what the rules about words go through, and where each stands. */
import type { QuestionKey } from '../../core/quiz/question.schema.ts';
import type { Content, Course, Module } from './content.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export interface WrittenText {
  file: string;
  line: number;
  locale: string;
  /** Id of the module it belongs to. */
  module?: string;
  /**
   * prose: a paragraph of a lesson. heading: a title in it. wording: questions, feedback, scenarios, summaries. course, country, rollout: their wording files.
   * term: the glossary. notes: for the person who runs a room. ui: interface strings.
   */
  kind: 'prose' | 'heading' | 'wording' | 'course' | 'country' | 'rollout' | 'term' | 'notes' | 'ui';
  text: string;
  /** `text` with every `<Fact>` blanked out; positions agree. */
  outsideFacts: string;
  /**
   * true for what the content itself says or recommends. false for what is offered as a mistake (a wrong option, a choice that is not good, a list of things
   * never to do) and for what people in a story say and do (the question that is asked, the nodes of a scenario).
   */
  isAdvice: boolean;
}

export function writtenTexts(content: Content): WrittenText[] {
  return [
    ...content.modules.flatMap((module) => [...lessonTexts(module), ...wordingTexts(module), ...notesTexts(module)]),
    ...content.courses.flatMap(courseTexts),
    ...content.countries.flatMap((country) => fileTexts(country.words, 'country', (path) => path[0] === 'name')),
    ...content.rollouts.flatMap((rollout) => fileTexts(rollout.words, 'rollout', () => false)),
    ...fileTexts(content.glossaries, 'term', (path) => path.includes('avoid') || path.includes('must') || path.at(-1) === 'id' || path.at(-1) === 'why'),
    ...fileTexts(content.ui, 'ui', (path) => path.at(-1) !== 'text'),
  ];
}

/** What a learner reads: everything but the notes for a room. */
export function learnerTexts(content: Content): WrittenText[] {
  return writtenTexts(content).filter((text) => text.kind !== 'notes');
}

/** The prose of one module's lesson, paragraph by paragraph. */
export function lessonTexts(module: Module): WrittenText[] {
  return [...module.lessons].flatMap(([locale, lesson]) => {
    const base = { file: lesson.file, locale, module: module.id };
    const headings = lesson.elements
      .filter((element) => element.attributes['title'])
      .map(({ attributes: { title = '' }, line }): WrittenText => ({ ...base, line, kind: 'heading', text: title, outsideFacts: title, isAdvice: true }));
    const prose = lesson.blocks.map(({ text, outsideFacts, line, inside }): WrittenText => ({ ...base, line, kind: 'prose', text, outsideFacts, isAdvice: !inside.includes('Dont') }));
    return [...headings, ...prose];
  });
}

/** Title, questions, feedback and scenario of one module. */
export function wordingTexts(module: Module): WrittenText[] {
  return fileTexts(module.words, 'wording', () => false).map(({ path, ...text }) => ({ ...text, module: module.id, isAdvice: isAdviceAt(module, path) }));
}

function courseTexts(course: Course): WrittenText[] {
  return fileTexts(course.words, 'course', () => false).map(({ path, ...text }) => ({ ...text, isAdvice: !(path[0] === 'jobAid' && path[1] === 'never') }));
}

/** A paragraph or list item per text; a line that begins with a mark begins a new one. */
function notesTexts(module: Module): WrittenText[] {
  return [...module.notes].flatMap(([locale, notes]) =>
    notes.text.split('\n').flatMap((raw, index): WrittenText[] => {
      const text = raw.replace(/^\s*(?:#+|[-*+]|\d+[.)])\s+/, '').replace(/\*\*/g, '').trim();
      return text === '' ? [] : [{ file: notes.file, line: index + 1, locale, module: module.id, kind: 'notes', text, outsideFacts: text, isAdvice: true }];
    }),
  );
}

function fileTexts(files: ReadonlyMap<string, YamlFile<unknown>>, kind: WrittenText['kind'], isLeftOut: (path: Path) => boolean): (WrittenText & { path: Path })[] {
  return [...files].flatMap(([locale, file]) =>
    leaves(file.data)
      .filter(({ path }) => !isAboutTranslation(path) && !isLeftOut(path))
      .map(({ path, text }) => ({ path, file: file.file, line: file.lineOf(path), locale, kind, text, outsideFacts: text, isAdvice: true })),
  );
}

const isAboutTranslation = (path: Path): boolean => path.length === 1 && ['source', 'state', 'reviewedBy'].includes(String(path[0]));

function leaves(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [];
}

/** While the answer key cannot be read, no option counts as advice: a text is not blamed for being a wrong answer. */
function isAdviceAt(module: Module, path: Path): boolean {
  const key = module.key?.value;
  const [part, ...rest] = path.map(String);
  if (part === 'questions') {
    const [of, group, id = '', field] = rest;
    const question = key?.questions.find((candidate) => candidate.id === of);
    if (group === 'options' && field === 'text') return isRightOption(question, id);
    if (group === 'answers') return question?.kind === 'match' && !question.distractors.includes(id);
    return group !== 'ask' && group !== 'topic';
  }
  if (part === 'scenario') {
    const [, nodeId = '', group, id, field] = rest;
    if (group === 'choices' && field === 'text') {
      const node = key?.scenario?.nodes[nodeId];
      return node !== undefined && 'choices' in node && node.choices.find((choice) => choice.id === id)?.judgement === 'good';
    }
    return group === 'lesson';
  }
  return true;
}

function isRightOption(question: QuestionKey | undefined, id: string): boolean {
  switch (question?.kind) {
    case 'choice':
      return question.right === id;
    case 'choices':
    case 'spot':
      return question.right.includes(id);
    default:
      return question !== undefined;
  }
}
