/** The statements that a session of a course is made of: cmi5 1st Edition (Quartz), sections 9 and 10; the same verbs without its categories in other xAPI launches. */
import { crc32 } from '../progress/crc32.ts';
import { isRecord } from '../progress/event-shape.ts';
import { encodeUtf8 } from '../progress/utf8.ts';
import type { Launch } from './launch.ts';
import { hex } from './record-ids.ts';
import { isoDuration, type Activity, type Statement, type StatementContext } from './statements.ts';

/** What the LMS has put into the State document `LMS.LaunchData` (10.2); of anything odd only what can be used. */
export interface LaunchData {
  contextTemplate: StatementContext;
  launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1. */
  masteryScore?: number;
  /** Where to go on exit. */
  returnURL?: string;
}

export type SessionVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

export interface SessionFacts {
  /** UUID. */
  id: string;
  timestamp: string;
  /** For `terminated` since `initialized`; for the others active seconds in the course. */
  seconds: number;
  /** 0 to 1, for passed and failed. */
  scaled?: number;
}

export function readLaunchData(value: unknown): LaunchData {
  const data = isRecord(value) ? value : {};
  const { contextTemplate, launchMode, masteryScore, returnURL } = data;
  const mastery = Number(masteryScore);
  return {
    contextTemplate: isRecord(contextTemplate) ? (contextTemplate as StatementContext) : {},
    launchMode: launchMode === 'Browse' || launchMode === 'Review' ? launchMode : 'Normal',
    ...(masteryScore !== undefined && mastery >= 0 && mastery <= 1 && { masteryScore: mastery }),
    ...(typeof returnURL === 'string' && /^https?:/i.test(returnURL) && { returnURL }),
  };
}

/** `cmi5`: the launch data of the session; absent outside cmi5. */
export function sessionStatement(verb: SessionVerb, launch: Launch, { id, timestamp, seconds, scaled }: SessionFacts, cmi5?: LaunchData): Statement {
  const judged = verb === 'passed' || verb === 'failed';
  const isMoveOn = judged || verb === 'completed';
  const category: Activity[] = cmi5 ? [{ id: `${categories}cmi5` }, ...(isMoveOn ? [{ id: `${categories}moveon` }] : [])] : [];
  const result = {
    ...(verb === 'completed' && { completion: true }),
    ...(judged && { success: verb === 'passed' }),
    ...(judged && scaled !== undefined && { score: { scaled, raw: Math.round(scaled * 10_000) / 100, min: 0, max: 100 } }),
    ...(verb !== 'initialized' && { duration: isoDuration(seconds) }),
  };
  return {
    id,
    actor: launch.actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { objectType: 'Activity', id: launch.activity },
    ...(Object.keys(result).length > 0 && { result }),
    context: {
      ...(launch.registration && { registration: launch.registration }),
      ...(category.length > 0 && { contextActivities: { category } }),
      ...(judged && cmi5?.masteryScore !== undefined && { extensions: { [masteryExtension]: cmi5.masteryScore } }),
    },
    timestamp,
  };
}

const categories = 'https://w3id.org/xapi/cmi5/context/categories/';
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** A context with what the LMS asks each statement to carry (10.2.1): its values stand, its lists are joined with ours. */
export function inTemplate(context: StatementContext, template: StatementContext): StatementContext {
  const lists = Object.entries(template.contextActivities ?? {}).map(([list, theirs]) => {
    const all = [theirs ?? []].flat();
    const ours = context.contextActivities?.[list as 'parent'] ?? [];
    return [list, [...all, ...ours.filter(({ id }) => all.every((activity) => activity.id !== id))]] as const;
  });
  return {
    ...context,
    ...template,
    ...((context.contextActivities || lists.length > 0) && { contextActivities: { ...context.contextActivities, ...Object.fromEntries(lists) } }),
    ...((context.extensions || template.extensions) && { extensions: { ...context.extensions, ...template.extensions } }),
  };
}

/**
 * The id of what a registration may have once (9.3: completed, passed), the same from every device: said again it is the same statement.
 * Without a registration anything may be said again.
 */
export function onceId({ registration = '', activity }: Launch, verb: SessionVerb): string | null {
  const digits = registration.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) return null;
  const mixed = [0, 8, 16, 24].map((at, part) => hex((parseInt(digits.slice(at, at + 8), 16) ^ crc32(encodeUtf8(`${part} ${verb} ${activity}`))) >>> 0, 8)).join('');
  return `${mixed.slice(0, 8)}-${mixed.slice(8, 12)}-4${mixed.slice(13, 16)}-8${mixed.slice(17, 20)}-${mixed.slice(20)}`;
}
