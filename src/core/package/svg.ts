/**
 * An SVG from elsewhere, made harmless without a DOM: it is taken apart into tags, only what stands on the lists below is written again.
 * Left out with all that is in it: everything that runs, fetches, animates or embeds.
 */
import { escapeXml } from './xml.ts';

const elements = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'style',
  'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker',
]);
const drawn = /<(?:path|rect|circle|ellipse|line|polyline|polygon|text|use)\b/;

const attributes = new Set([
  'id', 'class', 'style', 'viewBox', 'preserveAspectRatio', 'width', 'height', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'd', 'dx', 'dy', 'points', 'transform',
  'pathLength', 'href', 'xlink:href', 'offset', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'patternUnits', 'patternContentUnits', 'patternTransform', 'clipPathUnits', 'maskUnits',
  'maskContentUnits', 'markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY', 'orient', 'textLength', 'lengthAdjust', 'rotate',
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-opacity', 'opacity',
  'color', 'stop-color', 'stop-opacity', 'clip-path', 'clip-rule', 'mask', 'marker-start', 'marker-mid', 'marker-end', 'display', 'visibility', 'vector-effect', 'paint-order',
  'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'word-spacing', 'text-anchor', 'text-decoration', 'dominant-baseline', 'alignment-baseline', 'writing-mode', 'direction',
]);

const token = /<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^[>]*>|<!\[CDATA\[([^]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

/**
 * @returns the SVG without anything that is not on the lists; null for a text that is no well-formed SVG, that brings its own entities, or of which nothing would be seen
 */
export function sanitiseSvg(text: string): string | null {
  const open: string[] = [];
  let out = '';
  /** Depth from which everything is left out. */
  let dropFrom = Infinity;
  let end = 0;
  let roots = 0;
  const source = text.replace(/^\uFEFF/, '').trim();
  for (const found of source.matchAll(token)) {
    end = found.index + found[0].length;
    const [, cdata, closing, opening, written = '', selfClosing, plain] = found;
    const words = cdata ?? (plain === undefined ? undefined : decode(plain));
    if (opening !== undefined) {
      if (open.length === 0 && (roots++ > 0 || localName(opening) !== 'svg')) return null;
      const name = localName(opening);
      if (name === null || !elements.has(name)) dropFrom = Math.min(dropFrom, open.length);
      if (open.length < dropFrom) out += `<${name}${open.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${keptAttributes(written)}${selfClosing ? '/' : ''}>`;
      if (!selfClosing) open.push(opening);
      else if (dropFrom === open.length) dropFrom = Infinity;
    } else if (closing !== undefined) {
      if (open.pop() !== closing) return null;
      if (open.length < dropFrom) out += `</${localName(closing)}>`;
      else if (open.length === dropFrom) dropFrom = Infinity;
    } else if (words !== undefined) {
      if (open.length === 0) {
        if (words.trim()) return null;
      } else if (dropFrom === Infinity) {
        const inside = localName(open.at(-1)!);
        out += inside === 'style' ? (isHarmlessCss(words) ? escapeXml(words) : '') : escapeXml(words);
      }
    }
  }
  return end === source.length && roots === 1 && open.length === 0 && drawn.test(out) ? out : null;
}

/** Without the prefix that some programs write for SVG itself; null for another namespace. */
function localName(name: string): string | null {
  const [prefix, rest] = name.includes(':') ? name.split(':') : ['', name];
  return prefix === '' || prefix === 'svg' ? (rest ?? null) : null;
}

function keptAttributes(written: string): string {
  let kept = '';
  for (const [, name = '', double, single] of written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = decode(double ?? single ?? '');
    if (!attributes.has(name) || !isHarmlessCss(value)) continue;
    if (/href$/.test(name)) {
      // `xlink:` would need its namespace; every supported browser reads the plain form.
      if (/^#[\w.-]+$/.test(value)) kept += ` href="${value}"`;
    } else kept += ` ${name}="${escapeXml(value)}"`;
  }
  return kept;
}

/** No address but one inside the drawing, nothing imported, and no escape that could hide either. */
function isHarmlessCss(value: string): boolean {
  const withoutOwn = value.replace(/url\(\s*(['"]?)#[\w.-]+\1\s*\)/gi, '');
  return !/url\s*\(|image-set|@import|@font-face|expression|javascript:|\\|<\/|\/\*/i.test(withoutOwn);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
    const point = hex ? parseInt(hex, 16) : Number(decimal);
    if (name) return named[name] ?? '';
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
