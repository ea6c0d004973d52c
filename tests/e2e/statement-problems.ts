import { createRequire } from 'node:module';

// A CommonJS package whose one function is called `default`: each loader hands that over in its own way.
const { default: validate } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as { default(statement: unknown): unknown[] };

/** What an independent validator of xAPI finds wrong with a statement; empty for nothing. */
export function statementProblems(statement: unknown): string[] {
  return validate(statement).map((problem) => JSON.stringify(problem));
}
