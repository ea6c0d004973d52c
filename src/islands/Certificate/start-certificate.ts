/** The certificate of a course: what is missing, the name, the sheet, and those made before. */
import type { Learner } from '../../browser/learner.ts';
import { randomBytes } from '../../browser/storage/new-id.ts';
import { dateAt } from '../../core/certificate/calendar-date.ts';
import { certificateAgain, certificateFor, certificateInForce, certificateState, certified } from '../../core/certificate/certificate.ts';
import { certificateId, certificateIdBytes, readCertificateId } from '../../core/certificate/certificate-id.ts';
import { fitName } from '../../core/certificate/certificate-name.ts';
import type { Certificate } from '../../core/certificate/payload.ts';
import { courseReadiness } from '../../core/progress/course-readiness.ts';
import { foldProfile, type CertificateRecord, type ProfileProgress } from '../../core/progress/fold.ts';
import type { Terms } from '../../core/rollout/terms.ts';
import { longDate } from '../Course/long-date.ts';
import { startFeedback } from '../Feedback/start-feedback.ts';
import { data, find, findAll, locale, plural, t } from '../page.ts';
import { startAsked, type AskedHere } from '../Rollout/start-asked.ts';
import { sayOutcome } from '../Shell/outcome.ts';
import { offerHandOut } from './hand-out.ts';
import { fillSheet } from './sheet.ts';

/**
 * @param wanted the number of a certificate made earlier, to be shown instead of the one in force
 * @param terms  what a rollout asks before it; undefined for the one that this device has joined
 */
