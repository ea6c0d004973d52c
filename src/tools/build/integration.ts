/** Farol's part of the Astro build: scripts before the pages, everything that needs the finished pages after them. */
import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from '../../core/course/addresses.ts';
import { locales } from '../../core/locale/locales.ts';
import type { Content } from '../content/content.ts';
import { loadContent } from '../content/load-content.ts';
import { translationTotals } from '../translation/totals.ts';
import { compressAhead, compressFiles } from './compress.ts';
import { buildEmbedElement } from './embed-element.ts';
import { writeHeaders } from './headers.ts';
import { writeHosting } from './hosting.ts';
import { writeOEmbeds } from './oembed.ts';
import { writeRollouts } from './rollouts.ts';
import { writeCourseLists } from './saved-course-lists.ts';
import { buildScripts, buildStyles, writeTexts } from './scripts.ts';
import { buildSearchIndex } from './search-index.ts';
import { buildServiceWorker } from './service-worker.ts';

/** Not inlined: see components/Styles.astro. */
const linkedStyles = ['country', 'drafter', 'print'];

export function farol(): AstroIntegration {
  let scriptsDir = '';
  let root = '';
  let base = '/';
  let site = '';
  let content: Content;
  return {
    name: 'farol',
    hooks: {
      async 'astro:config:setup'({ config, updateConfig }) {
        root = fileURLToPath(config.root);
        base = basePath(config.base);
        site = config.site ?? '';
        const islands = join(root, 'src/islands');
        const entries = readdirSync(islands).filter((file) => /^[a-z-]+\.tsx?$/.test(file) && file !== 'page.ts');
        scriptsDir = join(root, '.astro/scripts');
        const sources = Object.fromEntries(entries.map((file) => [basename(file).replace(/\.tsx?$/, ''), join(islands, file)]));
        const scripts = await buildScripts({ ...sources, 'folder-worker': join(root, 'src/service-worker/folder-worker.ts') }, scriptsDir);
        const styles = await buildStyles(Object.fromEntries(linkedStyles.map((name) => [name, join(root, `src/styles/${name}.css`)])), scriptsDir);
        content = loadContent(join(root, 'content'));
        const dictionaries = Object.fromEntries([...content.ui].map(([tag, { value }]) => [tag, value]));
        const texts = writeTexts(dictionaries, locales.map(({ tag }) => tag), scriptsDir);
        const translations = translationTotals(content);
        updateConfig({ vite: { define: { __FAROL_TEXTS__: JSON.stringify(texts), __FAROL_TRANSLATIONS__: JSON.stringify(translations), __FAROL_SCRIPTS__: JSON.stringify(scripts), __FAROL_STYLES__: JSON.stringify(styles) } } });
      },
      async 'astro:build:done'({ dir }) {
        const dist = fileURLToPath(dir);
        const assets = join(dist, 'assets');
        cpSync(scriptsDir, assets, { recursive: true });
        buildSearchIndex(content, join(dist, 'search'));
        // The packs are written first without their sizes, so that everything can be compressed side by side.
        writeCourseLists(dist, base, () => 0);
        await compressAhead(dist);
        writeOEmbeds(dist, `${new URL(base, site)}`, writeCourseLists(dist, base));
        await buildEmbedElement(root, dist);
        await buildServiceWorker(join(root, 'src/service-worker/service-worker.ts'), dist, base);
        writeRollouts(content, dist, base);
        writeHosting(dist, writeHeaders(dist, base, content.partners?.value?.frameAncestors));
        // Last: it compresses what is there.
        await compressFiles(dist);
      },
    },
  };
}
