/**
 * Events as xAPI statements (xAPI 1.0.3, Part Two, section 2; valid in 2.0 as well), one for one: the id of an event is the id of its statement.
 *
 * | event     | verb                                          | object                                        |
 * |-----------|-----------------------------------------------|-----------------------------------------------|
 * | opened    | http://activitystrea.ms/schema/1.0/open       | module, course                                |
 * | answered  | http://adlnet.gov/expapi/verbs/answered       | question, a cmi.interaction                   |
 * | chose     | http://id.tincanapi.com/verb/selected         | scenario step                                 |
 * | reached   | http://adlnet.gov/expapi/verbs/progressed     | scenario, a simulation                        |
 * | completed | http://activitystrea.ms/schema/1.0/complete   | module                                        |
 * | skipped   | http://id.tincanapi.com/verb/skipped          | module                                        |
 * | started   | http://adlnet.gov/expapi/verbs/attempted      | quiz, an assessment                           |
 * | finished  | http://adlnet.gov/expapi/verbs/scored         | quiz                                          |
 * | certified | http://id.tincanapi.com/verb/earned           | course                                        |
 * | attested  | http://activitystrea.ms/schema/1.0/confirm    | course                                        |
 * | rated     | http://id.tincanapi.com/verb/rated            | course                                        |
 * | stayed    | http://adlnet.gov/expapi/verbs/experienced    | module, quiz                                  |
 * | named     | http://activitystrea.ms/schema/1.0/update     | profile                                       |
 *
 * A module is completed under another IRI than a course (ADL's `completed`): a session of cmi5 has one of that (cmi5 9.3), and reports count it.
 * What has no place of its own in a statement is in extensions `urn:farol:extension:<name>`: IRIs that name and do not lead anywhere, since a record must
 * mean the same wherever the course was served from.
 */
import { activityId } from '../package/activity.ts';
import { parseObject, type ObjectParts } from '../progress/object-name.ts';
import type { Event, Verb } from '../progress/events.ts';
import type { CourseTable, TableQuestion } from './course-table.ts';
import { answerOf, interactionTypes } from './scorm.ts';

export type Agent = Readonly<Record<string, unknown>>;
export type LanguageMap = Readonly<Record<string, string>>;
export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: { type?: string; name?: LanguageMap; [more: string]: unknown };
}
export interface StatementContext {
  registration?: string;
  language?: string;
  platform?: string;
  revision?: string;
  contextActivities?: Readonly<Partial<Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[]>>>;
  extensions?: Readonly<Record<string, unknown>>;
  [more: string]: unknown;
}
export type StatementResult = Readonly<Record<string, unknown>>;

export interface Statement {
  /** UUID. */
  id: string;
  actor: Agent;
  verb: { id: string; display: LanguageMap };
  object: Activity;
  result?: StatementResult;
  context: StatementContext;
  /** ISO 8601, UTC. */
  timestamp: string;
}

const adl = 'http://adlnet.gov/expapi/verbs/';
const streams = 'http://activitystrea.ms/schema/1.0/';
const tinCan = 'http://id.tincanapi.com/verb/';

const verbIds: Record<Verb, [id: string, display: string]> = {
  opened: [`${streams}open`, 'opened'],
  answered: [`${adl}answered`, 'answered'],
  chose: [`${tinCan}selected`, 'selected'],
  reached: [`${adl}progressed`, 'progressed'],
  completed: [`${streams}complete`, 'completed'],
  skipped: [`${tinCan}skipped`, 'skipped'],
  started: [`${adl}attempted`, 'attempted'],
  finished: [`${adl}scored`, 'scored'],
  certified: [`${tinCan}earned`, 'earned'],
  attested: [`${streams}confirm`, 'confirmed'],
  rated: [`${tinCan}rated`, 'rated'],
  stayed: [`${adl}experienced`, 'experienced'],
  named: [`${streams}update`, 'updated'],
};

