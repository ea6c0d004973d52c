/** What the course stands in: an LMS of one kind or another, or nothing but the browser. The app knows this interface and none of those behind it. */
import type { EventStore, Profile } from '../../core/progress/event-store.ts';
import type { Place } from '../../core/lms/compact-record.ts';

/** What became of a launch; a package that finds no LMS is `plain`. */
export type HostKind = 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi' | 'plain';

/**
 * What the learner is to be told, in the words of `lms.<reason>`.
 *
 * | reason        | what happened                                                                                     |
 * |---------------|---------------------------------------------------------------------------------------------------|
 * | no-lms        | no LMS answers: nothing is sent, the record stays on this device                                    |
 * | refused       | the LMS did not take the last results; they are kept here and are offered again                     |
 * | waiting       | no line, or the LMS is busy: results wait here and are sent in order, by themselves                   |
 * | keeps-nothing | the LMS says yes to everything and gives nothing back                                              |
 * | forgot        | the LMS gave back less than this device saved there last time; `act` takes up the record of this device |
 * | damaged       | what the LMS gave back is no record of this course, or was changed on the way                        |
 * | cut           | the LMS gave back only the beginning of the record                                                 |
 * | ended         | the session is over (left, and come back to): to be opened from the LMS again                          |
 * | token-refused | the LMS gave no leave to send (its launch address was used before, or ran out)                        |
 * | rejected      | the LMS took some entries for faulty; the result of the course is not among them                     |
 * | not-kept      | this browser keeps nothing: the record is gone when the window is closed                           |
 * | review        | opened to look again: nothing is recorded                                                         |
 * | browse        | opened to look around: nothing is recorded                                                        |
 */
export type HostReason =
  | 'no-lms' | 'refused' | 'waiting' | 'keeps-nothing' | 'forgot' | 'damaged' | 'cut' | 'ended' | 'token-refused' | 'rejected' | 'not-kept' | 'review' | 'browse';

export interface HostNotice {
  reason: HostReason;
  /** Something the learner may choose to do about it; its button has the words of `lms.<reason>.do`. The notice is gone afterwards. */
  act?: () => Promise<void>;
}

/** One call that an LMS did not answer as the standard asks, for whoever supports the learner. */
export interface HostFault {
  at: string;
  /** As the standard names it: `LMSSetValue(cmi.core.score.raw)`, `PUT activities/state`. */
  call: string;
  /** Error number of SCORM, status of HTTP, or one word: `threw`, `timeout`, `offline`, `differs`. */
  code: string;
  /** What the LMS said about it; empty for nothing. */
  text: string;
}

export interface Host {
  readonly kind: HostKind;
  readonly store: EventStore;
  /** The learner, for `openLearner`; with an LMS there is no other. */
  readonly profile: Profile;
  /** The learner's name as the LMS gives it, `First Last`; empty where none is known. */
  readonly name: string;
  /** In `review` and `browse` the course runs, counts in this window, and nothing is sent. */
  readonly mode: 'normal' | 'review' | 'browse';
  /** Percent, where the LMS sets one: it goes before the package's and the course's own. */
  readonly passMark?: number;
  /** Language the learner has chosen in the LMS, as it stands there; any text. */
  readonly locale?: string;
  /** Where the learner was; undefined at the first visit, and where nothing could be read. */
  resume(): Place | undefined;
  /** Remembers a place. Cheap: may be called at each scroll; it is written with the next event and when the page is left. */
  keepPlace(place: Place): void;
  /** An id for an event: made so that a record in an LMS needs no room for it. */
  newId(): string;
  /** Asks the browser to keep what is stored here; to be called once there is something to lose. Absent where an LMS keeps it. */
  askToKeep?: () => Promise<void>;
  /** Ends the session and leaves, as far as the LMS has a place to go to. Absent where there is no session to end. */
  exit?: () => Promise<void>;
  /** What is to be told at the moment. */
  notices(): readonly HostNotice[];
  /** Calls back when the notices have changed, until the returned function is called. */
  onNotice(changed: () => void): () => void;
  /** Everything that went wrong in this session, the oldest first; at most 100. */
  faults(): readonly HostFault[];
}
