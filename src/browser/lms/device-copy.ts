/** A copy of the record on this device: what an LMS did not take, or lost, is still here at the next launch. */
import { crc32 } from '../../core/progress/crc32.ts';
import { encodeUtf8 } from '../../core/progress/utf8.ts';

export interface DeviceCopy {
  /** `taken`: the LMS has had it. An empty text for none. */
  read(): { text: string; taken: boolean };
  /** Whether it was kept. */
  write(text: string, taken: boolean): boolean;
}

/**
 * @param of      what the record is of: course, format, registration
 * @param learner as the LMS names them; without it nothing is kept, since another learner of this device could be given it
 */
export function deviceCopy(of: string, learner: string): DeviceCopy {
  const key = `farol:lms:${of}:${fingerprint(learner)}`;
  return {
    read() {
      const kept = (learner && readLocal(key)) || '';
      return { text: kept.slice(1), taken: kept.startsWith('+') };
    },
    write: (text, taken) => learner !== '' && writeLocal(key, `${taken ? '+' : '-'}${text}`),
  };
}

/** A computer that many share should not list who has learned on it. */
export function fingerprint(text: string): string {
  const bytes = encodeUtf8(text);
  return [bytes, [...bytes].reverse()].map((each) => crc32(each).toString(36)).join('-');
}

/** Null where there is nothing, or where the browser refuses. */
export function readLocal(key: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

export function writeLocal(key: string, value: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): boolean {
  try {
    window[storage].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
