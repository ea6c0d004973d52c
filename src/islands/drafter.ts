/** Fills the drafted documents from the form as it is typed; nothing is stored. */
import type { PageTools } from './page.ts';
import { copyText } from './Shell/copy-text.ts';
import { printOut } from './Shell/print-out.ts';

export function start({ button, find, findAll, locale, t }: PageTools): void {
  const form = find<HTMLFormElement>('[data-drafter-form]');
  const status = find('[data-drafter-status]');

  function answer(field: string): string {
    const inputs = [...(form?.querySelectorAll<HTMLInputElement>(`[name="${field}"]`) ?? [])];
    const [first] = inputs;
    if (first?.type !== 'radio' && first?.type !== 'checkbox') return first?.value.trim() ?? '';
    const words = inputs.filter((input) => input.checked).map((input) => input.parentElement?.textContent?.trim() ?? '');
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
  }

  function isChosen(condition: string): boolean {
    const [field = '', option = ''] = condition.split('=');
    return !!form?.querySelector(`[name="${field}"][value="${option}"]:checked`);
  }

  function fill(): void {
    for (const blank of findAll('.blank')) blank.textContent = answer(blank.dataset['field'] ?? '');
    for (const part of findAll('[data-when]')) part.hidden = !isChosen(part.dataset['when'] ?? '');
  }

  const textOf = (article: HTMLElement) =>
    [...article.querySelectorAll<HTMLElement>('h3, p:not(.buttons)')].filter((part) => !part.hidden).map((part) => part.textContent?.trim()).join('\n\n');

  for (const article of findAll('[data-document]')) {
    article.querySelector('[data-document-buttons]')?.append(
      button(t('drafter.copy'), () => void copyText(textOf(article)).then((done) => status && (status.textContent = t(done ? 'drafter.copied' : 'drafter.notCopied'))), true),
      button(t('drafter.print'), () => printOut(article.cloneNode(true))),
    );
  }
  form?.addEventListener('input', fill);
  form?.addEventListener('submit', (event) => event.preventDefault());
  fill();
}
