/** What the LMS tests call inside the page of a course. Bundled by the specs. */
import type { CourseTable } from '../../src/core/lms/course-table.ts';
import { cmi5Launch, xapiLaunch } from '../../src/core/lms/launch.ts';
import { scorm12 } from '../../src/core/lms/scorm12.ts';
import { scorm2004 } from '../../src/core/lms/scorm2004.ts';
import type { PackageFormat } from '../../src/core/package/config.ts';
import type { Event } from '../../src/core/progress/events.ts';
import { foldProfile } from '../../src/core/progress/fold.ts';
import { countActiveTime } from '../../src/browser/active-time.ts';
import { findApi } from '../../src/browser/lms/find-api.ts';
import type { Host } from '../../src/browser/lms/host.ts';
import { openLrsHost } from '../../src/browser/lms/lrs-host.ts';
import { openHost } from '../../src/browser/lms/open-host.ts';
import { openScormHost } from '../../src/browser/lms/scorm-host.ts';
import { eventStoreContract, reopeningContract } from '../contracts/event-store.contract.ts';
import { LmsSystem, type SystemSettings } from './lms-system.page.ts';

const asJson = async <T>(path: string): Promise<T> => (await fetch(path)).json() as Promise<T>;
let attempts = 0;

/** A new attempt in a new LMS each time `open` is called; `reopen` is the next session of the last one. */
function scormPlace(edition: 'scorm12' | 'scorm2004', table: CourseTable) {
  let settings: SystemSettings;
  let host: Host | null;
  const begin = () => {
    new LmsSystem(settings).install();
    host = openScormHost(edition === 'scorm12' ? scorm12 : scorm2004, table)!;
    return host.store;
  };
  return {
    async open() {
      localStorage.clear();
      settings = { edition, attempt: `contract-${++attempts}` };
      return begin();
    },
    async reopen() {
      return begin();
    },
    profile: () => host!.profile.id,
  };
}

function lrsPlace(kind: 'cmi5' | 'xapi', table: CourseTable) {
  let query: Record<string, string>;
  let host: Host;
  const begin = async () => {
    const launch = kind === 'cmi5' ? cmi5Launch(query)! : xapiLaunch(query, 'urn:farol:course:manager')!;
    host = await openLrsHost({ kind, launch, table });
    return host.store;
  };
  return {
    async open() {
      query = await asJson(`/launch?kind=${kind}`);
      return begin();
    },
    async reopen() {
      await new Promise((resolve) => setTimeout(resolve, 600));
      query = await asJson(`/launch?kind=${kind}&registration=${query['registration']}`);
      return begin();
    },
    profile: () => host.profile.id,
  };
}

const course = {
  host: null as unknown as Host,
  table: null as unknown as CourseTable,
  findApi,
  foldProfile,
  countActiveTime,
  /** Opens the course, and says what it has become. */
  async open(format: PackageFormat, change: Partial<CourseTable> = {}) {
    course.table = { ...(await asJson<CourseTable>('/table')), ...change };
    course.host = await openHost({ format, activity: 'urn:farol:course:manager' }, course.table);
    const { kind, mode, name, passMark, locale } = course.host;
    return { kind, mode, name, passMark, locale, reasons: course.reasons() };
  },
  reasons: () => course.host.notices().map(({ reason }) => reason),
  faults: () => course.host.faults().map(({ call, code }) => `${call} ${code}`),
  async events(): Promise<Event[]> {
    return course.host.store.read(course.host.profile.id);
  },
  /** Does again what a thorough learner did, with ids and instants of this session. */
  async doAll(from = 0, to = Infinity): Promise<void> {
    const events = (await asJson<Event[]>('/events')).slice(from, to);
    const { host } = course;
    const start = Date.now();
    await host.store.append(events.map((event, place) => ({ ...event, id: host.newId(), profile: host.profile.id, at: new Date(start + place).toISOString() })));
  },
  async answer(question = 'manager-case/skip-the-papers', response = ['say-no-and-report'], success = true) {
    const { host } = course;
    return host.store.append([
      {
        id: host.newId(), profile: host.profile.id, verb: 'answered', object: `question:${question as 'a/b'}`, result: { response, score: Number(success), success },
        context: { locale: 'en', course: 'manager' }, at: new Date().toISOString(), contentVersion: 1,
      },
    ]);
  },
  async finishQuiz(score: number, passMark = 80) {
    const { host } = course;
    const attempt = { id: host.newId(), purpose: 'quiz' as const, seed: 4294967297, draw: ['manager-case/police-work'] };
    return host.store.append([
      {
        id: host.newId(), profile: host.profile.id, verb: 'finished', object: 'quiz:manager', result: { response: [], score, success: score * 100 >= passMark },
        context: { locale: 'en', course: 'manager', attempt }, at: new Date().toISOString(), contentVersion: 1,
      },
    ]);
  },
  async completeModules() {
    const { host, table } = course;
    return host.store.append(
      table.modules.map(({ id }) => ({
        id: host.newId(), profile: host.profile.id, verb: 'completed' as const, object: `module:${id}` as const, context: { locale: 'en', course: 'manager', module: id }, at: new Date().toISOString(), contentVersion: 1,
      })),
    );
  },
  async stay(duration: number) {
    const { host } = course;
    return host.store.append([
      { id: host.newId(), profile: host.profile.id, verb: 'stayed', object: 'module:manager-case', result: { duration }, context: { locale: 'en', course: 'manager' }, at: new Date().toISOString(), contentVersion: 1 },
    ]);
  },
  async runCase(kind: 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi', name: string): Promise<void> {
    const table = await asJson<CourseTable>('/table');
    const place = kind === 'cmi5' || kind === 'xapi' ? lrsPlace(kind, table) : scormPlace(kind, table);
    const basic = eventStoreContract.find((one) => one.name === name);
    return basic ? basic.run(() => place.open()) : reopeningContract.find((one) => one.name === name)!.run(place);
  },
};

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of globalThis.
  var course: typeof courseInPage;
}
declare const courseInPage: typeof course;

globalThis.course = course;
