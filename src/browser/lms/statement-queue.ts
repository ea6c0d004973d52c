import type { Statement } from '../../core/lms/statements.ts';
import { isRecord } from '../../core/progress/event-shape.ts';
import { readLocal, writeLocal } from './device-copy.ts';

export interface QueuedStatement {
  statement: Statement;
  /** Session it is sent in. */
  session: string;
  /** Made in an earlier session, whose answer never came: the LMS may have it already. */
  late?: boolean;
}

/** Statements that have not been taken yet, in their order; on this device until they are, so that a reload or an empty battery loses none. */
export interface StatementQueue {
  all(): readonly QueuedStatement[];
  /** Whether it is kept on this device. */
  add(...queued: QueuedStatement[]): boolean;
  addFirst(queued: QueuedStatement): void;
  replace(queued: readonly QueuedStatement[]): void;
  /** Takes out the statements with these ids. */
  drop(ids: ReadonlySet<string>): void;
}

export function statementQueue(key: string): StatementQueue {
  let queue = stored(key);
  const keep = () => writeLocal(key, JSON.stringify(queue));
  return {
    all: () => queue,
    add(...queued) {
      queue = [...queue, ...queued];
      return keep();
    },
    addFirst(queued) {
      queue = [queued, ...queue];
      keep();
    },
    replace(queued) {
      queue = [...queued];
      keep();
    },
    drop(ids) {
      queue = queue.filter(({ statement }) => !ids.has(statement.id));
      keep();
    },
  };
}

function stored(key: string): QueuedStatement[] {
  try {
    const value: unknown = JSON.parse(readLocal(key) ?? '[]');
    return Array.isArray(value) ? (value.filter((each) => isRecord(each) && isRecord(each['statement'])) as unknown as QueuedStatement[]) : [];
  } catch {
    return [];
  }
}