const activities = 'http://adlnet.gov/expapi/activities/';
const activityTypes: Record<ObjectParts['kind'], string> = {
  course: `${activities}course`,
  module: `${activities}module`,
  question: `${activities}cmi.interaction`,
  scenario: `${activities}simulation`,
  quiz: `${activities}assessment`,
  profile: `${activities}profile`,
};

export const extension = (name: string): string => `urn:farol:extension:${name}`;

/** One event as a statement; null for what a newer Farol may have added, and for an id that is none of a statement. */
export function statementOf(event: Event, table: CourseTable, actor: Agent, registration?: string): Statement | null {
  const parts = parseObject(event.object);
  if (!parts || !Object.hasOwn(verbIds, event.verb) || !isUuid(event.id)) return null;
  const [id, display] = verbIds[event.verb];
  return {
    id: event.id,
    actor,
    verb: { id, display: { en: display } },
    object: activityOf(event, parts, table),
    ...resultOf(event),
    context: contextOf(event, parts, table, registration),
    timestamp: event.at,
  };
}

/** `PT1M30S` is `PT90S` as well: whole or fractional seconds, hundredths at most (cmi5 9.5.4.1). */
export function isoDuration(seconds: number): string {
  return `PT${Math.round(Math.max(0, seconds) * 100) / 100}S`;
}

export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(id);
}

function activityOf(event: Event, { kind, of }: ObjectParts, table: CourseTable): Activity {
  const answer = answerOf(event, table);
  const title = kind === 'course' || kind === 'quiz' ? (of === table.id ? table.title : undefined) : table.modules.find(({ id }) => id === of)?.title;
  const name = kind === 'question' ? answer?.question.topic : title;
  return {
    objectType: 'Activity',
    id: activityId(event.object),
    definition: { type: activityTypes[kind], ...(name && { name: { [table.locale ?? 'und']: name } }), ...(answer && interaction(answer.question)) },
  };
}

/** xAPI 1.0.3, Part Two, 2.4.4.1, interaction activities. */
function interaction({ kind, options, answers = [], right }: TableQuestion): object {
  const type = interactionTypes[kind as keyof typeof interactionTypes];
  const list = (ids: readonly string[]) => ids.map((id) => ({ id }));
  const components = type === 'matching' ? { source: list(options), target: list(answers) } : { choices: list(options) };
  return { interactionType: type, correctResponsesPattern: [pattern(right)], ...components };
}

const pattern = (response: readonly string[]) => response.map((item) => item.replace('=', '[.]')).join('[,]');

function resultOf({ verb, result }: Event): { result?: StatementResult } {
  if (!result) return {};
  const { response, score, success, duration } = result;
  const scaled = score === undefined ? undefined : Math.min(1, Math.max(0, score));
  return {
    result: {
      ...(response && { response: pattern(response) }),
      ...(scaled !== undefined && { score: { scaled, ...(verb === 'finished' && { raw: Math.round(scaled * 10_000) / 100, min: 0, max: 100 }) } }),
      ...(success !== undefined && { success }),
      ...(duration !== undefined && { duration: isoDuration(duration) }),
    },
  };
}

function contextOf({ context, contentVersion }: Event, { kind, of }: ObjectParts, table: CourseTable, registration: string | undefined): StatementContext {
  const { locale, country, course, module, attempt, certificate, rollout, phase } = context;
  const parent = attempt && kind === 'question' && course ? activityId(`quiz:${course}`) : kind === 'question' || kind === 'scenario' ? activityId(`module:${of}`) : null;
  const extensions = { country, module, attempt, certificate, rollout, phase };
  return {
    ...(registration && { registration }),
    ...(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(locale) && { language: locale }),
    platform: 'Farol',
    revision: String(contentVersion),
    contextActivities: {
      ...(parent && { parent: [{ id: parent }] }),
      ...((course || table.id) && { grouping: [{ id: activityId(`course:${course ?? table.id}`) }] }),
    },
    extensions: Object.fromEntries(Object.entries(extensions).flatMap(([name, value]) => (value === undefined ? [] : [[extension(name), value]]))),
  };
}
