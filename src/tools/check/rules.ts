import type { Rule } from './rule.ts';
import { avoidedTerm } from './rules/avoided-term.ts';
import { countryWordsAgree } from './rules/country-words-agree.ts';
import { dateMissing } from './rules/date-missing.ts';
import { deadScenarioBranch } from './rules/dead-scenario-branch.ts';
import { englishLeftOver } from './rules/english-left.ts';
import { factWithoutCountry } from './rules/fact-without-country.ts';
import { glossaryTerm } from './rules/glossary-term.ts';
import { gluedNumber } from './rules/glued-number.ts';
import { heavyWithoutCare } from './rules/heavy-without-care.ts';
import { idIsFolder } from './rules/id-is-folder.ts';
import { keyAndWordsDisagree } from './rules/key-and-words-disagree.ts';
import { lineContact } from './rules/line-contact.ts';
import { lineExpired } from './rules/line-expired.ts';
import { linkNowhere } from './rules/link-nowhere.ts';
import { lowConfidence } from './rules/low-confidence.ts';
import { missingFeedback } from './rules/missing-feedback.ts';
import { moduleLength } from './rules/module-length.ts';
import { neverPhrases } from './rules/never-phrases.ts';
import { notesHeadings } from './rules/notes-headings.ts';
import { notesReachable } from './rules/notes-reachable.ts';
import { numberOutsideFact } from './rules/number-outside-fact.ts';
import { parity } from './rules/parity.ts';
import { phoneNumberInProse } from './rules/phone-number-in-prose.ts';
import { poolTooSmall } from './rules/pool-too-small.ts';
import { repeatedId } from './rules/repeated-id.ts';
import { retiredId } from './rules/retired-id.ts';
import { rightAnswerPattern } from './rules/right-answer-pattern.ts';
import { rolloutBrand } from './rules/rollout-brand.ts';
import { rolloutPhases } from './rules/rollout-phases.ts';
import { rolloutWordsAgree } from './rules/rollout-words.ts';
import { scenarioSize } from './rules/scenario-size.ts';
import { sentenceLength } from './rules/sentence-length.ts';
import { sourceMissing } from './rules/source-missing.ts';
import { tomorrowMissing } from './rules/tomorrow-missing.ts';
import { uiWords } from './rules/ui-words.ts';
import { unknownId } from './rules/unknown-id.ts';
import { unplacedQuestion } from './rules/unplaced-question.ts';
import { unreachableEnding } from './rules/unreachable-ending.ts';
import { versionsAscend } from './rules/versions-ascend.ts';

/** Every rule, structure first, then words, then facts. Adding one: a file in rules/, two lines here, a fixture in tests/fixtures/broken/. */
export const rules: readonly Rule[] = [
  idIsFolder,
  unknownId,
  repeatedId,
  retiredId,
  keyAndWordsDisagree,
  countryWordsAgree,
  rolloutWordsAgree,
  rolloutPhases,
  rolloutBrand,
  unplacedQuestion,
  poolTooSmall,
  rightAnswerPattern,
  missingFeedback,
  deadScenarioBranch,
  unreachableEnding,
  scenarioSize,
  versionsAscend,
  linkNowhere,
  notesReachable,
  heavyWithoutCare,
  tomorrowMissing,
  notesHeadings,
  uiWords,
  parity,
  englishLeftOver,
  glossaryTerm,
  gluedNumber,
  avoidedTerm,
  neverPhrases,
  sentenceLength,
  moduleLength,
  sourceMissing,
  factWithoutCountry,
  numberOutsideFact,
  lowConfidence,
  phoneNumberInProse,
  lineContact,
  lineExpired,
  dateMissing,
];
