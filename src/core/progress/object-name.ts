import { idPattern } from '../course/ids.ts';

export interface ObjectParts {
  kind: 'module' | 'course' | 'question' | 'scenario' | 'quiz' | 'profile';
  /** Module id for module, question and scenario; course id for course and quiz; empty for profile. */
  of: string;
  /** Question id, or the node of a scenario; empty where there is none. */
  part: string;
}

const shapes: Record<ObjectParts['kind'], readonly number[]> = { module: [1], course: [1], quiz: [1], question: [2], scenario: [1, 2], profile: [0] };

/** Takes the object of an event apart; null for anything a later Farol may have added, or a hand may have broken. */
export function parseObject(object: string): ObjectParts | null {
  const [kind = '', rest, surplus] = object.split(':');
  const parts = rest === undefined ? [] : rest.split('/');
  if (surplus !== undefined || !Object.hasOwn(shapes, kind) || !parts.every((part) => idPattern.test(part))) return null;
  if (!shapes[kind as ObjectParts['kind']].includes(parts.length)) return null;
  return { kind: kind as ObjectParts['kind'], of: parts[0] ?? '', part: parts[1] ?? '' };
}
