import { useEffect, useRef, useState } from 'preact/hooks';
import { isUnlocked, setUnlocked } from '../../browser/learner.ts';
import { newId } from '../../browser/storage/new-id.ts';
import { makeLock, opensLock, readLockCode } from '../../core/progress/lock.ts';
import type { Profile } from '../../core/progress/event-store.ts';
import { foldModules } from '../../core/progress/fold-modules.ts';
import { plural, t } from '../page.ts';
import { nameOf, type Desk } from './desk.ts';
import { Field, Panel } from './Panel.tsx';
import { isUsed, type LearnerRecord } from './records.ts';
import { shortDate } from './short-date.ts';

type Open = 'hand-over' | 'name' | 'lock' | { unlock: Profile } | null;

// Said by the next learner's card, which is a new one.
let said = '';
let openNext: Open = null;
let arrived = false;

/** Who is learning, and handing over to the next: on a shared computer that happens every half hour, so it takes two taps. */
export function Who({ desk, onErase }: { desk: Desk; onErase: (profile: string) => void }) {
  const { profile } = desk.current;
  const [open, setOpen] = useState<Open>(openNext);
  const [status, setStatus] = useState(said);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived && !openNext) title.current?.focus();
    [said, openNext, arrived] = ['', null, false];
  }, []);

  const toggle = (panel: Open): void => {
    setStatus('');
    setOpen(open === panel ? null : panel);
  };
  const close = (text = ''): void => {
    setOpen(null);
    setStatus(text);
    title.current?.focus();
  };
  const switchTo = (next: Profile): void => {
    [said, openNext, arrived] = [t('me.switched', { name: nameOf(next) }), null, true];
    void desk.handOver(next);
  };
  const pick = (next: Profile): void => (next.lock && !isUnlocked(next.id) ? setOpen({ unlock: next }) : switchTo(next));
  const pickNew = (): void => {
    if (!isUsed(desk.current)) return setOpen('name');
    [said, openNext, arrived] = [t('me.switched', { name: t('me.guest') }), 'name', true];
    void desk.handOverToNew();
  };

  return (
    <section class="card flow who" aria-labelledby="who">
      <p class="small quiet">{t('me.now')}</p>
      <h2 id="who" tabIndex={-1} ref={title} data-testid="learner"><bdi>{nameOf(profile)}</bdi></h2>
      {profile.lock && <p class="small quiet">{t('me.isLocked')}</p>}
      <p class="buttons">
        <button class="button main" type="button" aria-expanded={open === 'hand-over'} onClick={() => toggle('hand-over')} data-testid="hand-over">{t('me.handOver')}</button>
        <button class="button" type="button" aria-expanded={open === 'name'} onClick={() => toggle('name')}>{t(profile.name ? 'me.rename' : 'me.giveName')}</button>
        <button class="button" type="button" aria-expanded={open === 'lock'} onClick={() => toggle('lock')}>{t(profile.lock ? 'me.lockChange' : 'me.lock')}</button>
      </p>
      <p role="status" class="done" data-testid="who-status">{status}</p>
      {open === 'hand-over' && <HandOver desk={desk} onPick={pick} onNew={pickNew} onClose={() => close()} />}
      {open === 'name' && <Naming profile={profile} onName={(name) => void desk.rename(name).then(() => close(t('me.named')))} onClose={() => close()} />}
      {open === 'lock' && <Locking profile={profile} onChange={(changed, text) => void desk.putProfile(changed).then(() => close(text))} onClose={() => close()} />}
      {open && typeof open === 'object' && (
        <Unlocking profile={open.unlock} onOpen={() => switchTo(open.unlock)} onClose={() => close()} onErase={() => (setOpen(null), onErase(open.unlock.id))} />
      )}
    </section>
  );
}

function HandOver({ desk, onPick, onNew, onClose }: { desk: Desk; onPick: (profile: Profile) => void; onNew: () => void; onClose: () => void }) {
  const others = desk.records.filter((record) => record.profile.id !== desk.current.profile.id && isUsed(record));
  return (
    <Panel title={t('me.handOverTitle')} testId="hand-over-list">
      <ul class="people" role="list">
        {others.map((record) => (
          <li key={record.profile.id}>
            <button type="button" onClick={() => onPick(record.profile)}>
              <b><bdi>{nameOf(record.profile)}</bdi></b>
              <span class="small quiet">{about(record)}</span>
            </button>
          </li>
        ))}
        <li><button type="button" onClick={onNew} data-testid="new-learner"><b>{t('me.newLearner')}</b><span class="small quiet">{t('me.newLearnerHint')}</span></button></li>
      </ul>
      <Back onClose={onClose} />
    </Panel>
  );
}

