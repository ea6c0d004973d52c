import { describe, expect, it } from 'vitest';
import { embedAddress } from '../../../../src/core/embed/address.ts';
import { oEmbedOf, oEmbedPath } from '../../../../src/core/embed/oembed.ts';

describe('embedAddress', () => {
  it('leads to a course or to one module, with what was chosen and nothing else', () => {
    expect(embedAddress('/', 'pt-BR', 'hotel', '')).toBe('/embed/pt-BR/hotel/');
    expect(embedAddress('https://x.example/training/', 'en', 'hotel', 'hotel-signs')).toBe('https://x.example/training/embed/en/hotel/hotel-signs/');
    const chosen: Record<string, string> = { country: 'BR', colour: '#0a5f3c', picker: 'no', other: 'thing' };
    expect(embedAddress('/', 'en', 'hotel', '', (option) => chosen[option])).toBe('/embed/en/hotel/?country=BR&colour=%230a5f3c&picker=no');
  });

  it('lets nothing break out of its place in the address', () => {
    expect(embedAddress('/', 'en', '../../evil', '//x.example')).toBe('/embed/en/..%2F..%2Fevil/%2F%2Fx.example/');
    expect(new URL(embedAddress('/', 'en', 'a?b#c', ''), 'https://x.example').pathname).toBe('/embed/en/a%3Fb%23c/');
  });
});

describe('oEmbedOf', () => {
  const site = 'https://learn.example/training/';

  it('has what oEmbed asks of a rich document', () => {
    const document = oEmbedOf(site, { course: 'hotel', locale: 'th', title: 'พนักงานโรงแรม' });
    expect(document).toMatchObject({ version: '1.0', type: 'rich', title: 'พนักงานโรงแรม', provider_url: site });
    expect(document.width).toBeGreaterThan(0);
    expect(document.height).toBeGreaterThan(0);
    expect(document.html).toContain(`src="${site}embed/th/hotel/"`);
    expect(document.html).toContain(`width="${document.width}" height="${document.height}"`);
  });

  it('lets no title end its attribute', () => {
    expect(oEmbedOf(site, { course: 'hotel', locale: 'en', title: 'A "B" <C> & D' }).html).toContain('title="A &quot;B&quot; &lt;C> &amp; D"');
  });

  it('lies beside the others of its language', () => {
    expect(oEmbedPath('pt-BR', 'driver')).toBe('oembed/pt-BR/driver.json');
  });
});
