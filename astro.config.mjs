// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { basePath } from './src/core/course/addresses.ts';
import { farol } from './src/tools/build/integration.ts';

// FAROL_BASE lets a partner build for a sub-path; FAROL_SITE is only used where an absolute address is needed.
export default defineConfig({
  site: process.env.FAROL_SITE ?? 'http://localhost:4321',
  base: basePath(process.env.FAROL_BASE),
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', assets: 'assets', format: 'directory' },
  compressHTML: true,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  integrations: [mdx(), farol()],
  vite: {
    build: {
      // The floor of design.md section 9: Android 6 with its last Chrome, Safari 15.4, Firefox 115.
      target: ['chrome106', 'safari15.4', 'firefox115'],
      cssTarget: ['chrome106', 'safari15.4', 'firefox115'],
      // 0: a small script or drawing inlined by the bundler would break the Content-Security-Policy.
      assetsInlineLimit: 0,
    },
  },
});
