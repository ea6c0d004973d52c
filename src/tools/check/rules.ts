import type { Rule } from './rule.ts';
import { countryWordsAgree } from './rules/country-words-agree.ts';
import { factWithoutCountry } from './rules/fact-without-country.ts';
import { heavyWithoutCare } from './rules/heavy-without-care.ts';
import { idIsFolder } from './rules/id-is-folder.ts';
import { keyAndWordsDisagree } from './rules/key-and-words-disagree.ts';
import { lineContact } from './rules/line-contact.ts';
import { moduleLength } from './rules/module-length.ts';
import { notesHeadings } from './rules/notes-headings.ts';
import { poolTooSmall } from './rules/pool-too-small.ts';
import { repeatedId } from './rules/repeated-id.ts';
import { retiredId } from './rules/retired-id.ts';
import { sentenceLength } from './rules/sentence-length.ts';
import { sourceMissing } from './rules/source-missing.ts';
import { tomorrowMissing } from './rules/tomorrow-missing.ts';
import { unknownId } from './rules/unknown-id.ts';
import { unplacedQuestion } from './rules/unplaced-question.ts';

/** Every rule, structure first, then words, then facts. Adding one: a file in rules/, two lines here, a fixture in tests/fixtures/broken/. */
export const rules: readonly Rule[] = [
  idIsFolder,
  unknownId,
  repeatedId,
  retiredId,
  keyAndWordsDisagree,
  countryWordsAgree,
  unplacedQuestion,
  poolTooSmall,
  heavyWithoutCare,
  tomorrowMissing,
  notesHeadings,
  sentenceLength,
  moduleLength,
  sourceMissing,
  factWithoutCountry,
  lineContact,
];
