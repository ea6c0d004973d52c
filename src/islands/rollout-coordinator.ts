/** The coordinator's page: copies, the plan from the sizes that the build measured, the gate from files that never leave this device. */
import { dateAt } from '../core/certificate/calendar-date.ts';
import { phaseOn } from '../core/rollout/phases.ts';
import { button, data, findAll, ready, t } from './page.ts';
import { startGate } from './Rollout/start-gate.ts';
import { useOwnAddress } from './Rollout/own-address.ts';
import { startPlan } from './Rollout/start-plan.ts';
import { copyText } from './Shell/copy-text.ts';
import { startShell } from './Shell/shell.ts';

const { phases } = JSON.parse(data['plan'] ?? '{}') as { phases: { id: string; from: string; until?: string }[] };
const now = new Date();
const today = phaseOn(phases, dateAt(now.toISOString(), now.getTimezoneOffset()));

startShell();
useOwnAddress();
for (const part of findAll('[data-phase-of]')) part.toggleAttribute('data-now', part.dataset['phaseOf'] === today.id);
for (const part of findAll('[data-copy]')) {
  const text = part.querySelector('pre')!;
  const copy = button(t('rollout.copy'), async () => {
    const isCopied = await copyText(text.textContent ?? '');
    copy.textContent = t(isCopied ? 'rollout.copied' : 'rollout.notCopied');
    if (!isCopied) getSelection()?.selectAllChildren(text);
  });
  part.append(copy);
}
startGate();
void startPlan().then(ready);
