/** The observation note: printed or copied; kept on the device only if the learner asks for it. */
import type { PageTools } from './page.ts';
import { copyText } from './Shell/copy-text.ts';
import { printOut } from './Shell/print-out.ts';

const key = 'farol:note';

export function start({ button, find, findAll, plain, t }: PageTools): void {
  const form = find<HTMLFormElement>('[data-note]');
  const status = find('[data-note-status]');
  const fields = findAll<HTMLTextAreaElement>('[data-note] textarea');
  const tell = (text: string) => status && (status.textContent = text);

  const labelOf = (field: HTMLTextAreaElement) => field.labels[0]?.textContent ?? '';
  const asText = () => fields.map((field) => `${labelOf(field)}\n${field.value.trim() || '—'}`).join('\n\n');

  /** On paper an empty field is lines to write on. */
  const onPaper = () => [
    plain('h1', '', find('#note-title')?.textContent ?? ''),
    ...fields.flatMap((field) => [plain('h2', '', labelOf(field)), plain('p', field.value.trim() ? 'written' : `written lines-${field.rows}`, field.value.trim())]),
  ];

  function keep(): void {
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
      tell(t('note.kept'));
    } catch {
      tell(t('note.notKept'));
    }
  }

  function forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    tell(t('note.forgotten'));
  }

  function restore(): void {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      if (!kept || typeof kept !== 'object') return;
      for (const field of fields) {
        const value = (kept as Record<string, unknown>)[field.name];
        if (typeof value === 'string') field.value = value;
      }
      tell(t('note.kept'));
    } catch {
      // An unreadable note is left where it is.
    }
  }

  find('[data-note-buttons]')?.append(
    button(t('note.copy'), () => void copyText(asText()).then((done) => tell(t(done ? 'note.copied' : 'note.notCopied'))), true),
    button(t('note.print'), () => printOut(...onPaper())),
    button(t('note.keep'), keep),
    button(t('note.forget'), forget),
    button(t('note.clear'), () => form?.reset()),
  );
  restore();
}
