/** One thing an author has to correct: where, what is wrong, what to write instead. */
export interface Problem {
  /** Permanent kebab-case name of the rule; `--json` readers and authors' notes refer to it. */
  rule: string;
  /** Path inside the content folder, with forward slashes. */
  file: string;
  /** 1 for a file that has no better place. */
  line: number;
  what: string;
  write: string;
}

/**
 * Names of the problems that reading finds, before any rule of src/tools/check looks:
 *
 * | name | what it is |
 * |---|---|
 * | `yaml-syntax` | the file is no YAML or JSON, or has a key twice |
 * | `shape` | a key is unknown, missing or holds the wrong kind of value |
 * | `missing-feedback` | an option without feedback (`check/rules/missing-feedback.ts` finds feedback that says nothing) |
 * | `date-missing` | a source or line without its date (`check/rules/date-missing.ts` finds impossible dates) |
 * | `lesson-syntax` | the lesson text is no valid MDX of the kind the guide describes |
 * | `unknown-element` | an element or attribute that the guide does not list |
 * | `unknown-file` | a file where nothing reads it |
 * | `missing-file` | a folder without a file it needs |
 */
export const readingRules = ['yaml-syntax', 'shape', 'missing-feedback', 'date-missing', 'lesson-syntax', 'unknown-element', 'unknown-file', 'missing-file'] as const;
export type ReadingRule = (typeof readingRules)[number];
