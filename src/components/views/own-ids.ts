/**
 * All views of a course stand in one document: what is unique in a page of its own (`id="sources"`) is given the name of its view
 * (`id="hotel-signs/sources"`), so that links and labels also work where no script runs. islands/Embed takes the name off again
 * when it shows one view alone.
 */

/** Attributes that name an id of the same view, one or several. */
const naming = /(\s(?:id|for|aria-labelledby|aria-describedby)=")([^"]+)"/g;

/**
 * @param html  a view, or a part of one
 * @param name  what its ids are put under
 * @param views ids of the views: `#quiz` is a place in the document, whatever a view calls its own
 */
export function ownIds(html: string, name: string, views: readonly string[]): string {
  const ids = new Set([...html.matchAll(/\sid="([^"/]+)"/g)].map(([, id]) => id));
  const own = (id: string): string => (ids.has(id) ? `${name}/${id}` : id);
  return (
    html
      .replace(naming, (_, start: string, value: string) => `${start}${value.split(' ').map(own).join(' ')}"`)
      // From another page of the site: the page, then the place in it.
      .replace(/(="#[^"#]+)#([^"]+")/g, '$1/$2')
      .replace(/(\shref="#)([^"]+)"/g, (_, start: string, id: string) => `${start}${views.includes(id) ? id : own(id)}"`)
      .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`)
      // A frame must not become another page, and other pages refuse to be framed.
      .replace(/<a (?=[^>]*href="(?:https?:|\/))/g, '<a target="_blank" ')
      // In the head of the document, once; and the document's own script brings what parts have of their own.
      .replace(/<link rel="stylesheet"[^>]*>/g, '')
      .replace(/ data-part="[\w-]+\.[0-9A-Z]{8}\.js"/g, '')
  );
}
