/**
 * The contract between an embedded course and the page that frames it: messages by `window.postMessage`, version 1.
 *
 * Each message is a plain object `{ farol: 1, type, …fields }` with exactly the fields below; anything else is passed over in silence, on both sides. Version 1 never changes: what
 * is added later is a new type, or another number.
 *
 * From the course to its host:
 *
 * | type      | fields                     | when                                                                                                    |
 * |-----------|----------------------------|---------------------------------------------------------------------------------------------------------|
 * | ready     | course, module, title, locale | its script runs. `module` is empty for a whole course, `title` is in the language `locale`            |
 * | size      | height                     | the content is so many CSS pixels high, at the beginning and after each change                           |
 * | view      | view, title, locale        | another part is shown (`start`, `quiz`, a module's id …), or its language has changed                      |
 * | progress  | done, total                | so many modules of all that are framed are done                                                          |
 * | answered  | record                     | a question was answered                                                                                  |
 * | completed | record                     | everything is done: all modules, and for a course its final quiz is passed. Once                          |
 * | failed    | record                     | the final quiz was not passed; it can be taken again                                                     |
 * | save      | state                      | there is something new to keep. `state` is a text to be given back as it is: the file of "My courses"      |
 * | exit      |                            | the learner wants to leave the course, by the button that is there if the host `exits`                     |
 *
 * From the host to the course:
 *
 * | type      | fields                     | what it does                                                                                             |
 * |-----------|----------------------------|----------------------------------------------------------------------------------------------------------|
 * | init      | saves, sizes, exits, state | the answer to `ready`: whether the host keeps what `save` gives, follows `size`, closes the course at `exit`; and what it has kept (null for nothing) |
 * | restore   | state                      | brings a kept state later on; it is added to what is there, nothing is lost                               |
 * | saved     | ok                         | what became of the last `save`; with false the learner is told                                            |
 * | focus     |                            | puts the focus on the heading of what is shown                                                           |
 *
 * Who may speak. The course hears only its parent window, and only from one origin: that of its first valid `init`. Before that it sends nothing but `ready` and `size`, which say nothing
 * about a learner; afterwards it sends to that origin alone. A host hears only the window of its own frame, from the origin of the frame's address. Pages without an origin (`file:`, a
 * sandbox) can frame a course, but get no more than `ready` and `size`.
 *
 * `record` is a statement as xAPI 1.0.3 Part Two, section 2, has it; `actor` is an account without a name. A host that sends it to an LRS puts its own actor in.
 */
export const contractVersion = 1;

/** What the contract asks of a statement; it may say more. */
export interface StatementRecord {
  /** UUID; the same statement is the same id. */
  id: string;
  actor: object;
  verb: { id: string };
  object: { id: string };
  /** ISO 8601. */
  timestamp: string;
}

export type FromCourse =
  | { type: 'ready'; course: string; module: string; title: string; locale: string }
  | { type: 'size'; height: number }
  | { type: 'view'; view: string; title: string; locale: string }
  | { type: 'progress'; done: number; total: number }
  | { type: 'answered' | 'completed' | 'failed'; record: StatementRecord }
  | { type: 'save'; state: string }
  | { type: 'exit' };

export type FromHost =
  | { type: 'init'; saves: boolean; sizes: boolean; exits: boolean; state: string | null }
  | { type: 'restore'; state: string }
  | { type: 'saved'; ok: boolean }
  | { type: 'focus' };

type Check = (value: unknown) => boolean;
type Shapes<M extends { type: string }> = { [T in M['type']]: Record<Exclude<keyof Extract<M, { type: T }>, 'type'>, Check> };

/** Room for the record of every course, many times over: beyond it, something else is being sent. */
export const longestState = 2_000_000;

const text = (longest: number): Check => (value) => typeof value === 'string' && value.length <= longest;
const short = text(300);
const state = text(longestState);
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e6;
const flag: Check = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const named: Check = (value) => isObject(value) && short(value['id']);
const record: Check = (value) => isObject(value) && short(value['id']) && isObject(value['actor']) && named(value['verb']) && named(value['object']) && short(value['timestamp']);

const fromCourse: Shapes<FromCourse> = {
  ready: { course: short, module: short, title: short, locale: short },
  size: { height: count },
  view: { view: short, title: short, locale: short },
  progress: { done: count, total: count },
  answered: { record },
  completed: { record },
  failed: { record },
  save: { state },
  exit: {},
};

const fromHost: Shapes<FromHost> = {
  init: { saves: flag, sizes: flag, exits: flag, state: (value) => value === null || state(value) },
  restore: { state },
  saved: { ok: flag },
  focus: {},
};

/** @returns null for anything that is not exactly a message of this version */
function read<M extends { type: string }>(shapes: Shapes<M>, data: unknown): M | null {
  if (!isObject(data) || data['farol'] !== contractVersion || typeof data['type'] !== 'string' || !Object.hasOwn(shapes, data['type'])) return null;
  const shape: Record<string, Check> = shapes[data['type'] as M['type']];
  const { farol: _, ...message } = data;
  const fields = Object.entries(shape);
  return Object.keys(message).length === fields.length + 1 && fields.every(([field, check]) => Object.hasOwn(message, field) && check(message[field])) ? (message as M) : null;
}

/** For hosts. */
export const readFromCourse = (data: unknown): FromCourse | null => read(fromCourse, data);

/** For the course. */
export const readFromHost = (data: unknown): FromHost | null => read(fromHost, data);

/** A message as it goes over. */
export const asSent = <M extends FromCourse | FromHost>(message: M): M & { farol: typeof contractVersion } => ({ farol: contractVersion, ...message });
