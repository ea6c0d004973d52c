/** The report pages: remember the country, nothing else; the numbers are in the page. */
import { choose } from '../browser/storage/device-choices.ts';
import { findAll, startParts } from './page.ts';
import { startShell } from './Shell/shell.ts';

startShell();
startParts();
for (const link of findAll('a[data-country]')) link.addEventListener('click', () => choose({ country: link.dataset['country'] ?? '' }));
