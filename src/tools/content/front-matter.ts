/** The lines between two `---` at the top of a translated lesson or of translated notes: what the file says about its translation. */

const frontMatter = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

export interface Split {
  /** YAML, without its fences; undefined when there are none. */
  yaml: string | undefined;
  /** What a reader sees. */
  body: string;
  /** The same after as many empty lines as the front matter had, so that line numbers are those of the file. */
  inPlace: string;
}

export function splitFrontMatter(text: string): Split {
  const found = frontMatter.exec(text);
  if (!found) return { yaml: undefined, body: text, inPlace: text };
  const body = text.slice(found[0].length);
  return { yaml: found[1] ?? '', body, inPlace: found[0].replace(/[^\n]/g, '') + body };
}
