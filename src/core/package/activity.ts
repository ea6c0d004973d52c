import type { ObjectName } from '../progress/events.ts';

/**
 * The xAPI id (IRI) of what events are about: `course:driver` → `urn:farol:course:driver`.
 * Without a host name: records of the same course meet in one place, wherever the site or the package was served from.
 */
export const activityId = (object: ObjectName): string => `urn:farol:${object}`;

/** The id of a course, or of a selection of its modules, which is another activity. */
export function courseActivity(course: string, modules: readonly string[], isWhole: boolean): string {
  const id = activityId(`course:${course}`);
  return isWhole ? id : `${id}/${modules.join('+')}`;
}
