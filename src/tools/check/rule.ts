import type { Content } from '../content/content.ts';
import type { Problem } from '../content/problem.ts';

/** What a rule finds; run.ts adds the rule's name. */
export type Finding = Omit<Problem, 'rule'>;

export interface Context {
  /** The day on which the content is checked, `2026-11-22`. */
  today: string;
  /** Languages whose translations are compared with their source; the published ones if left out, so that work in progress stops nobody. */
  translations?: readonly string[];
}

/** One promise about the content. Its name is permanent: fixtures, reports and authors' questions refer to it. */
export interface Rule {
  name: string;
  check(content: Content, context: Context): Iterable<Finding>;
}
