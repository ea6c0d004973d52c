/** An LMS in a page: scorm-again as its run time, what it has committed in the page's storage, every call written down, and faults on order. */
import { Scorm12API, Scorm2004API } from 'scorm-again';

export interface Call {
  call: string;
  args: string[];
  answer: string;
  error: string;
  /** Milliseconds since the page was opened. */
  at: number;
}

export interface SystemSettings {
  edition: 'scorm12' | 'scorm2004';
  /** Name of the attempt: the same name goes on with what was committed. */
  attempt: string;
  /** Elements that the LMS sets before the launch. */
  given?: Record<string, string>;
  /** Call → what it answers instead of doing it: a text, or `throws`. */
  faults?: Record<string, string>;
  /** Says yes to everything, and keeps nothing. */
  forgets?: boolean;
  /** Keeps so many characters of the record, and says nothing. */
  cuts?: number;
  /** Refuses a longer record with this edition's error, and keeps what it had. */
  refusesOver?: number;
}

type Api = Record<string, (...args: string[]) => unknown> & { cmi: { getCurrentTotalTime(): string }; loadFromJSON(json: object, element?: string): void; renderCMIToJSONObject(): { cmi: Record<string, never> } };

const names = {
  scorm12: { object: 'API', set: 'LMSSetValue', get: 'LMSGetValue', commit: 'LMSCommit', finish: 'LMSFinish', error: 'LMSGetLastError', record: 'cmi.suspend_data', refusal: '405' },
  scorm2004: { object: 'API_1484_11', set: 'SetValue', get: 'GetValue', commit: 'Commit', finish: 'Terminate', error: 'GetLastError', record: 'cmi.suspend_data', refusal: '406' },
};

/** What an LMS hands to the next session of an attempt; all else is the LMS's own. */
const kept = {
  scorm12: ['suspend_data', 'core.lesson_location', 'core.lesson_status', 'core.score.raw', 'core.score.min', 'core.score.max', 'student_preference.language'],
  scorm2004: ['suspend_data', 'location', 'completion_status', 'success_status', 'progress_measure', 'score.scaled', 'score.raw', 'score.min', 'score.max', 'learner_preference.language'],
};

function at(json: unknown, path: string): string {
  return String(path.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], json) ?? '');
}

function nest(flat: Record<string, string>): object {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const parts = path.split('.');
    const last = parts.pop()!;
    let inner = whole;
    for (const part of parts) inner = (inner[part] ??= {}) as Record<string, unknown>;
    inner[last] = value;
  }
  return whole;
}

export class LmsSystem {
  readonly calls: Call[] = [];
  readonly api: Api;
  private readonly settings: SystemSettings;
  private refused = '';

  constructor(settings: SystemSettings) {
    this.settings = settings;
    const { edition, given = {} } = settings;
    this.api = new (edition === 'scorm12' ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 5, mastery_override: false }) as unknown as Api;
    const own = edition === 'scorm12' ? { 'core.student_id': 'ana-7', 'core.student_name': 'Souza, Ana', 'core.credit': 'credit' } : { learner_id: 'ana-7', learner_name: 'Souza, Ana' };
    const committed = this.committed();
    const entry = Object.keys(committed).length ? 'resume' : 'ab-initio';
    this.api.loadFromJSON(nest({ ...own, [edition === 'scorm12' ? 'core.entry' : 'entry']: entry, ...given, ...Object.fromEntries(kept[edition].flatMap((path) => (committed[path] ? [[path, committed[path]]] : []))) }), '');
  }

  /** Everything that has been committed in this attempt. */
  committed(): Record<string, string> {
    return JSON.parse(localStorage.getItem(`lms:${this.settings.attempt}`) ?? '{}') as Record<string, string>;
  }

  /** The API as it hangs in the window. */
  install(target: Window = window): void {
    const { edition } = this.settings;
    const name = names[edition];
    const wrapped: Record<string, (...args: string[]) => unknown> = {};
    const calls = edition === 'scorm12'
      ? ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']
      : ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError', 'GetErrorString', 'GetDiagnostic'];
    for (const call of calls) {
      wrapped[call] = (...args) => {
        const answer = this.answer(call, args);
        if (!call.includes('Error') && !call.includes('Diagnostic')) this.calls.push({ call, args, answer: String(answer), error: this.refused || String(this.api[name.error]!()), at: performance.now() });
        return answer;
      };
    }
    (target as unknown as Record<string, unknown>)[name.object] = wrapped;
  }

  private answer(call: string, args: string[]): unknown {
    const { edition, faults = {}, forgets, cuts, refusesOver } = this.settings;
    const name = names[edition];
    const fault = faults[call];
    if (fault === 'throws') throw new Error('The LMS is broken.');
    if (fault !== undefined) return fault;
    if (call === name.error && this.refused) return this.refused;
    if (!call.includes('Error') && !call.includes('Diagnostic')) this.refused = '';
    if (forgets) return call === name.get ? '' : call === name.error ? '0' : 'true';
    if (call === name.set && args[0] === name.record) {
      if (refusesOver !== undefined && args[1]!.length > refusesOver) {
        this.refused = name.refusal;
        return 'false';
      }
      if (cuts !== undefined) return this.api[call]!(args[0], args[1]!.slice(0, cuts));
    }
    const answer = this.api[call]!(...args);
    if (call === name.commit || call === name.finish) this.keep(call === name.finish);
    return answer;
  }

  private keep(isEnd: boolean): void {
    const { cmi } = this.api.renderCMIToJSONObject();
    const paths = kept[this.settings.edition];
    const interactions = Object.values(at(cmi, 'interactions') ? ((cmi as Record<string, object>)['interactions'] ?? {}) : {});
    const total = isEnd ? { total_time: this.api.cmi.getCurrentTotalTime() } : {};
    const flat = { ...this.committed(), ...Object.fromEntries(paths.map((path) => [path, at(cmi, path)])), ...total, exit: at(cmi, this.settings.edition === 'scorm12' ? 'core.exit' : 'exit'), interactions: JSON.stringify(interactions) };
    localStorage.setItem(`lms:${this.settings.attempt}`, JSON.stringify(flat));
  }
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of globalThis.
  var lmsSystem: LmsSystem;
}

/** A page whose address says `?settings=…` is the LMS itself. */
const settings = new URLSearchParams(location.search).get('settings');
if (settings) {
  globalThis.lmsSystem = new LmsSystem(JSON.parse(settings) as SystemSettings);
  globalThis.lmsSystem.install();
}
