/** Keeps the arrows between the folders of src, and the rules that hold for all code. A message says where the code should go instead. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Layer { may: string[]; else: string }

/** What a folder of src may import, and what to do about anything else. */
const layers: Record<string, Layer> = {
  core: { may: [], else: 'Rules stand alone. Return a value and let islands/ or tools/ act on it, or move the rule that is needed into core/.' },
  browser: { may: ['core'], else: 'browser/ is the thin outside world, without markup. Show things in islands/, decide things in core/.' },
  islands: { may: ['browser', 'core'], else: 'islands/ run on the learner’s device. What needs Node belongs to tools/, what is rendered on the server to components/.' },
  components: { may: ['layouts', 'islands', 'core', 'styles'], else: 'components/ are rendered on the server. What touches the device belongs to islands/, which may use browser/.' },
  layouts: { may: ['components', 'islands', 'core', 'styles'], else: 'layouts/ frame pages. What touches the device belongs to islands/.' },
  pages: { may: ['layouts', 'components', 'islands', 'core', 'styles'], else: 'pages/ are routes, and thin. What touches the device belongs to islands/.' },
  'service-worker': { may: ['core'], else: 'The service worker lives without pages. Share what it needs through core/.' },
  'embed-element': { may: ['core'], else: 'The element runs in the pages of others, and is to stay below 4 kB. It shares with the course what is in core/embed/.' },
  tools: { may: ['core'], else: 'tools/ run in Node, at build time. Share what pages and tools both need through core/.' },
  styles: { may: [], else: 'Style sheets import nothing.' },
};

/** Packages that a folder may use; folders that are not named may use any. */
const packages: Record<string, { may: RegExp; else: string }> = {
  core: { may: /^$/, else: 'core/ uses no packages. Schemas (*.schema.ts) may import astro/zod, core/search may import lunr, core/package may import fflate.' },
  browser: { may: /^(qr|idb)(\/|$)/, else: 'Every byte in browser/ is paid for by learners. Add the package to this list if it is worth its weight.' },
  islands: { may: /^(preact|lunr|fflate)(\/|$)/, else: 'Every byte in islands/ is paid for by learners. Add the package to this list if it is worth its weight.' },
  'embed-element': { may: /^$/, else: 'The element uses no packages.' },
  'service-worker': { may: /^workbox-/, else: 'The service worker uses Workbox and nothing else.' },
};

interface Source { path: string; folder: string; text: string; code: string; imports: { target: string; typeOnly: boolean }[] }

/** Without comments and without the words in quotes, so that prose about a clock is not taken for one. */
const withoutProse = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

function importsOf(text: string): Source['imports'] {
  const statements = text.matchAll(/(?:^|;)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm);
  return [...statements].map(([, type, from, dynamic]) => ({ target: from ?? dynamic ?? '', typeOnly: !!type }));
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const sources: Source[] = files
  .filter((path) => ['.ts', '.tsx', '.astro', '.css'].includes(extname(path)))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path, folder: path.split('/').length > 2 ? path.split('/')[1]! : '', text, code: withoutProse(text), imports: extname(path) === '.css' ? [] : importsOf(text) };
  });
const typescript = sources.filter(({ path }) => /\.tsx?$/.test(path));
const inFolder = (folder: string) => sources.filter((source) => source.folder === folder);

const isRelative = (target: string) => target.startsWith('.');
const folderOf = (source: Source, target: string) => normalize(join(dirname(source.path), target)).split('/')[1] ?? '';

