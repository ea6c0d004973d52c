import { documentAddress } from '../../core/search/documents.ts';
import { documentExcerpt, excerpt, type Excerpt } from '../../core/search/excerpt.ts';
import type { Pipeline } from '../../core/search/pipeline.ts';
import type { Found } from '../../core/search/query.ts';
import { base, locale, plain, t } from '../page.ts';

/** One result: what it is and where it stands, its title as a link, and the words around what was found. */
export function resultItem({ document: found, words }: Found, pipeline: Pipeline, ownCourse: string | undefined): HTMLLIElement {
  const item = plain('li');
  const link = plain('a');
  link.href = documentAddress(found, base, locale, ownCourse);
  link.append(...marked(excerpt(found.title, words, pipeline, Infinity)));
  const place = found.title.includes(found.within) ? '' : ` · ${found.within}`;
  const kind = plain('p', 'kind', t(`search.kind.${found.kind}`) + place);
  const part = documentExcerpt(found, words, pipeline);
  const around = plain('p', 'excerpt');
  around.append(part.cutBefore ? '…' : '', ...marked(part), part.cutAfter ? '…' : '');
  if (found.lang) link.lang = around.lang = found.lang;
  item.append(kind, link, around);
  return item;
}

function marked({ text, marks }: Excerpt): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), plain('mark', '', text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
