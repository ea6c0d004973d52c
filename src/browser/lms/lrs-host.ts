/** A course in an LMS that speaks cmi5, or in one that launches xAPI content (Tin Can). */
import { inTemplate, onceId, readLaunchData, sessionStatement, type LaunchData, type SessionVerb } from '../../core/lms/cmi5.ts';
import type { CourseTable } from '../../core/lms/course-table.ts';
import { agentKey, agentName, type Launch } from '../../core/lms/launch.ts';
import { standingOf } from '../../core/lms/standing.ts';
import { extension, statementOf, type Statement } from '../../core/lms/statements.ts';
import { isRecord } from '../../core/progress/event-shape.ts';
import type { Outcome } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { newId } from '../storage/new-id.ts';
import { deviceCopy, fingerprint, readLocal, writeLocal } from './device-copy.ts';
import type { Host } from './host.ts';
import { ask, isPassing, lrs, outlivesPage, type Lrs, type LrsAnswer } from './lrs.ts';
import { onLeaving } from './on-leaving.ts';
import { openRecord, type OpenedRecord } from './open-record.ts';
import { sessionLog, type SessionLog } from './session-log.ts';
import { statementQueue, type QueuedStatement } from './statement-queue.ts';

/** The document of the State API that holds the record (xAPI 1.0.3, Part Three, 2.3). */
const recordState = 'farol-record';
const betweenSaves = 250;
const batchSize = 20;
const retries = [2_000, 5_000, 15_000, 60_000];
const openPatience = 6_000;
/** An exit waits this long for what is not sent yet; it is sent at the next launch. */
const exitPatience = 5_000;

/** What a tab remembers of its session: a token is given once, and a reload must go on with it. */
interface TabSession {
  token?: string;
  started: string;
  initialized: boolean;
  over: boolean;
}

/** What a registration has been told already. */
interface Told {
  completed: boolean;
  passed: boolean;
}

export interface LrsOptions {
  kind: 'cmi5' | 'xapi';
  launch: Launch;
  table: CourseTable;
  log?: SessionLog;
  /** Milliseconds that a request may take. */
  patience?: number;
}

