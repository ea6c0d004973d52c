import { t } from '../page.ts';

/** Another pass mark than the course's own, as a partner or an LMS sets it: for the quiz, and in the texts that name it. */
export function sayPassMark(view: HTMLElement, mark: number): void {
  view.dataset['mark'] = String(mark);
  for (const said of view.querySelectorAll<HTMLElement>('[data-says]')) said.textContent = t(said.dataset['says']!, { n: said.dataset['n'] ?? '', mark });
}
