/** What a folder on a web server has beside the course: a service worker that keeps the folder for offline use, and nothing outside it. */

/** Registers the service worker; where there is none (plain http, a file, a strict frame) the course works without. */
export const registration = `navigator.serviceWorker?.register('service-worker.js').catch(()=>{});\n`;

/**
 * The text of `service-worker.js`. All files come from one cache that belongs to this folder and this version, so that old and new never mix;
 * a newer version takes over when the last page of the older one is closed.
 * @param version changes with the content
 * @param files relative to the folder
 */
export function folderServiceWorker(version: string, files: readonly string[]): string {
  return `const kept=${JSON.stringify(['./', ...files])};
const ours='farol-package '+registration.scope+' ';
const name=ours+${JSON.stringify(version)};
addEventListener('install',(event)=>event.waitUntil(caches.open(name).then((cache)=>cache.addAll(kept))));
addEventListener('activate',(event)=>event.waitUntil(caches.keys().then((names)=>Promise.all(names.filter((other)=>other.startsWith(ours)&&other!==name).map((other)=>caches.delete(other)))).then(()=>clients.claim())));
addEventListener('fetch',(event)=>{
if(event.request.method==='GET'&&event.request.url.startsWith(registration.scope))event.respondWith(caches.match(event.request,{cacheName:name,ignoreSearch:true,ignoreVary:true}).then((found)=>found??fetch(event.request)));
});
`;
}
