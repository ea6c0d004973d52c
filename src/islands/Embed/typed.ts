/** What was typed or ticked and is kept nowhere, and the place that was read: they outlive a change of language, also where a browser keeps nothing. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** In pixels: the room that links to a place leave above it (styles/base.css). */
const upperEdge = 100;

const questionOf = (element: Element): string => element.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? '';
const isTicked = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox';
/** The same in every language. */
const nameOf = (field: Field): string => [questionOf(field), field.id || field.name, isTicked(field) ? field.value : ''].join(' ');

/** @returns puts everything back, into the same view in another language */
export function keepTyped(main: HTMLElement): () => void {
  const fields = (): Field[] => [...main.querySelectorAll<Field>('textarea, input, select')].filter(({ disabled }) => !disabled);
  const places = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>('[id], [data-question]')];
  const placeName = (element: HTMLElement): string => element.id || questionOf(element);
  const typed = new Map(fields().map((field) => [nameOf(field), isTicked(field) ? field.checked : field.value]));
  const open = new Set([...main.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(({ id }) => id));
  // What begins nearest to the upper edge: what lies between it and the edge is longer or shorter in the other language.
  const read = scrollY > 0 ? places().filter((element) => element.offsetParent && element.getBoundingClientRect().top < upperEdge).at(-1) : undefined;
  const [name, top] = read ? [placeName(read), read.getBoundingClientRect().top] : ['', 0];
  return () => {
    for (const field of fields()) {
      const before = typed.get(nameOf(field));
      if (before === undefined || before === (isTicked(field) ? field.checked : field.value)) continue;
      if (isTicked(field)) field.checked = before === true;
      else field.value = String(before);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const details of main.querySelectorAll<HTMLDetailsElement>('details[id]')) details.open ||= open.has(details.id);
    const place = name && places().find((element) => placeName(element) === name);
    if (place) scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}
