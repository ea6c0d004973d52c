/** What the page knows about its own course: the names that a stored record is read with, and the rules that results follow from. */
import type { CourseKey } from '../course/course.schema.ts';
import type { ModuleKey } from '../course/module.schema.ts';
import type { Versions } from '../progress/completion.ts';
import type { QuestionKey, QuestionKind } from '../quiz/question.schema.ts';

export interface TableQuestion {
  /** Without the module. */
  id: string;
  kind: QuestionKind;
  /** Ids in the order of module.yaml; for a match the left side. None for a reflection. */
  options: readonly string[];
  /** The right side of a match, distractors among it. */
  answers?: readonly string[];
  /** As a fully right response would be: option ids; steps in their order; `option=answer` pairs. */
  right: readonly string[];
  /** Three to six words. */
  topic?: string;
}

export interface TableModule {
  id: string;
  title?: string;
  versions: Versions;
  /** Those of the lesson and those of the pool. */
  questions: readonly TableQuestion[];
  /** Node id → ids of its choices; none for an ending. */
  nodes?: Readonly<Record<string, readonly string[]>>;
}

export interface CourseTable {
  /** Course id. */
  id: string;
  title?: string;
  /** BCP 47 tag of the titles and topics. */
  locale?: string;
  /** Version of the course. */
  version: number;
  /** Percent; the course's own or the package's. */
  passMark: number;
  /** Whether there is a final quiz. Without one a course ends with its last module. */
  quiz: boolean;
  /** Those that are in the package, in their order. */
  modules: readonly TableModule[];
}

/** The table of a course from its files; `titles` by course, module and question (`module/question`). Add `locale` where there are any. */
export function courseTable(course: CourseKey, modules: readonly ModuleKey[], titles: Readonly<Record<string, string>> = {}): CourseTable {
  const named = (id: string) => (Object.hasOwn(titles, id) ? titles[id] : undefined);
  const title = (id: string) => ({ ...(named(id) !== undefined && { title: named(id)! }) });
  return {
    id: course.id,
    ...title(course.id),
    version: course.version,
    passMark: course.passMark,
    quiz: true,
    modules: modules.map((module) => ({
      id: module.id,
      ...title(module.id),
      versions: module.versions.map(({ version, material }) => ({ version, material })),
      questions: module.questions.map((question) => {
        const topic = named(`${module.id}/${question.id}`);
        return { id: question.id, kind: question.kind, ...choicesOf(question), ...(topic !== undefined && { topic }) };
      }),
      ...(module.scenario && {
        nodes: Object.fromEntries(Object.entries(module.scenario.nodes).map(([id, node]) => [id, 'choices' in node ? node.choices.map((choice) => choice.id) : []])),
      }),
    })),
  };
}

function choicesOf(question: QuestionKey): Pick<TableQuestion, 'options' | 'answers' | 'right'> {
  if (question.kind === 'reflection') return { options: [], right: [] };
  if (question.kind === 'order') return { options: [...question.right].sort(), right: question.right };
  if (question.kind !== 'match') return { options: question.options, right: question.kind === 'choice' ? [question.right] : question.right };
  const pairs = Object.entries(question.right);
  return {
    options: pairs.map(([option]) => option),
    answers: [...new Set([...pairs.map(([, answer]) => answer), ...question.distractors])].sort(),
    right: pairs.map((pair) => pair.join('=')),
  };
}
