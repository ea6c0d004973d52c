import { useState } from 'preact/hooks';
import { embedAddress, type EmbedOption } from '../../core/embed/address.ts';
import { elementLine } from '../../core/rollout/hand-outs.ts';
import { base, t } from '../page.ts';
import { copyText } from '../Shell/copy-text.ts';

export interface EmbedLinesProps { locale: string; course: string; title: string; options: Partial<Record<EmbedOption, string>> }

/** The lines that show the chosen course on a page of the partner's own: the plain one, and the one that tells the page what happens. */
export function EmbedLines({ locale, course, title, options }: EmbedLinesProps) {
  const home = location.origin + base;
  const chosen = Object.fromEntries(Object.entries(options).filter(([, value]) => value));
  const address = embedAddress(home, locale, course, '', (option) => chosen[option]);
  const frame = `<iframe src="${quoted(address)}" title="${quoted(title)}" lang="${locale}" width="100%" height="800" allow="clipboard-write; web-share; fullscreen" loading="lazy"></iframe>`;
  const element = elementLine(home, { course, locale, ...chosen });
  return (
    <>
      <Line text={frame} label={t('partners.embedTitle')} testId="embed-line" />
      <p>{t('partners.element')}</p>
      <Line text={element} label={t('partners.element')} testId="element-line" />
    </>
  );
}

function Line({ text, label, testId }: { text: string; label: string; testId: string }) {
  const [status, setStatus] = useState('');
  const copy = async (): Promise<void> => setStatus(t((await copyText(text)) ? 'partners.copied' : 'partners.notCopied'));
  return (
    <>
      <textarea class="line" readOnly rows={4} dir="ltr" aria-label={label} value={text} onFocus={(event) => event.currentTarget.select()} data-testid={testId} />
      <p class="buttons"><button class="button" type="button" onClick={copy}>{t('partners.copy')}</button><span role="status">{status}</span></p>
    </>
  );
}

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
