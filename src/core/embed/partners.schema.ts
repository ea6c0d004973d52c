/** `content/partners.yaml`: who may show the pages below `embed/` in a frame. */
import { z } from 'astro/zod';

/**
 * A source of the CSP directive `frame-ancestors` (CSP level 3, section 6.4.2): everyone, a web address without path, or the scheme of an app.
 * The operator writes it, and it goes into a header as it stands: nothing that could end the directive is let through.
 */
const frameAncestor = z
  .string()
  .regex(/^(\*|https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?|[a-z][a-z0-9+.-]*:)$/, 'write "*", an origin such as "https://intranet.example.org" or "https://*.example.org", or the scheme of an app such as "capacitor:"');

export const partners = z.strictObject({ frameAncestors: z.array(frameAncestor) });
export type Partners = z.infer<typeof partners>;
