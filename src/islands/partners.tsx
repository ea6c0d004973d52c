/** Takes Farol into a partner's own systems: the line to embed a course, and packages made in the browser. */
import { render } from 'preact';
import { fetchCatalog } from './Partners/make-package.ts';
import { Partners } from './Partners/Partners.tsx';
import { button, find, locale, plain, ready, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

const place = find('[data-maker]')!;

async function show(): Promise<void> {
  try {
    const catalog = await fetchCatalog(locale);
    place.replaceChildren();
    render(<Partners catalog={catalog} />, place);
  } catch {
    place.replaceChildren(plain('p', 'notice', t('partners.offline')), button(t('search.again'), () => void show()));
  }
  ready();
}

startShell();
void show();
