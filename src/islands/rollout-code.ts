/** Leads from a code, however it was typed, to the start page it stands for. */
import { readJoinCode } from '../core/rollout/join-code.ts';
import { base, data, find, locale, ready, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

const codes = JSON.parse(data['codes'] ?? '{}') as Record<string, string>;
const field = find<HTMLInputElement>('#code')!;
const problem = find('#code-problem')!;

startShell();
find('[data-go]')!.hidden = false;
find('[data-code-form]')!.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = readJoinCode(field.value);
  const rollout = code !== null && Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (rollout) return location.assign(`${base}${locale}/rollouts/${rollout}/?join=${code}`);
  problem.textContent = t(code === null ? 'rollout.codeShape' : 'rollout.codeUnknown', { code: code ?? '' });
  field.setAttribute('aria-invalid', 'true');
  field.focus();
});
ready();
