/** What the page knows about its own course: the names that a stored record is read with, and the rules that results follow from. */
import type { Versions } from '../progress/completion.ts';
import type { QuestionKind } from '../quiz/question.schema.ts';

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
  /** Three to six words, in the language of the page. */
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
  /** In the language of the page. */
  title?: string;
  /** Version of the course. */
  version: number;
  /** Percent; the course's own or the package's. */
  passMark: number;
  /** Whether there is a final quiz. Without one a course ends with its last module. */
  quiz: boolean;
  /** Those that are in the package, in their order. */
  modules: readonly TableModule[];
}
