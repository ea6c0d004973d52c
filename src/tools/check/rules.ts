import type { Rule } from './rule.ts';

/** Every rule, structure first, then words, then facts. Adding one: a file in rules/, a line here, a fixture in tests/fixtures/broken/. */
export const rules: readonly Rule[] = [];
