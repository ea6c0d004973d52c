/** The observation note: printed or copied; kept on the device only if the learner asks for it. */
import { button, find, findAll, t } from './page.ts';
import { copyText } from './Shell/copy-text.ts';

const key = 'farol:note';
const form = find<HTMLFormElement>('[data-note]');
const status = find('[data-note-status]');
const fields = findAll<HTMLTextAreaElement>('[data-note] textarea');
const tell = (text: string) => status && (status.textContent = text);

const asText = () =>
  fields.map((field) => `${document.querySelector(`label[for="${field.id}"]`)?.textContent ?? ''}\n${field.value.trim() || '—'}`).join('\n\n');

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
  button(t('note.print'), () => {
    document.body.dataset['printing'] = 'note';
    print();
    delete document.body.dataset['printing'];
  }),
  button(t('note.keep'), keep),
  button(t('note.forget'), forget),
  button(t('note.clear'), () => form?.reset()),
);
restore();
