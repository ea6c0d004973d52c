/** Takes Farol into a partner's own systems: the line to embed a course, and packages made in the browser. */
import { render } from 'preact';
import { fetchRollout } from '../browser/rollout-file.ts';
import { fetchCatalog } from './Partners/make-package.ts';
import { Partners } from './Partners/Partners.tsx';
import { base, button, find, locale, plain, ready, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

const place = find('[data-maker]')!;

async function show(): Promise<void> {
  try {
    const asked = new URLSearchParams(location.search);
    const id = asked.get('rollout');
    const [catalog, rollout] = await Promise.all([fetchCatalog(locale), id ? fetchRollout(base, id) : null]);
    const form = plain('div');
    place.replaceChildren(...(id && !rollout ? [plain('p', 'notice', t('partners.noRollout', { rollout: `\u2068${id}\u2069` }))] : []), form);
    render(<Partners catalog={catalog} rollout={rollout} phaseAsked={rollout?.phases.find((phase) => phase.id === asked.get('phase'))?.id ?? ''} />, form);
  } catch {
    place.replaceChildren(plain('p', 'notice', t('partners.offline')), button(t('search.again'), () => void show()));
  }
  ready();
}

startShell();
void show();
