/**
 * Registers the service worker where there can be one (https or localhost; a laptop on plain http in a training room has none).
 * @param onUpdate called when a newer version waits, on this page or since an earlier one; calling what it is given takes it into use and reloads
 */
export function registerServiceWorker(base: string, onUpdate: (takeUpdate: () => void) => void): void {
  const serviceWorker = container();
  if (!serviceWorker) return;
  // After the page: the first visit's bytes belong to the lesson.
  const start = async () => {
    try {
      const registration = await register(serviceWorker, base);
      const offer = (worker: ServiceWorker | null) => {
        if (worker?.state === 'installed' && serviceWorker.controller) onUpdate(() => takeUpdate(serviceWorker, worker));
      };
      const watch = () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => offer(worker));
      };
      offer(registration.waiting);
      watch();
      registration.addEventListener('updatefound', watch);
    } catch {
      // Offline on the first visit, or forbidden by the browser: everything but saving works.
    }
  };
  if (document.readyState === 'complete') void start();
  else addEventListener('load', () => void start());
}

/** Absent on plain http; in a frame with a sandbox, asking is an error. */
function container(): ServiceWorkerContainer | undefined {
  try {
    return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  } catch {
    return undefined;
  }
}

function takeUpdate(container: ServiceWorkerContainer, worker: ServiceWorker): void {
  container.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage({ type: 'take-over' });
}

const register = (container: ServiceWorkerContainer, base: string) => container.register(`${base}service-worker.js`, { scope: base });

/**
 * Waits until a service worker can answer for this site; without one, saved files would never be used.
 * `offline`: it could not be loaded whole just now. `unsupported`: the browser or the address does not allow one.
 */
export async function serviceWorkerReady(base: string): Promise<{ ok: true } | { ok: false; reason: 'offline' | 'unsupported' }> {
  try {
    const { active, waiting, installing } = await register(navigator.serviceWorker, base);
    const worker = installing ?? waiting;
    if (active || !worker) return { ok: true };
    const installed = await new Promise<boolean>((resolve) => {
      const look = () => (worker.state === 'activated' || worker.state === 'redundant') && resolve(worker.state === 'activated');
      worker.addEventListener('statechange', look);
      look();
    });
    return installed ? { ok: true } : { ok: false, reason: 'offline' };
  } catch (error) {
    return { ok: false, reason: (error as Error).name === 'SecurityError' ? 'unsupported' : 'offline' };
  }
}
