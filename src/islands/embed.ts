/** A course, or one module, in a frame of somebody else's page. */
import { registerServiceWorker } from '../browser/offline/register-service-worker.ts';
import { startApp } from './Embed/app.ts';
import { deviceHost } from './Embed/device-host.ts';
import { optionsIn } from './Embed/options.ts';
import { framed } from './Framed/framed.ts';
import { base } from './page.ts';

const options = optionsIn(location.search);

// An update waits for the next visit: a course in a frame has no place to ask.
registerServiceWorker(base, () => {});
void deviceHost().then(framed).then((host) => startApp(host, () => options));