export async function startCertificate(opening: Promise<Learner>, signal: AbortSignal, wanted: string | null, terms?: Terms | null): Promise<void> {
  const { course: id = '', modules = '' } = data;
  const course = { id, version: Number(data['version']), modules: modules.split(' '), validMonths: Number(data['months']) };
  const versions = JSON.parse(data['versions'] ?? '{}') as Parameters<typeof foldProfile>[1];

  const field = find<HTMLInputElement>('#name')!;
  const problem = find('#name-problem')!;
  const makeButton = find<HTMLButtonElement>('[data-testid="make"]')!;
  const part = (name: string): HTMLElement => find(`[data-part="${name}"]`)!;

  let learner: Learner;
  let asked: AskedHere;
  let showFeedback: () => void;
  let shown: Certificate | null = null;

  const dateOf = (at: string): string => dateAt(at, new Date(at).getTimezoneOffset());
  const progressNow = (): ProfileProgress => foldProfile(learner.events, versions);
  const certificates = (progress: ProfileProgress): CertificateRecord[] => progress.courses[id]?.certificates ?? [];
  const request = (name: string, at: string) => {
    const { rollout = '', phase = '' } = learner.stamp(course.version).context;
    return { id: certificateId(randomBytes(certificateIdBytes)), name, at, dateOf, locale, rollout, phase };
  };

  offerHandOut(() => shown);

  /** Everything on the page, from the record as it is now. `wanted` is the number of an earlier certificate. */
  async function update(wanted: string | null): Promise<void> {
    const progress = progressNow();
    const made = certificates(progress);
    const inForce = certificateInForce(made);
    const record = wanted === null ? inForce : (made.find((each) => each.id === readCertificateId(wanted)) ?? null);
    const now = new Date().toISOString();
    const possible = certificateFor(course, progress, request(inForce?.name ?? progress.name ?? '', now));
    const canMake = possible.ok || possible.reason === 'name-missing';
    const isNewer = possible.ok && inForce !== null && possible.certificate.validUntil > inForce.validUntil;

    showMissing(progress, made.length === 0 && !canMake && possible.reason !== 'pass-too-old');
    part('form').hidden = !(canMake && (made.length === 0 || isNewer));
    find('[data-other-name]')!.hidden = !(canMake && made.length > 0 && !isNewer);
    if (!field.value) field.value = inForce?.name ?? progress.name;
    showProblem();

    if (wanted !== null && !record) notice(t('certificate.unknown'));
    else if (isNewer) notice(t('certificate.newer', { date: longDate(possible.certificate.validUntil) }));
    else if (!record && !canMake && possible.reason === 'pass-too-old') notice(t('certificate.tooOld'), true);
    else notice(...standing(record ?? null, dateOf(now)));

    showEarlier(made, record);
    asked.show(progress);
    showFeedback();
    await showSheet(record && certificateAgain(id, record, dateOf));
  }

  function standing(record: CertificateRecord | null, today: string): [text: string, refresher?: boolean] {
    const state = record ? certificateState(record.validUntil, today) : 'valid';
    if (!record || state === 'valid') return [''];
    return [t(state === 'expired' ? 'certificate.expired' : 'certificate.due', { date: longDate(record.validUntil) }), true];
  }

  function notice(text: string, refresher = false): void {
    find('[data-notice-text]')!.textContent = text;
    find('[data-refresher]')!.hidden = !refresher;
    find('[data-notice]')!.hidden = text === '';
  }

  function showMissing(progress: ProfileProgress, isMissing: boolean): void {
    const { left, passed } = courseReadiness(course, progress);
    part('missing').hidden = !isMissing;
    find('[data-modules-left]')!.hidden = left.length === 0;
    find('[data-quiz-left]')!.hidden = passed;
    find('[data-left-count]')!.textContent = plural('certificate.missingModules', left.length);
    for (const item of findAll('[data-module]')) item.hidden = !left.includes(item.dataset['module'] ?? '');
  }

  function showEarlier(made: readonly CertificateRecord[], current: CertificateRecord | null): void {
    part('earlier').hidden = made.length < 2 && !(made.length === 1 && !current);
    const items = [...made].reverse().map((record) => {
      const link = document.createElement('a');
      link.href = `?id=${record.id}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        void update(record.id).then(() => find('[data-sheet]')!.focus());
      });
      link.textContent = t('certificate.entry', { name: `\u2068${record.name}\u2069`, date: longDate(dateOf(record.at)) });
      link.toggleAttribute('aria-current', record === current);
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    part('earlier').querySelector('ul')!.replaceChildren(...items);
  }

  async function showSheet(certificate: Certificate | null): Promise<void> {
    if (certificate?.id !== shown?.id) find('[data-given]')!.replaceChildren();
    shown = certificate;
    if (certificate) await fillSheet(certificate);
    part('sheet').hidden = !certificate;
  }

  /** Nothing that was typed is lost: the field keeps it, and the sentence shows what the sheet will hold. */
  function showProblem(): void {
    const bare = (name: string): string => name.normalize('NFC').replace(/[\s\p{C}]/gu, '');
    const fitted = fitName(field.value);
    problem.textContent = bare(fitted) === bare(field.value) ? '' : t('certificate.nameCut', { name: `\u2068${fitted}\u2069` });
    field.removeAttribute('aria-invalid');
  }

  field.addEventListener('input', showProblem);

  part('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!learner || makeButton.disabled) return;
    const stamp = learner.stamp(course.version);
    const progress = progressNow();
    const made = certificateFor(course, progress, request(field.value, stamp.at));
    if (!made.ok) {
      if (made.reason !== 'name-missing') return update(null);
      problem.textContent = t('certificate.nameMissing');
      field.setAttribute('aria-invalid', 'true');
      return field.focus();
    }
    const { name, validUntil, percent } = made.certificate;
    const same = certificates(progress).find((record) => record.name === name && record.validUntil === validUntil && record.percent === percent);
    if (!same) {
      makeButton.disabled = true;
      const isAllowed = await asked.allow(progress);
      if (isAllowed) sayOutcome(await learner.add(certified(stamp, made.certificate)));
      makeButton.disabled = false;
      if (!isAllowed) return;
    }
    if (wanted !== null) history.replaceState(null, '', location.pathname);
    await update(same?.id ?? made.certificate.id);
    find('[data-given]')!.textContent = t(same ? 'certificate.already' : 'certificate.made');
    part('sheet').scrollIntoView({ block: 'start' });
    find('[data-sheet]')!.focus({ preventScroll: true });
  });

  find('[data-other-name]')!.addEventListener('click', () => {
    part('form').hidden = false;
    find('[data-other-name]')!.hidden = true;
    field.select();
    field.focus();
  });

  learner = await opening;
  if (signal.aborted) return;
  asked = startAsked(learner, course, terms);
  course.validMonths = asked.validMonths ?? course.validMonths;
  showFeedback = startFeedback(learner, id, course.version, signal);
  await update(wanted);
  learner.onChange(() => void update(shown?.id ?? wanted), signal);
}