/** What tells two guests apart. A locked record tells nothing. */
function about({ profile, events }: LearnerRecord): string {
  if (profile.lock) return t('me.locked');
  const done = Object.values(foldModules(events)).filter(({ completed }) => completed > 0).length;
  return `${plural('me.modulesDone', done)} · ${t('me.lastHere', { date: shortDate(profile.lastUsedAt) })}`;
}

function Naming({ profile, onName, onClose }: { profile: Profile; onName: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState(profile.name);
  return (
    <Panel title={t(profile.name ? 'me.rename' : 'me.giveName')}>
      <form class="flow" onSubmit={(event) => (event.preventDefault(), onName(name.replace(/\s+/g, ' ').trim()))}>
        <Field label={t('me.name')} hint={t('me.nameHint')} value={name} onValue={setName} testId="learner-name" />
        <p class="buttons"><button class="button main" type="submit">{t('me.nameKeep')}</button><BackButton onClose={onClose} /></p>
      </form>
    </Panel>
  );
}

function Locking({ profile, onChange, onClose }: { profile: Profile; onChange: (profile: Profile, text: string) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  if (!profile.name) return <Panel title={t('me.lock')}><p>{t('me.lockNeedsName')}</p><Back onClose={onClose} /></Panel>;

  const lock = (event: Event): void => {
    event.preventDefault();
    const code = readLockCode(typed);
    if (code === null) return setProblem(t('me.lockFourDigits'));
    setUnlocked(profile.id);
    onChange({ ...profile, lock: makeLock(code, newId()) }, t('me.lockSet'));
  };
  const unlock = (): void => {
    const { lock: _lock, ...open } = profile;
    onChange(open, t('me.lockRemoved'));
  };
  return (
    <Panel title={t(profile.lock ? 'me.lockChange' : 'me.lock')}>
      <p>{t('me.lockHonest')}</p>
      <form class="flow" onSubmit={lock}>
        <Field label={t('me.lockCode')} value={typed} problem={problem} onValue={(value) => (setTyped(value), setProblem(''))} digits testId="lock-code" />
        <p class="buttons">
          <button class="button main" type="submit">{t('me.lockDo')}</button>
          {profile.lock && <button class="button" type="button" onClick={unlock}>{t('me.lockRemove')}</button>}
          <BackButton onClose={onClose} />
        </p>
      </form>
    </Panel>
  );
}

function Unlocking({ profile, onOpen, onClose, onErase }: { profile: Profile; onOpen: () => void; onClose: () => void; onErase: () => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const open = (event: Event): void => {
    event.preventDefault();
    if (!profile.lock || !opensLock(profile.lock, typed)) return setProblem(t(readLockCode(typed) === null ? 'me.lockFourDigits' : 'me.unlockWrong'));
    setUnlocked(profile.id);
    onOpen();
  };
  return (
    <Panel title={t('me.unlockTitle', { name: `\u2068${profile.name}\u2069` })}>
      <form class="flow" onSubmit={open}>
        <Field label={t('me.lockCode')} value={typed} problem={problem} onValue={(value) => (setTyped(value), setProblem(''))} digits testId="unlock-code" />
        <p class="buttons"><button class="button main" type="submit">{t('me.unlock')}</button><BackButton onClose={onClose} /></p>
      </form>
      <details>
        <summary>{t('me.forgot')}</summary>
        <div class="flow"><p>{t('me.forgotText')}</p><p class="buttons"><button class="button" type="button" onClick={onErase}>{t('me.forgotErase')}</button></p></div>
      </details>
    </Panel>
  );
}

const BackButton = ({ onClose }: { onClose: () => void }) => <button class="button" type="button" onClick={onClose}>{t('me.back')}</button>;
const Back = ({ onClose }: { onClose: () => void }) => <p class="buttons"><BackButton onClose={onClose} /></p>;
