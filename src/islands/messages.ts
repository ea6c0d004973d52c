/** The texts that each script uses; a page carries those of its scripts and no others. */
import type { MessageKey } from '../core/locale/messages.ts';

const shell = ['live.close', 'update.ready', 'update.now'] as const satisfies readonly MessageKey[];
const storage = [
  'storage.more', 'storage.backup', 'storage.this-visit-only', 'storage.erased', 'storage.storage-full', 'storage.storage-denied', 'storage.storage-busy',
  'storage.storage-broken', 'storage.newer-format', 'storage.locked',
] as const satisfies readonly MessageKey[];
const question = [
  'question.up', 'question.down', 'question.moved', 'question.chooseOne', 'question.chooseAll', 'question.check', 'question.yes',
  'question.partly', 'question.notYet', 'question.again', 'question.show', 'question.right', 'question.wrong', 'question.missed',
] as const satisfies readonly MessageKey[];
const scenario = ['scenario.way', 'scenario.on', 'scenario.back', 'scenario.again'] as const satisfies readonly MessageKey[];

const messages = {
  plain: shell,
  report: shell,
  languages: [],
  sheet: [...shell, 'print'],
  home: shell,
  course: shell,
  offline: shell,
  certificate: shell,
  verify: shell,
  search: shell,
  'my-courses': shell,
  note: ['note.print', 'note.copy', 'note.copied', 'note.notCopied', 'note.keep', 'note.forget', 'note.kept', 'note.forgotten', 'note.notKept', 'note.clear'],
  drafter: ['drafter.print', 'drafter.copy', 'drafter.copied', 'drafter.notCopied'],
  quiz: [
    ...shell, ...storage, ...question, 'quiz.start', 'quiz.again', 'quiz.finish', 'quiz.place', 'quiz.next', 'quiz.passage', 'quiz.passedBefore', 'quiz.triedBefore', 'quiz.passed', 'quiz.notPassed',
    'quiz.growth', 'quiz.beforeWas', 'quiz.nowIs', 'quiz.readAgain', 'quiz.toCertificate', 'quiz.encourage', 'before.done', 'before.after', 'before.go',
  ],
  player: [...shell, ...storage, ...question, ...scenario, 'module.done', 'module.left.other', 'module.finishStory', 'listen.start', 'listen.stop', 'listen.speed'],
} as const satisfies Record<string, readonly MessageKey[]>;

export type ScriptName = keyof typeof messages;

export function messagesOf(scripts: readonly ScriptName[]): MessageKey[] {
  return [...new Set(scripts.flatMap((script) => [...messages[script]]))];
}
