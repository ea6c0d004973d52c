/** The report pages: remember the country; the numbers are in the page. Whom to tell at work stands below those for danger, never in their place. */
import { joinedTerms } from '../browser/rollout.ts';
import { choose } from '../browser/storage/device-choices.ts';
import { contactIn } from '../core/rollout/terms.ts';
import { contactCard } from './Embed/frame.ts';
import { find, findAll, locale, startParts } from './page.ts';
import { startShell } from './Shell/shell.ts';

startShell();
startParts();
for (const link of findAll('a[data-country]')) link.addEventListener('click', () => choose({ country: link.dataset['country'] ?? '' }));

const terms = joinedTerms();
const contact = terms && contactIn(terms, locale);
if (contact) find('#lines .group')?.after(contactCard(contact, contact.locale));
