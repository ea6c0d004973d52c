/** The texts that each script uses: a file beside the script in each language (tools/build/scripts.ts). A part's texts stand in its page. */
import { problemTexts } from '../package/problem-text.ts';
import type { MessageKey } from './messages.ts';

const shell = ['live.close', 'update.ready', 'update.now'] as const satisfies readonly MessageKey[];
const storage = [
  'storage.more', 'storage.backup', 'storage.this-visit-only', 'storage.erased', 'storage.storage-full', 'storage.storage-denied', 'storage.storage-busy',
  'storage.storage-broken', 'storage.newer-format', 'storage.locked',
] as const satisfies readonly MessageKey[];
const question = [
  'question.up', 'question.down', 'question.moved', 'question.chooseOne', 'question.chooseAll', 'question.check', 'question.yes', 'question.misplaced', 'question.noneYet',
  'question.partly', 'question.notYet', 'question.again', 'question.show', 'question.right', 'question.wrong', 'question.missed',
] as const satisfies readonly MessageKey[];
/** Of the form after a course, and of what a rollout asks before a certificate. */
const feedback = ['feedback.nothing', 'feedback.thanks'] as const satisfies readonly MessageKey[];
const asked = ['asked.title', 'asked.met', 'asked.open', 'asked.score', 'asked.minutes.other', 'asked.own-page', 'asked.notYet', 'asked.confirm'] as const satisfies readonly MessageKey[];
const scenario = ['scenario.way.other', 'scenario.on', 'scenario.back', 'scenario.again'] as const satisfies readonly MessageKey[];

/** How far one has come in a course. */
const standing = [
  'home.certified', 'course.state.done', 'course.state.open', 'course.state.skipped', 'course.state.again', 'course.state.before', 'course.state.score', 'course.state.passed', 'course.goOn',
  'course.toCertificate', 'course.refresher', 'jobAid.title',
] as const satisfies readonly MessageKey[];

