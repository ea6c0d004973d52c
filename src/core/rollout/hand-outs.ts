/** Lines that a coordinator copies: the frame for an intranet, the command for a package. */
import type { RolloutPackage } from './package-options.ts';

/** `npm run package -- …` for one course; all languages in one package. */
export function packageCommand(options: RolloutPackage, phase: string, format: string): string {
  const word = (text: string): string => (/^[\w.,/-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`);
  const flags: [string, string | undefined][] = [
    ['course', options.course],
    ['modules', options.modules?.join(',')],
    ...options.locales.map((locale): [string, string] => ['locale', locale]),
    ['country', options.country],
    ['format', format],
    ['pass-mark', options.passMark?.toString()],
    ['brand-name', options.brandName],
    ['colour', options.colour?.slice(1)],
    ['colour-dark', options.colourDark?.slice(1)],
    ['logo', `content/rollouts/${options.rollout}/logo.svg`],
    ['rollout', options.rollout],
    ['phase', phase],
  ];
  return ['npm run package --', ...flags.flatMap(([name, value]) => (value ? [`--${name} ${word(value)}`] : []))].join(' ');
}

/** A frame that any page can hold, without a script. */
export function frameLine(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="720" allow="clipboard-write; web-share; fullscreen"></iframe>`;
}

/** The same as an element: its script sizes it, and tells the page around it what happens. `site` is the address of the site, with a slash at the end. */
export function elementLine(site: string, attributes: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  return `<script src="${attribute(site)}farol-course.js"></script>\n<farol-course${pairs.join('')}></farol-course>`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
