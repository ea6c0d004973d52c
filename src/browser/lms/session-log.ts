/** What a session has to tell the learner, and what it has to tell whoever supports them. */
import { subscribers } from '../storage/subscribers.ts';
import type { HostFault, HostNotice, HostReason } from './host.ts';

const mostFaults = 100;

export interface SessionLog {
  notices(): readonly HostNotice[];
  onNotice(changed: () => void): () => void;
  faults(): readonly HostFault[];
  tell(reason: HostReason, act?: () => Promise<void>): void;
  untell(reason: HostReason): void;
  fault(call: string, code: string, text?: string): void;
}

export function sessionLog(): SessionLog {
  const notices = new Map<HostReason, HostNotice>();
  const faults: HostFault[] = [];
  const { notify, subscribe } = subscribers();
  return {
    notices: () => [...notices.values()],
    onNotice: subscribe,
    faults: () => faults,
    tell(reason, act) {
      if (notices.has(reason)) return;
      notices.set(reason, { reason, ...(act && { act }) });
      notify();
    },
    untell(reason) {
      if (notices.delete(reason)) notify();
    },
    fault(call, code, text = '') {
      if (faults.length < mostFaults) faults.push({ at: new Date().toISOString(), call, code, text: text.slice(0, 500) });
    },
  };
}