const messages = {
  plain: shell,
  report: [...shell, 'embed.contact'],
  languages: [],
  place: [],
  embed: [],
  package: [],
  sheet: [...shell, 'print'],
  home: [...shell, ...storage, 'home.progress', 'home.certified', 'home.continueNext', 'home.continueQuiz', 'home.continueCertificate', 'home.countryChosen', 'home.install'],
  course: [
    ...shell, ...storage, ...standing, 'save.intro', 'save.button', 'save.size', 'save.running', 'save.stop', 'save.resume', 'save.paused', 'save.saved',
    'save.mayBeErased', 'save.thisVisitOnly', 'save.update', 'save.updateButton', 'save.remove', 'save.removed', 'save.undo', 'save.missing', 'save.changed', 'save.noSpace', 'save.offline', 'save.noLine',
    'save.unsupported', 'save.erased',
  ],
  rollout: [...shell, 'rollout.before', 'rollout.running', 'rollout.runningOn', 'rollout.over', 'rollout.takingPart', 'rollout.hasLeft'],
  'rollout-read': [...shell, ...storage, 'rollout.isRead'],
  'rollout-code': [...shell, 'rollout.codeShape', 'rollout.codeUnknown'],
  'rollout-poster': [...shell, 'print'],
  'rollout-coordinator': [
    ...shell, 'rollout.copy', 'rollout.copied', 'rollout.notCopied', 'plan.learners', 'plan.perLearner', 'plan.onDevice', 'plan.transfer', 'plan.aDay', 'plan.noEnd', 'plan.storage', 'plan.unreachable',
    'plan.costOf', 'plan.costNumbers', 'gate.passed', 'gate.notYet', 'gate.met', 'gate.open', 'gate.completions', 'gate.pass-rate', 'gate.growth', 'gate.rating', 'gate.behind', 'gate.tooFew',
    'gate.counted.other', 'gate.merged.other', 'gate.fromFiles', 'gate.read.other', 'gate.mixed', 'gate.leftOut.other', 'gate.row', 'gate.more.other', 'gate.left.no-learner', 'gate.left.unknown-course',
    'gate.left.other-rollout', 'gate.left.other-phase', 'gate.left.outside-dates', 'gate.left.not-a-number', 'gate.left.unknown-word', 'gate.file.empty', 'gate.file.not-text', 'gate.file.open-quote',
    'gate.file.no-learner-column', 'gate.file.no-result-column', 'gate.file.newer-format', 'gate.file.cut-off', 'gate.file.by-name',
  ],
  offline: [...shell, 'offline.nothing', 'save.erased'],
  certificate: [
    ...shell, ...storage, ...feedback, ...asked, 'minutes.other', 'minutes.under', 'certificate.missingModules.other', 'certificate.tooOld', 'certificate.nameCut', 'certificate.nameMissing', 'certificate.made', 'certificate.already',
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
  'my-courses': [
    ...shell, ...storage, 'rollout.counts', 'rollout.countsText', 'rollout.leave', 'rollout.hasLeft', 'quiz.title', 'quiz.beforeWas', 'refresher.title', 'course.refresherStart', 'home.continueNext', 'home.continueQuiz', 'home.continueCertificate',
    'me.now', 'me.guest', 'me.handOver', 'me.handOverTitle', 'me.newLearner', 'me.newLearnerHint', 'me.modulesDone.other', 'me.lastHere', 'me.locked', 'me.isLocked', 'me.rename', 'me.giveName', 'me.name',
    'me.nameHint', 'me.nameKeep', 'me.named', 'me.switched', 'me.lock', 'me.lockChange', 'me.lockHonest', 'me.lockCode', 'me.lockDo', 'me.lockSet', 'me.lockFourDigits', 'me.lockRemove', 'me.lockRemoved',
    'me.lockNeedsName', 'me.unlockTitle', 'me.unlock', 'me.unlockWrong', 'me.forgot', 'me.forgotText', 'me.forgotErase', 'me.back', 'me.courses', 'me.courseGone', 'me.modulesOf', 'me.active.other',
    'me.activeUnder', 'me.best', 'me.nextBefore', 'me.certificates', 'me.awardValid', 'me.awardDue', 'me.awardEnded', 'me.attempts.other', 'me.attemptDate', 'me.attemptKind', 'me.attemptResult',
    'me.kindBefore', 'me.unfinished', 'me.passedWith', 'me.percent', 'me.keeping', 'me.kept', 'me.mayBeErased', 'me.askToKeep', 'me.keepGranted', 'me.keepRefused',
    'backup.title', 'backup.intro', 'backup.saveTitle', 'backup.nothing', 'backup.whose', 'backup.only', 'backup.everyone.other', 'backup.save', 'backup.saved', 'backup.share', 'backup.notShared', 'backup.copy',
    'backup.copied', 'backup.notCopied', 'backup.text', 'backup.saveNewer', 'backup.bringTitle', 'backup.bringIntro', 'backup.file', 'backup.paste', 'backup.read', 'backup.foundTitle', 'backup.problemTitle',
    'backup.found', 'backup.foundUndated', 'backup.entries.other', 'backup.learners.other', 'backup.bring', 'backup.adopt', 'backup.brought.other', 'backup.nothingNew', 'backup.truncated',
    'backup.truncated.nothing', 'backup.damaged', 'backup.damaged.nothing', 'backup.not-a-backup', 'backup.newer-format', 'backup.empty', 'backup.unreadable',
    'erase.title', 'erase.intro', 'erase.open', 'erase.what', 'erase.only', 'erase.all.other', 'erase.lost', 'erase.saveFirst', 'erase.now', 'erase.keep', 'erase.done',
  ],
  note: ['note.print', 'note.copy', 'note.copied', 'note.notCopied', 'note.keep', 'note.forget', 'note.kept', 'note.forgotten', 'note.notKept', 'note.clear'],
  drafter: ['drafter.print', 'drafter.copy', 'drafter.copied', 'drafter.notCopied'],
  quiz: [
    ...shell, ...storage, ...question, 'before.intro', 'quiz.intro', 'refresher.intro', 'quiz.start', 'quiz.again', 'quiz.finish', 'quiz.place', 'quiz.next', 'quiz.passage', 'quiz.passedBefore', 'quiz.triedBefore', 'quiz.passed', 'quiz.notPassed',
    'quiz.growth', 'quiz.beforeWas', 'quiz.nowIs', 'quiz.readAgain', 'quiz.toCertificate', 'quiz.encourage', 'before.done', 'before.after', 'before.go',
  ],
  diagnosis: [
    'diagnosis.title', 'diagnosis.intro', 'diagnosis.looking', 'diagnosis.again', 'diagnosis.fine', 'diagnosis.not-framed', 'diagnosis.sandboxed', 'diagnosis.storage-refused', 'diagnosis.storage-apart',
    'diagnosis.worker-insecure', 'diagnosis.worker-refused', 'diagnosis.host-silent', 'diagnosis.host-not-saving', 'diagnosis.save-failed', 'diagnosis.web-view', 'diagnosis.narrow',
  ],
  partners: [
    ...shell, ...problemTexts, 'site.name', 'search.again', 'package.format.scorm12', 'package.format.scorm2004', 'package.format.cmi5', 'package.format.xapi', 'package.format.html', 'package.format.web',
    'partners.embedTitle', 'partners.copy', 'partners.element', 'partners.copied', 'partners.notCopied', 'partners.makeTitle', 'partners.course', 'partners.modules', 'partners.modulesHint', 'partners.languages',
    'partners.languagesHint', 'partners.opensFirst', 'partners.country', 'partners.anyCountry', 'partners.system', 'partners.otherSystem', 'partners.format', 'partners.brand', 'partners.brandName',
    'partners.logo', 'partners.removeLogo', 'partners.colour', 'partners.colourDark', 'partners.colourHint', 'partners.useColour', 'partners.preview', 'partners.previewButton', 'partners.rules',
    'partners.passMark', 'partners.certificate', 'partners.contact', 'partners.contactHint', 'partners.contactName', 'partners.contactPhone', 'partners.contactEmail', 'partners.contactText',
    'partners.make', 'partners.fetching', 'partners.packing', 'partners.ready', 'partners.download', 'partners.fix', 'partners.offline', 'partners.failed', 'partners.kept', 'partners.rollout', 'partners.noRollout', 'partners.noPhase', 'coordinator.phase',
  ],
  player: [...shell, ...storage, ...question, ...scenario, 'module.done', 'module.left.other', 'module.finishStory', 'listen.start', 'listen.stop', 'listen.speed'],
} as const satisfies Record<string, readonly MessageKey[]>;

export const scriptNames = Object.keys(messages) as ScriptName[];

export type ScriptName = keyof typeof messages;

export function messagesOf(scripts: readonly ScriptName[]): MessageKey[] {
  return [...new Set(scripts.flatMap((script) => [...messages[script]]))];
}

/** What a learning platform did (browser/lms/host.ts). */
const system = [
  'lms.no-lms', 'lms.refused', 'lms.waiting', 'lms.keeps-nothing', 'lms.forgot', 'lms.forgot.do', 'lms.damaged', 'lms.cut', 'lms.ended', 'lms.token-refused', 'lms.rejected', 'lms.not-kept', 'lms.review',
  'lms.browse',
] as const satisfies readonly MessageKey[];

/** Said by the frame of an embed, and texts of its views that a package may have to write anew: another pass mark, fewer modules. */
const embed = [
  ...standing, ...system, 'site.name', 'print', 'embed.contact', 'embed.notKept', 'embed.notSaved', 'embed.noLanguage', 'module.step', 'module.next', 'module.toQuiz', 'minutes.other', 'modules.other', 'quiz.summary',
  'rollout.ownWords', 'certificate.missingQuiz',
] as const satisfies readonly MessageKey[];

/** The document of an embed carries the texts of its script itself: it can be read in another language without being left. */
export function embedMessages(): MessageKey[] {
  const unused: readonly MessageKey[] = storage;
  return [...new Set([...messagesOf(['player', 'quiz', 'certificate', 'note', 'drafter']), ...embed])].filter((key) => !unused.includes(key));
}
