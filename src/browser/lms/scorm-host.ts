import type { CourseTable } from '../../core/lms/course-table.ts';
import { recordLimit } from '../../core/lms/compact-record.ts';
import { spokenName, type ScormEdition } from '../../core/lms/scorm.ts';
import { standingOf } from '../../core/lms/standing.ts';
import type { Outcome } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { deviceCopy } from './device-copy.ts';
import { findApi } from './find-api.ts';
import type { Host } from './host.ts';
import { onLeaving } from './on-leaving.ts';
import { openRecord } from './open-record.ts';
import { scormApi } from './scorm-api.ts';
import { sessionLog, type SessionLog } from './session-log.ts';

/** Most LMSs ask their server at each commit and stand still until it answers. */
const betweenCommits = 250;
const retries = [5_000, 15_000, 60_000];
/** What every LMS of an edition takes (SCORM 2004 RTE 4.1.1.3 asks for 250); the record has them all. */
const mostInteractions = 250;
/** A record that was refused for its length is offered again in these, the last of which fits into a lesson_location. */
const shorter = [recordLimit, 2000, 1000, 500, 255];

/** A session in the LMS whose API is above this window; null where there is none, or where it takes nothing. */
export function openScormHost(edition: ScormEdition, table: CourseTable, log: SessionLog = sessionLog()): Host | null {
  const found = findApi(edition.api, edition.calls.initialize);
  if (!found) return null;
  const api = scormApi(found, edition, log);
  if (!api.initialize()) return null;

  const { elements } = edition;
  const learner = api.get(elements.learner);
  const said = api.get(elements.mode);
  const mode = said === 'review' || said === 'browse' ? said : 'normal';
  const counts = mode === 'normal' && api.get(elements.credit) !== 'no-credit';
  const passMark = edition.mark(api.get(elements.mastery));
  const locale = api.get(elements.language);
  const known = new Map(edition.results.map((element) => [element, api.get(element)]));
  const now = (element: string) => known.get(element) ?? '';
  const copy = deviceCopy(`${edition.kind}:${table.id}`, learner);
  const record = openRecord({ stored: api.get(elements.record), table, name: spokenName(api.get(elements.name)), copy, isOfAttempt: false, log, write });

  let interactions = Number(api.get(elements.interactions)) || 0;
  let limit = edition.room;
  let seconds = 0;
  let answers: Event[] = [];
  let over = false;
  let lastRun = -Infinity;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((outcome: Outcome) => void)[] = [];

  function write(added: readonly Event[]): Promise<Outcome> {
    for (const event of added) {
      if (event.verb === 'stayed') seconds += event.result?.duration ?? 0;
      if (event.verb === 'answered') answers.push(event);
    }
    leaving.toTheEnd();
    if (mode !== 'normal') return Promise.resolve({ ok: true });
    if (over) return Promise.resolve(kept(false));
    return new Promise((resolve) => {
      waiting.push(resolve);
      due(Math.max(0, lastRun + betweenCommits - performance.now()));
    });
  }

  /** Later, so that the learner sees what they did before the LMS makes the page stand still. */
  function due(milliseconds: number): void {
    if (timer !== undefined && failures === 0) return;
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  }

  function run(): void {
    clearTimeout(timer);
    timer = undefined;
    if (over || mode !== 'normal') return;
    const taken = save() && api.commit();
    lastRun = performance.now();
    failures = taken ? 0 : failures + 1;
    if (taken) log.untell('refused');
    else {
      log.tell('refused');
      timer = setTimeout(run, retries[Math.min(failures, retries.length) - 1]);
    }
    const outcome = kept(taken);
    for (const resolve of waiting) resolve(outcome);
    waiting = [];
  }

  /** What the LMS did not take counts as kept where this device has it. */
  function kept(taken: boolean): Outcome {
    const here = copy.write(record.text(), taken);
    record.store.setDurability(taken ? 'kept' : here ? 'may-be-erased' : 'this-visit-only');
    return taken || here ? { ok: true } : { ok: false, reason: 'storage-denied' };
  }

  function save(): boolean {
    const taken = saveRecord();
    const place = record.place();
    if (place) {
      keep(elements.location, edition.location(place));
      if (place.locale !== locale) keep(elements.language, place.locale);
    }
    if (counts) {
      for (const event of answers) {
        const entry = interactions < mostInteractions ? edition.interaction(event, table, interactions, new Date().getTimezoneOffset()) : [];
        // An LMS that does not take the id takes nothing of the entry, and is not asked for more of it.
        if (entry.length > 0 && entry.every(([element, value], place) => api.set(element, value) === '0' || place > 0)) interactions++;
      }
      for (const [element, value] of edition.settings(standingOf(record.events(), table, passMark), now)) keep(element, value);
    }
    answers = [];
    return taken;
  }

  function keep(element: string, value: string): void {
    if (known.get(element) !== value && api.set(element, value) === '0') known.set(element, value);
  }

  /** Sets the record and looks whether it is there: some LMSs cut it, and some say yes and keep nothing. */
  function saveRecord(): boolean {
    for (const next of [limit, ...shorter.filter((length) => length < limit)]) {
      const text = record.text(next);
      if (api.set(elements.record, text) !== '0') continue;
      const echo = api.get(elements.record);
      if (echo === text) {
        limit = next;
        return true;
      }
      log.fault(elements.record, 'differs', `${echo.length} of ${text.length} characters`);
      if (!echo || !text.startsWith(echo)) {
        log.tell('keeps-nothing');
        return true;
      }
      limit = echo.length;
      const cut = record.text(limit);
      return api.set(elements.record, cut) === '0' && api.get(elements.record) === cut;
    }
    return false;
  }

  function finish(): void {
    if (over) return;
    if (mode === 'normal') {
      keep(elements.exit, 'suspend');
      api.set(elements.time, edition.time(seconds));
      run();
    }
    over = true;
    clearTimeout(timer);
    api.finish();
  }

  const leaving = onLeaving({
    hidden() {
      if (over || mode !== 'normal') return;
      api.set(elements.time, edition.time(seconds));
      run();
    },
    leave: finish,
    back: () => over && log.tell('ended'),
  });

  if (mode === 'normal') {
    // From the first moment: a page that is killed must leave a session that can be taken up again.
    keep(elements.exit, 'suspend');
    run();
  } else log.tell(mode);

  return {
    kind: edition.kind,
    store: record.store,
    profile: record.profile,
    name: record.profile.name,
    mode,
    ...(passMark !== undefined && { passMark }),
    ...(locale && { locale }),
    resume: record.place,
    keepPlace: record.keepPlace,
    newId: record.newId,
    async exit() {
      if (over) return;
      // SCORM 2004 4th edition SN 5.6: leave, and keep the attempt.
      if (edition.kind === 'scorm2004' && mode === 'normal') api.set('adl.nav.request', 'suspendAll');
      finish();
      log.tell('ended');
      window.close();
    },
    notices: log.notices,
    onNotice: log.onNotice,
    faults: log.faults,
  };
}
