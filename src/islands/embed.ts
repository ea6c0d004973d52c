/** A course, or one module, in a frame of somebody else's page. */
import { registerServiceWorker } from '../browser/offline/register-service-worker.ts';
import { fetchRollout } from '../browser/rollout-file.ts';
import { startApp } from './Embed/app.ts';
import { deviceHost } from './Embed/device-host.ts';
import { optionsIn, withRollout, type Options } from './Embed/options.ts';
import { framed } from './Framed/framed.ts';
import { base, data } from './page.ts';

/** Milliseconds that a learner waits for the partner's brand: the course is what they came for. */
const patience = 3000;

async function start(): Promise<void> {
  const asked = optionsIn(location.search);
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const [host, rollout] = await Promise.all([deviceHost(asked.start), asked.rollout ? Promise.race([fetchRollout(base, asked.rollout), late]) : null]);
  const options = ({ documentElement }: Document): Options => (rollout ? withRollout(asked, rollout, data['course'] ?? '', documentElement.lang) : asked);
  await startApp(await framed(host, options(document).passMark), options);
}

// An update waits for the next visit: a course in a frame has no place to ask.
registerServiceWorker(base, () => {});
void start();
