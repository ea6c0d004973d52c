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
  home: [...shell, ...storage, 'home.progress', 'home.certified', 'home.continueNext', 'home.continueQuiz', 'home.continueCertificate', 'home.countryChosen', 'home.install'],
  course: [
    ...shell, ...storage, 'home.certified', 'course.state.done', 'course.state.open', 'course.state.skipped', 'course.state.again', 'course.state.before', 'course.state.score', 'course.state.passed',
    'course.goOn', 'course.toCertificate', 'course.refresher', 'jobAid.title', 'save.intro', 'save.button', 'save.size', 'save.running', 'save.stop', 'save.resume', 'save.paused', 'save.saved',
    'save.mayBeErased', 'save.update', 'save.updateButton', 'save.remove', 'save.removed', 'save.undo', 'save.missing', 'save.changed', 'save.noSpace', 'save.offline', 'save.noLine',
    'save.unsupported', 'save.erased',
  ],
  offline: [...shell, 'offline.nothing', 'save.erased'],
  certificate: [
    ...shell, ...storage, 'minutes.other', 'minutes.under', 'certificate.missingModules.other', 'certificate.tooOld', 'certificate.nameCut', 'certificate.nameMissing', 'certificate.made', 'certificate.already',
    'certificate.entry', 'certificate.unknown', 'certificate.due', 'certificate.expired', 'certificate.newer', 'certificate.printHint', 'certificate.pictureReady', 'certificate.pictureSave',
    'certificate.pictureAlt', 'certificate.pictureFailed', 'certificate.copied', 'certificate.notCopied', 'certificate.code',
  ],
  verify: [
    ...shell, 'minutes.other', 'minutes.under', 'verify.looking', 'verify.reading', 'verify.valid', 'verify.due', 'verify.expired', 'verify.future', 'verify.unsigned', 'verify.signed', 'verify.unknownCourse',
    'verify.not-a-certificate', 'verify.not-a-certificate.do', 'verify.damaged', 'verify.damaged.do', 'verify.newer-format', 'verify.newer-format.do', 'verify.too-long', 'verify.too-long.do',
    'verify.empty', 'verify.empty.do', 'verify.no-code', 'verify.no-code.do', 'verify.not-a-picture', 'verify.not-a-picture.do', 'verify.not-loaded', 'verify.not-loaded.do', 'verify.camera-denied',
    'verify.camera-denied.do', 'verify.camera-missing', 'verify.camera-missing.do', 'verify.camera-busy', 'verify.camera-busy.do', 'verify.camera-insecure', 'verify.camera-insecure.do',
  ],
  search: [
    ...shell, 'search.results.other', 'search.none', 'search.loading', 'search.unreachable', 'search.unreadable', 'search.again', 'search.more', 'search.kind.course', 'search.kind.job-aid',
    'search.kind.module', 'search.kind.section', 'search.kind.term', 'search.kind.country', 'search.kind.line',
  ],
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
