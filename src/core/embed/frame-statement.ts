/** Events as the statements that a framing page gets: xAPI 1.0.3 Part Two, section 2.4. */
import { activityId } from '../package/activity.ts';
import type { Event, ObjectName } from '../progress/events.ts';
import type { StatementRecord } from './messages.ts';

/** What a statement is about, beside the event that it comes from. */
export interface StatementFacts {
  /** UUID of the statement: that of the event, where it says the same. */
  id: string;
  /** Address of the site: who says that the actor is this learner. */
  home: string;
  type: 'answered' | 'completed' | 'failed';
  /** What is framed, for `completed`. */
  whole: ObjectName;
}

const adl = 'http://adlnet.gov/expapi';
const kinds: Record<string, string> = { course: `${adl}/activities/course`, module: `${adl}/activities/module`, quiz: `${adl}/activities/assessment`, question: `${adl}/activities/cmi.interaction` };

/** `actor` is the learner's profile on this device, without a name. */
export function frameStatement(event: Event, { id, home, type, whole }: StatementFacts): StatementRecord {
  const object = type === 'completed' ? whole : event.object;
  const { score, success, response, duration } = type === 'completed' ? { ...event.result, response: undefined, ...(event.verb !== 'finished' && { score: undefined, success: undefined }) } : (event.result ?? {});
  const parent = event.context.course && object !== `course:${event.context.course}` ? [{ objectType: 'Activity', id: activityId(`course:${event.context.course}`) }] : [];
  const kind = kinds[object.split(':')[0] ?? ''];
  return {
    id,
    actor: { objectType: 'Agent', account: { homePage: home, name: event.profile } },
    verb: { id: `${adl}/verbs/${type}`, display: { en: type } },
    object: { objectType: 'Activity', id: activityId(object), ...(kind && { definition: { type: kind } }) },
    result: {
      ...(score !== undefined && { score: { scaled: score } }),
      ...(success !== undefined && { success }),
      ...(type === 'completed' && { completion: true }),
      // Several choices of one answer, as xAPI 1.0.3 Part Two, section 2.4.4.1, joins them.
      ...(response && { response: response.join('[,]') }),
      ...(duration !== undefined && { duration: `PT${duration}S` }),
    },
    context: { platform: 'Farol', language: event.context.locale, revision: String(event.contentVersion), ...(parent.length && { contextActivities: { parent } }) },
    timestamp: event.at,
  };
}
