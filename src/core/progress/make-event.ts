import type { Context, Event, ObjectName, Result, Verb } from './events.ts';

/** What the outside world knows about the moment in which something happens. */
export interface Stamp {
  /** UUID v4, new for each event. */
  id: string;
  /** Profile id. */
  profile: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  /** Version of the module (or, for quizzes and certificates, the course) that the learner sees. */
  contentVersion: number;
  /** Locale, country, rollout, phase, and the course and module where they are known. */
  context: Context;
}

/** One event. `context` is laid over the context of the stamp. */
export function makeEvent(stamp: Stamp, verb: Verb, object: ObjectName, result?: Result, context?: Partial<Context>): Event {
  return {
    id: stamp.id,
    profile: stamp.profile,
    verb,
    object,
    ...(result && { result }),
    context: { ...stamp.context, ...context },
    at: stamp.at,
    contentVersion: stamp.contentVersion,
  };
}
