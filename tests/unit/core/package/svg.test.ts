import { describe, expect, it } from 'vitest';
import { sanitiseSvg } from '../../../../src/core/package/svg.ts';

const of = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}</svg>`;
const shape = '<path d="M0 0h9v9z"/>';
const clean = (inside: string) => sanitiseSvg(of(inside + shape));

describe('sanitiseSvg', () => {
  it('keeps a drawing as it is', () => {
    const drawing = of('<title>A &amp; B</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#g)" transform="scale(2)"><use href="#g"/><circle cx="1" cy="1" r="1"/></g>');
    expect(sanitiseSvg(drawing)).toBe(drawing);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in another namespace', '<svg:script>alert(1)</svg:script>'],
    ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>'],
    ['a script inside what is kept', '<g><script>alert(1)</script></g>'],
    ['HTML', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>'],
    ['an animation that changes an address', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a handler', '<g onload="alert(1)"></g>'],
    ['a handler in single quotes', "<g onload='alert(1)'></g>"],
    ['a link', '<a href="javascript:alert(1)"><rect/></a>'],
    ['a picture from elsewhere', '<image href="https://example.org/alert.png"/>'],
    ['a use from elsewhere', '<use xlink:href="https://example.org/a.svg#alert"/>'],
    ['a use of data', '<use href="data:image/svg+xml;base64,alert"/>'],
    ['a style that fetches', '<style>@import "https://example.org/alert.css";</style>'],
    ['a style that hides what it fetches', '<style>.a{fill:u\\72l(https://example.org/alert)}</style>'],
    ['a style attribute that fetches', '<rect style="fill:url(https://example.org/alert)"/>'],
    ['a fill that fetches', '<rect fill="url(//example.org/alert#a)"/>'],
    ['an address in entities', '<use href="&#106;avascript:alert(1)"/>'],
    ['what another program wrote for itself', '<metadata><rdf:RDF>alert</rdf:RDF></metadata><sodipodi:namedview alert="1"/>'],
  ])('leaves out %s', (_, inside) => {
    const result = clean(inside);
    expect(result).toContain(shape);
    expect(result).not.toMatch(/alert|script|on\w+=|https?:\/\/(?!www\.w3\.org)/i);
  });

  it('keeps styles that stay inside the drawing', () => {
    expect(clean('<style>.a{fill:url(#g)}</style>')).toContain('.a{fill:url(#g)}');
  });

  it.each([
    ['a text', 'hello'],
    ['two drawings', of(shape) + of(shape)],
    ['a drawing that is cut off', of(shape).slice(0, -3)],
    ['tags that cross', of('<g><path d="M0 0"></g></path>')],
    ['an attribute without quotes', of('<rect width=9/>')],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY a "alert">]>${of(shape)}`],
    ['a page', '<html><body></body></html>'],
    ['an empty drawing', of('')],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(sanitiseSvg(text)).toBeNull();
  });

  it('takes what drawing programs put in front', () => {
    expect(sanitiseSvg(`\uFEFF<?xml version="1.0"?>\n<!-- made by a program -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${of(shape)}\n`)).toBe(of(shape));
  });
});
