/**
 * The only thing Farol keeps about a learner. Progress, scores, certificates, reports and LMS data are folds of events.
 *
 * Events are append-only and merge by set union on `id`, so two tabs, two devices, a restored backup and a scanned code can meet in
 * any order, any number of times. What edits to the content do to them:
 *
 * | an author …                     | then stored events …                                                                    |
 * |---------------------------------|-----------------------------------------------------------------------------------------|
 * | corrects a typo                 | stand: `contentVersion` has not moved, nothing is un-completed                            |
 * | raises a version, not material  | stand                                                                                   |
 * | raises a version, material      | stand, but a completion of a lower version asks for the module again and says why         |
 * | adds a question                 | stand: a module completed before stays complete                                          |
 * | removes a question              | stand and are ignored where the question is no longer known; its id goes to `retired`     |
 * | renames, moves, reorders        | stand: ids are authored, never made from title or place                                  |
 *
 * Maps one to one onto an xAPI statement (xAPI 1.0.3 Part Two, 2.4): profile→actor, verb, object, result, context, at→timestamp, id.
 */

/**
 * | verb       | object                | result                                  | when                                     |
 * |------------|-----------------------|-----------------------------------------|------------------------------------------|
 * | opened     | module:<m>, course:<c>|                                         | a page of it was opened                  |
 * | answered   | question:<m>/<q>      | response, score, success                | "Check" was pressed                      |
 * | chose      | scenario:<m>/<node>   | response [choice]                       | one step of a scenario                   |
 * | reached    | scenario:<m>          | response [ending node]                  | an ending                                |
 * | completed  | module:<m>            |                                         | every question in place was answered     |
 * | skipped    | module:<m>            |                                         | a heavy module was left out, by choice   |
 * | started    | quiz:<c>              |                                         | an attempt; its draw is in the context   |
 * | finished   | quiz:<c>              | score, success, response [refs not fully right] | its last question was answered   |
 * | certified  | course:<c>            | score, response [name as typed], duration | a certificate was made                 |
 * | attested   | course:<c>            | response [the sentence as it was shown] | a sentence was confirmed, where a rollout asks   |
 * | rated      | course:<c>            | response [`useful=1…5`, `clear=…`, `ready=…`, `words=…`], what was given of them | a learner's opinion (rating.ts) |
 * | stayed     | module:<m>, quiz:<c>  | duration                                | active time, in slices                   |
 * | named      | profile               | response [name]                         | a profile was named or renamed           |
 */
export const verbs = ['opened', 'answered', 'chose', 'reached', 'completed', 'skipped', 'started', 'finished', 'certified', 'attested', 'rated', 'stayed', 'named'] as const;
export type Verb = (typeof verbs)[number];

export type ObjectName =
  | `module:${string}`
  | `course:${string}`
  | `question:${string}/${string}`
  | `scenario:${string}`
  | `quiz:${string}`
  | 'profile';

/** What an attempt is for: the short test before, the final quiz, the refresher before a certificate ends. */
export type AttemptPurpose = 'before' | 'quiz' | 'refresher';

export interface Result {
  /** Ids of options in the order given; for match `option=answer`; for a reflection nothing: it never leaves the field. */
  response?: readonly string[];
  /** 0 to 1, as it was judged when it was answered. */
  score?: number;
  success?: boolean;
  /** Active seconds. */
  duration?: number;
}

export interface Context {
  locale: string;
  country?: string;
  course?: string;
  module?: string;
  attempt?: {
    id: string;
    purpose: AttemptPurpose;
    /** Seed of every shuffle in this attempt: a reload or another language shows the same order. */
    seed: number;
    /** Questions drawn, in order, as `module/question`. */
    draw: readonly string[];
  };
  /** Certificates: the id printed on it, and until when it counts (YYYY-MM-DD). */
  certificate?: { id: string; validUntil: string };
  rollout?: string;
  phase?: string;
}

export interface Event {
  /** UUID v4, made where the event happened. The same id is the same event. */
  id: string;
  /** Profile id, UUID v4. */
  profile: string;
  verb: Verb;
  object: ObjectName;
  result?: Result;
  context: Context;
  /** ISO 8601, UTC, milliseconds: `2026-11-22T21:04:05.123Z`. */
  at: string;
  /** Version of the module or course that the learner saw. */
  contentVersion: number;
}

/** Raised when the shape above changes; `migrations.ts` holds a step for each older number. */
export const eventFormat = 1;
