/** Records for tests, brought into a browser the way a learner would: as a backup file, through My courses. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { writeBackup } from '../../src/core/progress/backup.ts';
import type { AttemptPurpose, Context, Event, ObjectName, Result, Verb } from '../../src/core/progress/events.ts';
import type { Profile } from '../../src/core/progress/event-store.ts';
import { expect, open } from './farol.ts';

interface Course { id: string; version: number; modules: string[] }

export function courseOf(id: string): Course {
  return parse(readFileSync(`content/courses/${id}/course.yaml`, 'utf8')) as Course;
}

let made = 0;

/** A UUID that is the same in every run. */
function id(): string {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
}

export interface Seed {
  course: string;
  /** Empty for a guest. */
  name?: string;
  /** How many modules of the course are done; all without it. */
  modules?: number;
  /** Percent in the test before; none without it. */
  before?: number;
  /** Percent in each attempt at the final quiz; 80 passes. */
  quiz?: number[];
  /** How long ago the last quiz was finished. */
  daysAgo?: number;
  /** A certificate made on the day of the last quiz, with this name. */
  certified?: string;
  minutes?: number;
}

export interface SeededLearner { profile: Profile; events: Event[] }

/** What a learner would have stored who did all that. */
export function seedLearner({ course, name = '', modules, before, quiz = [], daysAgo = 0, certified, minutes = 64 }: Seed): SeededLearner {
  const { version, modules: all } = courseOf(course);
  const end = Date.now() - daysAgo * 86_400_000;
  const done = all.slice(0, modules ?? all.length);
  let clock = end - 3_600_000 * (done.length + quiz.length + 2);
  const profile: Profile = { id: id(), name, createdAt: new Date(clock).toISOString(), lastUsedAt: new Date(clock).toISOString() };
  const events: Event[] = [];
  const add = (verb: Verb, object: ObjectName, result?: Result, context?: Partial<Context>): void => {
    clock += 60_000;
    events.push({ id: id(), profile: profile.id, verb, object, ...(result && { result }), context: { locale: 'en', course, ...context }, at: new Date(clock).toISOString(), contentVersion: version });
  };
  const attempt = (purpose: AttemptPurpose, percent: number): void => {
    const context = { attempt: { id: id(), purpose, seed: 1, draw: [] } };
    add('started', `quiz:${course}`, undefined, context);
    add('finished', `quiz:${course}`, { score: percent / 100, success: percent >= 80, response: [] }, context);
  };

  if (name) add('named', 'profile', { response: [name] });
  if (before !== undefined) attempt('before', before);
  for (const module of done) {
    add('opened', `module:${module}`, undefined, { module });
    add('stayed', `module:${module}`, { duration: Math.round((minutes * 60) / done.length) }, { module });
    add('completed', `module:${module}`, undefined, { module });
  }
  quiz.forEach((percent, index) => {
    if (index === quiz.length - 1) clock = end - 60_000;
    attempt('quiz', percent);
  });
  if (certified !== undefined) {
    const until = new Date(end);
    until.setUTCFullYear(until.getUTCFullYear() + 1);
    const number = `FAR0-TEST-0000-${String(made % 10_000).padStart(4, '0')}`;
    add('certified', `course:${course}`, { score: (quiz.at(-1) ?? 0) / 100, response: [certified], duration: minutes * 60 }, { certificate: { id: number, validUntil: until.toISOString().slice(0, 10) } });
  }
  return { profile, events };
}

/** Ready for a certificate of the course, with no more said. */
export const readyFor = (course: string, seed: Partial<Seed> = {}): SeededLearner => seedLearner({ course, before: 40, quiz: [60, 90], ...seed });

export function backupOf(...learners: SeededLearner[]): string {
  return writeBackup({ made: new Date().toISOString(), profiles: learners.map(({ profile }) => profile), events: learners.flatMap(({ events }) => events) });
}

/** Brings a backup in through the page, as a file. The page stays open. */
export async function bringIn(page: Page, text: string, locale = 'en'): Promise<void> {
  await open(page, `/${locale}/my-courses/`);
  await page.getByTestId('backup-file').setInputFiles({ name: 'farol-backup.jsonl', mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await page.getByTestId('bring-back').click();
  await expect(page.getByTestId('brought-back')).toBeVisible();
}