export async function openLrsHost({ kind, launch, table, log = sessionLog(), patience = 20_000 }: LrsOptions): Promise<Host> {
  const learner = agentKey(launch.actor);
  const of = fingerprint([launch.registration, launch.activity, learner, table.id].join(' '));
  const tabKey = `farol:tab:${fingerprint(launch.fetch ?? of)}`;
  const session = readTabSession(tabKey, kind);
  const queue = statementQueue(`farol:unsent:${of}`);
  const copy = deviceCopy(`${kind}:${table.id}:${fingerprint(launch.registration ?? '')}`, learner);

  let server: Lrs | null = null;
  let data: LaunchData = readLaunchData(null);
  let locale: string | undefined;
  let told: Told = { completed: false, passed: false };
  /** Nothing more may be sent: the session is over, or was never allowed. */
  let silent = session.over;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let pumping: Promise<void> | null = null;
  let connecting: Promise<string | null> | null = null;
  let oneByOne = 0;
  let triedHere = false;
  let unsaved = false;
  let reloading = false;
  /** Statements on their way: a browser that closes the page sends them on. */
  let flying: readonly QueuedStatement[] = [];

  const tab = (change: Partial<TabSession>) => writeLocal(tabKey, JSON.stringify(Object.assign(session, change)), 'sessionStorage');
  const mode = () => (data.launchMode === 'Normal' ? 'normal' : data.launchMode === 'Browse' ? 'browse' : 'review');
  const where = (stateId: string) => ({
    stateId,
    activityId: launch.activity,
    agent: JSON.stringify(launch.actor),
    ...(launch.registration && { registration: launch.registration }),
  });

  if (silent) log.tell('ended');
  const first = silent ? null : await inTime(connect());
  const record: OpenedRecord = openRecord({ stored: first, table, name: agentName(launch.actor), copy, isOfAttempt: launch.registration !== undefined, log, write });
  const passMark = passMarkNow();

  /** A course does not wait longer for an LMS than a learner would; what comes later is joined with what was done meanwhile. */
  function inTime(greeting: Promise<string | null>): Promise<string | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log.tell('waiting');
        resolve(null);
        void greeting.then(join);
      }, openPatience);
      void greeting.then((stored) => {
        clearTimeout(timer);
        resolve(stored);
      });
    });
  }

  function join(stored: string | null): void {
    if (stored === null) return;
    record.join(stored);
    say();
    void save();
  }

  /** One at a time: a token is asked for once. */
  function connect(): Promise<string | null> {
    connecting ??= greet()
      .catch((error: unknown) => {
        log.fault('launch', 'threw', String(error));
        return refuse();
      })
      .finally(() => (connecting = null));
    return connecting;
  }

  /** Token, launch data, preferences, record. Null where the LMS cannot be reached at the moment; then it goes on by itself. */
  async function greet(): Promise<string | null> {
    const authorization = kind === 'cmi5' ? await takeToken() : (launch.auth ?? '');
    if (!authorization) return null;
    const version = kind === 'cmi5' ? '1.0.3' : await versionOf();
    const asked = lrs({ endpoint: launch.endpoint, authorization, version }, log, patience);
    if (kind === 'cmi5') {
      const answer = await asked({ method: 'GET', path: 'activities/state', query: where('LMS.LaunchData') });
      if (isRefused(answer)) return refuse();
      if (isPassing(answer.status)) return later();
      data = readLaunchData(fromJson(answer.text));
      const preferences = await asked({ method: 'GET', path: 'agents/profile', query: { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(launch.actor) } });
      const languages = preferences.status === 200 ? fromJson(preferences.text)['languagePreference'] : undefined;
      if (typeof languages === 'string') locale = languages.split(',')[0]?.trim() || undefined;
    }
    const answer = await asked({ method: 'GET', path: 'activities/state', query: where(recordState) });
    if (isRefused(answer)) return refuse();
    if (isPassing(answer.status)) return later();
    const kept = answer.status === 200 ? fromJson(answer.text) : {};
    told = { completed: kept['completed'] === true, passed: kept['passed'] === true };
    server = asked;
    failures = 0;
    log.untell('waiting');
    if (mode() !== 'normal') log.tell(mode() as 'review' | 'browse');
    begin();
    return typeof kept['record'] === 'string' ? kept['record'] : '';
  }

  /** cmi5 8.2: the token is asked for once, with POST; an error comes with status 200 as well. */
  async function takeToken(): Promise<string | null> {
    if (!session.token) {
      const answer = await ask('POST fetch', launch.fetch!, { method: 'POST' }, log, patience);
      const token = fromJson(answer.text)['auth-token'];
      if (isPassing(answer.status)) return later();
      if (typeof token !== 'string') {
        if (answer.status === 200) log.fault('POST fetch', 'refused', answer.text);
        return refuse();
      }
      tab({ token });
    }
    return `Basic ${session.token}`;
  }

  /** xAPI 1.0.3, Part Three, 2.8: what an LRS speaks it says under `about`. */
  async function versionOf(): Promise<string> {
    const answer = await lrs({ endpoint: launch.endpoint, authorization: launch.auth ?? '', version: '1.0.3' }, log, patience)({ method: 'GET', path: 'about' });
    const versions = fromJson(answer.text)['version'];
    const isOnlyNew = Array.isArray(versions) && versions.length > 0 && versions.every((version) => String(version).startsWith('2.'));
    return isOnlyNew ? String(versions[0]) : '1.0.3';
  }

  function refuse(): null {
    silent = true;
    log.tell('token-refused');
    return null;
  }

  function later(): null {
    log.tell('waiting');
    failures++;
    clearTimeout(retry);
    retry = setTimeout(goOn, retries[Math.min(failures, retries.length) - 1]);
    return null;
  }

  /** After a pause, or when the line is back. */
  function goOn(): void {
    clearTimeout(retry);
    if (silent) return;
    if (server) {
      if (unsaved) void save();
      void pump();
    } else if (!connecting) void connect().then(join);
  }
  addEventListener('online', goOn);

  /** What an earlier session did not get rid of comes in this one, after its own beginning: an LMS takes nothing for a session that is over (cmi5 9.3.8). */
  function begin(): void {
    const late = queue.all().filter(({ session: other }) => other !== session.started && kind === 'cmi5');
    if (late.length > 0) {
      const left = late.filter(({ statement }) => !/\/(initialized|terminated|failed)$/.test(statement.verb.id)).map(({ statement }) => ({ session: session.started, late: true, statement: inThisSession(statement) }));
      queue.replace([...left, ...queue.all().filter((queued) => !late.includes(queued))]);
    }
    if (!session.initialized) initialize();
    void pump();
  }

  function initialize(): void {
    queue.addFirst({ session: session.started, statement: sessionStatement('initialized', launch, { id: newId(), timestamp: session.started, seconds: 0 }, kind === 'cmi5' ? data : undefined) });
    tab({ initialized: true });
  }

  /** A session holds what happened in it (cmi5 9.3, order by timestamp): anything else is dated now, and says when it was. */
  function inThisSession(statement: Statement): Statement {
    const now = new Date().toISOString();
    if (kind !== 'cmi5' || (statement.timestamp >= session.started && statement.timestamp <= now)) return statement;
    const extensions = { [extension('at')]: statement.timestamp, ...statement.context.extensions };
    return { ...statement, timestamp: now, context: { ...statement.context, extensions } };
  }

  function write(added: readonly Event[]): Promise<Outcome> {
    leaving.toTheEnd();
    if (mode() !== 'normal') return Promise.resolve({ ok: true });
    const mine = added.filter(({ profile }) => profile === record.profile.id);
    triedHere ||= mine.some(({ verb, context }) => verb === 'finished' && context.attempt?.purpose === 'quiz');
    const statements = mine.map((event) => statementOf(event, table, launch.actor, launch.registration)).filter((statement) => statement !== null);
    const queued = queue.add(...statements.map((statement) => ({ session: session.started, statement: inThisSession(statement) })));
    say();
    saveSoon();
    void pump();
    const here = copy.write(record.text(), false);
    if (!server || silent) record.store.setDurability(here ? 'may-be-erased' : 'this-visit-only');
    return Promise.resolve(here || queued ? { ok: true } : { ok: false, reason: 'storage-denied' });
  }

  /** `completed` and `passed`, each once in a registration. */
  function say(): void {
    if (!server || silent || mode() !== 'normal') return;
    const { completed, passed } = standingOf(record.events(), table, passMarkNow());
    if (completed) sayOnce('completed');
    if (passed) sayOnce('passed');
  }

  function sayOnce(verb: 'completed' | 'passed'): void {
    const id = onceId(launch, verb) ?? newId();
    const isSaid = told[verb] || queue.all().some(({ statement }) => statement.verb.id.endsWith(`expapi/verbs/${verb}`));
    if (!isSaid) sayOfSession(verb, id);
  }

  function sayOfSession(verb: SessionVerb, id: string): void {
    const { seconds, scaled } = standingOf(record.events(), table, passMarkNow());
    const now = Date.now();
    const facts = {
      id,
      timestamp: new Date(now).toISOString(),
      seconds: verb === 'terminated' ? (now - Date.parse(session.started)) / 1000 : seconds,
      ...(scaled !== null && { scaled }),
    };
    queue.add({ session: session.started, statement: sessionStatement(verb, launch, facts, kind === 'cmi5' ? data : undefined) });
  }

  function passMarkNow(): number | undefined {
    return data.masteryScore === undefined ? undefined : Math.round(data.masteryScore * 1e6) / 1e4;
  }

  function prepared({ statement }: QueuedStatement): Statement {
    return { ...statement, context: inTemplate(statement.context, data.contextTemplate) };
  }

  /** Sends what waits, in order, a batch at a time. */
  function pump(): Promise<void> {
    pumping ??= sendAll().finally(() => (pumping = null));
    return pumping;
  }

  async function sendAll(): Promise<void> {
    while (server && !silent && queue.all().length > 0) {
      const batch = queue.all().slice(0, oneByOne > 0 ? 1 : batchSize);
      flying = batch;
      const { status } = await server({ method: 'POST', path: 'statements', body: batch.map(prepared) });
      flying = [];
      if (isPassing(status)) return void later();
      if (status === 403) {
        silent = true;
        return log.tell('ended');
      }
      if (status === 401) return void refuse();
      const isTaken = status >= 200 && status < 300;
      // One id that is there already, or one faulty statement, has a whole batch refused.
      if (!isTaken && batch.length > 1) {
        oneByOne = batch.length;
        continue;
      }
      if (!isTaken && status !== 409) log.tell('rejected');
      oneByOne = Math.max(0, oneByOne - 1);
      failures = 0;
      log.untell('waiting');
      queue.drop(new Set(batch.map(({ statement }) => statement.id)));
      for (const { statement } of batch) settle(statement.verb.id);
    }
  }

  function settle(verb: string): void {
    for (const once of ['completed', 'passed'] as const) {
      if (verb !== `http://adlnet.gov/expapi/verbs/${once}` || told[once]) continue;
      told = { ...told, [once]: true };
      saveSoon();
    }
  }

  function saveSoon(): void {
    unsaved = true;
    saving ??= setTimeout(save, betweenSaves);
  }

  async function save(): Promise<void> {
    clearTimeout(saving);
    saving = undefined;
    if (!server || silent || mode() !== 'normal') return;
    const text = record.text();
    const { status } = await server({ method: 'PUT', path: 'activities/state', query: where(recordState), body: { record: text, ...told } });
    const taken = status >= 200 && status < 300;
    unsaved = !taken;
    if (isPassing(status)) later();
    else if (taken) log.untell('refused');
    else log.tell('refused');
    const here = copy.write(text, taken);
    record.store.setDurability(taken ? 'kept' : here ? 'may-be-erased' : 'this-visit-only');
  }

  /** `failed` waits until the end: a session has one of passed and failed (cmi5 9.3), and a learner may try again. */
  function terminate(): void {
    if (!session.initialized || session.over) return;
    if (mode() === 'normal' && triedHere && !told.passed && standingOf(record.events(), table, passMarkNow()).passed === false) sayOfSession('failed', newId());
    sayOfSession('terminated', newId());
    tab({ over: true });
  }

  const leaving = onLeaving({
    hidden() {
      void save();
      void pump();
    },
    leave() {
      if (silent || session.over) return;
      void save();
      // A reload goes on with the token of this session; where the browser does not tell one, the LMS opens the next session.
      if (!reloading) terminate();
      // One that the LMS has already would have all of them refused, the end of the session with them.
      const rest = queue.all().filter((queued) => !queued.late && !flying.includes(queued));
      const body = rest.map(prepared);
      if (server && rest.length > 0 && new Blob([JSON.stringify(body)]).size <= outlivesPage) void server({ method: 'POST', path: 'statements', body });
      silent = session.over;
    },
    back: () => session.over && log.tell('ended'),
  });
  // The two ways of a reload that a page can tell from being closed.
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => (reloading = key === 'F5' || (key.toLowerCase() === 'r' && (ctrlKey || metaKey))), true);
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigate', (event) => (reloading = (event as { navigationType?: string }).navigationType === 'reload'));

  // What was reached before, and was never taken.
  say();
  void pump();

  return {
    kind,
    store: record.store,
    profile: record.profile,
    name: record.profile.name,
    get mode() {
      return mode();
    },
    ...(passMark !== undefined && { passMark }),
    ...(locale !== undefined && { locale }),
    resume: record.place,
    keepPlace: record.keepPlace,
    newId: record.newId,
    async exit() {
      if (!session.over && !silent) {
        await save();
        terminate();
        await Promise.race([pump(), new Promise((resolve) => setTimeout(resolve, Math.min(exitPatience, patience)))]);
        silent = true;
      }
      log.tell('ended');
      if (data.returnURL) location.assign(data.returnURL);
      else window.close();
    },
    notices: log.notices,
    onNotice: log.onNotice,
    faults: log.faults,
  };
}

function isRefused({ status }: LrsAnswer): boolean {
  return status === 401 || status === 403;
}

/** A tab that comes back to a session of cmi5 that is over has no other; an xAPI launch may begin again. */
function readTabSession(key: string, kind: 'cmi5' | 'xapi'): TabSession {
  const kept = fromJson(readLocal(key, 'sessionStorage') ?? '') as Partial<TabSession>;
  const isOld = typeof kept.started === 'string' && !(kind === 'xapi' && kept.over);
  return isOld ? { initialized: false, over: false, ...kept, started: kept.started! } : { started: new Date().toISOString(), initialized: false, over: false };
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
