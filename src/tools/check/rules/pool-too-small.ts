import type { Content, Course, Module } from '../../content/content.ts';
import type { Finding, Rule } from '../rule.ts';

const smallest = { lesson: 3, pool: 3, coursePool: 24 };

/**
 * A retry draws new questions, so a course needs a pool well above one draw, and each module its share of it. Reflections are never scored and do not count.
 */
export const poolTooSmall: Rule = {
  name: 'pool-too-small',
  *check(content) {
    for (const module of content.modules) yield* inModule(module);
    for (const course of content.courses) yield* inCourse(course, content);
  },
};

function* inModule({ key }: Module): Generator<Finding> {
  if (!key?.value) return;
  const at = { file: key.file, line: key.lineOf(['questions']) };
  const count = (place: string): number => key.value!.questions.filter((question) => question.place === place && question.kind !== 'reflection').length;
  const [lesson, pool] = [count('lesson'), count('pool')];
  if (lesson < smallest.lesson) yield { ...at, what: `${lesson} scored questions in the lesson`, write: `at least ${smallest.lesson} with place: lesson` };
  if (pool < smallest.pool) yield { ...at, what: `${pool} questions in the pool`, write: `at least ${smallest.pool} with place: pool` };
}

function* inCourse({ key }: Course, { modules }: Content): Generator<Finding> {
  if (!key?.value) return;
  const keys = key.value.modules.map((id) => modules.find((module) => module.id === id)?.key?.value);
  // A module that cannot be read has its own problem; counting without it would add a wrong one.
  if (keys.includes(undefined)) return;
  const pool = keys.flatMap((module) => module!.questions).filter((question) => question.place === 'pool').length;
  const draws = Object.entries(key.value.draw);
  if (pool < smallest.coursePool) yield { file: key.file, line: key.lineOf(['modules']), what: `its modules have ${pool} pool questions`, write: `at least ${smallest.coursePool}, added in its modules` };
  for (const [name, draw] of draws) if (draw > pool) yield { file: key.file, line: key.lineOf(['draw', name]), what: `${name} draws ${draw} of ${pool} pool questions`, write: `at most ${pool}` };
}