describe('the folders of src', () => {
  it('are the ones that the table knows', () => {
    const unknown = [...new Set(sources.map(({ folder }) => folder))].filter((folder) => folder && !layers[folder]);
    expect(unknown, 'Add the folder to the table in this test, with its arrows, and to the design.').toEqual([]);
    expect(typescript.length).toBeGreaterThan(100);
  });

  for (const [folder, { may, else: otherwise }] of Object.entries(layers)) {
    it(`${folder} imports only ${[folder, ...may].join(', ')}`, () => {
      const wrong = inFolder(folder).flatMap((source) =>
        source.imports
          .filter(({ target, typeOnly }) => isRelative(target) && !(typeOnly && target.endsWith('/content/ui/en.json')))
          .map(({ target }) => ({ target, to: folderOf(source, target) }))
          .filter(({ to }) => to !== folder && !may.includes(to))
          .map(({ target }) => `${source.path} imports ${target}. ${otherwise}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  for (const [folder, { may, else: otherwise }] of Object.entries(packages)) {
    it(`${folder} uses only packages that it may`, () => {
      const excused = (path: string, target: string) => (target === 'astro/zod' && path.endsWith('.schema.ts')) || (target === 'lunr' && path.startsWith('src/core/search/')) || (target === 'fflate' && path.startsWith('src/core/package/'));
      const wrong = inFolder(folder).flatMap(({ path, imports }) =>
        imports.filter(({ target }) => !isRelative(target) && !may.test(target) && !(folder === 'core' && excused(path, target))).map(({ target }) => `${path} imports ${target}. ${otherwise}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('leave Node to tools, and Astro’s virtual modules to what is rendered on the server', () => {
    const wrong = sources.flatMap(({ path, folder, imports }) =>
      imports.flatMap(({ target }) => {
        if (target.startsWith('node:') && folder !== 'tools') return [`${path} imports ${target}. What needs Node belongs to tools/.`];
        const server = ['pages', 'layouts', 'components'].includes(folder) || path === 'src/content.config.ts';
        return target.startsWith('astro:') && !server ? [`${path} imports ${target}. Only pages/, layouts/, components/ and content.config.ts may: hand over what is needed as an argument.`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('leave content/ to the server and the tools', () => {
    const wrong = sources
      .filter(({ path, folder }) => !['components', 'tools'].includes(folder) && path !== 'src/content.config.ts')
      .filter(({ code, text }) => /import\.meta\.glob/.test(code) || /readFileSync\([^)]*content\//.test(text))
      .map(({ path }) => `${path} reads content/. Read it in components/ or tools/ and hand over what is needed.`);
    expect(wrong).toEqual([]);
  });
});

describe('the rules in src/core', () => {
  const forbidden: [RegExp, string][] = [
    [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, 'reads the clock. Take `now` as an argument.'],
    [/\bMath\.random\b|\bcrypto\b/, 'takes a chance. Take `random`, `seed` or `id` as an argument.'],
    [/\bfetch\(|\bXMLHttpRequest\b|\bnavigator\b/, 'reaches for the network or the device. Do it in browser/ and hand over what came.'],
    [/\b(localStorage|sessionStorage|indexedDB|window)\b/, 'touches the page. Return a value and let islands/ show or store it.'],
    [/\bset(Timeout|Interval)\(/, 'waits. Return what is due, and let browser/ or islands/ wait.'],
    [/\bprocess\.|\bconsole\./, 'speaks to the machine. Return a value; a reason is a value too.'],
  ];

  it('know no clock, no chance, no network and no page', () => {
    const wrong = inFolder('core').flatMap(({ path, code }) => forbidden.filter(([pattern]) => pattern.test(code)).map(([, advice]) => `${path} ${advice}`));
    expect(wrong).toEqual([]);
  });

  it('are compiled without the types of browsers and of Node', () => {
    for (const [folder, lib] of [['core', ['ES2022']], ['service-worker', ['ES2022', 'WebWorker']]] as const) {
      const { compilerOptions, include } = JSON.parse(readFileSync(`src/${folder}/tsconfig.json`, 'utf8')) as { compilerOptions: { lib: string[]; types: string[] }; include: string[] };
      expect(compilerOptions.lib, `src/${folder}/tsconfig.json`).toEqual(lib);
      expect(compilerOptions.types).toEqual([]);
      expect(include).toEqual(['./**/*.ts']);
    }
  });

  it('switch off no check with a directive', () => {
    expect(inFolder('core').filter(({ text }) => /@ts-(ignore|nocheck|expect-error)|\/\/\/ <reference/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('names', () => {
  it('are kebab-case, and PascalCase for components', () => {
    const odd = files.filter((path) => {
      const name = path.split('/').at(-1)!;
      if (/^\[[a-z]+\]\.(astro|json\.ts)$|^tsconfig\.json$|^env\.d\.ts$/.test(name)) return false;
      return !(/\.(astro|tsx)$/.test(name) ? /^([A-Z][A-Za-z]*|[a-z0-9]+(-[a-z0-9]+)*)\.(astro|tsx)$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.schema|\.config)?\.(ts|css)$/).test(name);
    });
    expect(odd, 'Name files in kebab-case; components (.astro, .tsx) in PascalCase.').toEqual([]);
  });

  it('say what a file does: nothing is called utils, helpers or the like', () => {
    const drawer = /^(utils?|helpers?|common|shared|libs?|misc|services?|managers?)$/i;
    const drawers = files.filter((path) => path.split('/').some((part) => drawer.test(part.replace(/\.[a-z.]+$/, '')))).filter((path) => path !== 'src/service-worker');
    expect(drawers, 'Put the code beside its only user, or into a file that is named after what it does.').toEqual([]);
  });

  it('are exported by name, from the file that has them', () => {
    const wrong = typescript.flatMap(({ path, code }) => [
      ...(/^export default/m.test(code) ? [`${path} has a default export. Export it by name.`] : []),
      ...(/^export (\*|\{[^}]*\} from)/m.test(code) || /\/index\.ts$/.test(path) ? [`${path} passes on what others export. Import from the file that has it.`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  it('are imported with their extension', () => {
    const wrong = sources.flatMap(({ path, imports }) => imports.filter(({ target }) => isRelative(target) && !/\.(ts|tsx|astro|css|json)$/.test(target)).map(({ target }) => `${path} imports ${target} without its extension.`));
    expect(wrong).toEqual([]);
  });
});

describe('styles and markup', () => {
  const sheets = sources.filter(({ path }) => path.endsWith('.css'));
  const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '');

  it('follow the direction of the language: no left and right', () => {
    // The names of safe areas are physical in the standard itself.
    const physical = /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[a-z-]*|left|right|top|bottom|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|justify-content|justify-items|caption-side)\s*:\s*(?:left|right)\b/g;
    const wrong = sheets.flatMap(({ path, text }) => [...bare(text).matchAll(physical)].map(([found]) => `${path}: ${found.trim()}. Use the logical property (inline-start, block-end, text-align: start).`));
    expect(wrong).toEqual([]);
  });

  it('size by logical properties too', () => {
    const wrong = sheets.flatMap(({ path, text }) => [...bare(text).matchAll(/(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:(?![^{;]*\)\s*(?:and|\{))/g)].map(([found]) => `${path}: ${found.trim()}. Use inline-size or block-size.`));
    expect(wrong.filter((fault) => !/@media/.test(fault))).toEqual([]);
  });

  it('put every rule into a layer, and the layers into the same order', () => {
    const order = '@layer reset, tokens, base, components, print;';
    for (const { path, text } of sheets.filter(({ text }) => text.trim())) {
      expect(text.startsWith(order), `${path} begins with "${order}"`).toBe(true);
      const rules = bare(text).slice(order.length).trim();
      let depth = 0;
      const outside = rules.split(/(?<=[{}])/).filter((piece) => {
        const top = depth === 0 && !/^\s*(@layer [a-z]+ \{|\})?\s*$/.test(piece);
        depth += piece.endsWith('{') ? 1 : piece.endsWith('}') ? -1 : 0;
        return top;
      });
      expect(outside, `${path}: rules outside a layer`).toEqual([]);
    }
  });

  it('carry no style, no handler and no script of their own', () => {
    const wrong = sources
      .filter(({ path }) => /\.(astro|tsx)$/.test(path))
      .flatMap(({ path, text }) => [
        ...(/<[a-zA-Z][^>]*\sstyle=/.test(text) ? [`${path} has a style attribute, which the Content-Security-Policy refuses. Write a class.`] : []),
        ...(path.endsWith('.astro') && /<[a-z][^>]*\son[a-z]+=/.test(text) ? [`${path} has an inline handler. Listen in islands/.`] : []),
        ...(/<script(?![^>]*\bsrc=)/.test(text) ? [`${path} has an inline script. Put it into src/islands.`] : []),
        ...(/\sclient:/.test(text) ? [`${path} uses a client: directive, whose runtime is an inline script. Give the page a script of src/islands.`] : []),
      ]);
    expect(wrong).toEqual([]);
  });
});
