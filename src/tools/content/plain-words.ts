/** The words of a piece of Markdown as a reader sees them: no stars, link texts instead of links. Line breaks stay. */
export function plainWords(raw: string): { text: string; links: { target: string; raw: string }[] } {
  const links: { target: string; raw: string }[] = [];
  const text = raw
    .replace(/\[([^\]\n]*)\]\(([^)\s]*)\)/g, (whole, words: string, target: string) => {
      links.push({ target, raw: whole });
      return words;
    })
    .replace(/\*\*|__/g, '')
    .replace(/(^|[\s("“])[*_](\S(?:[^*_\n]*\S)?)[*_](?=[\s).,;:!?"”]|$)/g, '$1$2')
    .replace(/\\([\\`*_{}[\]()#+.!<>-])/g, '$1');
  return { text, links };
}
