/** Events as the statements that a framing page gets. */
import { activityId } from '../package/activity.ts';
import { statementOf, type Statement } from '../lms/statements.ts';
import type { CourseTable } from '../lms/course-table.ts';
import type { Event } from '../progress/events.ts';

export type Told = 'answered' | 'completed' | 'failed';

/**
 * @param id   UUID of the statement: that of the event, unless another statement has it
 * @param home address of the site: whose learner the actor is
 * @returns null for what a newer Farol may have added
 */
export function frameStatement(event: Event, told: Told, framed: CourseTable, { id, home }: { id: string; home: string }): Statement | null {
  const statement = statementOf(event, framed, { objectType: 'Agent', account: { homePage: home, name: event.profile } });
  if (!statement || told === 'answered') return statement;
  const verb = { id: `http://adlnet.gov/expapi/verbs/${told}`, display: { en: told } };
  if (told === 'failed') return { ...statement, verb };
  const { title, locale = 'und', modules: [module], quiz } = framed;
  const kind = quiz || !module ? 'course' : 'module';
  const object = activityId(kind === 'course' ? `course:${framed.id}` : `module:${module!.id}`);
  return {
    ...statement,
    id,
    verb,
    object: { objectType: 'Activity', id: object, definition: { type: `http://adlnet.gov/expapi/activities/${kind}`, ...(title && { name: { [locale]: title } }) } },
    result: { ...(event.verb === 'finished' && statement.result), completion: true },
  };
}
