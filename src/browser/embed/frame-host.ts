/** The page around an embedded course: what it is told, what it keeps for the learner, and whom of all windows we listen to. The contract: core/embed/messages.ts. */
import { frameStatement, type Told } from '../../core/embed/frame-statement.ts';
import { asSent, readFromHost, type FromCourse, type FromHost } from '../../core/embed/messages.ts';
import { courseStanding } from '../../core/embed/standing.ts';
import type { CourseTable } from '../../core/lms/course-table.ts';
import { readBackup, writeBackup } from '../../core/progress/backup.ts';
import type { EventStore, Profile } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { adoptEvents, mergeEvents } from '../../core/progress/merge.ts';
import { newId } from '../storage/new-id.ts';

export interface FrameHost {
  /** What the host has said about itself; null as long as nobody has spoken. */
  readonly host: { saves: boolean; sizes: boolean; exits: boolean } | null;
  /** What became of the last state that it was given; null before its first answer. */
  readonly saved: boolean | null;
  /** Calls back at everything that the host says. */
  onHost(heard: (message: FromHost) => void): void;
  /** The same store; what is added to it is told to the host, and what the host has kept is added to it. */
  watch(store: EventStore, profile: Profile): Promise<EventStore>;
  /** Tells which part is shown now. */
  show(view: string, title: string, locale: string): void;
  exit(): void;
}

/** Milliseconds in which several changes become one `save`. */
const together = 250;

/**
 * @param framed the course, or the one module that is framed: then without a quiz
 * @param home   address of the site
 * @returns null where nothing is around
 */
export function connectToHost(framed: CourseTable & { title: string; locale: string }, home: string): FrameHost | null {
  const { parent } = window;
  if (parent === window) return null;
  let origin = '';
  let waiting: FromCourse[] = [];
  const listeners: ((message: FromHost) => void)[] = [];
  /** The record as it is in this window: what is sent when the page is left cannot wait for a store. */
  let record: { store: EventStore; profile: Profile; events: Event[]; done: number; complete: boolean } | null = null;
  let kept: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something has come since the last `save`. */
  let isDue = false;

  const post = (message: FromCourse, to: string) => parent.postMessage(asSent(message), to);
  const send = (message: FromCourse) => void (origin ? post(message, origin) : waiting.push(message));

  function tellOf(event: Event, told: Told): void {
    const record = frameStatement(event, told, framed, { id: newId(), home });
    if (record) send({ type: told, record });
  }

  /** At once, and what comes soon after together: nothing is to wait for a page that may be closed. */
  function save(): void {
    isDue = !!timer;
    if (timer || !record || !frame.host?.saves) return;
    post({ type: 'save', state: writeBackup({ made: new Date().toISOString(), profiles: [record.profile], events: record.events }) }, origin);
    timer = setTimeout(saveRest, together);
  }

  function saveRest(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isDue) save();
  }

  function tellStanding(last?: Event): void {
    if (!record) return;
    const { done, total, complete } = courseStanding(framed, record.events);
    if (done !== record.done) send({ type: 'progress', done, total });
    if (last && complete && !record.complete) tellOf(last, 'completed');
    Object.assign(record, { done, complete });
  }

  function tell(event: Event): void {
    if (event.verb === 'answered') tellOf(event, 'answered');
    if (event.verb === 'finished' && event.context.attempt?.purpose === 'quiz' && !event.result?.success) tellOf(event, 'failed');
    tellStanding(event);
  }

  /** A state that cannot be read is left alone: the host still has it, and the next `save` brings a good one. */
  async function bring(state: string): Promise<void> {
    if (!record) return void kept.push(state);
    const backup = readBackup(state);
    const found = backup.ok ? backup : 'saved' in backup ? backup.saved : null;
    if (!found) return;
    const { store, profile } = record;
    // Whoever it was on another device, or before the browser erased everything: the host says that it is this learner.
    const events = mergeEvents(record.events, adoptEvents(found.events, profile.id));
    if (events.length === record.events.length) return;
    record.events = events;
    await store.append(events);
    tellStanding();
  }

  addEventListener('message', ({ data, source, origin: from }: MessageEvent) => {
    if (source !== parent || (origin && from !== origin)) return;
    const message = readFromHost(data);
    if (!message || (!origin && message.type !== 'init')) return;
    if (message.type === 'init') {
      // A page without an origin of its own cannot be told from any other.
      if (from === 'null') return;
      origin = from;
      frame.host = { saves: message.saves, sizes: message.sizes, exits: message.exits };
      for (const late of waiting) post(late, origin);
      waiting = [];
      if (message.state) void bring(message.state);
      save();
    }
    if (message.type === 'restore') void bring(message.state);
    if (message.type === 'saved') frame.saved = message.ok;
    for (const heard of listeners) heard(message);
  });
  for (const [target, type] of [[window, 'pagehide'], [document, 'visibilitychange']] as const) target.addEventListener(type, saveRest);

  const sized = new ResizeObserver(() => post({ type: 'size', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*'));
  sized.observe(document.body);
  post({ type: 'ready', course: framed.id, module: framed.quiz ? '' : (framed.modules[0]?.id ?? ''), title: framed.title, locale: framed.locale }, '*');

  const frame: { -readonly [K in keyof FrameHost]: FrameHost[K] } = {
    host: null,
    saved: null,
    onHost: (heard) => void listeners.push(heard),
    async watch(store, profile) {
      const events = await store.read(profile.id);
      record = { store, profile, events, done: -1, complete: courseStanding(framed, events).complete };
      const early = kept;
      kept = [];
      for (const state of early) await bring(state);
      tellStanding();
      return {
        ...store,
        get durability() {
          return store.durability;
        },
        append(added) {
          const known = new Set(record?.events.map(({ id }) => id));
          for (const event of added) {
            if (!record || known.has(event.id) || event.profile !== profile.id) continue;
            record.events = [...record.events, event];
            tell(event);
          }
          save();
          return store.append(added);
        },
      };
    },
    show: (view, title, locale) => send({ type: 'view', view, title, locale }),
    exit: () => send({ type: 'exit' }),
  };
  return frame;
}
