/** What was typed and is kept nowhere, and the place that was read: both outlive a change of language. */
type Field = HTMLInputElement | HTMLTextAreaElement;

const nameOf = (element: HTMLElement): string => element.id || element.closest<HTMLElement>('[data-question]')?.dataset['question'] || '';

/** In pixels: the room that links to a place leave above it (styles/base.css). */
const upperEdge = 100;

/** @returns puts everything back, into the same view in another language */
export function keepTyped(main: HTMLElement): () => void {
  const fields = (): Field[] => [...main.querySelectorAll<Field>('textarea, input[type=text], input:not([type])')];
  const marks = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>('[id], [data-question]')];
  const typed = new Map(fields().map((field) => [nameOf(field), field.value]));
  const open = new Set([...main.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(({ id }) => id));
  // What begins nearest to the upper edge: what lies between it and the edge is longer or shorter in the other language.
  const inView = scrollY > 0 ? marks().filter((element) => element.offsetParent && element.getBoundingClientRect().top < upperEdge).at(-1) : undefined;
  const [name, top] = inView ? [nameOf(inView), inView.getBoundingClientRect().top] : ['', 0];
  return () => {
    for (const field of fields()) field.value = typed.get(nameOf(field)) || field.value;
    for (const details of main.querySelectorAll<HTMLDetailsElement>('details[id]')) details.open ||= open.has(details.id);
    const mark = name && marks().find((element) => nameOf(element) === name);
    if (mark) scrollBy({ top: mark.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}
