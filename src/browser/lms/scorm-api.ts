import type { ScormEdition } from '../../core/lms/scorm.ts';
import type { SessionLog } from './session-log.ts';

/** The calls of a SCORM API, with every answer looked at. No call throws. */
export interface ScormApi {
  /** Whether the LMS takes results in this session. */
  initialize(): boolean;
  /** Empty where nothing is stored. */
  get(element: string): string;
  /** The error number: `0` for done. */
  set(element: string, value: string): string;
  commit(): boolean;
  finish(): boolean;
}

const done = '0';
/** The general error of both editions, for an API that says no without saying why. */
const unsaid = '101';

export function scormApi(api: object, { calls, codes, elements }: ScormEdition, log: SessionLog): ScormApi {
  const optional = new Set<string>();

  function call(name: string, ...args: string[]): unknown {
    try {
      return (api as Record<string, (...args: string[]) => unknown>)[name]!(...args);
    } catch (error) {
      log.fault(`${name}(${args[0] ?? ''})`, 'threw', String(error));
      return undefined;
    }
  }
  // Strings by the standard; numbers and booleans in the wild.
  const isTrue = (answer: unknown) => String(answer) === 'true';
  const lastError = () => String(call(calls.lastError) ?? '') || done;

  function report(name: string, code: string): void {
    log.fault(name, code, [call(calls.errorString, code), call(calls.diagnostic, code)].filter(Boolean).join(' · '));
  }
  function act(name: string): boolean {
    if (isTrue(call(name, ''))) return true;
    report(name, lastError());
    return false;
  }

  return {
    initialize() {
      if (act(calls.initialize)) return true;
      // A reload in an LMS that keeps the session: it has begun already, and answers.
      return call(calls.get, elements.mode) !== '' && lastError() === done && typeof call(calls.get, elements.mode) === 'string';
    },
    get(element) {
      const value = call(calls.get, element);
      const code = lastError();
      if (code !== done && !codes.unset.includes(code) && !codes.missing.includes(code)) report(`${calls.get}(${element})`, code);
      return value === null || value === undefined ? '' : String(value);
    },
    set(element, value) {
      if (optional.has(element)) return done;
      const answer = call(calls.set, element, value);
      const code = lastError();
      if (isTrue(answer) && code === done) return done;
      // Not every LMS has every element: asked once.
      if (codes.missing.includes(code)) optional.add(element);
      report(`${calls.set}(${element})`, code);
      return code === done ? unsaid : code;
    },
    commit: () => act(calls.commit),
    finish: () => act(calls.finish),
  };
}
