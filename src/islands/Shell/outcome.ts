import type { Outcome } from '../../core/progress/event-store.ts';
import { base, locale, say, t } from '../page.ts';

let told = '';

/** A result that could not be stored is said at once, in words, with the way out; it still counts in this window. */
export function sayOutcome(outcome: Outcome): void {
  if (outcome.ok || told === outcome.reason) return;
  told = outcome.reason;
  const link = document.createElement('a');
  link.className = 'button';
  link.href = `${base}${locale}/my-courses/#backup`;
  link.textContent = t('storage.backup');
  say(t(`storage.${outcome.reason}`), link);
}
