/** A copy of the record on this device: what an LMS did not take, or lost, is still here at the next launch. */
import { crc32 } from '../../core/progress/crc32.ts';
import { encodeUtf8 } from '../../core/progress/utf8.ts';

export interface DeviceCopy {
  read(): string;
  /** Whether it was kept. */
  write(text: string): boolean;
}

/**
 * @param of      what the record is of: course, format, registration
 * @param learner as the LMS names them; without it nothing is kept, since another learner of this device could be given it
 */
export function deviceCopy(of: string, learner: string): DeviceCopy {
  const bytes = encodeUtf8(learner);
  // A computer that many share should not list who has learned on it.
  const key = `farol:lms:${of}:${[bytes, [...bytes].reverse()].map((each) => crc32(each).toString(36)).join('-')}`;
  return {
    read() {
      try {
        return (learner && localStorage.getItem(key)) || '';
      } catch {
        return '';
      }
    },
    write(text) {
      if (!learner) return false;
      try {
        localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
