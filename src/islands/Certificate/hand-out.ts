/** Ways to take a certificate along: paper, a picture, its code. Each says what to do where a browser ignores it. */
import type { Certificate } from '../../core/certificate/payload.ts';
import { longDate } from '../Course/long-date.ts';
import { find, plain, t } from '../page.ts';
import { copyText } from '../Shell/copy-text.ts';
import { codeText } from './sheet.ts';

/** @param current the certificate on the page */
export function offerHandOut(current: () => Certificate | null): void {
  const given = find('[data-given]')!;

  find('[data-print]')!.addEventListener('click', () => {
    // In-app browsers ignore it without a word.
    given.textContent = t('certificate.printHint');
    print();
  });

  find('[data-copy]')!.addEventListener('click', async () => {
    const certificate = current();
    if (!certificate) return;
    const text = codeText(certificate);
    if (await copyText(text)) return given.replaceChildren(t('certificate.copied'));
    const area = plain('textarea', '', text);
    area.readOnly = true;
    area.rows = 4;
    area.setAttribute('aria-label', t('certificate.code'));
    given.replaceChildren(plain('p', '', t('certificate.notCopied')), area);
    area.select();
  });

  find('[data-picture]')!.addEventListener('click', async () => {
    const certificate = current();
    if (!certificate) return;
    const picture = await import('./picture.ts').then(({ drawPicture }) => drawPicture(certificate)).catch(() => null);
    if (!picture) return given.replaceChildren(t('certificate.pictureFailed'));
    showPicture(certificate, picture);
    const file = new File([picture], `farol-${certificate.id}.png`, { type: 'image/png' });
    if (!(await share(file))) find('[data-given] a')?.click();
  });

  // As a data URL: in-app browsers save that by a long press, and nothing made by `createObjectURL`.
  function showPicture({ name, validUntil, id }: Certificate, picture: Blob): void {
    const reader = new FileReader();
    const image = plain('img');
    const save = plain('a', 'button', t('certificate.pictureSave'));
    save.href = URL.createObjectURL(picture);
    save.download = `farol-${id}.png`;
    image.width = 1600;
    image.height = 1131;
    image.alt = t('certificate.pictureAlt', { name, course: find('[data-slot="course"]')!.textContent, date: longDate(validUntil) });
    reader.onload = () => (image.src = String(reader.result));
    reader.readAsDataURL(picture);
    const buttons = plain('p', 'buttons');
    buttons.append(save);
    given.replaceChildren(plain('p', '', t('certificate.pictureReady')), image, buttons);
  }
}

/** True where the learner was shown the ways to share, whether one was taken or not. */
async function share(file: File): Promise<boolean> {
  const { canShare } = navigator as { canShare?: Navigator['canShare'] };
  if (!canShare?.call(navigator, { files: [file] })) return false;
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
