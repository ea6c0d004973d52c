/** Just enough XML for manifests: elements in the order they are given, texts and attributes escaped. */

export const escapeXml = (text: string): string =>
  text
    // What XML 1.0 cannot carry at all (2.2).
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

export interface XmlElement { name: string; attributes: Record<string, string | number | undefined>; children: readonly (XmlElement | string)[] }

/** A child that is a string is text. An attribute that is undefined is left out. */
export function xml(name: string, attributes: XmlElement['attributes'], ...children: XmlElement['children']): XmlElement {
  return { name, attributes, children };
}

/** A whole document, UTF-8, indented by two spaces. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]));
  const start = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>\n`;
  if (children.every((child) => typeof child === 'string')) return `${start}>${children.map(escapeXml).join('')}</${name}>\n`;
  return `${start}>\n${children.map((child) => (typeof child === 'string' ? `${indent}  ${escapeXml(child)}\n` : write(child, `${indent}  `))).join('')}${indent}</${name}>\n`;
}
