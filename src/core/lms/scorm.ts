/** What SCORM 1.2 (RTE 3.4) and SCORM 2004 4th edition (RTE 4.2) have in common: the same facts under other names, in other formats. */
import type { Event } from '../progress/events.ts';
import type { CourseTable, TableQuestion } from './course-table.ts';
import type { Place } from './compact-record.ts';
import type { Standing } from './standing.ts';

/** An element of the data model and the value to set. */
export type Setting = readonly [element: string, value: string];

export interface ScormEdition {
  kind: 'scorm12' | 'scorm2004';
  /** Name of the API object in a window. */
  api: 'API' | 'API_1484_11';
  calls: Record<'initialize' | 'get' | 'set' | 'commit' | 'finish' | 'lastError' | 'errorString' | 'diagnostic', string>;
  elements: Record<'record' | 'location' | 'learner' | 'name' | 'mode' | 'credit' | 'entry' | 'language' | 'mastery' | 'exit' | 'time' | 'interactions', string>;
  /** Characters of a record. */
  room: number;
  /** Elements whose value is read when a session begins, so that nothing is lowered. */
  results: readonly string[];
  /** Error numbers of a read that mean "nothing there", of an element the LMS need not have, and of a value it refuses. */
  codes: { unset: readonly string[]; missing: readonly string[] };
  /** Percent, from what the LMS says; undefined for none. */
  mark(mastery: string): number | undefined;
  /** What the standing asks to be set, given what stands there; never a lower result than that. */
  settings(standing: Standing, now: (element: string) => string): Setting[];
  /** One answer, as the entry number `n`; none for what has no kind of interaction. */
  interaction(event: Event, table: CourseTable, n: number, offset: number): Setting[];
  location(place: Place): string;
  /** A session of so many active seconds. */
  time(seconds: number): string;
}

export interface Answer {
  /** `module_question`: letters that both editions allow, and that no authored id holds. */
  id: string;
  question: TableQuestion;
  response: readonly string[];
  success: boolean;
  /** Active seconds, where they are known. */
  latency: number | undefined;
  at: string;
}

/** The answer in an event; null for anything else, and for a question that the table does not have. */
export function answerOf({ verb, object, result, at }: Event, table: CourseTable): Answer | null {
  const [, moduleId, id] = verb === 'answered' ? (/^question:([^/]+)\/(.+)$/.exec(object) ?? []) : [];
  const question = table.modules.find((module) => module.id === moduleId)?.questions.find((each) => each.id === id);
  if (!question || question.kind === 'reflection') return null;
  return { id: `${moduleId}_${id}`, question, response: result?.response ?? [], success: result?.success === true, latency: result?.duration, at };
}

export const interactionTypes = { choice: 'choice', choices: 'choice', spot: 'choice', order: 'sequencing', match: 'matching' } as const;

/** Where the first value is better than the second; unknown words count as nothing. */
export function isHigher(ranks: readonly string[], value: string, than: string): boolean {
  return ranks.indexOf(value) > ranks.indexOf(than);
}

/** Only what changes something. */
export function changes(settings: readonly Setting[], now: (element: string) => string): Setting[] {
  return settings.filter(([element, value]) => now(element) !== value);
}

/** As an LMS names a learner (`Souza, Ana`), in the order in which it is said. */
export function spokenName(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name.trim();
}

export function placeText({ view, passage }: Place): string {
  return passage ? `${view}#${passage}` : view;
}
