import type { Surroundings } from '../../core/embed/diagnosis.ts';
import { serviceWorkerReady } from '../offline/register-service-worker.ts';
import type { FrameHost } from './frame-host.ts';

/** Finds out what the browser and the page around us allow. Takes as long as a service worker takes to start. */
export async function lookAround(base: string, frame: FrameHost | null): Promise<Surroundings> {
  const [stores, worker] = await Promise.all([canStore(), hasWorker(base)]);
  return {
    framed: parent !== window,
    foreign: isForeign(),
    sandboxed: origin === 'null',
    stores,
    secure: isSecureContext,
    worker,
    host: frame?.host ?? null,
    saved: frame?.saved ?? null,
    userAgent: navigator.userAgent,
    width: innerWidth,
  };
}

function isForeign(): boolean {
  try {
    return parent.location.origin !== location.origin;
  } catch {
    return true;
  }
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('farol-probe');
      request.onerror = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase('farol-probe');
        resolve(true);
      };
    } catch {
      // Where cookies are blocked, the very name throws.
      resolve(false);
    }
  });
}

async function hasWorker(base: string): Promise<boolean> {
  return 'serviceWorker' in navigator && (await serviceWorkerReady(base)).ok;
}
