import { useRef, useState } from 'preact/hooks';
import { readBackup, writeBackup, type Backup as BackupContent, type ReadBackup } from '../../core/progress/backup.ts';
import { plural, t } from '../page.ts';
import { copyText } from '../Shell/copy-text.ts';
import { longDate } from '../Course/long-date.ts';
import { nameOf, type Desk } from './desk.ts';
import { Panel } from './Panel.tsx';
import { backupOf, isUsed, joinBackup, joinInto, learnersOf, type Joining } from './records.ts';
import { saveFile, shareFile } from './save-file.ts';

/** No record is that long; a film that was chosen by mistake would fill the memory of a phone. */
const largestFile = 50_000_000;

export function Backup({ desk, hasNewerData }: { desk: Desk; hasNewerData: boolean }) {
  return (
    <section class="flow" aria-labelledby="backup">
      <h2 id="backup">{t('backup.title')}</h2>
      <p>{t('backup.intro')}</p>
      <div class="halves">
        <Save desk={desk} hasNewerData={hasNewerData} />
        <BringBack desk={desk} />
      </div>
    </section>
  );
}

/** The text of a backup and the name of its file. */
export function backupFile(desk: Desk, everyone: boolean): { name: string; text: string } {
  const made = new Date().toISOString();
  return { name: fileName(made), text: writeBackup(backupOf(everyone ? desk.records.filter(isUsed) : [desk.current], made)) };
}

// .txt: phones open, share and mail it without asking with what.
const fileName = (made: string): string => `farol-backup-${made.slice(0, 10)}.txt`;

function Save({ desk, hasNewerData }: { desk: Desk; hasNewerData: boolean }) {
  const used = desk.records.filter(isUsed);
  const [chosen, setChoice] = useState<'one' | 'all' | null>(null);
  // A backup has no lock: what a colleague has locked goes into a file only when somebody asks for it.
  const othersLocked = used.some(({ profile }) => profile.lock && profile.id !== desk.current.profile.id);
  const choice = chosen ?? (othersLocked && isUsed(desk.current) ? 'one' : 'all');
  const [status, setStatus] = useState('');
  const [text, setText] = useState('');
  const everyone = choice === 'all' || used.length < 2;
  const canShare = typeof navigator.share === 'function';

  const save = (): void => {
    const file = backupFile(desk, everyone);
    saveFile(file.name, file.text);
    setStatus(t('backup.saved', { file: file.name }));
  };
  const share = async (): Promise<void> => {
    const file = backupFile(desk, everyone);
    if (!(await shareFile(file.name, file.text))) setStatus(t('backup.notShared'));
  };
  const copy = async (): Promise<void> => {
    const file = backupFile(desk, everyone);
    const copied = await copyText(file.text);
    setStatus(t(copied ? 'backup.copied' : 'backup.notCopied'));
    setText(copied ? '' : file.text);
  };
  const saveNewer = async (): Promise<void> => {
    const made = new Date().toISOString();
    const { newerDataAsBackup } = await import('../../browser/storage/newer-data.ts');
    const newer = await newerDataAsBackup(made);
    if (newer) saveFile(fileName(made), newer);
    setStatus(newer ? t('backup.saved', { file: fileName(made) }) : t('storage.storage-broken'));
  };

  return (
    <div class="card flow">
      <h3>{t('backup.saveTitle')}</h3>
      {hasNewerData && <p class="buttons"><button class="button main" type="button" onClick={saveNewer}>{t('backup.saveNewer')}</button></p>}
      {used.length === 0 && <p class="quiet">{t('backup.nothing')}</p>}
      {used.length > 1 && (
        <fieldset class="choice">
          <legend>{t('backup.whose')}</legend>
          <label><input type="radio" name="whose" checked={choice === 'all'} onChange={() => setChoice('all')} /><span>{plural('backup.everyone', used.length)}</span></label>
          <label><input type="radio" name="whose" checked={choice === 'one'} onChange={() => setChoice('one')} /><span>{t('backup.only', { name: `\u2068${nameOf(desk.current.profile)}\u2069` })}</span></label>
        </fieldset>
      )}
      {used.length > 0 && (
        <p class="buttons">
          <button class="button main" type="button" onClick={save} data-testid="save-backup">{t('backup.save')}</button>
          {canShare && <button class="button" type="button" onClick={share}>{t('backup.share')}</button>}
          <button class="button" type="button" onClick={copy} data-testid="copy-backup">{t('backup.copy')}</button>
        </p>
      )}
      <p role="status">{status}</p>
      {text && <textarea readOnly rows={5} aria-label={t('backup.text')} value={text} onFocus={(event) => event.currentTarget.select()} />}
    </div>
  );
}

