import { describe, expect, it } from 'vitest';
import { partners } from '../../../../src/core/embed/partners.schema.ts';

const accepts = (source: string) => partners.safeParse({ frameAncestors: [source] }).success;

describe('partners', () => {
  it('are everyone, origins, and apps', () => {
    for (const source of ['*', 'https://intranet.example.org', 'https://*.hotels.example', 'http://10.0.0.12:8080', 'http://localhost', 'capacitor:']) expect(accepts(source), source).toBe(true);
  });

  it('are nothing that has a path, lacks a scheme, or could end the directive it is written into', () => {
    for (const source of ['https://example.org/', 'example.org', 'https://a.example; script-src *', "'none'", 'https://a.example https://b.example', 'https://', '', 'https://a.example"\nX: y']) expect(accepts(source), source).toBe(false);
  });

  it('may be nobody', () => {
    expect(partners.safeParse({ frameAncestors: [] }).success).toBe(true);
  });
});
