/**
 * Ids are written by authors, once, and never reused: everything a learner did points at them.
 * kebab-case ASCII, never made from a title or a position, so that a renamed or moved question keeps its answers.
 */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The full name of one question, as it stands in events: `module/question`. */
export type QuestionRef = `${string}/${string}`;

/** Joins a module id and a question id to the name that events carry. */
export function questionRef(module: string, question: string): QuestionRef {
  return `${module}/${question}`;
}
