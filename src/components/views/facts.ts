/** The facts that a view's script reads: as data-… of <body> on a page of its own, of its section in an embed. */
import type { AttemptPurpose } from '../../core/progress/events.ts';
import type { Course, Module } from '../content.ts';

/** Where the other views of a course are: pages on the site, places in the one document of an embed. No part: the course itself. */
export type LinkTo = (...parts: string[]) => string;
export type Facts = Record<string, string | number>;

const inCourse = ({ key }: Course): Facts => ({ course: key.id, modules: key.modules.join(' ') });

export function courseFacts(course: Course): Facts {
  const material = Object.fromEntries(course.modules.map((module) => [module.key.id, module.key.versions]));
  return { ...inCourse(course), version: course.key.version, versions: JSON.stringify(material), months: course.key.validMonths };
}

export function moduleFacts(course: Course, { key, version }: Module): Facts {
  const material = key.versions.filter((entry) => entry.material).map((entry) => entry.version);
  return { ...inCourse(course), module: key.id, version, material: material.join(' ') };
}

export function quizFacts({ key, modules }: Course, purpose: AttemptPurpose, to: LinkTo): Facts {
  const versions = Object.fromEntries(modules.map((module) => [module.key.id, module.version]));
  return { course: key.id, version: key.version, purpose, size: key.draw[purpose], mark: key.passMark, versions: JSON.stringify(versions), first: to(key.modules[0] ?? ''), home: to(), certificate: to('certificate') };
}

/** @param verify address of the page that checks certificates */
export const certificateFacts = (course: Course, verify: string): Facts => ({ ...courseFacts(course), verify });
