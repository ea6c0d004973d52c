/** Has a folder on a web server kept for offline use (service-worker/folder-worker.ts). Over plain http, or in a strict frame, the course works without. */
navigator.serviceWorker?.register('service-worker.js').catch(() => {});
