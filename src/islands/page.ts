/** The page a script finds itself in: its language, its facts, its texts, and the place where it speaks. */
import { fill, pluralKey, type Messages, type Values } from '../core/locale/messages.ts';

const { body } = document;
/** From the file of texts that stands before the page's script, and from the page itself. */
let texts: Messages = { ...(globalThis as { farolTexts?: Messages }).farolTexts, ...(JSON.parse(body.dataset['messages'] ?? '{}') as Messages) };

export const data = body.dataset;
export let locale = document.documentElement.lang;
export const base = data['base'] ?? '/';

/** From now on in another language: an embed is read in several without being left. */
export function speak(language: string, messages: Messages): void {
  locale = language;
  texts = messages;
}

/** The text of a message, by key; core/locale/script-messages.ts names the ones that each script uses. */
export const t = (key: string, values?: Values): string => fill(texts[key] ?? key, values);
export const plural = (key: string, count: number, values?: Values): string => t(pluralKey(locale, key, count), { n: count, ...values });

export const find = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
export const findAll = <T extends HTMLElement>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];

/** An element with a class and a text. */
export function plain<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function button(text: string, action: () => void, main = false): HTMLButtonElement {
  const element = plain('button', main ? 'button main' : 'button', text);
  element.type = 'button';
  element.addEventListener('click', action);
  return element;
}

/** Tells whoever waits for it, mostly tests, that the script has done its first work. */
export const ready = (): void => void (document.documentElement.dataset['ready'] = 'yes');

/** The signal of what goes on until the page is left. */
export const forGood = new AbortController().signal;

/** Says something in the page's one live region, with what can be done about it. It stays until it is closed or replaced. */
export function say(text: string, ...actions: HTMLElement[]): void {
  const box = plain('div');
  box.append(plain('span', '', text), ...actions, button(t('live.close'), () => box.remove()));
  find('#live')?.replaceChildren(box);
}

/** What a part's script is given: it would else bring these along a second time. */
export const tools = { locale, t, plural, find, findAll, plain, button };
export type PageTools = typeof tools;

/** Parts that most readers never reach (a note to fill in, a drafter) bring their own script, fetched when they come near. */
export function startParts(): void {
  const parts = findAll('[data-part]');
  if (!parts.length) return;
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        // Without a line the part stays what it is on paper.
        import(`${base}assets/${(target as HTMLElement).dataset['part']}`).then(({ start }) => start(tools), () => {});
      }
    },
    { rootMargin: '600px' },
  );
  for (const part of parts) near.observe(part);
}
