import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildPackage, neededFiles } from '../../../../src/core/package/build-package.ts';
import { packageFormats, readPackageConfig, writePackageConfig, type PackageConfig } from '../../../../src/core/package/config.ts';
import { foldedElement } from '../../../../src/core/package/folded.ts';
import type { PackageOptions } from '../../../../src/core/package/options.ts';
import { schemaFaults } from './validate-manifest.ts';
import { smallSite, sound } from './small-site.ts';

const date = '2026-11-22';
const built = (changes: Partial<PackageOptions> = {}, base = '/') => buildPackage(sound(changes), smallSite(base), date);
const unzipped = (changes: Partial<PackageOptions> = {}, base = '/') => Object.fromEntries(Object.entries(unzipSync(built(changes, base).bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const configIn = (html = ''): PackageConfig | null => readPackageConfig(/<script type="application\/json" id="farol-package">([^]*?)<\/script>/.exec(html)?.[1] ?? '');
const folders = packageFormats.filter((format) => format !== 'html');

describe.each(folders)('a package of %s', (format) => {
  const files = unzipped({ format, locales: ['en', 'th'] });

  it('has everything at its root, with ASCII names', () => {
    const manifest = { scorm12: 'imsmanifest.xml', scorm2004: 'imsmanifest.xml', cmi5: 'cmi5.xml', xapi: 'tincan.xml', web: 'service-worker.js' }[format];
    expect(Object.keys(files)).toEqual(expect.arrayContaining([manifest, 'index.html', 'th.html', 'README.txt', 'farol-package.json', 'assets/package.ABCDEFGH.js', 'assets/icon.svg']));
    for (const name of Object.keys(files)) expect(name).toMatch(/^(assets\/)?[\w.-]+$/);
  });

  it('names no address outside its folder', () => {
    for (const [name, text] of Object.entries(files).filter(([file]) => file.endsWith('.html'))) {
      for (const [, address] of text.matchAll(/\s(?:href|src|action|data-base|data-verify)="([^"]*)"/g)) {
        expect(address, name).not.toMatch(/^\//);
        if (address && !/^(#|\.\/$|https:)/.test(address)) expect(Object.keys(files), `${name}: ${address}`).toContain(address);
      }
    }
  });

  it('has no style and no script in its documents but the block of data', () => {
    for (const name of ['index.html', 'th.html']) {
      expect(files[name]).not.toMatch(/<style|\sstyle=|<script(?![^>]*(\ssrc=|application\/json))/);
      expect(configIn(files[name])).toMatchObject({ format, course: 'driver', locales: ['en', 'th'], modules: ['signs', 'report'], picker: true, certificate: true, version: 3, date });
    }
  });

  it('loads its own script and not that of the site', () => {
    expect([...files['index.html']!.matchAll(/<script type="module" src="([^"]*)"/g)].map(([, src]) => src)).toEqual(['assets/package.ABCDEFGH.js', ...(format === 'web' ? ['assets/keep-folder.ABCDEFGH.js'] : [])]);
  });

  it('is not for search engines', () => {
    expect(files['index.html']).toContain('<meta name="robots" content="noindex, nofollow">');
  });

  it('leads from one language to the other, and to no third', () => {
    expect([...files['index.html']!.matchAll(/href="([^"]*)" lang="(\w+)"/g)].map(([, href, lang]) => [lang, href])).toEqual([['en', 'index.html'], ['th', 'th.html']]);
    expect([...files['th.html']!.matchAll(/href="([^"]*)" lang="(\w+)"/g)].map(([, href, lang]) => [lang, href])).toEqual([['en', 'index.html'], ['th', 'th.html']]);
  });

  it('says what it is, in a file', () => {
    expect(JSON.parse(files['farol-package.json']!)).toMatchObject({ farol: 'package', name: `farol-driver-en-th-${format}`, title: 'Drivers & transport (en)', version: 3, contentHash: expect.stringMatching(/^[0-9a-f]{16}$/), date, format });
    expect(files['README.txt']).toContain(`package.do.${format}`);
  });

  it('is the same, byte for byte, from the same input', () => {
    expect(built({ format, locales: ['en', 'th'] }).bytes).toEqual(built({ format, locales: ['en', 'th'] }).bytes);
  });
});

describe('buildPackage', () => {
  it('carries what a rollout asks, by the pass mark of the package, and its own page in the language of the document', () => {
    const terms = { rollout: 'bay', partner: 'Bay', courses: ['driver'], passMark: 80, validMonths: 12, activeMinutes: 20, attestation: { en: 'I did it.' } };
    const ownPage = { en: { title: 'Ours', text: ['One.'] }, th: { title: 'ของเรา', text: ['หนึ่ง'] } };
    const files = unzipped({ locales: ['en', 'th'], rollout: 'bay', passMark: 90, terms, ownPage });
    expect(configIn(files['index.html'])).toMatchObject({ rollout: 'bay', terms: { ...terms, passMark: 90 }, ownPage: ownPage.en });
    expect(configIn(files['th.html'])).toMatchObject({ ownPage: ownPage.th });
  });

  it.each(['scorm12', 'scorm2004'] as const)('writes a valid manifest that lists every file of %s', async (format) => {
    const { 'imsmanifest.xml': manifest = '', ...others } = unzipped({ format, locales: ['en', 'th'] });
    expect(await schemaFaults(manifest, format)).toEqual([]);
    expect([...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href)).toEqual(Object.keys(others).sort());
  });

  it('keeps ids between exports, and has other ids for another selection', () => {
    const ids = (text = '') => [...text.matchAll(/\s(?:identifier|id)="([^"]*)"/g)].map(([, id]) => id);
    const later = (changes: Partial<PackageOptions>) => strFromU8(unzipSync(buildPackage(sound(changes), smallSite('/', '<p>A newer text.</p>'), '2027-01-31').bytes)[changes.format === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml']!);
    for (const [format, manifest] of [['scorm12', 'imsmanifest.xml'], ['cmi5', 'cmi5.xml']] as const) {
      expect(ids(later({ format }))).toEqual(ids(unzipped({ format })[manifest]));
      expect(ids(unzipped({ format, modules: ['report'] })[manifest])[0]).not.toBe(ids(unzipped({ format })[manifest])[0]);
    }
  });

  it('takes only the modules that were chosen, and says which ones the course has', () => {
    const html = unzipped({ modules: ['report'] })['index.html']!;
    expect(html).not.toMatch(/id="signs"|Q1|>Signs<|id="certificate"|<!--/);
    expect(html).toMatch(/id="report"[^]*Q2/);
    expect(html).toContain('data-views="start signs report quiz certificate lines"');
    expect(configIn(html)).toMatchObject({ modules: ['report'], certificate: false, activity: 'urn:farol:course:driver/report' });
  });

  it('takes only the numbers of the country that was chosen', () => {
    expect(unzipped({ country: 'TH' })['index.html']).toMatch(/^(?![^]*Brazil)[^]*Ring 1300/);
    expect(unzipped()['index.html']).toMatch(/Ring 100[^]*Ring 1300/);
  });

  it('gives the same package from a site below another base path', () => {
    expect(unzipped({}, '/training/farol/')).toMatchObject(Object.fromEntries(Object.entries(unzipped()).filter(([name]) => !/README|json$|index\.html/.test(name))));
    expect(unzipped({}, '/training/farol/')['index.html']).not.toContain('/training/');
  });

  it('puts the brand into the package, its logo as a file', () => {
    const logo = strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><path d="M0 0h1"/></svg>');
    const files = unzipped({ brandName: 'Hotel </script><b>', logo, colour: '#1d4f8c' });
    expect(configIn(files['index.html'])?.brand).toEqual({ name: 'Hotel </script><b>', colour: '#1d4f8c', logo: 'assets/logo.svg' });
    expect(files['assets/logo.svg']).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>');
    expect(files['index.html']!.split('</head>')[0]).not.toContain('<b>');
  });

  it('lets a folder keep all of itself, in a version of its own', () => {
    const { 'service-worker.js': worker = '', 'README.txt': _readme, 'farol-package.json': about = '', ...files } = unzipped({ format: 'web', locales: ['en', 'th'] });
    const [, content = '', script] = /^globalThis\.farolFolder=(.*);\n(.*)$/.exec(worker) ?? [];
    const { contentHash } = JSON.parse(about) as { contentHash: string };
    expect(JSON.parse(content)).toEqual({ version: `${contentHash} ${date}`, files: Object.keys(files).sort() });
    expect(script).toBe('keep(farolFolder)');
  });

  it('gives each document the text of a contact in its language', () => {
    const files = unzipped({ locales: ['en', 'th'], contact: { name: 'Ana', phone: '12 34', text: { en: 'Tell Ana.', th: 'บอกอานา' } } });
    expect(configIn(files['index.html'])?.contact).toEqual({ name: 'Ana', phone: '12 34', text: 'Tell Ana.' });
    expect(configIn(files['th.html'])?.contact).toEqual({ name: 'Ana', phone: '12 34', text: 'บอกอานา' });
  });

  it('writes what to do in the system that was chosen', () => {
    expect(unzipped({ preset: 'moodle' })['README.txt']).toMatch(/1\. Upload it\.\n2\. Save\.\n[^]*- Keep the best attempt\./);
  });

  it('refuses a document with an address that leads back to the site', () => {
    const site = smallSite('/', '<a href="/en/about/">About</a>');
    expect(() => buildPackage(sound(), site, date)).toThrow('href="/en/about/", which leads back to the site');
  });

  it('refuses to make a package of which a file is missing', () => {
    const site = smallSite();
    expect(() => buildPackage(sound(), { ...site, assets: new Map([...site.assets].slice(1)) }, date)).toThrow('assets/country.AAAAAAAA.css');
  });
});

describe('neededFiles', () => {
  it('asks for what documents, scripts and style sheets name, until nothing is missing', () => {
    const { assets, ...site } = smallSite();
    expect(neededFiles(sound(), { ...site, assets: new Map() })).toEqual(['country.AAAAAAAA.css', 'package.ABCDEFGH.js', 'print.BBBBBBBB.css']);
    const script = strToU8('import("./picture.DDDDDDDD.js")');
    expect(neededFiles(sound(), { ...site, assets: new Map([...assets, ['package.ABCDEFGH.js', script]]) })).toEqual(['picture.DDDDDDDD.js']);
    expect(neededFiles(sound({ format: 'html' }), { ...site, assets })).toEqual([]);
  });
});

describe('a single file', () => {
  const html = strFromU8(built({ format: 'html', country: 'BR' }).bytes);

  it('asks for nothing else', () => {
    expect(built({ format: 'html' })).toMatchObject({ name: 'farol-driver-en-html.html', type: 'text/html' });
    expect(html).not.toMatch(/<link(?![^>]*href="data:)|<script[^>]*\ssrc=|@import/);
    expect(html).toContain('<style>.line{color:blue}</style><style media="print">@page{margin:1cm}</style>');
  });

  it('ends a script only where the script ends', () => {
    expect(html).toContain('const a="\\x3C/script>\\x3C!--";document.title=a</script>');
  });

  it('carries the logo as data', () => {
    const logo = strToU8('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>');
    expect(configIn(strFromU8(built({ format: 'html', logo }).bytes))?.brand?.logo).toBe(`data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`);
  });

  it('folds its content where it would be too large, and still shows the numbers without a script', () => {
    const large = buildPackage(sound({ format: 'html', country: 'BR' }), smallSite('/', `<p>${'Much to read. '.repeat(40_000)}</p>`), date);
    const text = strFromU8(large.bytes);
    expect(large.bytes.length).toBeLessThan(30_000);
    expect(text).toContain(`id="${foldedElement}"`);
    expect(text).toMatch(/<noscript><p class="notice">[^<]*<\/p><section><p>Ring 100 in Brazil, at any hour\.<\/p><\/section><\/noscript><\/main>/);
    expect([...text.matchAll(/<script type="module">([^<]*)/g)].map(([, code]) => code)).toEqual(['document.title="unfolded"', 'const a="\\x3C/script>\\x3C!--";document.title=a']);
  });
});

describe('the block of data', () => {
  it('comes back as it was written, whatever stands in it', () => {
    const config: PackageConfig = { ...built().config, contact: { name: '</script><!--', text: '<script>&\u2028"\\' } };
    const written = writePackageConfig(config);
    expect(written).not.toMatch(/[<>&\u2028]/);
    expect(readPackageConfig(written)).toEqual(config);
  });

  it.each([['nothing', ''], ['no JSON', '{'], ['another shape', '{"format":"scorm12"}'], ['an unknown format', JSON.stringify({ ...built().config, format: 'aicc' })], ['a pass mark out of range', JSON.stringify({ ...built().config, passMark: 900 })], ['terms of another shape', JSON.stringify({ ...built().config, terms: { rollout: 'bay' } })], ['a page without a text', JSON.stringify({ ...built().config, ownPage: { title: 'Ours', text: [] } })]])('is not read from %s', (_, text) => {
    expect(readPackageConfig(text)).toBeNull();
  });
});
