/**
 * Registers the service worker where there can be one (https or localhost; a laptop on plain http in a training room has none).
 * @param onUpdate called when a newer version waits; calling what it is given takes the newer version into use and reloads
 */
export function registerServiceWorker(base: string, onUpdate: (takeUpdate: () => void) => void): void {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  // After the page: the first visit's bytes belong to the lesson.
  const register = async () => {
    try {
      const registration = await serviceWorker.register(`${base}service-worker.js`, { scope: base });
      const offer = (worker: ServiceWorker | null) => {
        if (worker && serviceWorker.controller) onUpdate(() => takeUpdate(serviceWorker, worker));
      };
      offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed') offer(worker);
        });
      });
    } catch {
      // Offline on the first visit, or forbidden by the browser: everything but saving works.
    }
  };
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register());
}

function takeUpdate(container: ServiceWorkerContainer, worker: ServiceWorker): void {
  container.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage({ type: 'take-over' });
}
