import { useRef, useState } from 'preact/hooks';
import { plural, t } from '../page.ts';
import { backupFile } from './Backup.tsx';
import { nameOf, type Desk } from './desk.ts';
import { Panel } from './Panel.tsx';
import { isUsed } from './records.ts';
import { saveFile } from './save-file.ts';

interface Props {
  desk: Desk;
  /** The profile that somebody asked to erase, empty where that is still to be chosen; null while nothing is asked. */
  asked: string | null;
  onAsk: (asked: string | null) => void;
}

const everything = 'all';

export function Erase({ desk, asked, onAsk }: Props) {
  const [status, setStatus] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (text: string): void => {
    onAsk(null);
    setStatus(text);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const erase = async (what: string): Promise<void> => {
    if (await desk.erase(what === everything ? null : what)) close(t('erase.done'));
  };
  return (
    <section class="flow" aria-labelledby="erase">
      <h2 id="erase">{t('erase.title')}</h2>
      <p>{t('erase.intro')}</p>
      {asked === null ? (
        <p class="buttons"><button class="button" type="button" ref={opener} onClick={() => (setStatus(''), onAsk(''))} data-testid="erase">{t('erase.open')}</button></p>
      ) : (
        <Confirm key={asked} desk={desk} first={asked} onErase={(what) => void erase(what)} onClose={() => close('')} />
      )}
      <p role="status" class="done" data-testid="erased">{status}</p>
    </section>
  );
}

function Confirm({ desk, first, onErase, onClose }: { desk: Desk; first: string; onErase: (what: string) => void; onClose: () => void }) {
  const { records, current } = desk;
  const used = records.filter(isUsed);
  const choices = records.filter(({ profile }) => profile.id === current.profile.id || profile.id === first);
  const [what, setWhat] = useState(first || current.profile.id);
  const [status, setStatus] = useState('');
  const save = (): void => {
    const file = backupFile(desk, true);
    saveFile(file.name, file.text);
    setStatus(t('backup.saved', { file: file.name }));
  };
  return (
    <Panel title={t('erase.what')} testId="erase-panel">
      <fieldset class="choice">
        <legend class="away">{t('erase.what')}</legend>
        {choices.map(({ profile }) => (
          <label key={profile.id}><input type="radio" name="erase" checked={what === profile.id} onChange={() => setWhat(profile.id)} /><span>{t('erase.only', { name: `\u2068${nameOf(profile)}\u2069` })}</span></label>
        ))}
        <label><input type="radio" name="erase" checked={what === everything} onChange={() => setWhat(everything)} data-testid="erase-all" /><span>{plural('erase.all', Math.max(1, used.length))}</span></label>
      </fieldset>
      <p class="notice careful">{t('erase.lost')}</p>
      <p class="buttons">
        {used.length > 0 && <button class="button main" type="button" onClick={save}>{t('erase.saveFirst')}</button>}
        <button class="button danger" type="button" onClick={() => onErase(what)} data-testid="erase-now">{t('erase.now')}</button>
        <button class="button" type="button" onClick={onClose}>{t('erase.keep')}</button>
      </p>
      <p role="status">{status}</p>
    </Panel>
  );
}
