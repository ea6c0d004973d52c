/** Checks certificates: by camera, from a picture, as text, or from the link in a code. Nothing leaves the device. */
import { certificateState } from '../core/certificate/certificate.ts';
import { dateAt } from '../core/certificate/calendar-date.ts';
import { decodeCertificate, type Certificate } from '../core/certificate/payload.ts';
import { longDate } from './Course/long-date.ts';
import { startScanning } from './Verify/scanning.ts';
import { data, find, locale, plural, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

const courses = JSON.parse(data['courses'] ?? '{}') as Record<string, string>;
const rollouts = JSON.parse(data['rollouts'] ?? '{}') as Record<string, { partner: string; phases: Record<string, string> }>;

const result = find('[data-result]')!;
const title = find('[data-result-title]')!;

function show(heading: string, text: string, look: 'valid' | 'careful', certificate?: Certificate): void {
  title.textContent = heading;
  find('[data-result-text]')!.textContent = text;
  result.classList.toggle('valid', look === 'valid');
  result.classList.toggle('careful', look === 'careful');
  find('[data-record]')!.hidden = !certificate;
  find('[data-compare]')!.hidden = !certificate;
  if (certificate) fillRecord(certificate);
  result.hidden = false;
  result.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}

/** `reason` is one of those that the readers, the camera and the decoder give. */
const showProblem = (reason: string): void => show(t(`verify.${reason}`), t(`verify.${reason}.do`), 'careful');

function showCertificate(certificate: Certificate): void {
  const { validUntil, date, signature } = certificate;
  const today = dateAt(new Date().toISOString(), new Date().getTimezoneOffset());
  const state = certificateState(validUntil, today);
  const key = { valid: 'verify.valid', 'refresher-due': 'verify.due', expired: 'verify.expired' }[state];
  const notes = [date > today && t('verify.future', { date: longDate(date) }), t('verify.unsigned'), signature && t('verify.signed')];
  show(t(key, { date: longDate(validUntil) }), notes.filter(Boolean).join(' '), state === 'expired' || date > today ? 'careful' : 'valid', certificate);
}

/** The names of a rollout and its phase; their ids where this Farol does not know them. */
function rolloutWords(rollout: string, phase: string): string {
  const known = Object.hasOwn(rollouts, rollout) ? rollouts[rollout] : undefined;
  const name = known && Object.hasOwn(known.phases, phase) ? known.phases[phase] : phase;
  return [known?.partner ?? rollout, name].filter(Boolean).join(' · ');
}

function fillRecord({ name, course, rollout, phase, percent, minutes, date, validUntil, id }: Certificate): void {
  const fields = {
    name,
    course: (Object.hasOwn(courses, course) && courses[course]) || t('verify.unknownCourse', { id: course }),
    rollout: rolloutWords(rollout, phase),
    score: new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100),
    time: minutes > 0 ? plural('minutes', minutes) : t('minutes.under'),
    date: longDate(date),
    until: longDate(validUntil),
    number: id,
  };
  for (const [field, text] of Object.entries(fields)) find(`[data-field="${field}"]`)!.textContent = text;
  find('[data-fact="rollout"]')!.hidden = rollout === '';
}

function check(text: string): void {
  const decoded = decodeCertificate(text);
  if (decoded.ok) showCertificate(decoded.certificate);
  else showProblem(decoded.reason);
}

/** The link in a code brings the certificate behind the #, where no server sees it. It leaves the address bar, and so the history, at once. */
function checkAddress(): void {
  const { hash, pathname, search } = location;
  if (!/^#F\d/.test(hash)) return;
  history.replaceState(null, '', pathname + search);
  check(hash);
}

startShell();
startScanning(check, showProblem);
find('[data-testid="verify-text"]')!.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = find<HTMLTextAreaElement>('#code')!.value;
  if (text.trim()) check(text);
  else showProblem('empty');
});
checkAddress();
addEventListener('hashchange', checkAddress);
document.documentElement.dataset['ready'] = 'yes';
