import type { ModuleKey } from '../course/module.schema.ts';
import type { ModuleProgress } from './fold-modules.ts';

/** What the version rule needs of `module.yaml`. */
export type Versions = readonly { version: number; material: boolean }[];

/**
 * | state   | meaning                                                                                   |
 * |---------|-------------------------------------------------------------------------------------------|
 * | new     | nothing was done in it                                                                      |
 * | open    | begun                                                                                       |
 * | done    | completed, in a version that still counts                                                   |
 * | skipped | left out by choice; counts like done for a certificate, until it is completed               |
 * | again   | completed, but a material version has come since; `why` names those versions, oldest first  |
 */
export interface ModuleStanding {
  state: 'new' | 'open' | 'done' | 'skipped' | 'again';
  why: readonly number[];
}

/** Where a learner stands with a module. Without `versions` a completion stands for ever. */
export function moduleStanding(progress: ModuleProgress | undefined, versions: Versions = []): ModuleStanding {
  if (!progress) return { state: 'new', why: [] };
  const { completed, skipped } = progress;
  const why = materialVersions(versions).filter((version) => version > completed);
  if (completed > 0 && why.length === 0) return { state: 'done', why };
  if (skipped > 0 && (completed === 0 || why.every((version) => version <= skipped))) return { state: 'skipped', why: [] };
  if (completed > 0) return { state: 'again', why };
  return { state: 'open', why: [] };
}

/**
 * Whether everything that completes a module has been done, which is when a `completed` event is due: each scored question of the lesson
 * answered (rightly or not), and the scenario, if there is one, brought to an ending. What was done before the last material version
 * does not count. A module with neither is complete once it was opened.
 */
export function isEverythingDone(progress: ModuleProgress | undefined, key: Pick<ModuleKey, 'id' | 'questions' | 'scenario' | 'versions'>): boolean {
  if (!progress) return false;
  const since = Math.max(0, ...materialVersions(key.versions));
  const answered = lessonQuestions(key).every((ref) => (progress.answers[ref]?.version ?? -1) >= since);
  const ended = !key.scenario || Object.values(progress.scenario.endings).some((version) => version >= since);
  return progress.opened && answered && ended;
}

/** The questions whose answers complete a module, as `module/question`, in the order of `module.yaml`. */
export function lessonQuestions(key: Pick<ModuleKey, 'id' | 'questions'>): string[] {
  return key.questions
    .filter((question) => question.place === 'lesson' && question.kind !== 'reflection')
    .map((question) => `${key.id}/${question.id}`);
}

function materialVersions(versions: Versions): number[] {
  return versions.filter(({ material }) => material).map(({ version }) => version).sort((a, b) => a - b);
}
