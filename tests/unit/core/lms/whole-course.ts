/** The courses of content/ as tables, and everything that a thorough learner does in one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { courseKey } from '../../../../src/core/course/course.schema.ts';
import { moduleKey } from '../../../../src/core/course/module.schema.ts';
import { courseTable, type CourseTable, type TableQuestion } from '../../../../src/core/lms/course-table.ts';
import { recordId, recordProfile } from '../../../../src/core/lms/record-ids.ts';
import type { AttemptPurpose, Context, Event, ObjectName, Result, Verb } from '../../../../src/core/progress/events.ts';
import { drawQuestions } from '../../../../src/core/quiz/draw.ts';
import { judge, type ScoredKey } from '../../../../src/core/quiz/judge.ts';
import { makeSeed, shuffle } from '../../../../src/core/quiz/shuffle.ts';

const content = new URL('../../../../content/', import.meta.url);
const yaml = (path: string): unknown => parse(readFileSync(new URL(path, content), 'utf8'));

export const courseIds = readdirSync(new URL('courses', content));

export function realTable(course: string): CourseTable {
  const key = courseKey.parse(yaml(`courses/${course}/course.yaml`));
  return courseTable(key, key.modules.map((id) => moduleKey.parse(yaml(`modules/${id}/module.yaml`))));
}

export const base = '5f3a90c2d17e';

export interface Doings {
  /** Final quizzes taken; the last one is passed, those before it are not. */
  quizzes: number;
  /** Tries at each question of a lesson; only the last one is right. */
  tries?: number;
  /** Times the course was opened. */
  sessions?: number;
  name?: string;
}

/** Everything: the test before, each module with its questions and its story walked, quizzes and a certificate, with active time in slices of 30 seconds. */
export function wholeCourse(table: CourseTable, { quizzes, tries = 1, sessions = 1, name = 'Maria Aparecida dos Santos Oliveira' }: Doings): Event[] {
  const events: Event[] = [];
  let now = Date.parse('2026-11-22T08:00:00.417Z');
  const add = (verb: Verb, object: ObjectName, result?: Result, context: Partial<Context> = {}) => {
    now += 7000 + ((events.length * 7919) % 23_000);
    const counter = events.length + 1;
    const session = 4711 + Math.floor((events.length * sessions) / 400);
    const full: Context = { locale: 'pt-BR', country: 'BR', course: table.id, ...context };
    events.push({ id: recordId({ base, session, counter }), profile: recordProfile(base), verb, object, ...(result && { result }), context: full, at: new Date(now).toISOString(), contentVersion: 1 });
  };
  const stay = (object: ObjectName, slices: number, context: Partial<Context> = {}) => {
    for (let slice = 0; slice < slices; slice++) add('stayed', object, { duration: 30 }, context);
  };
  const answer = (module: string, question: TableQuestion, isRight: boolean, context: Partial<Context>) => {
    const response = responseTo(question, isRight, events.length);
    const { score, success } = judge(scoredKey(question), response);
    add('answered', `question:${module}/${question.id}`, { response, score, success }, context);
  };
  const pool = table.modules.flatMap(({ id, questions }) => questions.filter(({ kind }) => kind !== 'reflection').map((question) => ({ module: id, ref: `${id}/${question.id}` as const, question })));
  const attempt = (purpose: AttemptPurpose, size: number, rightUpTo: number) => {
    const seed = makeSeed(now);
    const draw = drawQuestions({ pool, size, seed });
    const context = { attempt: { id: recordId({ base, session: 4711, counter: 5000 + events.length }), purpose, seed, draw } };
    add('started', `quiz:${table.id}`, undefined, context);
    draw.forEach((ref, place) => {
      const { module, question } = pool.find((each) => each.ref === ref)!;
      answer(module, question, place < rightUpTo, context);
    });
    const answers = events.slice(-draw.length);
    const score = answers.reduce((sum, { result }) => sum + result!.score!, 0) / draw.length;
    add('finished', `quiz:${table.id}`, { response: draw.filter((_, place) => !answers[place]!.result!.success), score, success: score >= 0.8 }, context);
    stay(`quiz:${table.id}`, 6);
  };

  add('opened', `course:${table.id}`);
  attempt('before', 5, 2);
  for (const module of table.modules) {
    const context = { module: module.id };
    for (let session = 0; session < sessions; session++) add('opened', `module:${module.id}`, undefined, context);
    stay(`module:${module.id}`, 12, context);
    for (const question of module.questions.filter(({ kind }) => kind !== 'reflection')) {
      for (let left = tries; left > 0; left--) answer(module.id, question, left === 1, context);
    }
    for (const [node, choices] of Object.entries(module.nodes ?? {})) {
      if (choices.length) add('chose', `scenario:${module.id}/${node}`, { response: [choices.at(-1)!] }, context);
    }
    const ending = Object.entries(module.nodes ?? {}).find(([, choices]) => choices.length === 0)?.[0];
    if (ending) add('reached', `scenario:${module.id}`, { response: [ending] }, context);
    add('completed', `module:${module.id}`, undefined, context);
  }
  for (let quiz = 1; quiz <= quizzes; quiz++) attempt('quiz', 10, quiz === quizzes ? 10 : 6);
  add('certified', `course:${table.id}`, { response: [name], score: 1, duration: 3000 }, { certificate: { id: '7Q2M-0XKD-94TZ-BWN1', validUntil: '2027-11-22' } });
  return events;
}

function scoredKey({ kind, options, answers = [], right }: TableQuestion): ScoredKey {
  const rights = kind === 'choice' ? right[0] : kind === 'match' ? Object.fromEntries(right.map((pair) => pair.split('='))) : right;
  return { kind, options, right: rights, distractors: answers } as unknown as ScoredKey;
}

function responseTo({ kind, options, answers = [], right }: TableQuestion, isRight: boolean, chance: number): string[] {
  if (isRight) return [...right];
  if (kind === 'match') return options.map((option, place) => `${option}=${answers[(place + chance) % answers.length]}`);
  if (kind === 'order') return shuffle(right, chance, 'wrong');
  return kind === 'choice' ? [options.find((option) => !right.includes(option))!] : options.slice(0, 2);
}
