/** A small built site for the tests of the exporter: one course of two modules in two languages, with the marks that the embed document carries. */
import { strToU8 } from 'fflate';
import type { SiteFiles } from '../../../../src/core/package/build-package.ts';
import type { Catalog } from '../../../../src/core/package/catalog.ts';
import { checkOptions, type CheckedOptions, type PackageOptions } from '../../../../src/core/package/options.ts';
import { readmeTexts } from '../../../../src/core/package/readme.ts';

export const catalog = (locale: string): Catalog => ({
  locale,
  courses: [
    {
      id: 'driver', version: 3, passMark: 80, title: `Drivers & transport (${locale})`, summary: `You see who travels <${locale}>.`,
      modules: [{ id: 'signs', title: `Signs (${locale})`, minutes: 5 }, { id: 'report', title: `Report (${locale})`, minutes: 6 }],
    },
  ],
  countries: [{ code: 'BR', name: 'Brazil' }, { code: 'TH', name: 'Thailand' }],
  presets: [{ id: 'moodle', name: 'Moodle', formats: ['scorm12'], steps: ['Upload it.', 'Save.'], mind: ['Keep the best attempt.'] }],
  scripts: ['package.ABCDEFGH.js'],
  unfold: 'unfold.ABCDEFGH.js',
  folder: { keep: 'keep-folder.ABCDEFGH.js', worker: 'folder-worker.ABCDEFGH.js' },
  texts: Object.fromEntries(readmeTexts.map((key) => [key, `${key} {languages} {country} {modules} {mark} {date} {version} {hash} {name}`])),
});

export function documentIn(locale: string, base = '/', filler = ''): string {
  return `<!DOCTYPE html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><title>Drivers</title><meta name="robots" content="noindex">
<link rel="icon" href="${base}icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${base}assets/country.AAAAAAAA.css"><link rel="stylesheet" href="${base}assets/print.BBBBBBBB.css" media="print">
<script type="module" src="${base}assets/embed.CCCCCCCC.js"></script><style>main{color:red}</style></head>
<body data-page="embed" data-embed data-base="${base}" data-course="driver" data-views="start signs report quiz certificate lines" data-messages="{&quot;a&quot;:&quot;b&quot;}">
<ul>${['en', 'th', 'es'].map((tag) => `<!--locale:${tag}--><li><a href="${base}embed/${tag}/driver/" lang="${tag}" data-language>${tag}</a></li><!--/locale-->`).join('')}</ul>
<main id="main" tabindex="-1"><!--view:start--><section id="start" data-view="start" data-modules="signs report" data-first="#signs"><ol><!--module:signs--><li><a href="#signs">Signs</a></li><!--/module--><!--module:report--><li><a href="#report">Report</a></li><!--/module--></ol><a href="#certificate">Certificate</a></section><!--/view-->
<!--view:signs--><section id="signs" data-view="signs"><p>Look. See <a href="#report/danger">what to do</a>.</p></section><!--/view-->
<!--view:report--><section id="report" data-view="report"><p>Call.</p></section><!--/view-->
<!--view:quiz--><section id="quiz" data-view="quiz" data-first="#signs" data-certificate="#certificate"><!--module:signs--><p>Q1</p><!--/module--><!--module:report--><p>Q2</p><!--/module--></section><!--/view-->
<!--view:certificate--><section id="certificate" data-view="certificate" data-verify="${base}${locale}/verify/"><p>Well done</p></section><!--/view-->
<!--view:lines--><section id="lines" data-view="lines"><!--country:BR--><a href="#lines/BR">Brazil</a><!--/country--><!--country:TH--><a href="#lines/TH">Thailand</a><!--/country--><!--country:BR--><section><p>Ring 100 in Brazil, at any hour.</p></section><!--/country--><!--country:TH--><section><p>Ring 1300 in Thailand, at any hour.</p></section><!--/country--></section><!--/view-->${filler}</main>
</body></html>`;
}

export const catalogs = new Map(['en', 'th'].map((locale) => [locale, catalog(locale)]));

export function smallSite(base = '/', filler = ''): SiteFiles {
  return {
    catalogs,
    documents: new Map(['en', 'th'].map((locale) => [locale, documentIn(locale, base, filler)])),
    assets: new Map([
      ['country.AAAAAAAA.css', strToU8('.line{color:blue}')],
      ['print.BBBBBBBB.css', strToU8('@page{margin:1cm}')],
      ['package.ABCDEFGH.js', strToU8('const a="</script><!--";document.title=a')],
      ['unfold.ABCDEFGH.js', strToU8('document.title="unfolded"')],
      ['keep-folder.ABCDEFGH.js', strToU8('document.title="kept"')],
      ['folder-worker.ABCDEFGH.js', strToU8('keep(farolFolder)')],
    ]),
    icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
}

export const asked: PackageOptions = { course: 'driver', locales: ['en'], format: 'scorm12' };

/** Options that must be sound. */
export function sound(changes: Partial<PackageOptions> = {}): CheckedOptions {
  const checked = checkOptions({ ...asked, ...changes }, catalogs);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.options;
}
