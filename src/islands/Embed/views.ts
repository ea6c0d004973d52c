/** The views of an embed: taken out of the document when it opens, shown one at a time as copies, so that each begins as the server wrote it. */

/** By id, in the order of the document. */
export type Views = ReadonlyMap<string, HTMLElement>;

export function takeViews(from: Document): Map<string, HTMLElement> {
  const sections = [...from.querySelectorAll<HTMLElement>('[data-view]')];
  for (const section of sections) section.remove();
  return new Map(sections.map((section) => [section.id, section]));
}

/** A copy with the ids that it would have on a page of its own (components/views/own-ids.ts). */
export function copyOf(views: Views, id: string): HTMLElement {
  const copy = unnamed(views.get(id)!, id);
  // The questions stand in the document once, in the final quiz.
  const pool = views.get('quiz')?.querySelector<HTMLElement>('[id="quiz/pool"]');
  if (pool && id !== 'quiz') copy.querySelector('#pool')?.replaceWith(unnamed(pool, 'quiz'));
  return copy;
}

/** The numbers and laws of a country, as its page would hold them; null where they are not in the document. */
export function packOf(views: Views, country: string): HTMLElement | null {
  const packs = [...(views.get('lines')?.querySelectorAll<HTMLElement>('[data-pack]') ?? [])];
  const pack = packs.find(({ dataset }) => dataset['pack'] === country);
  if (!pack) return null;
  const copy = unnamed(pack, `lines/${country}`);
  if (packs.length === 1) copy.querySelector('[data-change]')?.remove();
  return copy;
}

function unnamed(element: HTMLElement, name: string): HTMLElement {
  const copy = document.importNode(element, true);
  for (const attribute of ['id', 'for', 'aria-labelledby', 'aria-describedby', 'fill']) {
    for (const named of [copy, ...copy.querySelectorAll(`[${attribute}]`)]) {
      const value = named.getAttribute(attribute);
      if (value?.includes(`${name}/`)) named.setAttribute(attribute, value.replaceAll(`${name}/`, ''));
    }
  }
  return copy;
}
