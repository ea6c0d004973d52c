/** The start page of a rollout: takes part, for the phase that counts today, and says so. */
import { joinRollout, leaveRollout } from '../browser/rollout.ts';
import { keepPages } from '../browser/offline/keep-pages.ts';
import { choose, deviceChoices } from '../browser/storage/device-choices.ts';
import { dateAt } from '../core/certificate/calendar-date.ts';
import { readJoinCode } from '../core/rollout/join-code.ts';
import { phaseToJoin } from '../core/rollout/phases.ts';
import type { Terms } from '../core/rollout/terms.ts';
import { longDate } from './Course/long-date.ts';
import { base, data, find, findAll, locale, ready, t } from './page.ts';
import { pointToCountry, startShell } from './Shell/shell.ts';

interface Here { id: string; phases: { id: string; from: string; until?: string; code: string; name: string }[]; terms: Terms }
const { id, phases, terms } = JSON.parse(data['rollout'] ?? '{}') as Here;

const now = new Date();
const code = readJoinCode(new URLSearchParams(location.search).get('join') ?? '');
const wanted = phases.find((phase) => phase.code === code)?.id ?? null;
const today = phaseToJoin(phases, wanted, dateAt(now.toISOString(), now.getTimezoneOffset()));
const phase = phases.find((each) => each.id === today.id)!;

function join(): void {
  joinRollout(terms, phase.id);
  show();
}

function show(): void {
  const { rollout, left } = deviceChoices();
  const place = find('[data-phase]')!;
  const words = { phase: phase.name, from: longDate(phase.from), until: phase.until ? longDate(phase.until) : '' };
  place.textContent = t(today.state === 'running' && !phase.until ? 'rollout.runningOn' : `rollout.${today.state}`, words);
  place.hidden = false;
  for (const item of findAll('[data-phase-of]')) item.toggleAttribute('aria-current', item.dataset['phaseOf'] === phase.id);

  const standing = find('[data-taking-part]')!;
  standing.textContent = rollout === id ? t('rollout.takingPart', { partner: terms.partner, phase: phase.name }) : left === id ? t('rollout.hasLeft', { partner: terms.partner }) : '';
  standing.hidden = standing.textContent === '';
  find('[data-leave-rollout]')!.hidden = rollout !== id;
  find('[data-join-again]')!.hidden = rollout === id;
}

startShell();
// A phase that a learner began in stays theirs: who returns in the next one goes on where they were counted.
const { rollout, left, phase: kept } = deviceChoices();
if (rollout === id && wanted === null && phases.some((each) => each.id === kept)) joinRollout(terms, kept!);
else if (left !== id || wanted !== null) joinRollout(terms, phase.id);
if (data['country'] && !deviceChoices().country) choose({ country: data['country'] });
pointToCountry();
show();
// The certificate may ask for it where there is no line.
if (terms.ownPage) void keepPages(base, `${locale}/rollouts/${id}/read/`);
find('[data-join-again]')!.addEventListener('click', join);
find('[data-leave-rollout]')!.addEventListener('click', () => {
  leaveRollout();
  show();
});
ready();
