/** What was typed and is kept nowhere, and the place that was read: both outlive a change of language. */
type Field = HTMLInputElement | HTMLTextAreaElement;

const nameOf = (element: HTMLElement): string => element.id || element.closest<HTMLElement>('[data-question]')?.dataset['question'] || '';

/** @returns puts everything back, into the same view in another language */
export function keepTyped(main: HTMLElement): () => void {
  const fields = (): Field[] => [...main.querySelectorAll<Field>('textarea, input[type=text], input:not([type])')];
  const marks = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>('[id], [data-question]')];
  const typed = new Map(fields().map((field) => [nameOf(field), field.value]));
  const open = new Set([...main.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(({ id }) => id));
  const inView = scrollY > 0 ? marks().find((element) => element.offsetParent && element.getBoundingClientRect().bottom > 0) : undefined;
  const [name, top] = inView ? [nameOf(inView), inView.getBoundingClientRect().top] : ['', 0];
  return () => {
    for (const field of fields()) field.value = typed.get(nameOf(field)) || field.value;
    for (const details of main.querySelectorAll<HTMLDetailsElement>('details[id]')) details.open ||= open.has(details.id);
    const mark = name && marks().find((element) => nameOf(element) === name);
    if (mark) scrollBy({ top: mark.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}
