import type { DrawnCode } from '../../browser/qr/draw-code.ts';
import { encodeCertificate, type Certificate } from '../../core/certificate/payload.ts';
import { longDate } from '../Course/long-date.ts';
import { data, find, locale, plural, t } from '../page.ts';

/** The text that the certificate's QR code carries: a link that opens the check, or the bare code where there is no address to open. */
export function codeText(certificate: Certificate): string {
  const payload = encodeCertificate(certificate);
  const { verify } = data;
  const check = verify && (/^https?:/.test(verify) ? verify : location.protocol.startsWith('http') && `${location.origin}${verify}`);
  return check ? `${check}#${payload}` : payload;
}

export async function drawCertificateCode(certificate: Certificate): Promise<DrawnCode> {
  const { drawCode } = await import('../../browser/qr/draw-code.ts');
  return drawCode(codeText(certificate));
}

/** Writes a certificate onto the page's sheet. */
export async function fillSheet(certificate: Certificate): Promise<void> {
  const { name, percent, minutes, date, validUntil, id } = certificate;
  const slots = {
    name,
    score: new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100),
    time: minutes > 0 ? plural('minutes', minutes) : t('minutes.under'),
    date: longDate(date),
    until: longDate(validUntil),
    number: id,
  };
  for (const [slot, text] of Object.entries(slots)) find(`[data-slot="${slot}"]`)!.textContent = text;
  // The longer the name, the smaller it is set; by the letters that are seen, not by the marks on them.
  const letters = name.replace(/\p{M}/gu, '').length;
  find('[data-sheet]')!.dataset['name'] = letters > 66 ? 'longest' : letters > 34 ? 'long' : letters > 20 ? 'medium' : 'short';

  const { modules, path } = await drawCertificateCode(certificate);
  const code = document.querySelector<SVGElement>('[data-code]')!;
  code.setAttribute('viewBox', `0 0 ${modules} ${modules}`);
  find('[data-sheet]')!.style.setProperty('--modules', String(modules));
  code.querySelector('[data-code-light]')!.setAttribute('d', `M0 0h${modules}v${modules}H0z`);
  code.querySelector('[data-code-dark]')!.setAttribute('d', path);
}
