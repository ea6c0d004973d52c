/** Printed sheets: the country's numbers on them, and a print button where printing exists. */
import { fillCountryParts } from './Country/country-part.ts';
import { button, find, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

startShell();
void fillCountryParts();
find('[data-print]')?.append(button(t('print'), () => print(), true));
