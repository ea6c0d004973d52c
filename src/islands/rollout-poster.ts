/** Posters: the phase and the paper, and the address under which this site is opened. */
import { dateAt } from '../core/certificate/calendar-date.ts';
import { phaseOn } from '../core/rollout/phases.ts';
import { button, data, find, findAll, ready, t } from './page.ts';
import { useOwnAddress } from './Rollout/own-address.ts';
import { startShell } from './Shell/shell.ts';

const phases = JSON.parse(data['phases'] ?? '[]') as { id: string; from: string; until?: string }[];
const form = find<HTMLFormElement>('[data-poster-form]')!;
const now = new Date();

function show(): void {
  const chosen = new FormData(form);
  document.body.dataset['paper'] = String(chosen.get('size'));
  for (const poster of findAll('[data-poster]')) poster.hidden = poster.dataset['poster'] !== chosen.get('phase');
}

startShell();
useOwnAddress();
form.hidden = false;
form.querySelector<HTMLInputElement>(`[name="phase"][value="${phaseOn(phases, dateAt(now.toISOString(), now.getTimezoneOffset())).id}"]`)!.checked = true;
form.addEventListener('change', show);
show();
find('[data-print]')!.append(button(t('print'), () => print(), true));
ready();
