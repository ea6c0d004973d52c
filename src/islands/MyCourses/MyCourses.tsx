import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isUnlocked, newProfile, setUnlocked, type Learner } from '../../browser/learner.ts';
import { choose } from '../../browser/storage/device-choices.ts';
import { forgetTexts } from '../../browser/storage/forget-texts.ts';
import { newId } from '../../browser/storage/new-id.ts';
import type { Outcome, Profile } from '../../core/progress/event-store.ts';
import { makeEvent } from '../../core/progress/make-event.ts';
import { find, locale } from '../page.ts';
import { sayOutcome } from '../Shell/outcome.ts';
import { Backup } from './Backup.tsx';
import { Courses, type CourseFacts } from './Courses.tsx';
import type { Desk } from './desk.ts';
import { Erase } from './Erase.tsx';
import { Keeping } from './Keeping.tsx';
import { TakingPart } from './TakingPart.tsx';
import { isUsed, readRecords, type LearnerRecord } from './records.ts';
import { Who } from './Who.tsx';

export type { CourseFacts };

export function MyCourses({ learner, courses, onReady }: { learner: Learner; courses: readonly CourseFacts[]; onReady: () => void }) {
  const { store } = learner;
  const [read, setRecords] = useState<LearnerRecord[] | null>(null);
  const [chosen, setChosen] = useState(learner.profile);
  const [erasing, setErasing] = useState<string | null>(null);
  const latest = useRef(0);

  const refresh = async (): Promise<LearnerRecord[]> => {
    const turn = ++latest.current;
    const stored = await readRecords(store);
    if (turn === latest.current) setRecords(stored);
    return stored;
  };
  useEffect(() => {
    void refresh();
    return store.subscribe(() => void refresh());
  }, []);

  const records = read ?? [];
  const currentId = chosen.id;
  const current = records.find(({ profile }) => profile.id === currentId) ?? { profile: chosen, events: [] };
  const isEmpty = current.events.length === 0;
  useLayoutEffect(() => {
    if (read) find('[data-empty]')!.hidden = !isEmpty;
  }, [!read, isEmpty]);
  useEffect(() => {
    if (read) onReady();
  }, [!read]);
  if (!read) return null;

  const stored = async (storing: Promise<Outcome>): Promise<boolean> => {
    const outcome = await storing;
    sayOutcome(outcome);
    return outcome.ok;
  };
  const handOver = async (profile: Profile): Promise<void> => {
    // A locked record that is handed on is locked again.
    if (!profile.lock || !isUnlocked(profile.id)) setUnlocked('');
    choose({ profile: profile.id });
    await stored(store.putProfile({ ...profile, lastUsedAt: new Date().toISOString() }));
    await refresh();
    setChosen(profile);
  };
  const freshGuest = (among: readonly LearnerRecord[]): Profile => among.find((record) => !isUsed(record))?.profile ?? newProfile('');

  const desk: Desk = {
    records,
    current,
    handOver,
    handOverToNew: () => handOver(freshGuest(records.filter(({ profile }) => profile.id !== currentId))),
    async rename(name) {
      const stamp = { id: newId(), profile: currentId, at: new Date().toISOString(), contentVersion: 1, context: { locale } };
      await stored(store.append([makeEvent(stamp, 'named', 'profile', { response: [name] })]));
      await desk.putProfile({ ...current.profile, name });
    },
    async putProfile(profile) {
      await stored(store.putProfile(profile));
      await refresh();
    },
    async join({ profiles, events }) {
      const isNewcomer = !isUsed(current);
      for (const profile of profiles) await stored(store.putProfile(profile));
      await stored(store.append(events));
      const [first] = profiles.filter(({ lock }) => !lock).sort((a, b) => (a.lastUsedAt < b.lastUsedAt ? 1 : -1));
      // Who brings their record to an empty device goes on as themselves.
      if (isNewcomer && first) await handOver(first);
      else await refresh();
    },
    async erase(profile) {
      const erased = await stored(profile === null ? store.eraseAll() : store.eraseProfile(profile));
      if (!erased) return false;
      forgetTexts(profile);
      const left = await refresh();
      if (profile === null) choose({ course: '', rollout: '', phase: '', terms: '', left: '' });
      if (profile === null || profile === currentId) await handOver(freshGuest(left));
      return true;
    },
  };

  return (
    <>
      <Who desk={desk} key={currentId} onErase={setErasing} />
      <Courses courses={courses} record={current} />
      <TakingPart />
      <Keeping durability={store.durability} />
      <Backup desk={desk} hasNewerData={learner.notice?.reason === 'newer-format'} />
      <Erase desk={desk} asked={erasing} onAsk={setErasing} />
    </>
  );
}
