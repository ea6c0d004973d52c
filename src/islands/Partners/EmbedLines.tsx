import { useState } from 'preact/hooks';
import { embedAddress } from '../../core/embed/address.ts';
import { base, t } from '../page.ts';
import { copyText } from '../Shell/copy-text.ts';

export interface EmbedLinesProps { locale: string; course: string; title: string; country: string }

/** The line that shows the chosen course on a page of the partner's own. */
export function EmbedLines({ locale, course, title, country }: EmbedLinesProps) {
  const address = embedAddress(location.origin + base, locale, course, '', (option) => (option === 'country' ? country || null : null));
  const line = `<iframe src="${quoted(address)}" title="${quoted(title)}" lang="${locale}" width="100%" height="800" allow="clipboard-write; web-share; fullscreen" loading="lazy"></iframe>`;
  const [status, setStatus] = useState('');
  const copy = async (): Promise<void> => setStatus(t((await copyText(line)) ? 'partners.copied' : 'partners.notCopied'));
  return (
    <>
      <textarea class="line" readOnly rows={4} dir="ltr" aria-label={t('partners.embedTitle')} value={line} onFocus={(event) => event.currentTarget.select()} data-testid="embed-line" />
      <p class="buttons"><button class="button" type="button" onClick={copy}>{t('partners.copy')}</button><span role="status">{status}</span></p>
    </>
  );
}

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
