import { searchFormat, type SearchContent } from '../../core/search/documents.ts';
import { unpack, type PackedSearch } from '../../core/search/packing.ts';

export type Loaded = { ok: true; content: SearchContent } | { ok: false; reason: 'unreachable' | 'unreadable' };

/**
 * What can be found, from the network or from what the service worker kept of it.
 * unreachable: there is no line and nothing was kept, or the server has no such file. unreadable: it came in pieces, or from another version of the site.
 */
export async function loadSearchContent(url: string): Promise<Loaded> {
  let text: string;
  try {
    const response = await fetch(url);
    if (!response.ok) return { ok: false, reason: 'unreachable' };
    text = await response.text();
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
  try {
    const packed = JSON.parse(text) as PackedSearch;
    return packed.format === searchFormat ? { ok: true, content: unpack(packed) } : { ok: false, reason: 'unreadable' };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}
