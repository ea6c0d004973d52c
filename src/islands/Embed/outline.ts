/** Which views follow each other in what a partner has chosen, and what the texts say about it. */
import { plural, t } from '../page.ts';
import type { Views } from './views.ts';

export interface Outline {
  /** Ids of all views that the course has, also of those that were left out. */
  order: readonly string[];
  views: Views;
}

/** Modules and the final quiz are steps; the rest is reached from them. */
const isStep = (view: HTMLElement | undefined): boolean => view?.dataset['page'] === 'module' || view?.id === 'quiz';

/** The step after a view; undefined at the end. */
export const stepAfter = ({ order, views }: Outline, id: string): string | undefined => order.slice(order.indexOf(id) + 1).find((later) => isStep(views.get(later)));

/** What is there instead of a view that was left out. */
function insteadOf(outline: Outline, id: string): string {
  const [first = ''] = outline.views.keys();
  return outline.views.has(id) ? id : (stepAfter(outline, id) ?? first);
}

/** Lets nothing lead to what was left out, and counts what is left. */
export function fitView(view: HTMLElement, outline: Outline): void {
  const { order, views } = outline;
  const { dataset } = view;
  const all = dataset['modules']?.split(' ') ?? [];
  const modules = all.filter((id) => views.has(id));
  for (const link of view.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const [target = ''] = placesIn(link);
    if (!order.includes(target) || views.has(target)) continue;
    const item = link.closest('[data-module], [data-quiz], [data-certificate]');
    if (item) item.remove();
    else link.href = `#${insteadOf(outline, target)}`;
  }
  for (const fact of ['first', 'home']) if (dataset[fact]) dataset[fact] = `#${insteadOf(outline, dataset[fact].slice(1))}`;
  if (!views.has('certificate')) delete dataset['certificate'];
  const skip = view.querySelector<HTMLAnchorElement>('[data-skip]');
  if (skip && dataset['first']) skip.href = dataset['first'];
  if (modules.length === all.length) return;
  dataset['modules'] = modules.join(' ');
  if (dataset['page'] === 'course') countModules(view, modules);
  const step = view.querySelector('[data-step]');
  if (step) step.textContent = t('module.step', { n: modules.indexOf(view.id) + 1, total: modules.length });
  if (dataset['page'] === 'module') leadOn(view, outline);
}

function countModules(view: HTMLElement, modules: readonly string[]): void {
  const items = [...view.querySelectorAll<HTMLElement>('[data-minutes]')];
  const minutes = items.reduce((sum, { dataset }) => sum + Number(dataset['minutes']), 0);
  items.forEach((item, index) => (item.querySelector('.state')!.textContent = String(index + 1)));
  view.querySelector('[data-extent]')!.textContent = `${plural('minutes', minutes)} · ${plural('modules', modules.length)}`;
  view.querySelector('[data-first]')?.setAttribute('href', `#${modules[0]}`);
}

function leadOn(view: HTMLElement, outline: Outline): void {
  const next = stepAfter(outline, view.id);
  const skip = view.querySelector<HTMLAnchorElement>('[data-skip]');
  const link = view.querySelector<HTMLAnchorElement>('.ending [data-testid="next"]');
  if (!next) return [skip, link].forEach((each) => each?.remove());
  for (const each of [skip, link]) if (each) each.href = `#${next}`;
  const words = link?.firstChild;
  if (words) words.nodeValue = next === 'quiz' ? t('module.toQuiz') : t('module.next', { title: outline.views.get(next)!.dataset['title'] ?? '' });
}

/** Where a link leads: a view, then a place in it. */
export const placesIn = ({ hash }: { hash: string }): string[] => hash.slice(1).split('/').filter(Boolean);
