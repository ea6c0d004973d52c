/** One page of every kind that the built site has in a language: what is new in the site is looked at without being listed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface PageOfKind { path: string; kind: string }

/**
 * Pages are of one kind where their scripts, their place in the address and their purpose are the same. Of lessons there are as many as it takes to see
 * every kind of question and part.
 * @param dist the built site
 */
export function pagesOfEveryKind(dist: string, locale: string): PageOfKind[] {
  const found = new Map<string, PageOfKind>();
  const parts = new Set<string>();
  for (const top of [locale, `embed/${locale}`]) {
    for (const file of pagesBelow(join(dist, top))) {
      const html = readFileSync(join(dist, top, file), 'utf8');
      const body = /<body[^>]*>/.exec(html)?.[0] ?? '';
      const page = /data-page="([^"]+)"/.exec(body)?.[1] ?? '';
      const path = `/${top}/${file.replace(/index\.html$/, '')}`;
      if (page !== 'module') {
        const kind = [page, /data-purpose="([^"]+)"/.exec(body)?.[1], path.split('/').length].filter(Boolean).join(' ');
        if (!found.has(kind)) found.set(kind, { path, kind });
        continue;
      }
      const fresh = [...html.matchAll(/data-(?:kind="\w+"|(?:scenario|part|country-part)(?==))/g)].map(([part]) => part).filter((part) => !parts.has(part));
      if (!fresh.length) continue;
      fresh.forEach((part) => parts.add(part));
      found.set(path, { path, kind: `module ${[...new Set(fresh)].join(' ')}` });
    }
  }
  return [...found.values()];
}

function pagesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html')).sort();
  } catch {
    return [];
  }
}