type Found = ReadBackup | { ok: false; reason: 'unreadable' };

function BringBack({ desk }: { desk: Desk }) {
  const [found, setFound] = useState<Found | null>(null);
  const [turn, setTurn] = useState(0);
  const [pasted, setPasted] = useState('');
  const [status, setStatus] = useState('');
  const file = useRef<HTMLInputElement>(null);

  const show = (read: Found): void => {
    setStatus('');
    setFound(read);
    setTurn(turn + 1);
  };
  const open = async ([chosen]: FileList | []): Promise<void> => {
    if (!chosen) return;
    show(chosen.size > largestFile ? { ok: false, reason: 'not-a-backup' } : await chosen.text().then(readBackup, () => ({ ok: false, reason: 'unreadable' }) as const));
    // So that the same file can be chosen again.
    if (file.current) file.current.value = '';
  };
  const join = async (joining: Joining): Promise<void> => {
    await desk.join(joining);
    setFound(null);
    setPasted('');
    setStatus(joining.fresh > 0 ? plural('backup.brought', joining.fresh) : t('backup.nothingNew'));
    file.current?.focus();
  };

  return (
    <div class="card flow">
      <h3>{t('backup.bringTitle')}</h3>
      <p>{t('backup.bringIntro')}</p>
      <div class="field"><label for="backup-file">{t('backup.file')}</label><input id="backup-file" type="file" ref={file} onChange={(event) => void open(event.currentTarget.files ?? [])} data-testid="backup-file" /></div>
      <details>
        <summary>{t('backup.paste')}</summary>
        <form class="flow" onSubmit={(event) => (event.preventDefault(), show(readBackup(pasted)))}>
          <div class="field"><label for="backup-text">{t('backup.text')}</label><textarea id="backup-text" rows={4} dir="ltr" spellcheck={false} value={pasted} onInput={(event) => setPasted(event.currentTarget.value)} data-testid="backup-text" /></div>
          <p class="buttons"><button class="button" type="submit">{t('backup.read')}</button></p>
        </form>
      </details>
      {found && <FoundBackup key={turn} found={found} desk={desk} onJoin={join} onClose={() => (setFound(null), file.current?.focus())} />}
      <p role="status" class="done" data-testid={status ? 'brought-back' : undefined}>{status}</p>
    </div>
  );
}

function FoundBackup({ found, desk, onJoin, onClose }: { found: Found; desk: Desk; onJoin: (joining: Joining) => void; onClose: () => void }) {
  const content: BackupContent | null = found.ok ? found : 'saved' in found ? found.saved : null;
  const learners = content ? learnersOf(content) : [];
  const [only] = learners;
  const counts = { entries: plural('backup.entries', content?.events.length ?? 0), learners: plural('backup.learners', learners.length) };
  const made = content?.made.match(/^\d{4}-\d\d-\d\d/)?.[0];
  // Nobody should have two records on one device only because they brought their own.
  const mayAdopt = content && only && learners.length === 1 && isUsed(desk.current) && !desk.records.some(({ profile }) => profile.id === only.profile.id);
  const words = found.ok ? (made ? t('backup.found', { ...counts, date: longDate(made) }) : t('backup.foundUndated', counts)) : t(`backup.${found.reason}${'saved' in found && learners.length === 0 ? '.nothing' : ''}`, counts);
  return (
    <Panel title={t(found.ok ? 'backup.foundTitle' : 'backup.problemTitle')} testId="found">
      <p>{words}</p>
      {learners.length > 0 && <ul>{learners.map(({ profile, events }) => <li key={profile.id}><bdi>{nameOf(profile)}</bdi>: {plural('backup.entries', events.length)}</li>)}</ul>}
      <p class="buttons">
        {content && learners.length > 0 && <button class="button main" type="button" onClick={() => onJoin(joinBackup(content, desk.records))} data-testid="bring-back">{t('backup.bring')}</button>}
        {mayAdopt && <button class="button" type="button" onClick={() => onJoin(joinInto(content, desk.current.profile.id, desk.records))}>{t('backup.adopt', { name: `\u2068${nameOf(desk.current.profile)}\u2069` })}</button>}
        <button class="button" type="button" onClick={onClose}>{t('me.back')}</button>
      </p>
    </Panel>
  );
}
