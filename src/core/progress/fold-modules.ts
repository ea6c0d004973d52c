import { parseObject } from './object-name.ts';
import type { Event } from './events.ts';
import { inOrder } from './event-order.ts';
import { emptyRecord } from './record.ts';

/** The last answer to a question in a lesson. */
export interface LessonAnswer {
  response: readonly string[];
  score: number;
  success: boolean;
  at: string;
  /** Version of the module that the learner saw. */
  version: number;
}

/** What the events say about one module, before the versions in force are looked at (`moduleState` does that). */
export interface ModuleProgress {
  opened: boolean;
  /** By `module/question`. Answers in quizzes are not among them: they complete no module. */
  answers: Record<string, LessonAnswer>;
  scenario: {
    /** Choices since the story was last begun; choosing again at a node takes the path back to it. Empty once an ending was reached. */
    path: readonly { node: string; choice: string }[];
    /** Endings reached, each with the highest version it was reached in. */
    endings: Record<string, number>;
  };
  /** Highest version completed and skipped; 0 for never. */
  completed: number;
  skipped: number;
  completedAt: string | null;
  /** Active seconds. */
  seconds: number;
  /** When something was last done in it. */
  lastAt: string;
}

/**
 * Progress by module id, for every module that the events name. Any order and any repetition of the events gives the same.
 * Verbs and objects that this version does not know are passed over.
 */
export function foldModules(events: readonly Event[]): Record<string, ModuleProgress> {
  const modules = emptyRecord<ModuleProgress>();
  for (const event of inOrder(events)) {
    const object = parseObject(event.object);
    if (!object || object.kind === 'course' || object.kind === 'quiz' || object.kind === 'profile' || event.context.attempt) continue;
    const module = (modules[object.of] ??= {
      opened: false,
      answers: emptyRecord(),
      scenario: { path: [], endings: emptyRecord() },
      completed: 0,
      skipped: 0,
      completedAt: null,
      seconds: 0,
      lastAt: event.at,
    });
    module.lastAt = event.at;
    apply(module, `${object.kind} ${event.verb}`, object.of, object.part, event);
  }
  return modules;
}

function apply(module: ModuleProgress, what: string, id: string, part: string, event: Event): void {
  const { response = [], score = 0, success = false, duration = 0 } = event.result ?? {};
  const version = event.contentVersion;
  const { scenario } = module;
  switch (what) {
    case 'module opened':
      module.opened = true;
      break;
    case 'question answered':
      module.answers[`${id}/${part}`] = { response, score, success, at: event.at, version };
      break;
    case 'scenario chose': {
      const again = scenario.path.findIndex((step) => step.node === part);
      const kept = again < 0 ? scenario.path : scenario.path.slice(0, again);
      scenario.path = [...kept, { node: part, choice: response[0] ?? '' }];
      break;
    }
    case 'scenario reached': {
      const ending = response[0] ?? '';
      scenario.path = [];
      scenario.endings[ending] = Math.max(scenario.endings[ending] ?? 0, version);
      break;
    }
    case 'module completed':
      module.completed = Math.max(module.completed, version);
      module.completedAt = event.at;
      break;
    case 'module skipped':
      module.skipped = Math.max(module.skipped, version);
      break;
    case 'module stayed':
      if (duration > 0) module.seconds += duration;
      break;
  }
}
